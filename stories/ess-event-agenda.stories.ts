import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const few = { limit: '8' };

/** Presses the first button above the events, as soon as it is there. */
async function openFilters({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const button = () =>
    canvasElement.querySelector('ess-event-agenda')?.shadowRoot?.querySelector<HTMLElement>('.tools button');
  for (let turns = 0; turns < 100 && !button(); turns++) await new Promise((resolve) => setTimeout(resolve, 50));
  button()?.click();
}

const meta: Meta = {
  title: 'Elements/ess-event-agenda',
  ...state.metaOf('ess-event-agenda'),
  args: { src: sources.ready, ...few },
};
export default meta;

/** On the day of the data: next dates first, then those that are over. */
export const Ready: Story = {};
/** No date lies ahead: that is said first, with the date of the data. */
export const NothingAhead: Story = { args: { src: sources.behind } };
/** Every state: today, fully booked, cancelled, postponed, over several days, coming back, without a day, not confirmed. */
export const States: Story = { args: { src: sources.events, limit: '' } };
/** By month: one stop for the keyboard, and the list of the chosen day under the grid. */
export const Month: Story = { args: { src: sources.events, view: 'month' } };
export const MonthDark = state.dark({ src: sources.events, view: 'month' });
/** In 360 px a day has dots and a count; its list says the rest. */
export const MonthNarrow = state.narrow({ src: sources.events, view: 'month' });
export const MonthBreton = state.inLanguage('br', { src: sources.events, view: 'month' });
export const MonthEnglish = state.inLanguage('en', { src: sources.events, view: 'month' });
/** By month where no date lies ahead: it opens at the latest one. */
export const MonthBehind: Story = { args: { src: sources.behind, view: 'month' } };
/** The filters open: only what sets the events apart, each value with how many it would leave. */
export const Filters: Story = { args: { src: sources.events, limit: '4' }, play: openFilters };
export const FiltersNarrow: Story = { ...state.narrow({ src: sources.events, limit: '4' }), play: openFilters };
/** A calendar to subscribe to: `webcal:`. */
export const Subscription: Story = { args: { calendar: 'agenda.ics', limit: '3' } };
/** What is wrong in the data is text, told apart or counted: nothing is executed, nothing breaks. */
export const Odd: Story = { args: { src: sources.oddEvents, limit: '' } };
export const OddMonth: Story = { args: { src: sources.oddEvents, view: 'month' } };
/** One series, a cancelled session among it. */
export const Series: Story = { args: { series: 'webinaires-collectivites' } };
/** In one territory and one year. What has no place or no date is counted. */
export const Filtered: Story = { args: { territory: 'departement-29', period: '2024' } };
/** Nothing matches what the page asks for. */
export const NoMatch: Story = { args: { period: '1999' }, ...expects({ state: 'empty' }) };
/** A series that does not exist is said in the widget, with those that do. */
export const UnknownSeries = state.mistake({ series: 'mois' }, /La série .*mois.* n’existe pas/);
export const Loading = state.loading(few);
export const Empty = state.empty(few);
export const ErrorWithoutData = state.errorWithoutData(few);
export const ErrorWithLastData = state.errorWithLastData(few);
export const Stale = state.stale(few);
export const Breton = state.inLanguage('br', few);
export const English = state.inLanguage('en', few);
export const Dark = state.dark(few);
export const Narrow = state.narrow(few);
