import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const governance = { collections: 'votes memberships events', where: 'network=cress-bretagne themes=gouvernance' };

const meta: Meta = {
  title: 'Elements/ess-timeline',
  ...state.metaOf('ess-timeline'),
  args: { src: sources.ready, ...governance },
};
export default meta;

/** Votes, members who joined or left, and events, by month where they span two years at most. */
export const Ready: Story = {};
/** Fifty dates at first; planned, held and cancelled ones are told apart in words and by their mark. */
export const Pages: Story = { args: { collections: 'events meetings', where: '' } };
/** One year of one collection. */
export const OneYear: Story = { args: { collections: 'meetings', where: 'body=copil-collectif', period: '2024' } };
/** A collection without dates is said in the widget, with those that have some. */
export const UnknownCollection = state.mistake(
  { collections: 'reunions' },
  /La collection .*reunions.* n’a pas de dates/,
);
export const Loading = state.loading(governance);
export const Empty = state.empty(governance);
export const ErrorWithoutData = state.errorWithoutData(governance);
export const ErrorWithLastData = state.errorWithLastData(governance);
export const Stale = state.stale(governance);
export const Breton = state.inLanguage('br', governance);
export const English = state.inLanguage('en', governance);
export const Dark = state.dark(governance);
export const Narrow = state.narrow(governance);
