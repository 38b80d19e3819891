import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Répartition en graphique (ess-breakdown)',
  id: 'elements-ess-breakdown',
  ...state.metaOf('ess-breakdown'),
};
export default meta;

/** Members by collège: bars from zero, sorted by value, with the shape of each collège. */
export const Ready: Story = {};
/** A rate by itself: its value, and what it lacks of the whole. */
export const ShareOfRate: Story = { args: { indicator: 'month-national-share', by: '' } };
/** Ratios beside each other have dots of one size. */
export const DotsBeside: Story = {
  args: {
    ...{ indicator: 'call-success-rate', by: '', where: 'call=ami-ess-france-refashion' },
    ...{ chart: 'dots', beside: 'region-53' },
  },
};
/** More periods, or territories, are named: three at most beside the first. */
export const GroupedBeside: Story = {
  args: { indicator: 'governance-attendance', by: '', chart: 'grouped', beside: '2023 2022' },
};
/** The same content as a table, which a visitor also reaches with one control. */
export const Table: Story = { args: { view: 'table' } };
/** The source card: what the figure is, where it stands, how far it can be trusted, what can be done with it. */
export const Card = state.cardOpen();
