import { html, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';

/** Part of the widget that a narrow map shows. */
export type Tab = 'map' | 'list';

/** Two tabs; arrows, Home and End go from one to the other, as tabs do. */
export function renderTabs(current: Tab, show: (tab: Tab) => void, m: Localized): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const to: Readonly<Record<string, Tab>> = { ArrowLeft: 'map', ArrowRight: 'list', Home: 'map', End: 'list' };
    const tab = to[event.key];
    if (!tab) return;
    event.preventDefault();
    show(tab);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  const one = (tab: Tab) => html`<button class="tab" type="button" role="tab" id="tab-${tab}"
    aria-controls="panel-${tab}" aria-selected=${tab === current} tabindex=${tab === current ? '0' : '-1'}
    @click=${() => show(tab)}>${m.content(tab === 'map' ? 'dirTabMap' : 'dirTabList')}</button>`;
  return html`<div class="tabs" role="tablist" aria-label=${m.text('dirTabs')} @keydown=${onKey}>${one('map')}${one('list')}</div>`;
}
