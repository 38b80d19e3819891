/** A list of events: one line an event. */
import {
  type Category,
  type CommuneLocator,
  type Event,
  instantOf,
  isoAt,
  type OffsetAt,
  offsetsOf,
  type Territory,
} from '../../../model/index.ts';
import { readMonthFirst } from './dates.ts';
import type { Headers } from './headers.ts';
import { isTotal } from './members.ts';
import { type Moment, readMoment } from './moments.ts';
import { normalise, slug } from './normalise.ts';
import { cellValues, createIds, siteAddress, territoriesOf } from './organisation.ts';
import { placeRow } from './place.ts';
import { quoted, type Remark, type ReportRemark, type Row, SLICE, type SliceStep } from './report.ts';
import { addTerritories } from './territories.ts';

/** Result of reading a list of events. */
interface Events {
  readonly events: readonly Event[];
  readonly territories: readonly Territory[];
  readonly categories: readonly Category[];
  /** Line of each event. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What the page's author says of a list of events, besides the list. */
interface EventOptions {
  /** Offsets of the zone of hours that state none; null for Europe/Paris, by whose clocks all such hours are read. */
  readonly zone: OffsetAt | null;
  /** Whether the publisher says that past events took place. */
  readonly pastHeld: boolean;
  /** Day of the reading, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Turns rows into events. Every row becomes one, or is reported as left out. */
export async function readEvents(
  rows: readonly Row[],
  headers: Headers,
  placer: CommuneLocator | null,
  report: ReportRemark,
  options: EventOptions,
  step: SliceStep,
): Promise<Events> {
  const events: Event[] = [];
  const territories = new Map<string, Territory>();
  const categories = new Map<string, Category>();
  const lines = new Map<string, number>();
  const idOf = createIds(report);
  // An event without a place is nothing unusual.
  const reportPlace: ReportRemark = (line, remark) => {
    if (remark.rule !== 'place-missing') report(line, remark);
  };
  let read = 0;
  for (const row of rows) {
    if (read % SLICE === 0) await step(read);
    read += 1;
    if (isTotal(row, headers) || isMonth(row)) {
      report(row.line, isMonth(row) ? MONTH : TOTAL);
      continue;
    }
    if (row.get('name') === '') {
      report(row.line, NAMELESS);
      continue;
    }
    const place = placeRow(row, headers, placer, reportPlace);
    addTerritories(territories, place);
    const themes = cellValues(row.get('themes'));
    for (const label of themes) {
      const id = slug(label);
      if (!categories.has(id))
        categories.set(id, { id, dimension: 'theme', label: { fr: label }, order: categories.size });
    }
    const event: Event = {
      id: idOf(row),
      title: { fr: row.get('name').replace(/\s+/g, ' ') },
      ...whenOf(row, headers, report, options),
      count: 1,
      place: row.get('place').replace(/\s*\n\s*/g, ', ') || place.town || null,
      online: isOnline(row),
      territories: territoriesOf(place),
      position: place.position,
      organisers: [],
      themes: themes.map(slug),
      url: siteAddress(row.get('site')),
      sections: [],
    };
    events.push({ ...event, status: statusOf(row, event, options) });
    lines.set(event.id, row.line);
  }
  return { events, territories: [...territories.values()], categories: [...categories.values()], lines };
}

const NAMELESS = {
  rule: 'title-missing',
  severity: 'error',
  field: 'name',
  fr: 'titre manquant, ligne laissée de côté',
  en: 'title missing, line left out',
} as const;

const MONTHS =
  /^(?:(?:mois de |d )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|(?:annee )?20\d\d|(?:\d|1er|2e|3e|4e) (?:trimestre|semestre)(?: \d{4})?)$/;

/** Whether a row is the heading of those below, « JANVIER 2027 », and says nothing else. */
function isMonth({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && MONTHS.test(normalise(filled[0] ?? ''));
}

const MONTH = {
  rule: 'header',
  severity: 'info',
  field: 'name',
  repair: 'remove',
  fr: 'titre de mois, non compté parmi les événements',
  en: 'heading of a month, not counted among the events',
} as const;

const TOTAL = {
  rule: 'total',
  severity: 'warning',
  certainty: 'likely',
  field: 'name',
  repair: 'remove',
  fr: 'sans doute un total, non compté parmi les événements',
  en: 'probably a total, not counted among the events',
} as const;

/** Reads when an event begins and ends; what cannot be read is left empty and reported. */
function whenOf(
  row: Row,
  { columns }: Headers,
  report: ReportRemark,
  { zone }: EventOptions,
): Pick<Event, 'date' | 'startsAt' | 'endsAt' | 'status'> {
  const read = (field: 'start' | 'startTime' | 'end' | 'endTime'): Moment | null => {
    const found = row.get(field);
    const moment = readMoment(found, zone ?? offsetsOf('Europe/Paris'));
    if (moment === null && /[\p{L}\d]/u.test(found)) report(row.line, unreadable(field, found));
    return moment;
  };
  const [start, end] = [read('start'), read('end')];
  // Forms call « Heure de début » when somebody began to fill them in: beside a day of its own, another day is no event's.
  const readHour = (field: 'startTime' | 'endTime', days: readonly (Moment | null)[]): Moment | null => {
    const moment = read(field);
    const ownDays = days.flatMap((day) => [day?.date, day?.last]);
    if (!columns.has('start') || !moment?.date || ownDays.includes(moment.date)) return moment;
    report(row.line, otherDay(field, row.get(field)));
    return null;
  };
  const [hour, endHour] = [readHour('startTime', [start]), readHour('endTime', [start, end])];
  const first = start?.date ?? hour?.date ?? null;
  if (first === null && row.get('start') === '') report(row.line, DATELESS);
  const status = 'planned';
  if (first === null) return { date: null, startsAt: null, endsAt: null, status };
  const last = end?.date ?? start?.last ?? first;
  const isBefore = last < first;
  if (isBefore) report(row.line, endsBefore(row.get('end')));
  const date = isBefore || last === first ? first : `${first}/${last}`;
  const time = start?.time ?? hour?.time ?? null;
  if (time === null || first.length !== 10) return { date, startsAt: null, endsAt: null, status };
  const until = end?.time ?? endHour?.time ?? start?.until ?? hour?.until ?? null;
  const at = (moment: Moment | null, day: string, clock: string): string =>
    moment?.instant ? ofPlace(moment.instant, zone) : inZone(day, clock, zone);
  return {
    date,
    startsAt: at(start, first, time),
    endsAt: until === null || isBefore || last.length !== 10 ? null : at(end, last, until),
    status,
  };
}

/** Returns an instant; one of universal time, which is no place's, by the clocks of the zone that the author names. */
const ofPlace = (instant: string, zone: OffsetAt | null): string =>
  zone && /(?:Z|[+-]00:?00)$/i.test(instant) ? isoAt(Date.parse(instant), zone) : instant;

/** Returns the time of a wall clock, with its offset where it is of another zone than all hours without one. */
function inZone(day: string, clock: string, zone: OffsetAt | null): string {
  const local = `${day}T${clock}`;
  return zone ? isoAt(instantOf(Date.parse(`${local}Z`), zone), zone) : local;
}

/** Returns the reading of a date whose month comes first: only ever proposed. */
function proposalOf(
  field: 'start' | 'startTime' | 'end' | 'endTime',
  found: string,
): Pick<Remark, 'expected' | 'repair'> {
  const proposal = readMonthFirst(found);
  return proposal === null ? {} : { expected: proposal, repair: { [field]: proposal } };
}

const unreadable = (field: 'start' | 'startTime' | 'end' | 'endTime', found: string) =>
  ({
    rule: 'date',
    severity: 'warning',
    field,
    found,
    ...proposalOf(field, found),
    fr: `date ou heure illisible ${quoted(found)}, laissée vide\u202f; écrivez 12/03/2026 et 18:30`,
    en: `date or time "${found}" cannot be read and is left empty; write 12/03/2026 and 18:30`,
  }) as const;

const otherDay = (field: 'startTime' | 'endTime', found: string) =>
  ({
    rule: 'date',
    severity: 'warning',
    field,
    found,
    fr: `l’heure ${quoted(found)} est d’un autre jour que l’événement, et n’est pas lue`,
    en: `the hour "${found}" is of another day than the event, and is not read`,
  }) as const;

const DATELESS = {
  rule: 'date-missing',
  severity: 'warning',
  field: 'start',
  fr: 'date manquante, gardé sans date',
  en: 'date missing, kept without one',
} as const;

const endsBefore = (found: string) =>
  ({
    rule: 'date-order',
    severity: 'warning',
    field: 'end',
    found,
    fr: `la fin ${quoted(found)} est avant le début, et n’est pas lue`,
    en: `the end "${found}" is before the start, and is not read`,
  }) as const;

const isOnline = (row: Row): boolean =>
  /^(oui|yes|vrai|true|x|1)$|^https?:|visio|ligne|online|zoom|jitsi/i.test(row.get('online')) ||
  /^(en ligne|online|visio|visioconference|a distance|distanciel|webinaire)\b/.test(normalise(row.get('place')));

/** Words of a column that says how an event stands, as {@link normalise} leaves them. */
const STATUSES: readonly (readonly [Event['status'], RegExp])[] = [
  ['cancelled', /^(annul|cancel|supprim)/],
  ['postponed', /^(report|postpon|decal|repouss)/],
  ['full', /^(complet|full|sold out)/],
  ['held', /^(tenu|a eu lieu|held|realis|effectu|passe$|termin)/],
];

/** Returns the status that a row states; of a past event the publisher may say that it took place. */
function statusOf(row: Row, { date }: Event, { pastHeld, today }: EventOptions): Event['status'] {
  const words = normalise(row.get('status'));
  // A column "Annulé" is ticked.
  if (/^(oui|yes|vrai|true|x|1)$/.test(words)) return 'cancelled';
  const stated = STATUSES.find(([, pattern]) => pattern.test(words))?.[0];
  if (stated) return stated;
  const last = date?.split('/').at(-1) ?? '';
  return pastHeld && last !== '' && last < today ? 'held' : 'planned';
}
