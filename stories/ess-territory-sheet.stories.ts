import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Fiche d’un territoire (ess-territory-sheet)',
  id: 'elements-ess-territory-sheet',
  ...state.metaOf('ess-territory-sheet'),
};
export default meta;

/** A département: what lies in it, each part with its source. */
export const Ready: Story = {};
/** A territory of which only some parts are known. */
export const FewKnown: Story = { args: { territory: 'departement-22' } };
/** One year of it. */
export const OnePeriod: Story = { args: { period: '2024' } };
/** Two parts of it. */
export const TwoParts: Story = { args: { sections: 'members events' } };
/** Before a territory is chosen. */
export const NoneChosen: Story = { args: { territory: '' }, ...state.expects({ state: 'empty' }) };
