/** The date block of a list: as exact as what is known, in words for the ear. */
import { dateBlock, formatWeekday } from '@ess-widgets/core/format/lean';
import { parsePeriod } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../internal/frame.ts';
import type { Localized } from '../messages/messages.ts';

/** @param year the year that is said already: it is not repeated where a day or a month stands above it */
export function dateBlockView(date: string | null, year: string, noDate: Content, m: Localized): TemplateResult {
  if (!date)
    return html`<span class="date none"><b aria-hidden="true">–</b><span class="hidden">${noDate}</span></span>`;
  const block = dateBlock(date, m.lang);
  const isYear = block.kind === 'year';
  const lines = [block.day, block.month, isYear || block.year !== year ? block.year : ''];
  const [first, ...rest] = lines.filter(Boolean);
  const shown = html`<b aria-hidden="true">${first}</b>${rest.length ? html`<span aria-hidden="true">${rest.join(' ')}</span>` : nothing}`;
  const words = html`<span class="hidden">${formatWeekday(date, m.lang)}</span>`;
  const machine = machineDate(date);
  return machine
    ? html`<time class="date ${block.kind}" datetime=${machine}>${shown}${words}</time>`
    : html`<span class="date ${block.kind}">${shown}${words}</span>`;
}

/** What `<time>` can say: a day, a month or a year; of a range of days, the first one. */
function machineDate(date: string): string | null {
  const parsed = parsePeriod(date);
  if (parsed?.kind === 'range') return parsed.first;
  return parsed && ['day', 'month', 'year'].includes(parsed.kind) ? date : null;
}
