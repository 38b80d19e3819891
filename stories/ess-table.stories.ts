import type { Meta } from '@storybook/web-components-vite';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const publications = { collection: 'publications', columns: 'title theme format date' };

const meta: Meta = {
  title: 'Elements/ess-table',
  ...state.metaOf('ess-table'),
  args: { src: sources.ready, ...publications },
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
/** Internal records that the page does not ask for in the open: a calm sentence, and the cure in the console. */
export const Hidden = state.mistake({ collection: 'movements', columns: '' }, /à usage interne dans ces données/);
/** The same on a page of the organisation's own. */
export const Internal: Story = { args: { collection: 'movements', columns: '', audience: 'internal' } };
/** A column that the collection does not have is said in the widget, with those that it has. */
export const UnknownColumn = state.mistake({ columns: 'titre date' }, /titre.+ n’est pas une colonne/);
export const Loading = state.loading(publications);
export const Empty = state.empty(publications);
export const ErrorWithoutData = state.errorWithoutData(publications);
export const ErrorWithLastData = state.errorWithLastData(publications);
export const Stale = state.stale(publications);
export const Breton = state.inLanguage('br', publications);
export const English = state.inLanguage('en', publications);
export const Dark = state.dark(publications);
export const Narrow = state.narrow(publications);
