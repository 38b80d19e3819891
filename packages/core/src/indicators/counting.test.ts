import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { countBy, countDistinct, countSelected, groupByCategory, lastsIn, select, toParts } from './counting.ts';
import type { IndicatorContext } from './indicator.ts';

const context: IndicatorContext = { dataset: makeDataset({}), period: '2024', territory: undefined, where: {} };

describe('lastsIn', () => {
  it.each([
    ['2024', '2024-03', true],
    ['2024', '2023/2024', true],
    ['2023', '2023/2024', true],
    ['2024', '2023/2025', true],
    ['2024-06', '2023/2025', true],
    ['2024-06', '2023/2024', null],
    ['2024-06', '2024', null],
    ['2024', '2023-11-15/2024-01-15', true],
    ['2025', '2023/2024', false],
    ['2024', '2023-SY', null],
    ['2024', '2024-03/2025', true],
    ['2024-06', '2024/2025', null],
    ['2023-12-31', '2023/2025', true],
    ['2025-01-01', '2023/2025', true],
    ['2024-08-31', '2023-SY', null],
  ])('in %s, what is dated %s lasts: %s', (asked, lasting, expected) => {
    expect(lastsIn(asked, lasting)).toBe(expected);
  });
});

describe('select', () => {
  const how = { dateOf: (r: { date: string }) => r.date, territoriesOf: () => null, categoryOf: () => null };
  const list = [{ date: '2023/2025' }, { date: '2024-05' }];

  it('is unsure of what crosses the bounds of the period, unless it lasts through it', () => {
    expect(select(list, context, how)).toEqual({ found: [list[1]], unclear: 1 });
    expect(select(list, context, { ...how, lasting: true })).toEqual({ found: list, unclear: 0 });
  });
});

describe('what is asked of some only', () => {
  interface Dated {
    readonly date: string;
    readonly of?: string | null;
  }
  const how = { dateOf: (r: Dated) => r.date, territoriesOf: () => null, categoryOf: (r: Dated) => r.of };
  const asked = { ...context, where: { theme: 'wood' } };

  it('leaves out what is of another category or of none, though its date crosses the bounds', () => {
    const list = [
      { date: '2023/2025', of: 'water' },
      { date: '2024', of: null },
      { date: '2023/2025', of: 'wood' },
    ];
    expect(select(list, asked, how)).toEqual({ found: [], unclear: 1 });
  });

  it('is unsure of what does not say its category', () => {
    expect(select([{ date: '2024' }], asked, how)).toEqual({ found: [], unclear: 1 });
  });
});

describe('counted', () => {
  it('says of how many that may count, how many do not say so', () => {
    expect(countSelected({ found: ['a', 'b'], unclear: 1 }, 'events', true)).toMatchObject({
      quantity: { value: 2 },
      complete: false,
      population: 3,
      missing: 1,
    });
  });

  it('knows of nobody, not of 0, where an incomplete list is empty', () => {
    const none = { found: [], unclear: 0 };
    expect(countSelected(none, 'events', false)).toMatchObject({ quantity: null, population: null, missing: null });
    expect(countSelected(none, 'events', true)).toMatchObject({ quantity: { value: 0 }, population: 0, missing: 0 });
  });
});

describe('countBy', () => {
  const categoryOf = (of: string | null | undefined) => of;

  it('leaves out what has no category, and tells apart what is unknown where that is asked for', () => {
    const count = (unknown: boolean) => [
      ...countBy(['a', null, undefined, 'a'], categoryOf, 'events', { unknown }).keys(),
    ];
    expect([count(false), count(true)]).toEqual([['a'], ['a', 'unknown']]);
    expect(countBy([undefined], categoryOf, 'events', { unknown: true }).size).toBe(0);
  });
});

describe('countDistinct', () => {
  const found = [{ who: ['a', 'b'] }, { who: ['a'] }];
  const count = (unclear: number, complete: boolean, list = found) =>
    countDistinct({ found: list, unclear }, (r) => r.who, 'organisations', complete);

  it('counts what comes twice once', () => {
    expect(count(0, true)).toMatchObject({ quantity: { value: 2, unit: 'organisations' }, complete: true });
  });

  it('is incomplete where a record is unclear, and unknown, not 0, where an incomplete list is empty', () => {
    expect(count(1, true).complete).toBe(false);
    expect(count(1, true).notes?.[0]?.fr).toMatch(/précis : 1$/);
    expect(count(0, true).notes).toEqual([]);
    expect(count(0, false, []).quantity).toBeNull();
    expect(count(0, true, []).quantity?.value).toBe(0);
  });
});

describe('groupBy and toParts', () => {
  it('put a record of several categories in each, and leave out those of none', () => {
    const groups = groupByCategory([{ of: ['a', 'b'] }, { of: ['a'] }, { of: [] }], (r) => r.of);
    expect([...groups].map(([id, list]) => [id, list.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('leave out what is unknown, and say "at least" of what is only listed', () => {
    const q = { value: 2, op: '=', unit: 'people' } as const;
    const parts = toParts([
      ['a', { quantity: q, complete: true }],
      ['b', { quantity: q, complete: false }],
      ['c', { quantity: null, complete: true }],
      ['d', null],
    ]);
    expect([...parts].map(([id, part]) => [id, part.op])).toEqual([
      ['a', '='],
      ['b', '>='],
    ]);
  });
});
