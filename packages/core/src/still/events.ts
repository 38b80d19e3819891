import { webHref } from '../format/href.ts';
import { parsePeriod } from '../model/period.ts';
import { resolveText } from '../model/text.ts';
import type { AgendaItem } from '../picture/agenda.ts';
import { isExact } from '../picture/days-until.ts';
import { html, joined, type Markup } from './markup.ts';
import type { StillContext } from './request.ts';
import { link } from './source.ts';
import { eventTime } from './time.ts';
import type { Words } from './words/words.ts';

/** Writes an event under its date: its title, linked where it has a page, its place and how it stands. */
export const eventMarkup = (item: AgendaItem, m: Words): Markup =>
  joined([dated(whenOf(item, m), titleOf(item, m), m), ...factsOf(item, m)], ', ');

/** Writes the same within a sentence: the title first. */
export const eventInSentence = (item: AgendaItem, m: Words): Markup =>
  joined([titleOf(item, m), whenOf(item, m), ...factsOf(item, m)], ', ');

/** Writes a date and what is on it. */
export const dated = (date: Markup, what: Markup, m: Words): Markup =>
  html`${date}${m.lang === 'fr' ? '\u202f' : ''}: ${what}`;

const titleOf = ({ event }: AgendaItem, m: Words): Markup => link(event.url, m.data(event.title));

const whenOf = ({ event, date }: AgendaItem, m: Words): Markup =>
  date ? eventTime(date, event.startsAt, m) : m.say('agendaNoDate');

const factsOf = ({ event, tags }: AgendaItem, m: Words): readonly Markup[] => [
  ...(event.place ? [html`${event.place}`] : []),
  ...tags.filter((tag) => tag !== 'planned').map((tag) => m.say(`agendaTag_${tag}`)),
];

/** Returns an event as schema.org has it. Its status is said only where it is known to come. */
export function eventJsonLd({ event, date }: AgendaItem, { m }: Pick<StillContext, 'm'>): object {
  const days = date ? parsePeriod(date) : null;
  const url = event.url ? webHref(event.url) : undefined;
  return {
    '@type': 'Event',
    name: resolveText(event.title, m.lang).text,
    // A date that is known to the month is written as such: its first day would be another claim.
    ...(days ? { startDate: event.startsAt ?? (isExact(days) ? days.first : days.text) } : {}),
    ...(days && isExact(days) ? { endDate: event.endsAt ?? days.last } : {}),
    ...(event.place ? { location: { '@type': 'Place', name: event.place, address: event.place } } : {}),
    ...(url ? { url } : {}),
  };
}
