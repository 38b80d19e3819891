import type { Meta } from '@storybook/web-components-vite';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-report',
  ...state.metaOf('ess-report'),
  tags: ['!autodocs'],
};
export default meta;

export const Loading = state.loading();
export const ErrorWithoutData = state.errorWithoutData();
export const ErrorWithLastData = state.errorWithLastData({ section: 'I.1.b' });
export const Stale = state.stale({ section: 'I.1.b' });
/** A section that does not exist is said in the widget, with the chapters that do. */
export const UnknownSection = state.mistake({ section: 'V.3' }, /La section .+V\.3.+ n’est pas dans ce rapport/);
