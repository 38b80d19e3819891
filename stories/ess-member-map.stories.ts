import type { Meta } from '@storybook/web-components-vite';
import { outlines } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Carte des adhérents (ess-member-map)',
  id: 'elements-ess-member-map',
  ...state.metaOf('ess-member-map'),
};
export default meta;

/** Members on the map and in the list: search, filters that are the legend, what is placed and what is not. */
export const Ready: Story = {};
/** Events and school projects beside the members. */
export const Layers: Story = { args: { layers: 'members events projects' } };
/** Values of an indicator, département by département: written in each, in the legend and in a table one control away. */
export const Values: Story = { args: { indicator: 'events-held', heading: 'Événements par département' } };
/** School projects where they are, over their number in each département. */
export const ValuesAndProjects: Story = {
  args: { indicator: 'school-projects', layers: 'projects', period: '2023-SY' },
};
/** Outlines of an author's own file (here two invented ones), the chosen territory marked and in view. */
export const Boundaries: Story = {
  args: { boundaries: outlines.invented, territory: 'departement-29', heading: 'Adhérents du Finistère' },
};
/** A street map that waits for the visitor's click: before it, nothing is asked of its server. */
export const StreetMap: Story = { args: { tiles: 'ign' } };
/** Map and list as one table. */
export const Table: Story = { args: { view: 'table' } };
