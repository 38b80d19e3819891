import type { Meta } from '@storybook/web-components-vite';
import { checking, messy } from './support/files.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-data-check',
  ...state.metaOf('ess-data-check'),
  args: {},
  tags: ['!autodocs'],
};
export default meta;

const play = checking(messy, 'adherents.csv');

export const Empty = { ...state.expects({ state: 'empty' }) };
export const Refused = { play: checking('%PDF-1.7', 'rapport.pdf') };
export const English = { ...state.inLanguage('en'), play };
export const Breton = { ...state.inLanguage('br'), play };
export const Dark = { ...state.dark(), play };
export const Narrow = { ...state.narrow(), play };
