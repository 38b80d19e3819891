/** What an agenda says: its title, the line that counts, its sections, and what is known of each of its events. */
import {
  capitalised,
  dateBlock,
  dateInWords,
  eventHours,
  formatCount,
  formatQuantity,
  formatWeekday,
  periodInWords,
} from '../../format/index.ts';
import {
  type Event,
  latestPeriod,
  type Manifest,
  type ParsedPeriod,
  parsePeriod,
  pointOf,
  type Quantity,
  type Text,
} from '../../model/index.ts';
import { placeInDocument } from '../pieces.ts';
import { countParams, type SaidTexts, type Sentence } from '../said.ts';
import { STANDINGS } from '../standing.ts';
import { type Agenda, type AgendaItem, monthsOf } from './agenda.ts';
import { type AgendaKind, agendaKinds, tallyOf } from './tally.ts';

/** Returns the lines of an agenda that are counted, in the order in which they are shown. */
export const countedItems = (agenda: Agenda): readonly AgendaItem[] => STANDINGS.flatMap((group) => agenda[group]);

/** Returns all lines of an agenda; those that may lie outside the period come last. */
export const allLines = (agenda: Agenda): readonly AgendaItem[] => [...countedItems(agenda), ...agenda.apart];

/** Returns a period where it is over: no date can be ahead in it, and its events are told by month. Null for any other. */
export const closedPeriod = (period: ParsedPeriod | null, today: string): ParsedPeriod | null =>
  period && period.last < today ? period : null;

/**
 * Returns the period of the data that an agenda is of by itself: where no period or series was asked for, nothing lies ahead and
 * the latest period of the data is over. Null for any other.
 */
export function finishedPeriod(
  whole: Agenda,
  { period, series }: { readonly period?: string | undefined; readonly series?: string | undefined },
  manifest: Manifest,
  today: string,
): ParsedPeriod | null {
  if (period || series || whole.upcoming.length > 0 || !manifest.periods?.length) return null;
  const latest = closedPeriod(parsePeriod(latestPeriod(manifest)), today);
  const isIn = ({ days }: AgendaItem): boolean =>
    !!latest && !!days && days.first >= latest.first && days.last <= latest.last;
  return allLines(whole).some(isIn) ? latest : null;
}

/** Returns the name of the series, "L’année en dates", "Octobre 2024 en dates", or "Agenda". */
export function agendaTitle(
  series: { readonly name: Text } | undefined,
  closed: ParsedPeriod | null,
  lang: string,
): Sentence {
  if (series) return series.name;
  if (!closed) return { key: 'agendaTitle' };
  if (closed.kind === 'year') return { key: 'agendaYear' };
  return { key: 'agendaClosed', params: { period: capitalised(periodInWords(closed.text, lang)) } };
}

/** Kinds that are named in a period that is over: every other event of it is simply of that period. */
const closedKinds = ['unconfirmed', 'cancelled', 'postponed'] as const;

/**
 * Returns "Finistère, 2024 – 67 rendez-vous et 2 jalons : 2 à venir, 64 passés, 1 annulé". A milestone is a line, but no event.
 * @param asked the territory and the period, in words
 */
export function agendaSummary(agenda: Agenda, asked: string, m: SaidTexts): string {
  const items = countedItems(agenda);
  return after(asked, sum('agendaSum', items, countsOf(items, agendaKinds, m), m));
}

/** Returns the same for a period that is over: "2024 – 67 rendez-vous et 2 jalons, dont 1 annulé". */
export const closedSummary = (items: readonly AgendaItem[], asked: string, m: SaidTexts): string =>
  after(asked, sum('agendaSumOf', items, countsOf(items, closedKinds, m), m));

const after = (asked: string, said: string): string => (asked ? `${asked} – ${said}` : said);

type CountKey = `agendaCount_${AgendaKind}` | 'agendaMilestones';

const counted = (key: CountKey, n: number, m: SaidTexts): string => (n ? m.text(key, countParams(n, m)) : '');

function countsOf(items: readonly AgendaItem[], named: readonly AgendaKind[], m: SaidTexts): string {
  const tally = tallyOf(items);
  return named
    .map((kind) => counted(`agendaCount_${kind}`, tally[kind], m))
    .filter(Boolean)
    .join(', ');
}

function sum(key: 'agendaSum' | 'agendaSumOf', items: readonly AgendaItem[], counts: string, m: SaidTexts): string {
  const n = items.filter(({ event }) => event.count > 0).length;
  const total = m.text('agendaTotal', countParams(n, m)) + counted('agendaMilestones', items.length - n, m);
  return counts ? m.text(key, { total, counts }) : total;
}

/** Lines under one heading. */
export interface AgendaSection {
  readonly id: string;
  readonly heading: Sentence;
  readonly items: readonly AgendaItem[];
}

/**
 * Returns the sections of an agenda: what is ahead, what was planned, what is over; of a period that is over its months, each with
 * the number of its events. What may lie outside the period comes last.
 */
export function agendaGroups(agenda: Agenda, isClosed: boolean, m: SaidTexts): readonly AgendaSection[] {
  const sections: readonly AgendaSection[] = isClosed
    ? monthsOf(countedItems(agenda)).map(({ period, items }) => ({
        id: `of-${period ?? 'none'}`,
        heading: closedSummary(items, monthName(period, m), m),
        items,
      }))
    : STANDINGS.map((group) => ({ id: group, heading: { key: `agendaGroup_${group}` }, items: agenda[group] }));
  return [...sections, { id: 'apart', heading: outsidePeriod(agenda, m), items: agenda.apart }];
}

function monthName(period: string | null, m: SaidTexts): string {
  if (!period) return m.text('agendaNoDate');
  return period.length === 4 ? m.text('timelineRough', { year: period }) : capitalised(periodInWords(period, m.lang));
}

/** Returns how many events may lie outside the period. They are not counted in the number of entries. */
export const outsidePeriod = ({ apart }: Agenda, m: Pick<SaidTexts, 'lang'>): Sentence => ({
  key: 'agendaApart',
  params: countParams(apart.length, m),
});

/** Returns the word of a tag. What was planned in a period that is over is not confirmed, and no more. */
export const tagSaid = (tag: AgendaItem['tags'][number], isClosed = false): Sentence => ({
  key: isClosed && tag === 'was-planned' ? 'agendaUnconfirmed' : `agendaTag_${tag}`,
});

/**
 * Returns what is known of an event besides its date, its title and its tags, and the day of one that is ahead with its weekday.
 * @param reader zone of who reads
 */
export function eventSaid(
  item: AgendaItem,
  m: Pick<SaidTexts, 'lang'>,
  reader: string | undefined,
): { readonly day: string | null; readonly facts: readonly Sentence[] } {
  const { event, date, group, tags } = item;
  const ahead = group === 'upcoming';
  const open = ahead && !tags.includes('cancelled');
  const kind = date ? dateBlock(date, m.lang).kind : null;
  const exact = kind === 'day' || kind === 'range';
  const { place, online, printed, count, attendance } = event;
  return {
    day: ahead && exact && date ? formatWeekday(date, m.lang) : null,
    facts: [
      ...hoursOf(item, m.lang, reader),
      ...everyOf(item, m.lang),
      ...(open && exact && !place && !online ? [{ key: 'agendaNoPlace' } as const] : []),
      ...(place ? [place] : []),
      ...(printed?.['place'] ? [{ key: 'printedAs', params: { printed: printed['place'] } } as const] : []),
      ...(open && !exact
        ? [{ key: kind === 'month' ? 'agendaNoDay' : 'agendaNoDate' } as const]
        : !date
          ? [{ key: 'agendaNoDate' } as const]
          : []),
      ...(count > 1 ? [{ key: online ? 'agendaSessions' : 'agendaEvents', params: countOf(event, m) } as const] : []),
      ...(attendance ? [participants(attendance, m.lang)] : []),
    ],
  };
}

/** Returns "de 18 h 30 à 20 h", "de 10 h le premier jour à 17 h le dernier", "jusqu’à 17 h"; nothing where no hour is known. */
function hoursOf({ event, days }: AgendaItem, lang: string, reader: string | undefined): readonly Sentence[] {
  const hours = eventHours(event, days, lang, reader);
  if (!hours) return [];
  const { from, to, isOverDays } = hours;
  if (!to) return [{ key: 'agendaHour', params: { from } }];
  if (!from) return [{ key: 'agendaUntil', params: { to } }];
  return [{ key: isOverDays ? 'agendaHoursOfDays' : 'agendaHours', params: { from, to } }];
}

/**
 * Returns "toutes les 2 semaines"; "au lieu du 7 avril 2026" of a time that was moved; nothing for what comes once, or in a
 * way that is not known.
 */
function everyOf({ event, days }: AgendaItem, lang: string): readonly Sentence[] {
  const { recurrence, occurrenceOf } = event;
  if (occurrenceOf && occurrenceOf.date !== days?.first)
    return [{ key: 'agendaInstead', params: { date: dateInWords(occurrenceOf.date, lang) } }];
  if (!recurrence || recurrence.frequency === 'other') return [];
  const n = Math.max(1, Math.trunc(recurrence.interval) || 1);
  return [{ key: `agendaEvery_${recurrence.frequency}`, params: { n } }];
}

/** Returns the number of events that a line stands for; "env. 20" if it is rounded. */
function countOf({ count, approx }: Event, m: Pick<SaidTexts, 'lang'>) {
  const quantity = { value: count, op: '~', unit: 'events' } as const;
  return approx ? { n: count, count: formatQuantity(quantity, m.lang) } : countParams(count, m);
}

/** Returns an attendance. People are called participants here; organisations, communes… keep their word. */
function participants(quantity: Quantity, lang: string): Sentence {
  if (quantity.unit !== 'people') return formatCount(quantity, lang);
  return { key: 'agendaParticipants', params: { n: pointOf(quantity), count: formatQuantity(quantity, lang) } };
}

/** Returns the section and the page of the document that published the figures of a line; an empty text for none. */
export function figureReference({ source, attendance, count }: Event, m: SaidTexts): string {
  if (!source || (!attendance && count < 2)) return '';
  return placeInDocument(source, m);
}

/** Returns the territory and the period asked for, in words. */
export const requestedInWords = (place: string | undefined, period: string | undefined, lang: string): string =>
  [place, period && periodInWords(period, lang)].filter(Boolean).join(', ');
