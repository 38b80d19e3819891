import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { tokenNames } from '../packages/elements/src/base/tokens.ts';
import { chartColours } from '../packages/elements/src/map/map.styles.ts';
import { categoryColours } from '../packages/elements/src/views/symbols.ts';
import { sources } from './support/client.ts';
import type { Story } from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Tokens',
  tags: ['!autodocs'],
};
export default meta;

/** Public tokens: of every element, of categories, of the map. */
const names = [...tokenNames, ...[...categoryColours, ...chartColours].map(([name]) => name)];

/** The values of a theme as an element of the page reads them: the theme is a state that its first update sets. */
async function valuesOf(theme: string): Promise<ReadonlyMap<string, string>> {
  const probe = document.createElement('ess-member-map');
  probe.setAttribute('theme', theme);
  probe.hidden = true;
  probe.setAttribute('src', sources.loading);
  document.body.append(probe);
  await probe.updateComplete;
  const style = getComputedStyle(probe);
  const values = new Map(names.map((name) => [name, style.getPropertyValue(`--_${name}`).trim()]));
  probe.remove();
  return values;
}

const value = (text: string): TemplateResult =>
  text.startsWith('#')
    ? html`<td><span class="swatch" .style=${`background:${text}`}></span><code>${text}</code></td>`
    : html`<td><code>${text}</code></td>`;

/** Every public token with its default in the light and in the dark theme. */
export const All: Story = {
  loaders: [async () => ({ light: await valuesOf('light'), dark: await valuesOf('dark') })],
  render: (_args, { loaded }) => {
    const light: ReadonlyMap<string, string> = loaded['light'];
    const dark: ReadonlyMap<string, string> = loaded['dark'];
    return html`<table class="tokens">
      <thead><tr><th scope="col">--ess-…</th><th scope="col">light</th><th scope="col">dark</th></tr></thead>
      <tbody>${names.map((name) => html`<tr><th scope="row"><code>--ess-${name}</code></th>${value(light.get(name) ?? '')}${value(dark.get(name) ?? '')}</tr>`)}</tbody>
    </table>`;
  },
};
