/** Date block of a list: as exact as the data, with words for screen readers. */
import { dateBlock, formatWeekday } from '@ess-widgets/core/format';
import { parsePeriod } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

/** Context of a date: the parts that the view around it shows already, and the words without a date. */
interface DateBlockContext {
  /** Year that is shown already, so that it is not repeated under a day. */
  readonly year: string;
  /** Whether that year is the heading of months too, as it is for a group of them. */
  readonly isOverMonths?: boolean;
  /** Words of an entry without a date. */
  readonly noDate: Content;
  /** Time of the start (ISO 8601) if it is known, for the `datetime` attribute. */
  readonly startsAt?: string | null | undefined;
}

/** @param date a period; null where nothing is known */
export function dateBlockView(date: string | null, context: DateBlockContext, m: Localized): TemplateResult {
  const { year, isOverMonths = false, noDate, startsAt } = context;
  if (!date)
    return html`<span class="date none"><b aria-hidden="true">–</b><span class="hidden">${noDate}</span></span>`;
  const block = dateBlock(date, m.lang);
  const isRough = block.kind === 'year' || (block.kind === 'month' && !isOverMonths);
  const lines = [block.day, block.month, isRough || block.year !== year ? block.year : ''];
  const [first, ...rest] = lines.filter(Boolean);
  const shown = html`<b aria-hidden="true">${first}</b>${rest.length ? html`<span aria-hidden="true">${rest.join(' ')}</span>` : nothing}`;
  const words = html`<span class="hidden">${formatWeekday(date, m.lang)}</span>`;
  const machine = startsAt && !Number.isNaN(Date.parse(startsAt)) ? startsAt : machineDate(date);
  return machine
    ? html`<time class="date ${block.kind}" datetime=${machine}>${shown}${words}</time>`
    : html`<span class="date ${block.kind}">${shown}${words}</span>`;
}

/** Returns a value for the `datetime` of `<time>`: a day, a month or a year; for a range of days, the first one. */
function machineDate(date: string): string | null {
  const parsed = parsePeriod(date);
  if (parsed?.kind === 'range') return parsed.first;
  return parsed && ['day', 'month', 'year'].includes(parsed.kind) ? date : null;
}
