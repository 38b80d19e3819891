import type { Meta } from '@storybook/web-components-vite';
import page from '../../.storybook/composition-page.mdx';
import { compositionMeta, type Story } from '../support/story.ts';

const meta: Meta = {
  title: 'Compositions/Rapport d’activité',
  id: 'compositions-report',
  ...compositionMeta('report', page),
};
export default meta;

export const Page: Story = { name: 'Rapport d’activité' };
