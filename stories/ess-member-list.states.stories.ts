import type { Meta } from '@storybook/web-components-vite';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-member-list',
  ...state.metaOf('ess-member-list'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
