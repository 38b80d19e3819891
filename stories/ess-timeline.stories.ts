import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Frise de dates (ess-timeline)',
  id: 'elements-ess-timeline',
  ...state.metaOf('ess-timeline'),
};
export default meta;

/** Votes, members who joined or left, and events, by month where they span two years at most. */
export const Ready: Story = {};
/** More than eight rows: the smallest are one; a hollow mark is a date whose day is unknown. */
export const StripOfMany: Story = {
  args: { collections: 'events meetings', where: '', period: '2024', chart: 'strip' },
};
/** Fifty dates at first; planned, held and cancelled ones are told apart in words and by their mark. */
export const Pages: Story = { args: { collections: 'events meetings', where: '', chart: 'list' } };
/** One year of one collection, as a list. */
export const OneYear: Story = {
  args: { collections: 'meetings', where: 'body=copil-collectif', period: '2024', chart: 'list' },
};
/** The events of one series. */
export const OneSeries: Story = { args: { collections: 'events', where: '', series: 'webinaires-collectivites' } };
/** Members who joined or left one network. */
export const Members: Story = { args: { collections: 'memberships', where: 'network=cress-bretagne' } };
