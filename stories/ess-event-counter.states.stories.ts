import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const ahead = { src: sources.series };

const meta: Meta = {
  title: 'States/ess-event-counter',
  ...state.metaOf('ess-event-counter'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty({ series: '' });
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
export const AheadNarrow = state.narrow(ahead);
export const AheadDark = state.dark(ahead);
export const AheadBreton = state.inLanguage('br', ahead);
export const AheadEnglish = state.inLanguage('en', ahead);
export const ByDepartementNarrow: Story = {
  ...state.narrow(ahead),
  play: state.pressing('ess-event-counter', '.by-place button'),
};
/** No figure is known of it: that of the whole is not taken for it. */
export const NoFigureOfThePlace: Story = { args: { territory: 'departement-29' }, ...expects({ state: 'empty' }) };
/** A series that does not exist is said in the widget, with those that do. */
export const UnknownSeries = state.mistake({ series: 'mois' }, /La série .*mois.* n’existe pas/);
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen();
export const CardInBreton = state.cardOpen({}, 'br');
export const CardInEnglish = state.cardOpen({}, 'en');
