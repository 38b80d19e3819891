import type { Meta } from '@storybook/web-components-vite';
import { agenda, checking, messy, unknown } from './support/files.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Vérifier un fichier (ess-data-check)',
  id: 'elements-ess-data-check',
  ...state.metaOf('ess-data-check'),
  args: {},
};
export default meta;

/** Before there is a file: drop one, or choose it. */
export const Waiting: Story = { ...state.expects({ state: 'empty' }) };
/** A list of members: findings with their remedies, proposals, columns, a preview, files to take home. */
export const Members: Story = { play: checking(messy, 'adherents.csv') };
/** A list of events. */
export const Events: Story = { play: checking(agenda, 'agenda.csv') };
/** Columns that nobody recognises: say which one holds the names. */
export const UnknownColumns: Story = { play: checking(unknown, 'liste.csv') };
/** With a title of its own. */
export const Titled: Story = {
  args: { heading: 'Votre liste est-elle prête ?' },
  ...state.expects({ state: 'empty' }),
};
