import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Tableau (ess-table)',
  id: 'elements-ess-table',
  ...state.metaOf('ess-table'),
};
export default meta;

/** The records of a collection: sorted by any heading, the title linked where it has a page. */
export const Ready: Story = {};
/** The parts of a figure, with their shares and the whole. */
export const Parts: Story = { args: { collection: '', columns: '', indicator: 'members-stock', by: 'college' } };
/** Parts at two dates, with the change; a rough value says so. */
export const TwoDates: Story = { args: { collection: '', columns: '', indicator: 'audience-followers' } };
/** Several figures, a row each, with their doubts. */
export const Figures: Story = {
  args: {
    collection: '',
    columns: '',
    indicator: 'members-stock members-joined members-left school-pupils poles-organisations',
  },
};
/** More than fifty rows come in pages, sorted as the author asked. */
export const Pages: Story = {
  args: { collection: 'events', columns: 'date title status place attendance', sort: '-date' },
};
/** Three records or fewer are one sentence. */
export const Sentence: Story = {
  args: {
    collection: 'participations',
    columns: 'organisation role',
    where: 'of=bien-vieillir-en-bretagne',
    chart: 'list',
  },
};
/** The same on a page of the organisation's own. */
export const Internal: Story = { args: { collection: 'movements', columns: '', audience: 'internal' } };
