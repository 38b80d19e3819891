import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/ess-breakdown',
  ...state.metaOf('ess-breakdown'),
};
export default meta;

/** Members by collège: bars from zero, sorted by value, with the shape of each collège. */
export const Ready: Story = {};
/** A stock, what came in, what went out: four values that agree. The title says how it changed. */
export const Bridge: Story = { args: { by: '', chart: 'bridge' } };
/** Two or three parts of a whole: one bar, its labels below. */
export const Share: Story = { args: { indicator: 'dla-jobs', by: 'contract', where: 'lot=regional-completed' } };
/** A rate by itself: its value, and what it lacks of the whole. */
export const ShareOfRate: Story = { args: { indicator: 'month-national-share', by: '' } };
/** Parts at two dates: two dots a row and the change. What is not known has no dot, and words. */
export const Dumbbell: Story = { args: { indicator: 'audience-followers', by: 'channel', chart: 'dumbbell' } };
/** So many of so few: a dot each. */
export const Dots: Story = {
  args: { indicator: 'vote-share', by: '', where: 'vote=scenario-b-2024-09-26', chart: 'dots' },
};
/** Ratios beside each other have dots of one size. */
export const DotsBeside: Story = {
  args: {
    ...{ indicator: 'call-success-rate', by: '', where: 'call=ami-ess-france-refashion' },
    ...{ chart: 'dots', beside: 'region-53' },
  },
};
/** Percents that make a whole: a stack for each period, with patterns. */
export const Stack: Story = { args: { indicator: 'governance-attendance', by: '' } };
/** Two periods side by side in every category: patterns beside colour, a value at every bar, what is not known in words. */
export const Grouped: Story = { args: { indicator: 'audience-followers', by: 'channel', chart: 'grouped' } };
/** More periods, or territories, are named: three at most beside the first. */
export const GroupedBeside: Story = {
  args: { indicator: 'governance-attendance', by: '', chart: 'grouped', beside: '2023 2022' },
};
/** The same content as a table, which a visitor also reaches with one control. */
export const Table: Story = { args: { view: 'table' } };
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen();
