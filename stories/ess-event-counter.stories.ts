import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const month = { series: 'mois-de-l-ess' };

const meta: Meta = {
  title: 'Elements/ess-event-counter',
  ...state.metaOf('ess-event-counter'),
  args: { src: sources.ready, ...month },
};
export default meta;

/** The events of a series, what part of the whole country they are, and at most three figures beside. */
export const Ready: Story = {};
/** Without a series: all events of the data set. */
export const AllEvents: Story = { args: { series: '' } };
/** A series that does not exist is said in the widget, with those that do. */
export const UnknownSeries: Story = { args: { series: 'mois' } };
export const Loading = state.loading(month);
export const Empty = state.empty({ series: '' });
export const ErrorWithoutData = state.errorWithoutData(month);
export const ErrorWithLastData = state.errorWithLastData(month);
export const Stale = state.stale(month);
export const Breton = state.inLanguage('br', month);
export const English = state.inLanguage('en', month);
export const Dark = state.dark(month);
export const Narrow = state.narrow(month);
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen(month);
export const CardInBreton = state.cardOpen(month, 'br');
export const CardInEnglish = state.cardOpen(month, 'en');
