import type { Meta } from '@storybook/web-components-vite';
import type { Story } from './support/story.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'Elements/ess-member-list',
  ...state.metaOf('ess-member-list'),
};
export default meta;

/** The directory alone, with its search and its filters. */
export const Ready: Story = {};
/** The same as a table. */
export const Table: Story = { args: { view: 'table' } };
export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
export const Breton = state.inLanguage('br');
export const English = state.inLanguage('en');
export const Dark = state.dark();
export const Narrow = state.narrow();
