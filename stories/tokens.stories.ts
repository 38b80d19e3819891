import { categoryColours, groundColours } from '@ess-widgets/core/charts';
import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { themed, tokens } from '../packages/elements/src/base/tokens.ts';
import type { Story } from './support/story.ts';

const meta: Meta = {
  title: 'Elements/Couleurs et tailles (tokens)',
  id: 'elements-tokens',
  tags: ['!autodocs'],
};
export default meta;

/** Styles that declare the public tokens: of every element, of categories, of the map. */
const declared = [tokens.cssText, themed(categoryColours).cssText, themed(groundColours).cssText];

/** Returns the defaults of the tokens that rules of one selector declare, by their names. */
function valuesOf(selector: string): ReadonlyMap<string, string> {
  const rules = declared.flatMap((css) => css.split('}').filter((rule) => rule.trim().startsWith(`${selector}{`)));
  const pairs = rules.flatMap((rule) => [...rule.matchAll(/--_([\w-]+):var\(--ess-\1,(.*?)\);/g)]);
  return new Map(pairs.map(([, name = '', text = '']) => [name, text.replace('--_', '--ess-')]));
}

const value = (text: string): TemplateResult =>
  text.startsWith('#')
    ? html`<td><span class="swatch" .style=${`background:${text}`}></span><code>${text}</code></td>`
    : html`<td><code>${text}</code></td>`;

/** Every public token with its default in the light and in the dark theme. */
export const All: Story = {
  render: () => {
    const [light, dark] = [valuesOf(':host'), new Map([...valuesOf(':host'), ...valuesOf(':host(:state(dark))')])];
    return html`<table class="tokens">
      <thead><tr><th scope="col">--ess-…</th><th scope="col">light</th><th scope="col">dark</th></tr></thead>
      <tbody>${[...light.keys()].map((name) => html`<tr><th scope="row"><code>--ess-${name}</code></th>${value(light.get(name) ?? '')}${value(dark.get(name) ?? '')}</tr>`)}</tbody>
    </table>`;
  },
};
