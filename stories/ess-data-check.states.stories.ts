import type { Meta } from '@storybook/web-components-vite';
import { checking } from './support/files.ts';
import * as state from './support/story.ts';

const meta: Meta = {
  title: 'States/ess-data-check',
  ...state.metaOf('ess-data-check'),
  args: {},
  tags: ['!autodocs'],
};
export default meta;

export const Empty = { ...state.expects({ state: 'empty' }) };
export const Refused = { play: checking('%PDF-1.7', 'rapport.pdf') };
