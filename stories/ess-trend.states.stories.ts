import type { Meta } from '@storybook/web-components-vite';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-trend',
  ...state.metaOf('ess-trend'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
/** An indicator that does not exist is said in the widget. */
export const UnknownIndicator = state.mistake(
  { indicator: 'audience-folowers' },
  /L’indicateur .*audience-folowers.* n’existe pas/,
);
