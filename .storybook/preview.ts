import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import '../packages/elements/src/define.ts';
import { setClock } from '../packages/elements/src/base/clock.ts';
import { setPageClient } from '../packages/elements/src/base/page.ts';
import { storyClient, storyTime } from '../stories/support/client.ts';
import docsPage from './docs-page.mdx';

setCustomElementsManifest(manifest);
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
    docs: { page: docsPage, source: { excludeDecorators: true } },
    layout: 'padded',
    options: { storySort: { order: ['Guides', ['Français', 'English'], 'Pages', 'Elements'] } },
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
