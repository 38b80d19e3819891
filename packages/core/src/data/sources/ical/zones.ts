/** Time zones of a calendar, by the names that files give them. */
import { instantOf, type OffsetAt, offsetsOf } from '../../../model/index.ts';
import { normalise } from '../table/normalise.ts';
import type { ReportRemark } from '../table/report.ts';
import { type Component, type IcalCalendar, propertiesOf, propertyOf, type ZoneComponent } from './components.ts';
import { readOffset, readTime } from './dates.ts';
import { datesOf, readRule } from './rules.ts';
import { PLACE_ZONES, WINDOWS_ZONES } from './windows-zones.ts';

/** Time zone of a calendar. */
export interface Zone {
  readonly offsetAt: OffsetAt;
  /** It is universal time, which belongs to no place. */
  readonly isUniversal: boolean;
}

export const UNIVERSAL: Zone = { offsetAt: () => 0, isUniversal: true };

/** Time zones of one calendar. */
export interface Zones {
  /** Zone of times without one; they are those of the source, never those of the visitor. */
  readonly floating: Zone;
  /** Zone in which the hours of instants are written, since universal time belongs to no place. */
  readonly home: Zone;
  /** Returns a zone by its name in the file; the zone of the source for an unknown one, which is reported. */
  readonly zoneOf: (tzid: string, line: number) => Zone;
}

const DEFAULT = 'Europe/Paris';

/** @param zone what the page's author says of times without a zone */
export function createZones(calendar: IcalCalendar, zone: Zone | null, report: ReportRemark): Zones {
  const found = new Map<string, Zone>();
  const resolve = (tzid: string): Zone | null =>
    namedZone(tzid) ?? definedZone(calendar.zones, tzid) ?? fixedZone(tzid);
  const declared = propertyOf(calendar, 'X-WR-TIMEZONE')?.value.trim() ?? '';
  const own = zone ?? (declared === '' ? null : resolve(declared));
  if (declared !== '' && !own) reportUnknown(report, declared, calendar.line);
  const paris: Zone = { offsetAt: offsetsOf(DEFAULT), isUniversal: false };
  const floating = own ?? paris;
  return {
    floating,
    home: floating.isUniversal ? paris : floating,
    zoneOf: (tzid, line) => {
      const known = found.get(tzid);
      if (known) return known;
      const resolved = resolve(tzid);
      // Each line that uses an unknown zone is named, so nothing is kept of it.
      if (!resolved) reportUnknown(report, tzid, line);
      else found.set(tzid, resolved);
      return resolved ?? floating;
    },
  };
}

function reportUnknown(report: ReportRemark, tzid: string, line: number): void {
  report(line, {
    rule: 'time-zone',
    severity: 'warning',
    certainty: 'likely',
    found: tzid,
    fr: `fuseau horaire «\u202f${tzid}\u202f» inconnu, ses heures sont lues dans celui de la source\u202f; écrivez un nom comme Europe/Paris`,
    en: `unknown time zone "${tzid}", its hours are read in that of the source; write a name such as Europe/Paris`,
  });
}

/** Returns a zone by a name of the IANA or of Windows, or by a display name of Outlook; null for another name. */
export function namedZone(tzid: string): Zone | null {
  const name = tzid.trim();
  if (name === '' || name.length > 200) return null;
  const windows = WINDOWS_ZONES.get(name.replace(/ (standard|daylight|summer) time$/i, '').toLowerCase());
  return knownZone(name) ?? (windows === undefined ? (zoneByPath(name) ?? zoneByPlace(name)) : knownZone(windows));
}

function knownZone(name: string): Zone | null {
  if (/^(Z|(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)|GMT[+-]?0)$/i.test(name)) return UNIVERSAL;
  // Not all engines take an offset for a name.
  if (!/^[a-z][\w+/-]*$/i.test(name)) return null;
  try {
    return { offsetAt: offsetsOf(name), isUniversal: false };
  } catch {
    return null;
  }
}

/** Returns the zone at the end of a longer name: `/citadel.org/20250101_1/Europe/Paris`. */
function zoneByPath(name: string): Zone | null {
  const parts = name.split('/').slice(-3);
  return parts.length < 2 ? null : (knownZone(parts.join('/')) ?? knownZone(parts.slice(-2).join('/')));
}

const REGIONS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian'];

/** Returns the zone of a display name by the first of its places with the offset that it states: `(GMT+10:00) Canberra…`. */
function zoneByPlace(name: string): Zone | null {
  const [, stated, rest = ''] = /^\W*(?:GMT|UTC)\s*([+-]\d{1,2}[:.]\d{2})?\W*(.*)$/i.exec(name) ?? [];
  if (rest === '') return stated === undefined && /^\W*(GMT|UTC)\W*$/i.test(name) ? UNIVERSAL : null;
  const offset = stated === undefined ? 0 : readOffset(stated.replace(/\D(?=\d\d$)/, ''));
  const places = rest.split(/[,;/:]/).map((place) => place.replace(/\(.*/, '').trim());
  const zones = places.flatMap((place) => {
    const listed = PLACE_ZONES.get(normalise(place));
    const city = place.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, '_');
    const names = listed === undefined ? REGIONS.map((region) => `${region}/${city}`) : [listed];
    return names.map(knownZone).find((zone) => zone !== null) ?? [];
  });
  return zones.find((zone) => standardOffset(zone) === offset) ?? null;
}

/** Returns the offset of a zone when its clocks are not ahead. Any year would do. */
const standardOffset = ({ offsetAt }: Zone): number =>
  Math.min(offsetAt(Date.UTC(2024, 0, 1)), offsetAt(Date.UTC(2024, 6, 1)));

/** Returns the zone of a name that states its offset and nothing else that is known. */
function fixedZone(name: string): Zone | null {
  const [, stated = ''] = /^\W*(?:GMT|UTC)?\s*([+-]\d{1,2}[:.]?\d{2})\b/i.exec(name) ?? [];
  const offset = readOffset(stated.replace(/\D(?=\d\d$)/, ''));
  return offset === null ? null : { offsetAt: () => offset, isUniversal: false };
}

/** Years after now for which the changes of a zone of a file are worked out. */
const YEARS_AHEAD = 30;

/** Steps of the rule of one zone: a thousand years. */
const MAX_STEPS = 51_000;

/** Returns a zone that the file defines; null where it defines none, or none that can be read. */
function definedZone(zones: readonly ZoneComponent[], tzid: string): Zone | null {
  const names = ({ properties }: Component): readonly string[] =>
    properties.map(({ value }) => value.replaceAll('\\', ''));
  const zone = zones.find((each) => names(each).some((name) => name.trim() === tzid));
  if (!zone) return null;
  const location = propertyOf(zone, 'X-LIC-LOCATION')?.value.trim();
  const located = location && location !== tzid ? namedZone(location) : null;
  return located ?? zoneOfChanges(zone.observances.flatMap(changesOf));
}

/** A change of clocks: the time from which a zone has an offset. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly offset: number;
}

function changesOf(observance: Component): readonly Change[] {
  const read = (name: string): number | null => readOffset(propertyOf(observance, name)?.value.trim() ?? '');
  const [before, offset] = [read('TZOFFSETFROM'), read('TZOFFSETTO')];
  const start = readTime(propertyOf(observance, 'DTSTART')?.value ?? '')?.wall;
  if (before === null || offset === null || start === undefined) return [];
  const last = Date.UTC(new Date().getUTCFullYear() + YEARS_AHEAD, 0, 1);
  const byRules = propertiesOf(observance, 'RRULE').flatMap(({ value }) => {
    const rule = readRule(value);
    const until = readTime(rule?.until ?? '');
    const end = until ? Math.min(last, until.wall - (until.offset === null ? 0 : until.offset - before)) : last;
    return rule ? [...datesOf(rule, start, { last: end }, { steps: MAX_STEPS })] : [];
  });
  const listed = propertiesOf(observance, 'RDATE').flatMap(({ value }) =>
    value.split(',').flatMap((each) => readTime(each)?.wall ?? []),
  );
  return [start, ...byRules, ...listed].map((wall) => ({ at: wall - before, before, offset }));
}

function zoneOfChanges(changes: readonly Change[]): Zone | null {
  const sorted = [...changes].sort((a, b) => a.at - b.at);
  const [first] = sorted;
  if (!first) return null;
  const offsetAt: OffsetAt = (at) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return sorted[low - 1]?.offset ?? first.before;
  };
  return { offsetAt, isUniversal: false };
}

/** Returns the instant of a time of a zone, in ms since 1970. */
export const instantIn = (wall: number, { offsetAt }: Zone): number => instantOf(wall, offsetAt);
