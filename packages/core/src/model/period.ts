import { daysIn, iso } from './days.ts';
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

const months = (kind: PeriodKind, text: string, y: number, from: number, count: number): ParsedPeriod => {
  const end = y * 12 + from - 1 + count - 1;
  const [ey, em] = [Math.floor(end / 12), (end % 12) + 1];
  return { kind, text, first: iso(y, from, 1), last: iso(ey, em, daysIn(ey, em)) };
};

/** Periods that were read, by their text: records share few dates, and are asked for theirs again and again. */
const read = new Map<string, ParsedPeriod | null>();

/** Texts kept: every day of twenty years, and room for ranges. Beyond that all are forgotten. */
const KEPT = 10_000;

/**
 * Reads a period, or null when the text is none (a 31 June, an unknown form, an end before its start).
 * @since 0.1.0
 */
export function parsePeriod(text: string): ParsedPeriod | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= KEPT) read.clear();
  const parsed = parse(text);
  read.set(text, parsed);
  return parsed;
}

function parse(text: string): ParsedPeriod | null {
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
