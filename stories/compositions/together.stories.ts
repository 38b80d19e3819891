import type { Meta } from '@storybook/web-components-vite';
import page from '../../.storybook/composition-page.mdx';
import { compositionMeta, type Story } from '../support/story.ts';

const meta: Meta = {
  title: 'Compositions/Carte, annuaire et agenda',
  id: 'compositions-together',
  ...compositionMeta('together', page),
};
export default meta;

export const Page: Story = { name: 'Carte, annuaire et agenda' };
