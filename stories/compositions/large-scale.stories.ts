import type { Meta } from '@storybook/web-components-vite';
import type { Story } from '../support/story.ts';
import * as state from '../support/story.ts';

const REGION = 'large/large-11500/manifest.json';
const NATION = 'large/large-220000/manifest.json';

const meta: Meta = {
  title: 'Compositions/Large scale',
  ...state.metaOf('ess-member-map'),
  tags: ['!autodocs'],
};
export default meta;

/** As many organisations as the social economy of Brittany has, all of them generated. */
export const Region: Story = { args: { src: REGION } };
/** As many as that of the nation, all of them generated: points first, names as they are needed. */
export const Nation: Story = { args: { src: NATION } };
export const NationInEnglish = state.inLanguage('en', { src: NATION });
export const NationDark = state.dark({ src: NATION });
export const NationNarrow = state.narrow({ src: NATION });
