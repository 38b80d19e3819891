import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/ess-member-map',
  ...state.metaOf('ess-member-map', { view: ['map', 'list', 'table'] }),
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
export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
export const Breton = state.inLanguage('br');
export const English = state.inLanguage('en');
export const Dark = state.dark();
export const Narrow = state.narrow();
