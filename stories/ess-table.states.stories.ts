import type { Meta } from '@storybook/web-components-vite';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-table',
  ...state.metaOf('ess-table'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
/** Internal records that the page does not ask for in the open: a calm sentence, and the cure in the console. */
export const Hidden = state.mistake({ collection: 'movements', columns: '' }, /à usage interne dans ces données/);
/** A column that the collection does not have is said in the widget, with those that it has. */
export const UnknownColumn = state.mistake({ columns: 'titre date' }, /titre.+ n’est pas une colonne/);
