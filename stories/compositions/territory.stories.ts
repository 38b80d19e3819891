import type { Meta } from '@storybook/web-components-vite';
import page from '../../.storybook/composition-page.mdx';
import { compositionMeta, type Story } from '../support/story.ts';

const meta: Meta = {
  title: 'Compositions/Fiche d’un territoire',
  id: 'compositions-territory',
  ...compositionMeta('territory', page),
};
export default meta;

export const Page: Story = { name: 'Fiche d’un territoire' };
