import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Évolution en courbes (ess-trend)',
  id: 'elements-ess-trend',
  ...state.metaOf('ess-trend'),
};
export default meta;

/** The followers of each channel at two dates: a slope from zero, with the change at its end. */
export const Ready: Story = {};
/** A single figure at two dates. */
export const OneSeries: Story = { args: { indicator: 'members-stock' } };
/** Figures of one year only are figures, and are said to be the only ones. */
export const OneYear: Story = { args: { indicator: 'members-joined members-left' } };
/** Two units make two panels: they are never mixed on one axis. */
export const TwoUnits: Story = { args: { indicator: 'members-stock governance-represented-mandates' } };
/** Eight years: lines on an axis with ticks, a gap where a value is unknown, hollow marks where it is approximate. */
export const Years: Story = { args: { src: sources.years, indicator: 'members-joined members-left' } };
/** One line over eight years has its values on it. */
export const YearsOfOne: Story = { args: { src: sources.years, indicator: 'members-stock' } };
/** The same content as a table, which a visitor also reaches with one control. */
export const Table: Story = { args: { view: 'table' } };
