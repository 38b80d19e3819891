import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantity } from '../../model/index.ts';
import { quantityRange } from '../../model/quantity.ts';
import { type GroupMark, groupMarks, groupRows, mergedParts, type Series } from './groups.ts';

const series = (values: Readonly<Record<string, number | null>>, unit: 'members' | 'percent' = 'members'): Series =>
  Object.entries(values).map(([id, value]) => ({
    id,
    label: { fr: id.toUpperCase() },
    quantity: value === null ? null : quantity(value, unit),
  }));
const values = ({ bars }: GroupMark): readonly unknown[] => bars.map((bar) => bar.quantity?.value ?? null);
const many = (of: (n: number) => number | null): Series =>
  series(Object.fromEntries([...Array(100).keys()].map((n) => [`p${n}`, of(n)])));

describe('groups of bars', () => {
  it('share one axis from zero: the longest of all series fills it', () => {
    const marks = groupMarks([series({ a: 10, b: 20 }), series({ a: 40, b: 0 })]);
    expect(marks.map(({ id, zero, bars }) => [id, zero, bars.map(({ start, length }) => [start, length])])).toEqual([
      [
        'b',
        0,
        [
          [0, 0.5],
          [0, 0],
        ],
      ],
      [
        'a',
        0,
        [
          [0, 0.25],
          [0, 1],
        ],
      ],
    ]);
  });

  it('are sorted by the first series, have a bar for every series, and keep what is unknown unknown', () => {
    const marks = groupMarks([series({ a: null, b: 2, c: 3 }), series({ a: 9, c: 1 }), series({ b: 0 })]);
    expect(marks.map((mark) => [mark.id, ...values(mark)])).toEqual([
      ['c', 3, 1, null],
      ['b', 2, null, 0],
      ['a', null, 9, null],
    ]);
    expect(marks[0]?.bars.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(marks[1]?.bars[1]).toMatchObject({ quantity: null, length: 0 });
  });

  it('keep a category that only a later series has', () => {
    const marks = groupMarks([series({ a: 1 }), series({ a: 2, gone: 5 })]);
    expect(marks.map((mark) => [mark.id, ...values(mark)])).toEqual([
      ['a', 1, 2],
      ['gone', null, 5],
    ]);
    expect(mergedParts([series({ a: 1 }), series({ gone: 5 })])[1]).toMatchObject({ id: 'gone', quantity: null });
  });

  it('put negative values on the other side of the one zero', () => {
    const [mark] = groupMarks([series({ a: 300 }), series({ a: -100 })]);
    expect(mark).toMatchObject({
      zero: 0.25,
      bars: [
        { start: 0.25, length: 0.75 },
        { start: 0, length: 0.25 },
      ],
    });
  });

  it('put the small ones together in every series, and say "at least" where one of them is unknown', () => {
    const marks = groupMarks([many((n) => 100 - n), many((n) => (n === 99 ? null : 1))]);
    expect(marks).toHaveLength(9);
    const [now, before] = marks[8]?.bars ?? [];
    expect(marks[8]).toMatchObject({ kind: 'others', count: 92 });
    expect(now?.quantity).toMatchObject({ value: (92 * 93) / 2, op: '=' });
    expect(before?.quantity).toMatchObject({ value: 91, op: '>=' });
    const loose = groupMarks([many((n) => n), many((n) => n)], { exclusive: false });
    expect(loose[8]?.bars.map((bar) => bar.quantity)).toEqual([null, null]);
  });

  it('add up what was put together though one of the data’s own categories is called others', () => {
    const own = groupMarks([series({ a: 9, b: 8, c: 2, others: 1 }), series({ a: 1, b: 1, c: 1, others: 4 })], {
      max: 2,
    });
    expect(own.map((mark) => [mark.kind, ...values(mark)])).toEqual([
      ['category', 9, 1],
      ['category', 8, 1],
      ['others', 3, 5],
    ]);
  });

  it('have no length where several units meet', () => {
    const marks = groupMarks([series({ a: 3 }), series({ a: 50 }, 'percent')]);
    expect(marks[0]?.bars.map(({ length }) => length)).toEqual([0, 0]);
  });

  it('stay on the axis whatever the values: one, zeros, none, huge', () => {
    expect(groupMarks([])).toEqual([]);
    expect(groupMarks([[], []])).toEqual([]);
    expect(groupMarks([series({ a: 0 }), series({ a: 0 })])[0]?.bars).toMatchObject([{ length: 0 }, { length: 0 }]);
    const amount = fc.option(fc.oneof(fc.constantFrom(0, 1e12, -1e12, 1e300), fc.integer()));
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), amount), { maxLength: 4 }), (all) => {
        const bars = groupMarks(all.map((each) => series(each))).flatMap((mark) => mark.bars);
        return bars.every(
          ({ start, length }) => Number.isFinite(start) && start >= -1e-9 && length >= 0 && start + length <= 1 + 1e-9,
        );
      }),
    );
  });

  it('draw a range at its middle', () => {
    const range: Series = [{ id: 'a', label: { fr: 'A' }, quantity: quantityRange(4, 6, 'members') }];
    expect(groupMarks([series({ a: 10 }), range])[0]?.bars[1]).toMatchObject({ length: 0.5 });
  });
});

describe('groups as rows', () => {
  it('have every category and every value, none put together', () => {
    const rows = groupRows([many((n) => n), series({ p3: 7 })]);
    expect(rows).toHaveLength(100);
    expect(rows[0]?.values).toMatchObject([{ value: 99 }, null]);
    expect(rows.find(({ id }) => id === 'p3')?.values).toMatchObject([{ value: 3 }, { value: 7 }]);
  });
});
