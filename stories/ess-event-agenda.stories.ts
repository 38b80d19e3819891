import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const few = { limit: '8' };

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
/** One series, a cancelled session among it. */
export const Series: Story = { args: { series: 'webinaires-collectivites' } };
/** In one territory and one year. What has no place or no date is counted. */
export const Filtered: Story = { args: { territory: 'departement-29', period: '2024' } };
/** Nothing matches what the page asks for. */
export const NoMatch: Story = { args: { period: '1999' } };
/** A series that does not exist is said in the widget, with those that do. */
export const UnknownSeries: Story = { args: { series: 'mois' } };
export const Loading = state.loading(few);
export const Empty = state.empty(few);
export const ErrorWithoutData = state.errorWithoutData(few);
export const ErrorWithLastData = state.errorWithLastData(few);
export const Stale = state.stale(few);
export const Breton = state.inLanguage('br', few);
export const English = state.inLanguage('en', few);
export const Dark = state.dark(few);
export const Narrow = state.narrow(few);
