import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { tokenNames } from '../packages/elements/src/internal/tokens.ts';
import type { Story } from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Tokens',
  tags: ['!autodocs'],
};
export default meta;

/** The values of a theme as an element of the page reads them. */
function valuesOf(theme: string): ReadonlyMap<string, string> {
  const probe = document.createElement('ess-indicator');
  probe.setAttribute('theme', theme);
  probe.hidden = true;
  document.body.append(probe);
  // The theme is a custom state, set by the first update.
  probe.performUpdate();
  const style = getComputedStyle(probe);
  const values = new Map(tokenNames.map((name) => [name, style.getPropertyValue(`--_${name}`).trim()]));
  probe.remove();
  return values;
}

const value = (text: string): TemplateResult =>
  text.startsWith('#')
    ? html`<td><span class="swatch" .style=${`background:${text}`}></span><code>${text}</code></td>`
    : html`<td><code>${text}</code></td>`;

/** Every public token with its default in the light and in the dark theme. */
export const All: Story = {
  render: () => {
    const [light, dark] = [valuesOf('light'), valuesOf('dark')];
    return html`<table class="tokens">
      <thead><tr><th scope="col">--ess-…</th><th scope="col">light</th><th scope="col">dark</th></tr></thead>
      <tbody>${tokenNames.map((name) => html`<tr><th scope="row"><code>--ess-${name}</code></th>${value(light.get(name) ?? '')}${value(dark.get(name) ?? '')}</tr>`)}</tbody>
    </table>`;
  },
};
