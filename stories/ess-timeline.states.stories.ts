import type { Meta } from '@storybook/web-components-vite';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-timeline',
  ...state.metaOf('ess-timeline'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const Empty = state.empty();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData();
export const Stale = state.stale();
export const NarrowStrip = state.narrow({ collections: 'meetings votes', where: 'section=I.1.d' });
/** A collection without dates is said in the widget, with those that have some. */
export const UnknownCollection = state.mistake(
  { collections: 'reunions' },
  /La collection .*reunions.* n’a pas de dates/,
);
