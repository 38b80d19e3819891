import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod, period } from './period.ts';
import { comparePeriods, periodContains, periodsComparable, periodsOverlap } from './period-relations.ts';
import { Period } from './period-schema.ts';
import { previousPeriod } from './previous-period.ts';

const DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayText = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);

const year = fc.integer({ min: 1900, max: 2100 });
const two = (n: number): string => String(n).padStart(2, '0');
const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }).map(dayText);
const simple = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.constantFrom('H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', 'SY')).map(([y, part]) => `${y}-${part}`),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
  days,
);
const ranges = fc.tuple(simple, simple).map(([a, b]) => {
  const ordered = period(b).last >= period(a).first ? [a, b] : [b, a];
  return ordered.join('/');
});
const periods = fc.oneof({ weight: 3, arbitrary: simple }, { weight: 1, arbitrary: ranges });
const near = fc.tuple(periods, fc.integer({ min: -400, max: 400 }), fc.nat(400)).map(([p, shift, length]) => {
  const start = dayNumber(period(p).first) + shift;
  return [p, `${dayText(start)}/${dayText(start + length)}`] as const;
});
const pairs = fc.oneof(fc.tuple(periods, periods), near);

const lengthOf = (text: string): number => dayNumber(period(text).last) - dayNumber(period(text).first) + 1;

describe('a period', () => {
  it.each([
    ['2024', 'year', '2024-01-01', '2024-12-31'],
    ['2024-H1', 'half', '2024-01-01', '2024-06-30'],
    ['2024-H2', 'half', '2024-07-01', '2024-12-31'],
    ['2024-Q1', 'quarter', '2024-01-01', '2024-03-31'],
    ['2024-Q4', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-06', 'month', '2024-06-01', '2024-06-30'],
    ['2024-12', 'month', '2024-12-01', '2024-12-31'],
    ['2024-06-18', 'day', '2024-06-18', '2024-06-18'],
    ['2023-SY', 'school-year', '2023-09-01', '2024-08-31'],
    ['2024-03-25/2024-03-30', 'range', '2024-03-25', '2024-03-30'],
    ['2022/2024', 'range', '2022-01-01', '2024-12-31'],
    ['2024-02/2024-07', 'range', '2024-02-01', '2024-07-31'],
    ['2024-12-30/2025-01', 'range', '2024-12-30', '2025-01-31'],
  ])('written %s is a %s from %s to %s', (text, kind, first, last) => {
    expect(parsePeriod(text)).toEqual({ kind, text, first, last });
  });

  it.each([
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2000-02', '2000-02-29'],
    ['1900-02', '1900-02-28'],
  ])('%s ends on %s', (text, last) => {
    expect(period(text).last).toBe(last);
  });

  it.each([
    '',
    '24',
    '2024-13',
    '2024-00',
    '2024-6',
    '2024-06-31',
    '2023-02-29',
    '2024-06-00',
    '2024-H3',
    '2024-Q0',
    '2024-Q5',
    '2024-SY-01',
    '2023-24',
    '2024 ',
    ' 2024',
    '2024\n',
    '2024/',
    '/2024',
    '2024/2023',
    '2024-06/2024-05',
    '2022/2023/2024',
    '2024/x',
    '10/15/2024',
    '2024-06-18T10:00',
    'juin 2024',
  ])('is not written "%s"', (text) => {
    expect(parsePeriod(text)).toBeNull();
    expect(Period.safeParse(text).success).toBe(false);
    expect(() => period(text)).toThrow('not a period');
  });

  it('keeps its text, has its first day before its last, and is accepted by the schema', () => {
    fc.assert(
      fc.property(periods, (text) => {
        const p = period(text);
        expect(p.text).toBe(text);
        expect(p.first <= p.last).toBe(true);
        expect(parsePeriod(`${p.first}/${p.last}`)).toEqual({ ...p, kind: 'range', text: `${p.first}/${p.last}` });
        expect(Period.parse(text)).toBe(text);
      }),
    );
  });

  it('is never made of an arbitrary text that does not read back as real days', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      fc.stringMatching(/^[0-9HQSY/-]{4,21}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const p = parsePeriod(text);
        if (!p || p.first < '1000' || p.last.length > 10) return;
        expect([dayText(dayNumber(p.first)), dayText(dayNumber(p.last))]).toEqual([p.first, p.last]);
      }),
    );
  });
});

describe('containing and overlapping', () => {
  it('agree with the sets of days', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const set = (text: string): ReadonlySet<number> => {
          const start = dayNumber(period(text).first);
          const length = Math.min(lengthOf(text), 1500);
          return new Set([...new Array(length).keys()].map((n) => start + n));
        };
        fc.pre(lengthOf(a) <= 1500 && lengthOf(b) <= 1500);
        const [x, y] = [set(a), set(b)];
        expect(periodContains(a, b)).toBe([...y].every((day) => x.has(day)));
        expect(periodsOverlap(a, b)).toBe([...y].some((day) => x.has(day)));
      }),
    );
  });

  it('go together: what contains overlaps, and two that contain each other cover the same days', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(periodContains(a, a)).toBe(true);
        expect(periodsOverlap(a, b)).toBe(periodsOverlap(b, a));
        if (periodContains(a, b)) expect(periodsOverlap(a, b)).toBe(true);
        if (periodContains(a, b) && periodContains(b, a)) expect(comparePeriods(a, b)).toBe(0);
      }),
    );
  });

  it.each([
    ['2024', '2024-Q4', true],
    ['2024', '2024-02-29', true],
    ['2024', '2023-SY', false],
    ['2023-SY', '2024-06', true],
    ['2024-06', '2024', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(periodContains(outer, inner)).toBe(expected);
  });
});

describe('the order of periods', () => {
  it('is a total order on days', () => {
    fc.assert(
      fc.property(periods, periods, periods, (a, b, c) => {
        // Added to 0, a negative zero is the other one.
        expect(comparePeriods(a, b)).toBe(-comparePeriods(b, a) + 0);
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('comparing', () => {
  it('never puts a school year beside a civil one', () => {
    expect(periodsComparable('2023-SY', '2022-SY')).toBe(true);
    expect(periodsComparable('2023-SY', '2023')).toBe(false);
    expect(periodsComparable('2024', '2023-06')).toBe(true);
    expect(periodsComparable('2022-SY/2023-SY', '2024')).toBe(false);
    expect(periodsComparable('2022-SY/2023-SY', '2021-SY')).toBe(true);
  });
});

describe('the period before', () => {
  it.each([
    ['2024', '2023', '2023'],
    ['2024-H1', '2023-H2', '2023-H1'],
    ['2024-H2', '2024-H1', '2023-H2'],
    ['2024-Q1', '2023-Q4', '2023-Q1'],
    ['2024-Q3', '2024-Q2', '2023-Q3'],
    ['2024-01', '2023-12', '2023-01'],
    ['2024-06', '2024-05', '2023-06'],
    ['2024-03-01', '2024-02-29', '2023-03-01'],
    ['2023-03-01', '2023-02-28', '2022-03-01'],
    ['2024-02-29', '2024-02-28', '2023-02-28'],
    ['2024-12-31', '2024-12-30', '2023-12-31'],
    ['2023-SY', '2022-SY', '2022-SY'],
    ['2022/2024', '2019/2021', '2021/2023'],
    ['2024-01/2024-03', '2023-10/2023-12', '2023-01/2023-03'],
    ['2024-03/2025-02', '2023-03/2024-02', '2023-03/2024-02'],
    ['2024-Q1/2024-Q2', '2023-07/2023-12', '2023-Q1/2023-Q2'],
    ['2022-SY/2023-SY', '2020-SY/2021-SY', '2021-SY/2022-SY'],
    ['2024-03-25/2024-03-30', '2024-03-19/2024-03-24', '2023-03-25/2023-03-30'],
    ['2024-03-01/2024-03-31', '2024-02-01/2024-02-29', '2023-03-01/2023-03-31'],
    ['2024-12-30/2025-01-02', '2024-12-26/2024-12-29', '2023-12-30/2024-01-02'],
  ])('%s is %s for a flow and %s for a stock', (text, flow, stock) => {
    expect(previousPeriod(text, 'flow')).toBe(flow);
    expect(previousPeriod(text, 'rate')).toBe(flow);
    expect(previousPeriod(text, 'stock')).toBe(stock);
  });

  it('of a flow ends on the eve, with the same kind', () => {
    fc.assert(
      fc.property(periods, (text) => {
        const before = period(previousPeriod(text, 'flow'));
        expect(before.kind).toBe(period(text).kind);
        expect(dayNumber(before.last)).toBe(dayNumber(period(text).first) - 1);
      }),
    );
  });

  it('of a flow has the same length: in days for days, in months for the others', () => {
    const months = (text: string): number => {
      const [y = 0, m = 0] = period(text).first.split('-').map(Number);
      const [ly = 0, lm = 0] = period(text).last.split('-').map(Number);
      return (ly - y) * 12 + lm - m + 1;
    };
    const dayRanges = fc.tuple(days, fc.nat(400)).map(([day, n]) => `${day}/${dayText(dayNumber(day) + n)}`);
    fc.assert(
      fc.property(dayRanges, (text) => {
        const before = previousPeriod(text, 'flow');
        const isWhole = period(text).first.endsWith('-01') && dayText(dayNumber(period(text).last) + 1).endsWith('-01');
        expect(isWhole ? months(before) : lengthOf(before)).toBe(isWhole ? months(text) : lengthOf(text));
      }),
    );
    const wholeMonths = periods.filter((text) => !/\d{4}-\d{2}-\d{2}/.test(text));
    fc.assert(fc.property(wholeMonths, (text) => months(previousPeriod(text, 'flow')) === months(text)));
  });

  it('of a stock is the same date a year earlier, with the same kind', () => {
    fc.assert(
      fc.property(periods, (text) => {
        const before = period(previousPeriod(text, 'stock'));
        const now = period(text);
        expect(before.kind).toBe(now.kind);
        expect(Number(before.last.slice(0, 4))).toBe(Number(now.last.slice(0, 4)) - 1);
        expect(before.last < now.last).toBe(true);
        const isFebruary = now.last.slice(5, 7) === '02';
        if (!isFebruary) expect(before.last.slice(4)).toBe(now.last.slice(4));
      }),
    );
  });

  it('of a stock at the end of a month stays at the end of that month, leap years included', () => {
    expect(period(previousPeriod('2025-02', 'stock')).last).toBe('2024-02-29');
    expect(period(previousPeriod('2024-03/2025-02', 'stock')).last).toBe('2024-02-29');
  });
});
