import type { DirectoryLayer } from '@ess-widgets/core/model';
import { html, type TemplateResult } from 'lit';
import { shownCount } from '../directory/parts.ts';
import type { Directory } from '../directory/types.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';

const KEYS: Readonly<Record<DirectoryLayer, MessageKey>> = {
  members: 'overPlaceMembers',
  events: 'overPlaceEvents',
  projects: 'overPlaceProjects',
  programmes: 'overPlace',
};

/** "3 événements au même endroit": what a place that no zoom takes apart holds, by its kind where it is one; the way back. */
export function renderPlace(directory: Directory, close: () => void, m: Localized): TemplateResult {
  const layers = new Set(directory.shown.map(({ layer }) => layer));
  const [layer = 'members'] = layers;
  const title = m.content(layers.size > 1 ? 'overPlace' : KEYS[layer], { n: shownCount(directory) });
  return html`<p class="place"><strong>${title}</strong>
    <button class="link" type="button" @click=${close}>${m.content('overPlaceClose')}</button></p>`;
}
