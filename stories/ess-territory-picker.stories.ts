import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Choix du territoire (ess-territory-picker)',
  id: 'elements-ess-territory-picker',
  ...state.metaOf('ess-territory-picker'),
};
export default meta;

/** The territories that something in the data lies in. */
export const Ready: Story = {};
/** Territory, period and comparison in one bar. */
export const AllFields: Story = { args: { fields: 'territory period compare' } };
/** With a title of its own. */
export const Titled: Story = { args: { heading: 'Votre territoire', kinds: 'departement epci' } };
/** More territories than a list can have: they are searched, without accents. */
export const Many: Story = { args: { src: sources.crowded } };
/** A period alone, for a page about one territory. */
export const PeriodAlone: Story = { args: { fields: 'period' } };
