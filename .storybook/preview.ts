import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define.ts';
import { setClock } from '../packages/elements/src/base/clock.ts';
import { setPageClient } from '../packages/elements/src/base/page.ts';
import { storyClient, storyTime } from '../stories/support/client.ts';
import docsPage from './docs-page.mdx';

setPageClient(storyClient);
setClock(storyTime);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    locale: {
      description: 'Langue',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'fr', title: 'Français' },
          { value: 'br', title: 'Brezhoneg' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    theme: {
      description: 'Thème',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Clair' },
          { value: 'dark', title: 'Sombre' },
          { value: 'auto', title: 'Selon le système' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'fr', theme: 'light' },
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { page: docsPage, source: { excludeDecorators: true }, toc: { headingSelector: 'h2, h3' } },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Accueil',
          'Start',
          'Guides',
          ['Français', 'English'],
          'Développer',
          ['Français', 'English'],
          'Elements',
          'Compositions',
          ['Together', 'Dashboard', 'Large scale'],
          'States',
        ],
      },
    },
  },
  decorators: [
    (story, { globals, parameters }) => {
      const theme = String(parameters['ground'] ?? globals['theme']);
      const width = typeof parameters['width'] === 'string' ? parameters['width'] : '';
      return html`<div class="ground ${theme}" lang=${String(globals['locale'])}>
        <div .style=${width ? `inline-size: min(${width}, 100%)` : ''}>${story()}</div>
      </div>`;
    },
  ],
};

export default preview;
