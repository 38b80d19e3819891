/** Date block of a list: as exact as the data, with words for screen readers. */
import { dateLines, type ShownAround } from '@ess-widgets/core/charts';
import { formatWeekday } from '@ess-widgets/core/format';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';

/** Context of a date: the parts that the view around it shows already, and the words without a date. */
interface DateBlockContext extends ShownAround {
  /** Words of an entry without a date. */
  readonly noDate: Content;
  /** Time of the start (ISO 8601) if it is known, for the `datetime` attribute. */
  readonly startsAt?: string | null | undefined;
}

/** @param date a period; null where nothing is known */
export function dateBlockView(date: string | null, context: DateBlockContext, m: Localized): TemplateResult {
  const { noDate, startsAt } = context;
  if (!date)
    return html`<span class="date none"><b aria-hidden="true">–</b><span class="hidden">${noDate}</span></span>`;
  const { kind, first, rest, machine } = dateLines(date, context, m.lang);
  const shown = html`<b aria-hidden="true">${first}</b>${rest ? html`<span aria-hidden="true">${rest}</span>` : nothing}`;
  const words = html`<span class="hidden">${formatWeekday(date, m.lang)}</span>`;
  const when = startsAt && !Number.isNaN(Date.parse(startsAt)) ? startsAt : machine;
  return when
    ? html`<time class="date ${kind}" datetime=${when}>${shown}${words}</time>`
    : html`<span class="date ${kind}">${shown}${words}</span>`;
}
