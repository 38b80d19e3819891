/** Fourth part: what one takes home. */
import { html, type TemplateResult } from 'lit';
import type { Atelier } from './app.ts';
import { folderField } from './place.ts';
import { IN_PLUGIN } from './plugin.ts';

export function takeView(atelier: Atelier): TemplateResult {
  const { m, brought, busy } = atelier.app;
  if (!brought) return html`<p class="lacks">${m.takeLacks}</p>`;
  const button = (purpose: 'site' | 'keep', hint: string): TemplateResult =>
    html`<p><button class="button" type="button" ?disabled=${busy} @click=${() => atelier.take(purpose)}>${m[purpose]}</button> ${hint}</p>`;
  if (IN_PLUGIN) return html`<p>${m.takePlugin}</p>${button('keep', m.keepHint)}`;
  return html`<p>${m.takeHint}</p>
    <div class="fields row">${folderField(atelier, m.homeTake)}</div>
    <p>${m.homeWhy}</p>
    ${button('site', m.siteHint)}${button('keep', m.keepHint)}`;
}
