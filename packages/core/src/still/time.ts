import { formatPeriod } from '../format/period.ts';
import { formatTime } from '../format/time.ts';
import { formatWeekday } from '../format/weekday.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import { html, type Markup } from './markup.ts';
import type { Words } from './words/words.ts';

/** Returns a period as `<time>` reads it; undefined where HTML has no form of it: a quarter, a range. */
const machine = (text: Period): string | undefined =>
  /^(day|month|year)$/.test(parsePeriod(text)?.kind ?? '') ? text : undefined;

/** Writes a period in words, with the same for machines. */
export function timeMarkup(text: Period, { lang }: Pick<Words, 'lang'>, words = formatPeriod(text, lang)): Markup {
  const at = machine(text);
  return at === undefined ? html`${words}` : html`<time datetime="${at}">${words}</time>`;
}

/** Writes when an event is: its day with its weekday and its hour, or what is known of it. */
export function eventTime(date: Period, startsAt: string | null | undefined, m: Words): Markup {
  const hour = startsAt ? formatTime(startsAt, m.lang, { during: date }) : '';
  const day = timeMarkup(date, m, formatWeekday(date, m.lang));
  return hour ? html`${day} ${m.say('counterAt', { hour })}` : day;
}
