import type { Meta } from '@storybook/web-components-vite';
import { outlines } from './support/client.ts';
import { expects } from './support/expected.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-member-map',
  ...state.metaOf('ess-member-map'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
/** Map and list take turns on a narrow screen, and the list is first. */
export const NarrowList = state.narrow({ view: 'list' });
/** The card of a marker is a sheet at the foot of a telephone. */
export const NarrowCard: Story = {
  ...state.narrow(),
  play: state.pressing('ess-member-map', '.marker:not(.cluster)'),
};
/** So are the filters, with a button that says how many results there are. */
export const NarrowFilters: Story = { ...state.narrow(), play: state.pressing('ess-member-map', '.open-filters') };
/** The page wants no map, or it cannot be drawn: the list is complete. */
export const WithoutMap: Story = { args: { basemap: 'none' } };
/** Outlines that cannot be read: a notice, and the rest works. */
export const BoundariesUnread: Story = {
  args: { boundaries: outlines.unread },
  ...expects({ says: [/the outlines of .* cannot be shown/] }),
};
export const ValuesDark = state.dark({ indicator: 'events-held', tiles: 'ign' });
export const ValuesNarrow = state.narrow({ indicator: 'events-held', tiles: 'ign' });
export const ValuesEnglish = state.inLanguage('en', { indicator: 'events-held' });
