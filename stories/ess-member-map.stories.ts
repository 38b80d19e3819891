import type { Meta } from '@storybook/web-components-vite';
import { outlines } from './support/client.ts';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/ess-member-map',
  ...state.metaOf('ess-member-map'),
};
export default meta;

/** Members on the map and in the list: search, filters that are the legend, what is placed and what is not. */
export const Ready: Story = {};
/** Events and school projects beside the members. */
export const Layers: Story = { args: { layers: 'members events projects' } };
/** Map and list as one table. */
export const Table: Story = { args: { view: 'table' } };
/** Where the page wants no map, or where it cannot be drawn: the list is complete. */
export const WithoutMap: Story = { args: { basemap: 'none' } };
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
/** Outlines that cannot be read: a notice, and the rest works. */
export const BoundariesUnread: Story = {
  args: { boundaries: outlines.unread },
  ...expects({ says: [/the outlines of .* cannot be shown/] }),
};
/** A street map that waits for the visitor's click: before it, nothing is asked of its server. */
export const StreetMap: Story = { args: { tiles: 'ign' } };
export const ValuesDark = state.dark({ indicator: 'events-held', tiles: 'ign' });
export const ValuesNarrow = state.narrow({ indicator: 'events-held', tiles: 'ign' });
export const ValuesEnglish = state.inLanguage('en', { indicator: 'events-held' });
export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
export const Breton = state.inLanguage('br');
export const English = state.inLanguage('en');
export const Dark = state.dark();
export const Narrow = state.narrow();
