import { daysIn, four, iso, two } from './days.ts';
import { type ParsedPeriod, type Period, period } from './period.ts';

const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** Returns the same day `n` years later (29 February becomes the 28th). */
function addYears(day: string, n: number): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return iso(y + n, m, Math.min(d, daysIn(y + n, m)));
}

const shiftMonths = (y: number, m: number, n: number): [number, number] => {
  const total = y * 12 + m - 1 + n;
  return [Math.floor(total / 12), (total % 12) + 1];
};

/**
 * Returns the period to compare with. A flow or a rate: same kind and length, immediately before. A stock: the same
 * date a year earlier. A range keeps the precision that it is written with: years, school years, months; whole months
 * written in days move by months, other days by days.
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
