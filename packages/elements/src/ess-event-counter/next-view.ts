/** The next event, in one line: when, where, and how soon. Loaded where one lies ahead. */

import { daysUntil, safeHref } from '@ess-widgets/core/charts';
import { formatDaysUntil, formatTime, formatWeekday } from '@ess-widgets/core/format';
import { type AheadEvent, parsePeriod } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import { type Content } from '../base/frame.ts';
import { domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';

/** Days are counted down where they help to plan; further ahead the date alone says more. */
const SOON = 60;

/** @param reader zone of who reads */
export function nextView(event: AheadEvent, today: string, m: Localized, reader: string | undefined): TemplateResult {
  const { title, date, startsAt, place, online, full, url } = event;
  const name = domainText(title, m);
  const href = url ? safeHref(url) : undefined;
  const hour = startsAt ? formatTime(startsAt, m.lang, { during: date, reader }) : '';
  const facts = [
    html`${formatWeekday(date, m.lang)}${hour ? html` ${m.content('counterAt', { hour })}` : nothing}`,
    ...(place ? [place] : []),
    ...(online ? [m.content('counterOnline')] : []),
    ...(full ? [m.content('counterFull')] : []),
  ];
  const soon = countdown(date, today, m);
  return html`<p class="next" part="next">${controlIcon('calendar')}<span>${m.content('counterNext')} <strong>${
    href ? html`<a href=${href}>${name}</a>` : name
  }</strong>${facts.map((fact) => html`, ${fact}`)}${soon ? html` <strong class="soon">(${soon})</strong>` : nothing}</span></p>`;
}

/** Returns "dans 3 jours"; null where it would not help, and where the day is not known. */
function countdown(date: string, today: string, m: Localized): Exclude<Content, typeof nothing> | null {
  const left = daysUntil(parsePeriod(date), today);
  if (left === null || left > SOON) return null;
  return left < 0 ? m.content('counterUnderWay') : formatDaysUntil(left, m.lang);
}
