import type { Period } from './period-schema.ts';

export type { Period } from './period-schema.ts';

/** Precision of a period: what its writer knew. */
export type PeriodKind = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'school-year' | 'range';

/** A parsed period: first and last day included, as `YYYY-MM-DD`. */
export interface ParsedPeriod {
  readonly kind: PeriodKind;
  readonly text: string;
  readonly first: string;
  readonly last: string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');
const iso = (y: number, m: number, d: number): string => `${four(y)}-${two(m)}-${two(d)}`;

/** Days in a month (1–12), leap years included. */
const daysIn = (y: number, m: number): number => new Date(Date.UTC(y, m, 0)).getUTCDate();

const months = (kind: PeriodKind, text: string, y: number, from: number, count: number): ParsedPeriod => {
  const end = y * 12 + from - 1 + count - 1;
  const [ey, em] = [Math.floor(end / 12), (end % 12) + 1];
  return { kind, text, first: iso(y, from, 1), last: iso(ey, em, daysIn(ey, em)) };
};

/** Reads a period, or null when the text is none (a 31 June, an unknown form, an end before its start). */
export function parsePeriod(text: string): ParsedPeriod | null {
  if (text.includes('/')) {
    const [a, b, more] = text.split('/');
    const start = a ? parsePeriod(a) : null;
    const end = b ? parsePeriod(b) : null;
    if (!start || !end || more !== undefined || end.last < start.first) return null;
    return { kind: 'range', text, first: start.first, last: end.last };
  }
  const match = /^(\d{4})(?:-(?:(H[12])|(Q[1-4])|(SY)|(\d{2})(?:-(\d{2}))?))?$/.exec(text);
  if (!match) return null;
  const y = Number(match[1]);
  if (match[2]) return months('half', text, y, match[2] === 'H1' ? 1 : 7, 6);
  if (match[3]) return months('quarter', text, y, (Number(match[3][1]) - 1) * 3 + 1, 3);
  if (match[4]) return months('school-year', text, y, 9, 12);
  if (!match[5]) return months('year', text, y, 1, 12);
  const m = Number(match[5]);
  if (m < 1 || m > 12) return null;
  if (!match[6]) return months('month', text, y, m, 1);
  const d = Number(match[6]);
  return d < 1 || d > daysIn(y, m) ? null : { kind: 'day', text, first: text, last: text };
}

/** As {@link parsePeriod}, for periods that were validated. @throws TypeError with the text received */
export function period(text: Period): ParsedPeriod {
  const parsed = parsePeriod(text);
  if (!parsed)
    throw new TypeError(
      `not a period: "${text}" (expected 2024, 2024-H1, 2024-Q4, 2024-06, 2024-06-18, 2023-SY or start/end)`,
    );
  return parsed;
}

/** Whether `inner` lies wholly inside `outer`. */
export function periodContains(outer: Period, inner: Period): boolean {
  const [o, i] = [period(outer), period(inner)];
  return o.first <= i.first && i.last <= o.last;
}

/** Whether two periods share at least one day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  const [x, y] = [period(a), period(b)];
  return x.first <= y.last && y.first <= x.last;
}

/** Whether two periods may be compared: a school year (or a range of them) only with school years. */
export function periodsComparable(a: Period, b: Period): boolean {
  return period(a).text.includes('-SY') === period(b).text.includes('-SY');
}

const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** The same day `n` years later (29 February becomes the 28th). */
function addYears(day: string, n: number): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return iso(y + n, m, Math.min(d, daysIn(y + n, m)));
}

const shiftMonths = (y: number, m: number, n: number): [number, number] => {
  const total = y * 12 + m - 1 + n;
  return [Math.floor(total / 12), (total % 12) + 1];
};

/**
 * The period to compare with. A flow or a rate: same kind and length, immediately before. A stock: the same date a year
 * earlier. A range keeps the precision that it is written with: years, school years, months; whole months written in days
 * move by months, other days by days.
 */
export function previousPeriod(text: Period, kind: 'stock' | 'flow' | 'rate'): Period {
  const p = period(text);
  const [y = 0, m = 1, d = 1] = p.first.split('-').map(Number);
  switch (p.kind) {
    case 'year':
      return four(y - 1);
    case 'school-year':
      return `${four(y - 1)}-SY`;
    case 'half':
      return kind === 'stock' ? `${four(y - 1)}-${text.slice(5)}` : m === 1 ? `${four(y - 1)}-H2` : `${four(y)}-H1`;
    case 'quarter':
      return kind === 'stock'
        ? `${four(y - 1)}-${text.slice(5)}`
        : m === 1
          ? `${four(y - 1)}-Q4`
          : `${four(y)}-Q${(m - 1) / 3}`;
    case 'month': {
      const [py, pm] = shiftMonths(y, m, kind === 'stock' ? -12 : -1);
      return `${four(py)}-${two(pm)}`;
    }
    case 'day':
      return kind === 'stock' ? addYears(text, -1) : addDays(text, -1);
    case 'range':
      return previousRange(p, kind, [y, m, d]);
  }
}

function previousRange(
  p: ParsedPeriod,
  kind: 'stock' | 'flow' | 'rate',
  [y, m, d]: readonly [number, number, number],
): Period {
  const [start = '', end = ''] = p.text.split('/');
  if (kind === 'stock') return `${previousPeriod(start, kind)}/${previousPeriod(end, kind)}`;
  const [ey = 0, em = 1, ed = 1] = p.last.split('-').map(Number);
  if (d === 1 && ed === daysIn(ey, em)) {
    const length = (ey - y) * 12 + em - m + 1;
    const [sy, sm] = shiftMonths(y, m, -length);
    const [ly, lm] = shiftMonths(ey, em, -length);
    const ends = [period(start).kind, period(end).kind];
    if (ends.every((k) => k === 'year')) return `${four(sy)}/${four(ly)}`;
    if (ends.every((k) => k === 'school-year')) return `${four(sy)}-SY/${four(ly - 1)}-SY`;
    if (!ends.includes('day')) return `${four(sy)}-${two(sm)}/${four(ly)}-${two(lm)}`;
    return `${iso(sy, sm, 1)}/${iso(ly, lm, daysIn(ly, lm))}`;
  }
  const length = Math.round((Date.parse(p.last) - Date.parse(p.first)) / 86_400_000) + 1;
  return `${addDays(p.first, -length)}/${addDays(p.first, -1)}`;
}

/** Orders periods by first day, then by last day: for lists of events and series of observations. */
export function comparePeriods(a: Period, b: Period): number {
  const [x, y] = [period(a), period(b)];
  return x.first < y.first ? -1 : x.first > y.first ? 1 : x.last < y.last ? -1 : x.last > y.last ? 1 : 0;
}
