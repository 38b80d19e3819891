import { formatTime, formatWeekday } from '../format/index.ts';
import { lineageIn, type Period, parsePeriod } from '../model/index.ts';
import type { AgendaItem, AgendaRequest } from './agenda/agenda.ts';
import { html, joined, type Markup } from './markup.ts';
import { dated, link, timeMarkup } from './pieces.ts';
import type { StillContext } from './request.ts';
import type { Words } from './words/words.ts';

/**
 * Writes an event under its date: its title, linked where it has a page, its place and how it stands.
 * @param zone zone of the data: nobody in particular reads a still
 */
export const eventMarkup = (item: AgendaItem, m: Words, zone: string | undefined): Markup =>
  joined([dated(whenOf(item, m, zone), titleOf(item, m), m), ...factsOf(item, m)], ', ');

/** Writes the same within a sentence: the title first. */
export const eventInSentence = (item: AgendaItem, m: Words, zone: string | undefined): Markup =>
  joined([titleOf(item, m), whenOf(item, m, zone), ...factsOf(item, m)], ', ');

const titleOf = ({ event }: AgendaItem, m: Words): Markup => link(event.url, m.data(event.title));

const whenOf = ({ event, date }: AgendaItem, m: Words, zone: string | undefined): Markup =>
  date ? eventTime(date, event.startsAt, m, zone) : m.say('agendaNoDate');

/** Writes when an event is: its day with its weekday and its hour, or what is known of it. */
function eventTime(date: Period, startsAt: string | null | undefined, m: Words, zone: string | undefined): Markup {
  const hour = startsAt ? formatTime(startsAt, m.lang, { during: date, reader: zone }) : '';
  const day = timeMarkup(date, m, formatWeekday(date, m.lang));
  return hour ? html`${day} ${m.say('counterAt', { hour })}` : day;
}

const factsOf = ({ event, tags }: AgendaItem, m: Words): readonly Markup[] => [
  ...(event.place ? [html`${event.place}`] : []),
  ...tags.filter((tag) => tag !== 'planned').map((tag) => m.say(`agendaTag_${tag}`)),
];

/** Returns the criteria that attributes set; null where a period is none. */
export function eventsAsked({ dataset, attributes, today, within }: StillContext): AgendaRequest | null {
  const { period, series, edition, where } = attributes;
  if (period && !parsePeriod(period)) return null;
  return {
    today,
    period: period || undefined,
    series: series || undefined,
    edition: edition ? Number(edition) : undefined,
    where: where || undefined,
    lineage: lineageIn(dataset),
    within,
  };
}
