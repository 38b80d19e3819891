import type { Meta } from '@storybook/web-components-vite';
import page from '../../.storybook/composition-page.mdx';
import { compositionMeta, type Story } from '../support/story.ts';

const meta: Meta = {
  title: 'Compositions/Carte de milliers d’organisations',
  id: 'compositions-large-scale',
  ...compositionMeta('large', page),
};
export default meta;

export const Region: Story = { name: 'Une région' };
export const Nation: Story = { name: 'La France', args: { src: 'large/large-220000/manifest.json' } };
