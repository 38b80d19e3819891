import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointOf, quantity } from '../model/index.ts';
import { quantityRange } from '../model/quantity.ts';
import { detailTotal, sharesTotal, wholeShare } from './shares.ts';

const percents = (...values: readonly number[]) => values.map((v) => quantity(v, 'percent'));

describe('a written share', () => {
  it.each([
    [50.427, '=', 50],
    [16.5, '=', 17],
    [0, '=', 0],
    [0.4, '<', 1],
    [0.5, '=', 1],
    [99.4, '=', 99],
    [99.6, '>', 99],
    [100, '=', 100],
  ] as const)('of %d %% reads %s %d', (value, op, written) => {
    expect(wholeShare(quantity(value, 'percent'))).toMatchObject({ op, value: written });
  });

  it('keeps its operator and its doubt', () => {
    expect(wholeShare(quantity(12.6, 'percent', '~'))).toMatchObject({ op: '~', value: 13 });
    expect(wholeShare(quantity(12.6, 'percent', '>='))).toMatchObject({ op: '>=', value: 13 });
    expect(wholeShare(quantityRange(1.2, 2.6, 'percent'))).toMatchObject({ op: 'range', min: 1, max: 3 });
  });

  it('never reads 0 or 100 when it is neither', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 100 - 1e-9, noNaN: true }), (value) => {
        const written = wholeShare(quantity(value, 'percent'));
        expect(written.op === '=' && (pointOf(written) === 0 || pointOf(written) === 100)).toBe(false);
      }),
    );
  });
});

describe('the total of shares', () => {
  it('is whole when the written numbers make 100, and rounded when only the true ones do', () => {
    expect(sharesTotal(percents(50.427, 16.239, 15.385, 8.547, 7.692, 0.855, 0.855), true)).toBe('whole');
    expect(sharesTotal(percents(100 / 3, 100 / 3, 100 / 3), true)).toBe('rounded');
  });

  it('is another thing when the parts do not cover the whole, or exceed it', () => {
    expect(sharesTotal(percents(33.333333, 36.363636), true)).toBe('other');
    expect(sharesTotal(percents(60, 60), true)).toBe('other');
  });

  it('takes published percents as they are printed', () => {
    expect(sharesTotal(percents(76, 14, 6, 4), false)).toBe('whole');
    expect(sharesTotal(percents(33, 33, 33), false)).toBe('rounded');
    expect(sharesTotal(percents(38, 6), false)).toBe('other');
  });

  it('says nothing of what is not exact, nor of nothing', () => {
    expect(sharesTotal([], true)).toBe('whole');
    expect(sharesTotal([quantity(30, 'percent', '~'), ...percents(50)], true)).toBe('whole');
    expect(sharesTotal(percents(99.7, 0.3), true)).toBe('whole');
  });
});

describe('the total of the details', () => {
  const part = (id: string, q: ReturnType<typeof quantity> | null) => ({ id, label: { fr: id }, quantity: q });

  it('adds counts and refuses percents, several units and nothing', () => {
    expect(detailTotal({ parts: [part('a', quantity(9, 'people')), part('b', quantity(24, 'people'))] })?.value).toBe(
      33,
    );
    expect(detailTotal({ parts: [part('a', quantity(9, 'people')), part('b', null)] })).toMatchObject({
      op: '>=',
      value: 9,
    });
    expect(detailTotal({ parts: [part('a', quantity(9, 'people')), part('b', quantity(1, 'euros'))] })).toBeNull();
    expect(detailTotal({ parts: [part('a', quantity(9, 'percent'))] })).toBeNull();
    expect(detailTotal({})).toBeNull();
  });
});
