import type { Meta } from '@storybook/web-components-vite';
import * as state from './support/story.ts';

const ALL = { fields: 'territory period compare' };

const meta: Meta = {
  title: 'States/ess-territory-picker',
  ...state.metaOf('ess-territory-picker'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading(ALL);
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData(ALL);
export const Stale = state.stale(ALL);
