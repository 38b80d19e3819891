import type { Meta } from '@storybook/web-components-vite';
import * as state from './support/story.ts';

const ONE = { territory: 'departement-29' };

const meta: Meta = {
  title: 'States/ess-territory-sheet',
  ...state.metaOf('ess-territory-sheet'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading(ONE);
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData(ONE);
export const Stale = state.stale(ONE);
