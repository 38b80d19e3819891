import type { Meta } from '@storybook/web-components-vite';
import { exampleOf } from './support/examples.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Groupe de widgets (ess-provider)',
  id: 'elements-ess-provider',
  ...state.metaOf('ess-provider'),
};
export default meta;

/** One address for all; choosing an event of the agenda that has a position shows it on the map, and the other way round. */
export const SharedSelection: Story = {};
/** A period for all that is inside. */
export const OnePeriod: Story = { args: { period: '2024' } };
/** A territory for all that is inside. */
export const OneTerritory: Story = { args: { territory: 'departement-35' } };
/** The attribute of an element wins over that of its provider: the second figure keeps its own period. */
export const OwnAttribute: Story = {
  args: { period: '2024' },
  render: (args, { globals }) =>
    state.drawn({
      ...exampleOf({ tag: 'ess-provider' }, args, globals),
      inside: [
        { tag: 'ess-indicator', attributes: { indicator: 'members-stock' } },
        { tag: 'ess-indicator', attributes: { indicator: 'members-stock', period: '2023' } },
      ],
    }),
};
/** A theme for all that is inside. */
export const OneTheme = state.dark();
