import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Annuaire (ess-member-list)',
  id: 'elements-ess-member-list',
  ...state.metaOf('ess-member-list'),
};
export default meta;

/** The directory alone, with its search and its filters. */
export const Ready: Story = {};
/** The same as a table. */
export const Table: Story = { args: { view: 'table' } };
/** The members of one département. */
export const OneTerritory: Story = { args: { territory: 'departement-29' } };
/** The members of one collège. */
export const OneCollege: Story = { args: { where: 'college=cooperatives' } };
/** With a title of its own, at the level that the page asks for. */
export const Titled: Story = { args: { heading: 'Ils font l’économie sociale', 'heading-level': '2' } };
