import { describe, expect, it } from 'vitest';
import { type MeasurePart, quantity } from '../../model/index.ts';
import { quantityRange } from '../../model/quantity.ts';
import { barMarks, hasSeveralUnits, OTHERS } from './marks.ts';

const part = (id: string, value: number | null, extra: Partial<MeasurePart> = {}): MeasurePart => ({
  id,
  label: { fr: id.toUpperCase() },
  quantity: value === null ? null : quantity(value, 'members'),
  ...extra,
});
const ids = (parts: readonly MeasurePart[], options = {}) => barMarks({ parts }, options).map((mark) => mark.id);
const range = (n: number) => [...Array(n).keys()];

describe('bars', () => {
  it('start from zero, the longest fills the axis and the others keep their proportion', () => {
    const marks = barMarks({ parts: [part('a', 10), part('b', 40), part('c', 0)] });
    expect(marks.map(({ id, start, length, zero }) => [id, start, length, zero])).toEqual([
      ['b', 0, 1, 0],
      ['a', 0, 0.25, 0],
      ['c', 0, 0, 0],
    ]);
  });

  it('are sorted by value, ties in the order of the data, what is unknown last', () => {
    const parts = [part('none', null), part('x', 1), part('big', 9), part('y', 1)];
    expect(ids(parts)).toEqual(['big', 'x', 'y', 'none']);
    expect(ids(parts, { sort: 'order' })).toEqual(['none', 'x', 'big', 'y']);
  });

  it('put what the source does not sort after everything, however large', () => {
    const marks = barMarks({ parts: [part('unknown', 50), part('a', 1)] });
    expect(marks.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'category'],
      ['unknown', 'unknown'],
    ]);
  });

  it('put negative values on the other side of zero', () => {
    const marks = barMarks({ parts: [part('up', 300), part('down', -100)] });
    expect(marks.map(({ start, length }) => [start, length])).toEqual([
      [0.25, 0.75],
      [0, 0.25],
    ]);
    expect(new Set(marks.map(({ zero }) => zero))).toEqual(new Set([0.25]));
  });

  it('put zero at the far end when everything is negative', () => {
    const [mark] = barMarks({ parts: [part('down', -2)] });
    expect(mark).toMatchObject({ zero: 1, start: 0, length: 1 });
  });

  it('have no length for an unknown value, and keep it unknown', () => {
    const [, none] = barMarks({ parts: [part('a', 3), part('none', null)] });
    expect(none).toMatchObject({ quantity: null, length: 0, start: 0 });
  });

  it('stay finite when there is one value, only zeros, nothing at all, or something huge', () => {
    expect(barMarks({ parts: [part('a', 5)] })).toMatchObject([{ start: 0, length: 1 }]);
    expect(barMarks({ parts: [part('a', 0), part('b', 0)] })).toMatchObject([{ length: 0 }, { length: 0 }]);
    expect(barMarks({ parts: [] })).toEqual([]);
    expect(barMarks({})).toEqual([]);
    const marks = barMarks({ parts: [part('a', 1e300), part('b', 1)] });
    expect(marks.every(({ start, length }) => Number.isFinite(start) && length >= 0 && start + length <= 1)).toBe(true);
  });

  it('are on a scale of their own where several units are counted, those of a unit together: people and organisations have no common one', () => {
    const parts = [
      { id: 'a', label: { fr: 'A' }, quantity: quantity(99, 'people') },
      { id: 'b', label: { fr: 'B' }, quantity: quantity(88, 'organisations') },
      { id: 'c', label: { fr: 'C' }, quantity: quantity(33, 'people') },
      { id: 'd', label: { fr: 'D' }, quantity: null },
    ];
    expect(barMarks({ parts }).map(({ id, length }) => [id, Math.round(length * 100)])).toEqual([
      ['a', 100],
      ['c', 33],
      ['b', 100],
      ['d', 0],
    ]);
    expect(hasSeveralUnits(parts)).toBe(true);
    expect(hasSeveralUnits(parts.slice(1, 2))).toBe(false);
  });

  it('draw a range at its middle', () => {
    const parts = [part('a', 10), { ...part('r', null), quantity: quantityRange(4, 6, 'members') }];
    expect(barMarks({ parts })[1]).toMatchObject({ id: 'r', length: 0.5 });
  });

  it('keep rank, share and previous value', () => {
    const share = quantity(50, 'percent', '=', { base: 'whole' });
    const previous = quantity(2, 'members');
    expect(barMarks({ parts: [part('a', 3, { order: 4, share, previous })] })).toMatchObject([
      { order: 4, share, previous },
    ]);
  });
});

describe('values put together', () => {
  const many = range(100).map((n) => part(`p${n}`, 100 - n));

  it('keep the eight largest and add up the others', () => {
    const marks = barMarks({ parts: many });
    expect(marks.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', OTHERS]);
    const total = range(100).reduce((sum, n) => sum + 100 - n, 0);
    const kept = marks.slice(0, 8).reduce((sum, mark) => sum + (mark.quantity?.value ?? 0), 0);
    expect(marks[8]).toMatchObject({ kind: 'others', count: 92, quantity: quantity(total - kept, 'members') });
  });

  it('keep the largest in the order of the data too', () => {
    const parts = [part('small', 1), part('tiny', 1), part('big', 9), part('bigger', 10)];
    expect(ids(parts, { sort: 'order', max: 2 })).toEqual(['big', 'bigger', OTHERS]);
  });

  it('leave a ninth value its name', () => {
    expect(ids(many.slice(0, 9))).toHaveLength(9);
    expect(ids(many.slice(0, 9))).not.toContain(OTHERS);
    expect(ids(many.slice(0, 10))).toContain(OTHERS);
  });

  it('say "at least" when one of them is unknown', () => {
    const parts = [part('a', 9), part('b', 3), part('c', 2), part('none', null)];
    const [, others] = barMarks({ parts }, { max: 1 });
    expect(others?.quantity).toMatchObject({ op: '>=', value: 5 });
    expect(others?.quantity?.partial).toBeTruthy();
    expect(others).not.toHaveProperty('checks');
    const doubted = parts.map((part) => ({ ...part, checks: ['rates'] }));
    expect(barMarks({ parts: doubted }, { max: 1 })[1]?.checks).toContain('rates');
  });

  it('are not added for multiple answers, other units or percents of no known whole', () => {
    const [, multiple] = barMarks({ parts: many.slice(0, 4) }, { max: 1, exclusive: false });
    expect(multiple).toMatchObject({ id: OTHERS, quantity: null, count: 3, length: 0 });
    const mixed = [part('a', 9), part('b', 3), { ...part('c', null), quantity: quantity(1, 'euros') }];
    expect(barMarks({ parts: mixed }, { max: 1 })[1]?.quantity).toBeNull();
    const loose = range(3).map((n) => ({ ...part(`p${n}`, null), quantity: quantity(n, 'percent') }));
    expect(barMarks({ parts: loose }, { max: 1 })[1]?.quantity).toBeNull();
  });

  it('add their shares of one whole', () => {
    const parts = [60, 25, 15].map((n, at) =>
      part(`p${at}`, n, { share: quantity(n, 'percent', '=', { base: 'whole' }) }),
    );
    expect(barMarks({ parts }, { max: 1 })[1]?.share).toMatchObject({ value: 40, unit: 'percent' });
    const [first, second, ...rest] = parts;
    const unknown = [first, second, ...rest, part('p3', 10)].filter((each) => each !== undefined);
    expect(barMarks({ parts: unknown }, { max: 1 })[1]).not.toHaveProperty('share');
    const shares = ['one', 'one', 'other'].map((base) => quantity(20, 'percent', '=', { base }));
    const apart = shares.map((share, at) => part(`p${at}`, 5, { share }));
    expect(barMarks({ parts: [part('most', 9), ...apart] }, { max: 1 })[1]).not.toHaveProperty('share');
  });

  it('have a previous value only where all of them have one', () => {
    const parts = [part('a', 9), part('b', 3, { previous: quantity(2, 'members') }), part('c', 2)];
    expect(barMarks({ parts }, { max: 1 })[1]).not.toHaveProperty('previous');
    const all = [part('a', 9), ...parts.slice(1).map((each) => ({ ...each, previous: quantity(2, 'members') }))];
    expect(barMarks({ parts: all }, { max: 1 })[1]?.previous).toEqual(quantity(4, 'members'));
  });
});
