/** Reading of a calendar. */
import { EssError } from '../../../errors.ts';
import { type Category, type Dataset, type Event, isZone } from '../../../model/index.ts';
import { decodeText } from '../../../reading/index.ts';
import { createFindings, type FindingList } from '../findings.ts';
import { answeredAt, responseDay as dayOfFile, listDataset, todayOf, yearsOf } from '../list-dataset.ts';
import { notText } from '../not-text.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { slug } from '../table/normalise.ts';
import { createReporter, type ReportRemark } from '../table/report.ts';
import { refusalOf } from '../unreadable.ts';
import { zoneOption } from '../zone-option.ts';
import { type IcalCalendar, readCalendars, unescapedLine } from './components.ts';
import { type CalendarEvent, compareVersions, readEvent, reportPrivate, startDay, startInstant } from './event.ts';
import { changed, isRecurring, type SeriesContext, seriesLimits, writeOut } from './series.ts';
import { createZones, namedZone, type Zone } from './zones.ts';

/** Events that are read, and then written, between two pauses: some 20 ms of a telephone. */
const EVENTS = 500;

/** Reads a calendar from what a server answered. @throws EssError when it is none, or an option cannot be */
export async function loadCalendar(
  { src, options = {} }: SourceRequest,
  response: Response,
  context: SourceContext,
): Promise<SourceResult> {
  const offsetAt = zoneOption(options, src);
  // The name says whether it is universal time, which its offsets do not.
  const zone = offsetAt && (namedZone(options['zone'] ?? '') ?? { offsetAt, isUniversal: false });
  const text = await textOfFile(await response.arrayBuffer(), context.pause);
  const refusal = refusalOf(response, text, src) ?? notText(text.slice(0, 8), src);
  if (refusal) throw refusal;
  const calendars = await readCalendars(text, context.pause);
  if (calendars.length === 0) {
    throw new EssError('syntax', `${src} is no calendar: it has no BEGIN:VCALENDAR.`, { url: src });
  }
  const findings = createFindings(src);
  const { report, finish } = createReporter(src);
  const events = await readEvents(calendars, zone, report, context);
  const themes = createThemes();
  const series: SeriesContext = {
    ...seriesLimits(events.filter(isRecurring).length),
    now: answeredAt(response),
    past: options['past'] === 'held' ? 'held' : 'planned',
    theme: themes.idOf,
    report,
    takeId: idTaker(),
  };
  const records = await writeAll(events, series, context);
  reportFile(src, calendars, events.length, findings, report);
  finish(findings);
  const dataset = toDataset(src, calendars, records, themes.list(), response, options['zone']);
  return { dataset, issues: findings.list() };
}

/** Bytes that are decoded between two pauses: some 20 ms of a telephone. */
const BYTES = 2 ** 20;

async function textOfFile(buffer: ArrayBuffer, pause: SourceContext['pause']): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    let text = '';
    for (let at = 0; at < buffer.byteLength; at += BYTES) {
      text += decoder.decode(new Uint8Array(buffer, at, Math.min(BYTES, buffer.byteLength - at)), { stream: true });
      await pause?.();
    }
    return text + decoder.decode();
  } catch {
    return decodeText(joinCharacters(buffer));
  }
}

/** Whether a byte continues a character of UTF-8. */
const continues = (byte = 0): boolean => byte >= 0x80 && byte < 0xc0;

/**
 * Returns the bytes of a file with whole characters: lines are folded after 75 bytes, and old programmes do so within a
 * character too. Its end is moved before the line end, so that lines keep their numbers.
 */
function joinCharacters(buffer: ArrayBuffer): ArrayBuffer {
  const bytes = new Uint8Array(buffer);
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    const [end, next] = [bytes[at - 1] === 13 ? at - 1 : at, at + 2];
    const isFold = bytes[at + 1] === 32 || bytes[at + 1] === 9;
    if (!isFold || !continues(bytes[next]) || (bytes[end - 1] ?? 0) < 0x80) continue;
    let after = next;
    while (continues(bytes[after])) after += 1;
    const rest = bytes.slice(next, after);
    bytes.copyWithin(end + rest.length, end, next);
    bytes.set(rest, end);
  }
  return buffer;
}

/** Reads the events of all calendars, each on its own. */
async function readEvents(
  calendars: readonly IcalCalendar[],
  zone: Zone | null,
  report: ReportRemark,
  { pause, signal }: SourceContext,
): Promise<readonly CalendarEvent[]> {
  const events: CalendarEvent[] = [];
  let done = 0;
  for (const calendar of calendars) {
    const zones = createZones(calendar, zone, report);
    const isCancelled = unescapedLine(calendar, 'METHOD').toUpperCase() === 'CANCEL';
    for (const component of calendar.events) {
      const event = readEvent(component, zones, isCancelled, report);
      if (event) events.push(event);
      done += 1;
      if (done % EVENTS === 0) await pause?.();
    }
    signal.throwIfAborted();
  }
  return events;
}

/** Events of one uid: those that stand by themselves, and changes of a date of their rule. */
interface Group {
  readonly own: CalendarEvent[];
  readonly changes: CalendarEvent[];
}

async function writeAll(
  events: readonly CalendarEvent[],
  series: SeriesContext,
  { pause, signal }: SourceContext,
): Promise<readonly Event[]> {
  const groups = new Map<string, Group>();
  for (const event of events) {
    // Old Outlook writes no uid.
    const id = event.uid || `${slug(event.fields.title.fr)}/${startDay(event, event.start)}`;
    const group = groups.get(id) ?? { own: [], changes: [] };
    groups.set(id, group);
    (event.recurrence ? group.changes : group.own).push(event);
  }
  const records: Event[] = [];
  let next = EVENTS;
  for (const [id, group] of groups) {
    for (const record of recordsOf(id, group, series)) records.push(record);
    if (records.length < next) continue;
    next = records.length + EVENTS;
    await pause?.();
    signal.throwIfAborted();
  }
  return records;
}

/** Longest part of a uid that the ids of records have: each date of a rule has it again. */
const LONGEST_ID = 255;

function recordsOf(uid: string, group: Group, series: SeriesContext): readonly Event[] {
  const id = uid.slice(0, LONGEST_ID);
  const { report, takeId } = series;
  const isVersioned = areVersions(group.own);
  const own = latestOf(group.own, (event) => versionKey(event, isVersioned), report);
  const [master] = own;
  const changes = latestOf(
    group.changes,
    ({ recurrence, start, isRange }) => `${isRange}${startInstant(recurrence ?? start)}`,
    report,
  ).map((change) => (master && isCalledOff(change, master) ? cancelled(change) : change));
  // Changes of a private event need not repeat that it is private.
  const isPrivate = own.some((event) => event.isPrivate);
  const isHidden = (event: CalendarEvent): boolean => isPrivate || event.isPrivate;
  for (const event of [...own, ...changes]) if (isPrivate && !event.isPrivate) reportPrivate(report, event.line);
  const records = own
    .filter((event) => !isHidden(event))
    .flatMap((event) => {
      if (event !== own[0]) reportShared(report, event);
      const ownId = event === own[0] ? takeId(id) : takeId(`${id}/${startDay(event, event.start)}`);
      // The dates of private changes do not take place as the rule has them either.
      return writeOut(event, ownId, changes, series);
    });
  // A change of one date stands beside one of that date and those that follow.
  const singles = new Set(
    changes.flatMap(({ isRange, recurrence }) => (isRange || !recurrence ? [] : startInstant(recurrence))),
  );
  const shown = changes.filter(
    (event) => !isHidden(event) && !(event.isRange && singles.has(startInstant(event.recurrence ?? event.start))),
  );
  return [...records, ...shown.map((event) => changed(event, id, series))];
}

/**
 * Whether a file says which of the events of one uid is the latest. Where it does not, those of several days are of a
 * programme that gives all dates of a series, or all its events, the same one.
 */
const areVersions = (events: readonly CalendarEvent[]): boolean =>
  events.some(
    ({ version: { sequence, modified, stamped } }) =>
      sequence !== null || modified !== events[0]?.version.modified || stamped !== events[0]?.version.stamped,
  );

/** Returns the text that all versions of one event share. */
function versionKey(event: CalendarEvent, isVersioned: boolean): string {
  if (event.uid === '') return contentOf(event);
  return isVersioned ? '' : new Date(event.start.wall).toISOString().slice(0, 10);
}

/** Whether a change of a date is older than the word that none takes place. */
const isCalledOff = (change: CalendarEvent, master: CalendarEvent): boolean =>
  master.fields.isCancelled && compareVersions(change, master) <= 0;

const cancelled = (event: CalendarEvent): CalendarEvent => ({
  ...event,
  fields: { ...event.fields, isCancelled: true },
});

/**
 * Returns the latest version of each event, in the order in which they come first: the highest sequence, then the last
 * change, else the last in the file.
 * @param keyOf what versions of one event share
 */
function latestOf(
  events: readonly CalendarEvent[],
  keyOf: (event: CalendarEvent) => string,
  report: ReportRemark,
): readonly CalendarEvent[] {
  const latest = new Map<string, CalendarEvent>();
  for (const event of events) {
    const key = keyOf(event);
    const known = latest.get(key);
    if (known) reportRepeated(report, known, event);
    const isLater = !known || compareVersions(event, known) >= 0;
    latest.set(key, isLater ? withRules(event, known) : withRules(known, event));
  }
  return [...latest.values()];
}

/** Returns the later of two versions; one that calls off a series by its name alone calls off all its dates. */
const withRules = (later: CalendarEvent, other: CalendarEvent | undefined): CalendarEvent =>
  other && later.fields.isCancelled && isRecurring(other) && !isRecurring(later) && !later.recurrence
    ? { ...cancelled(other), version: later.version, isPrivate: later.isPrivate }
    : later;

/** Returns what is read of an event, as a text: two events of one uid with the same are one. */
function contentOf({ line: _line, zones: _zones, version: _version, ...event }: CalendarEvent): string {
  const starts = [event.start, event.recurrence ?? event.start, ...event.added, ...event.excluded];
  return JSON.stringify([starts.map(startInstant), event]);
}

function reportRepeated(report: ReportRemark, first: CalendarEvent, { line, uid, ...second }: CalendarEvent): void {
  const isSame = contentOf(first) === contentOf({ line, uid, ...second });
  const [fr, en] = isSame
    ? [
        'le même événement est écrit deux fois, il est gardé une fois',
        'the same event is written twice, it is kept once',
      ]
    : [
        'un événement a plusieurs versions, la dernière est gardée',
        'an event has several versions, the latest is kept',
      ];
  report(line, { rule: 'uid-repeated', severity: 'info', found: uid.slice(0, 80), fr, en });
}

function reportShared(report: ReportRemark, { line, uid }: CalendarEvent): void {
  report(line, {
    rule: 'uid-shared',
    severity: 'warning',
    found: uid.slice(0, 80),
    fr: 'un autre événement a le même identifiant (UID), les deux sont gardés\u202f; donnez à chacun le sien',
    en: 'another event has the same identifier (UID), both are kept; give each its own',
  });
}

/** Collects the themes of events, by their names. */
function createThemes() {
  const byLabel = new Map<string, string>();
  const categories = new Map<string, Category>();
  return {
    idOf: (label: string): string => {
      const known = byLabel.get(label);
      if (known !== undefined) return known;
      const id = slug(label) || label;
      byLabel.set(label, id);
      if (!categories.has(id))
        categories.set(id, { id, dimension: 'theme', label: { fr: label }, order: categories.size });
      return id;
    },
    list: (): readonly Category[] => [...categories.values()],
  };
}

/** Returns the function that gives each record an id of its own: where all are taken, the last one with a number. */
function idTaker(): SeriesContext['takeId'] {
  const taken = new Set<string>();
  return (...ids) => {
    let id = '';
    for (const each of ids) {
      if (taken.has(each)) continue;
      id = each;
      break;
    }
    for (let n = 2; id === ''; n += 1) {
      const numbered = `${ids.at(-1)}/${n}`;
      if (!taken.has(numbered)) id = numbered;
    }
    taken.add(id);
    return id;
  };
}

/** Adds the findings on the whole file. */
function reportFile(
  file: string,
  calendars: readonly IcalCalendar[],
  events: number,
  findings: FindingList,
  report: ReportRemark,
): void {
  for (const { isClosed, line } of calendars) {
    if (isClosed) continue;
    report(line, {
      rule: 'cut',
      severity: 'warning',
      found: 'END:VCALENDAR',
      fr: 'la fin du calendrier manque (END:VCALENDAR), des événements ont pu être perdus',
      en: 'the end of the calendar is missing (END:VCALENDAR), events may have been lost',
    });
  }
  if (events > 0 || calendars.some((calendar) => calendar.events.length > 0)) return;
  findings.add({
    rule: 'no-events',
    severity: 'info',
    certainty: 'certain',
    where: { file },
    found: 'VCALENDAR',
    message: {
      fr: 'Ce calendrier ne contient aucun événement\u202f; l’agenda d’un groupe Mobilizon ne donne que ceux qui viennent',
      en: 'This calendar holds no event; that of a Mobilizon group gives coming ones alone',
    },
  });
}

/** Returns the one zone that the calendars of a file name; undefined where they name several, or none that is of a place. */
function zoneOfAll(calendars: readonly IcalCalendar[]): string | undefined {
  const names = calendars.flatMap((calendar) => {
    const declared = unescapedLine(calendar, 'X-WR-TIMEZONE');
    return declared ? [declared] : calendar.zones.map((each) => unescapedLine(each, 'TZID'));
  });
  const [name = '', another] = new Set(names);
  return another === undefined && name.includes('/') && namedZone(name)?.isUniversal === false && isZone(name)
    ? name
    : undefined;
}

/** Years that a data set describes at most: those of a hostile file are as many as its events. */
const MAX_YEARS = 50;

function toDataset(
  src: string,
  calendars: readonly IcalCalendar[],
  events: readonly Event[],
  categories: readonly Category[],
  response: Response,
  zone: string | undefined,
): Dataset {
  const names = calendars.map((each) => unescapedLine(each, 'X-WR-CALNAME') || unescapedLine(each, 'NAME'));
  const host = calendars.map((each) => unescapedLine(each, 'X-ESS-SOURCE')).find((each) => each !== '');
  // A feed need not hold all events, so no part of it is declared complete.
  return listDataset({
    src,
    updated: dayOfFile(response),
    zone: zone || zoneOfAll(calendars),
    periods: yearsOf(events, todayOf(response)).slice(-MAX_YEARS),
    title: names.find((name) => name !== ''),
    untitled: 'Agenda',
    // Whose copy it is counts, not who has kept it.
    publisher: host === undefined ? undefined : { name: host },
    collections: { events, ...(categories.length > 0 ? { categories } : {}) },
  });
}
