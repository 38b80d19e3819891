import { sectionsOf } from '@ess-widgets/core/internal/model/report/outline';
import { html, nothing, type TemplateResult } from 'lit';
import { domainText } from '../base/quality.ts';
import type { PaperModel } from './paper-parts.ts';

/**
 * What stands on paper in place of a block that has not come. A map waits until its reader comes near: it is named, and how
 * to have it.
 * @param room what is kept for the block in the report, or the block itself while its data are on their way
 */
export function missingOnPaper(room: Element, { report, m, address }: PaperModel): TemplateResult {
  if (!room.matches('.room.map')) return html`<p>${m.content('paperLeft')}</p>`;
  const id = room.closest<HTMLElement>('[data-section]')?.dataset['section'] ?? '';
  const maps = sectionsOf(report)
    .find(({ section }) => section.id === id)
    ?.section.blocks.filter(({ type }) => type === 'map');
  const places = [...(room.parentElement?.querySelectorAll(':scope > :is(.room.map, ess-member-map)') ?? [])];
  const title = maps?.[places.indexOf(room)]?.title;
  return html`${title ? html`<p class="heading">${domainText(title, m)}</p>` : nothing}
    <p>${m.content('paperLeftMap', { address: `${address}#${encodeURIComponent(id)}` })}</p>`;
}
