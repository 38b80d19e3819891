/** The next event, in one line: when, where, and how soon. Loaded where one lies ahead. */

import { daysUntil, nextSaid, safeHref } from '@ess-widgets/core/charts';
import { formatDaysUntil } from '@ess-widgets/core/format';
import { type AheadEvent, parsePeriod } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import { type Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { saidContent } from '../views/said.ts';

/** Days are counted down where they help to plan; further ahead the date alone says more. */
const SOON = 60;

/** @param reader zone of who reads */
export function nextView(event: AheadEvent, today: string, m: Localized, reader: string | undefined): TemplateResult {
  const { title, date, url } = event;
  const name = domainText(title, m);
  const href = url ? safeHref(url) : undefined;
  const { day, hour, facts } = nextSaid(event, m, reader);
  const soon = countdown(date, today, m);
  return html`<p class="next" part="next">${controlIcon('calendar')}<span>${m.content('counterNext')} <strong>${
    href ? html`<a href=${href}>${name}</a>` : name
  }</strong>, ${day}${hour ? html` ${saidContent(hour, m)}` : nothing}${facts.map((fact) => html`, ${saidContent(fact, m)}`)}${soon ? html` <strong class="soon">(${soon})</strong>` : nothing}</span></p>`;
}

/** Returns "dans 3 jours"; null where it would not help, and where the day is not known. */
function countdown(date: string, today: string, m: Localized): Exclude<Content, typeof nothing> | null {
  const left = daysUntil(parsePeriod(date), today);
  if (left === null || left > SOON) return null;
  return left < 0 ? m.content('counterUnderWay') : formatDaysUntil(left, m.lang);
}
