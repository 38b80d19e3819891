import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const month = { src: sources.events, view: 'month' };

const meta: Meta = {
  title: 'States/ess-event-agenda',
  ...state.metaOf('ess-event-agenda'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
/** No date lies ahead: that is said first, with the date of the data. */
export const NothingAhead: Story = { args: { src: sources.behind } };
export const MonthDark = state.dark(month);
/** In 360 px a day has dots and a count; its list says the rest. */
export const MonthNarrow = state.narrow(month);
export const MonthBreton = state.inLanguage('br', month);
export const MonthEnglish = state.inLanguage('en', month);
/** By month where no date lies ahead: it opens at the latest one. */
export const MonthBehind: Story = { args: { src: sources.behind, view: 'month' } };
export const FiltersNarrow: Story = {
  ...state.narrow({ src: sources.events, limit: '4' }),
  play: state.pressing('ess-event-agenda', '.tools button'),
};
/** Wrong values in the data are text, told apart or counted: nothing is executed, nothing breaks. */
export const Odd: Story = { args: { src: sources.oddEvents, limit: '' } };
export const OddMonth: Story = { args: { src: sources.oddEvents, view: 'month' } };
/** Nothing matches what the page asks for. */
export const NoMatch: Story = { args: { period: '1999' }, ...expects({ state: 'empty' }) };
/** A series that does not exist is said in the widget, with those that do. */
export const UnknownSeries = state.mistake({ series: 'mois' }, /La série .*mois.* n’existe pas/);
