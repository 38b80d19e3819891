import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define.ts';
import { setClock } from '../packages/elements/src/base/clock.ts';
import { setPageClient } from '../packages/elements/src/base/page.ts';
import { storyClient, storyTime } from '../stories/support/client.ts';
import { globalTypes, initialGlobals } from '../stories/support/toolbar.ts';
import docsPage from './docs-page.mdx';
import { fitDimensions, isSeveral } from './fitting.ts';

setPageClient(storyClient);
setClock(storyTime);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
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
          ['Tableau de bord', 'Carte, annuaire et agenda', 'Chiffres clés'],
          'States',
        ],
      },
    },
  },
  argsEnhancers: [
    // A control of several choices has a list; a story is written with the words of the attribute.
    ({ argTypes, initialArgs }) =>
      Object.fromEntries(
        Object.entries(initialArgs)
          .filter(([name, value]) => typeof value === 'string' && isSeveral(argTypes[name]))
          .map(([name, value]) => [name, String(value).split(' ')]),
      ),
  ],
  decorators: [
    fitDimensions,
    (story, { globals: { theme, locale, width } }) =>
      html`<div class="ground ${theme}" lang=${locale}>
        <div .style=${width === 'full' ? '' : `inline-size: min(${width}, 100%)`}>${story()}</div>
      </div>`,
  ],
};

export default preview;
