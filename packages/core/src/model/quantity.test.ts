import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  agrees,
  changeOf,
  complement,
  divide,
  markPartial,
  mean,
  scale,
  share,
  subtract,
  sum,
  sumKnown,
} from './algebra.ts';
import { type Interval, intervalOf } from './interval.ts';
import { isApprox, isExact, pointOf, quantity, quantityRange } from './quantity.ts';
import { Quantity } from './quantity-schema.ts';
import { spread } from './testing/spread.ts';

const OPS = ['=', '~', '>', '>=', '<', '<='] as const;
const BOUNDS = ['>', '>=', '<', '<='] as const;

/** Amounts as they are printed: at most two digits after the point. */
const amount = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
const extras = fc.record(
  { approx: fc.boolean(), partial: fc.constantFrom('five answers are missing', 'one site only') },
  { requiredKeys: [] },
);

function quantities({ unit = 'members', min = -1000, max = 1000, withExtras = true } = {}): fc.Arbitrary<Quantity> {
  const more = withExtras ? extras : fc.constant({});
  const single = fc
    .tuple(amount(min, max), fc.constantFrom(...OPS), more)
    .map(([n, op, x]) => quantity(n, unit, op, x));
  const range = fc
    .tuple(amount(min, max), amount(0, 100), more)
    .map(([n, width, x]) => quantityRange(n, Math.round((n + width) * 100) / 100, unit, x));
  return fc.oneof({ weight: 3, arbitrary: single }, { weight: 1, arbitrary: range });
}

const hasIn = (i: Interval, n: number): boolean =>
  (i.loStrict ? n > i.lo : n >= i.lo) && (i.hiStrict ? n < i.hi : n <= i.hi);

/** As {@link hasIn}, forgiving what binary arithmetic adds at a bound. */
function meets(q: Quantity | null, n: number): boolean {
  if (!q) return true;
  const i = intervalOf(q);
  const slack = 1e-7 * Math.max(1, Math.abs(n));
  return n >= i.lo - slack && n <= i.hi + slack;
}

/** A quantity and a number that it may stand for. */
function withPoint(of: fc.Arbitrary<Quantity>, within: readonly [number, number] = [-5000, 5000]) {
  return fc.tuple(of, spread(0, 1)).map(([q, t]) => {
    const i = intervalOf(q);
    const lo = Math.max(i.lo, within[0]);
    const hi = Math.min(i.hi, Math.max(within[1], lo));
    // Kept off the bounds where they are open.
    const at = i.loStrict || i.hiStrict ? 0.001 + 0.998 * t : t;
    return { q, point: lo + (hi - lo) * at };
  });
}

const meaning = (q: Quantity | null) => q && { ...intervalOf(q), approx: isApprox(q), unit: q.unit };

function expectSameMeaning(a: Quantity | null, b: Quantity | null): void {
  const [x, y] = [meaning(a), meaning(b)];
  expect(x === null).toBe(y === null);
  if (!x || !y) return;
  const near = (n: number, m: number): boolean => n === m || Math.abs(n - m) < 1e-6;
  expect([near(x.lo, y.lo), near(x.hi, y.hi)], `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toEqual([true, true]);
  expect({ ...x, lo: 0, hi: 0 }).toEqual({ ...y, lo: 0, hi: 0 });
}

describe('a quantity', () => {
  it('is written with a value, or with both bounds of a range in order', () => {
    expect(Quantity.safeParse({ value: 117, op: '=', unit: 'members' }).success).toBe(true);
    expect(Quantity.safeParse({ min: 6, max: 12, op: 'range', unit: 'people' }).success).toBe(true);
    expect(Quantity.safeParse({ op: '=', unit: 'members' }).success).toBe(false);
    expect(Quantity.safeParse({ min: 12, max: 6, op: 'range', unit: 'people' }).success).toBe(false);
    expect(Quantity.safeParse({ min: 6, op: 'range', unit: 'people' }).success).toBe(false);
    expect(Quantity.safeParse({ value: 1, op: '≈', unit: 'people' }).success).toBe(false);
    expect(Quantity.safeParse({ value: Number.POSITIVE_INFINITY, op: '=', unit: 'people' }).success).toBe(false);
  });

  it('cannot be made of what is not a finite number', () => {
    expect(() => quantity(Number.NaN, 'members')).toThrow('received NaN');
    expect(() => quantity(Number.POSITIVE_INFINITY, 'members')).toThrow('received Infinity');
    expect(() => quantityRange(12, 6, 'people')).toThrow('received 12 and 6');
    expect(() => quantityRange(0, Number.POSITIVE_INFINITY, 'people')).toThrow('received 0 and Infinity');
  });

  it.each([
    ['=', { lo: 7, hi: 7, loStrict: false, hiStrict: false }],
    ['~', { lo: 7, hi: 7, loStrict: false, hiStrict: false }],
    ['>', { lo: 7, hi: Infinity, loStrict: true, hiStrict: false }],
    ['>=', { lo: 7, hi: Infinity, loStrict: false, hiStrict: false }],
    ['<', { lo: -Infinity, hi: 7, loStrict: false, hiStrict: true }],
    ['<=', { lo: -Infinity, hi: 7, loStrict: false, hiStrict: false }],
  ] as const)('with "%s" means its interval', (op, interval) => {
    expect(intervalOf(quantity(7, 'members', op))).toEqual(interval);
  });

  it('is drawn at its value, its bound, or the middle of its range', () => {
    expect(pointOf(quantity(900, 'organisations', '>'))).toBe(900);
    expect(pointOf(quantityRange(6, 12, 'people'))).toBe(9);
  });

  it('is exact only when it is neither rough, nor bounded, nor partial', () => {
    expect(isExact(quantity(117, 'members'))).toBe(true);
    expect(isExact(quantity(117, 'members', '>='))).toBe(false);
    expect(isExact(quantity(117, 'members', '=', { approx: true }))).toBe(false);
    expect(isExact(quantity(117, 'members', '=', { partial: 'some' }))).toBe(false);
  });
});

describe('arithmetic is sound: whatever the operands really are, the result allows for it', () => {
  const pair = (b: fc.Arbitrary<Quantity> = quantities()) => fc.tuple(withPoint(quantities()), withPoint(b));

  it('when adding', () => {
    fc.assert(fc.property(pair(), ([a, b]) => meets(add(a.q, b.q), a.point + b.point)));
  });

  it('when subtracting', () => {
    fc.assert(fc.property(pair(), ([a, b]) => meets(subtract(a.q, b.q), a.point - b.point)));
  });

  it('when scaling', () => {
    const factors = fc.tuple(withPoint(quantities()), amount(-20, 20));
    fc.assert(fc.property(factors, ([a, f]) => meets(scale(a.q, f), a.point * f)));
  });

  it('when dividing', () => {
    fc.assert(
      fc.property(pair(), ([a, b]) => {
        fc.pre(b.point !== 0);
        return meets(divide(a.q, b.q, 'ratio'), a.point / b.point);
      }),
    );
  });

  it('when taking a share', () => {
    const part = withPoint(quantities({ min: 0 }), [0, 1000]);
    const whole = withPoint(quantities({ min: 1 }), [1, 1000]);
    fc.assert(
      fc.property(part, whole, (a, b) => {
        fc.pre(a.point >= 0 && b.point >= Math.max(a.point, 0.01));
        return meets(share(a.q, b.q), (100 * a.point) / b.point);
      }),
    );
  });

  it('when averaging', () => {
    fc.assert(
      fc.property(fc.array(withPoint(quantities()), { minLength: 1, maxLength: 6 }), (list) => {
        const average = list.reduce((total, { point }) => total + point, 0) / list.length;
        return meets(mean(list.map(({ q }) => q)), average);
      }),
    );
  });

  it('at the very bounds, of every pair of small whole amounts', () => {
    const small = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
    const operands = small.flatMap((n) => OPS.map((op) => quantity(n, 'members', op)));
    const values = [-9, ...small, 9];
    const within = new Map(operands.map((q) => [q, values.filter((n) => hasIn(intervalOf(q), n))]));
    const broken: string[] = [];
    const check = (what: string, q: Quantity | null, n: number): void => {
      if (q && !(hasIn(intervalOf(q), n) || (!Number.isInteger(n) && meets(q, n))))
        broken.push(`${what} leaves out ${n}: ${JSON.stringify(q)}`);
    };
    for (const a of operands) {
      for (const factor of small) {
        const scaled = scale(a, factor);
        for (const x of within.get(a) ?? []) check(`${a.op}${a.value} × ${factor}`, scaled, x * factor);
      }
      for (const b of operands) {
        const [total, difference, quotient] = [add(a, b), subtract(a, b), divide(a, b, 'ratio')];
        for (const x of within.get(a) ?? []) {
          for (const y of within.get(b) ?? []) {
            check(`${a.op}${a.value} + ${b.op}${b.value}`, total, x + y);
            check(`${a.op}${a.value} − ${b.op}${b.value}`, difference, x - y);
            if (y !== 0) check(`${a.op}${a.value} ÷ ${b.op}${b.value}`, quotient, x / y);
          }
        }
      }
    }
    expect(broken.slice(0, 5)).toEqual([]);
  });
});

describe('addition', () => {
  it('does not depend on the order or the grouping, within the meaning of the sums', () => {
    const any = quantities();
    fc.assert(fc.property(any, any, (a, b) => expectSameMeaning(add(a, b), add(b, a))));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const [left, right] = [add(add(a, b), c), add(a, add(b, c))];
        // "< 5" + "> 3" says nothing, and nothing can be added to it afterwards.
        fc.pre(left !== null && right !== null);
        expectSameMeaning(left, right);
      }),
    );
  });

  it('keeps 0 as its neutral element', () => {
    fc.assert(fc.property(quantities({ withExtras: false }), (q) => expectSameMeaning(add(q, quantity(0, q.unit)), q)));
  });

  it.each([
    [quantity(19, 'members'), quantity(9, 'members'), { value: 28, op: '=', unit: 'members' }],
    [quantity(900, 'organisations', '>'), quantity(4, 'organisations'), { value: 904, op: '>', unit: 'organisations' }],
    [quantity(900, 'people', '>='), quantity(4, 'people', '>'), { value: 904, op: '>', unit: 'people' }],
    [
      quantity(1500, 'pupils', '~'),
      quantity(552, 'pupils', '>='),
      { value: 2052, op: '>=', approx: true, unit: 'pupils' },
    ],
    [quantityRange(6, 12, 'people'), quantity(3, 'people'), { min: 9, max: 15, op: 'range', unit: 'people' }],
    [quantity(0.1, 'hours'), quantity(0.2, 'hours'), { value: 0.3, op: '=', unit: 'hours' }],
    [quantity(4_488_696.94, 'euros'), quantity(0, 'euros'), { value: 4_488_696.94, op: '=', unit: 'euros' }],
    [
      quantityRange(0.1, 4_488_696.94, 'euros'),
      quantity(0, 'euros'),
      { min: 0.1, max: 4_488_696.94, op: 'range', unit: 'euros' },
    ],
    [quantity(5, 'people', '<'), quantity(3, 'people', '>'), null],
  ])('%j + %j = %j', (a, b, result) => {
    expect(add(a, b)).toEqual(result);
  });

  it('of a strict bound stays strict, and of closed bounds stays closed', () => {
    const bounded = fc.tuple(amount(0, 100), fc.constantFrom(...BOUNDS)).map(([n, op]) => quantity(n, 'members', op));
    fc.assert(
      fc.property(bounded, bounded, (a, b) => {
        const total = add(a, b);
        fc.pre(total !== null);
        const isStrict = (q: Quantity | null): boolean => q?.op === '>' || q?.op === '<';
        expect(isStrict(total)).toBe(isStrict(a) || isStrict(b));
      }),
    );
  });

  it('of different units is refused', () => {
    expect(() => add(quantity(1, 'members'), quantity(1, 'events'))).toThrow('cannot add members and events');
  });

  it('of percents is refused unless they are disjoint parts of one known base', () => {
    const percent = (value: number, base?: string) =>
      quantity(value, 'percent', '=', base === undefined ? {} : { base });
    expect(() => add(percent(76), percent(14))).toThrow('disjoint parts');
    expect(() => add(percent(76), percent(14), { disjoint: true })).toThrow('disjoint parts');
    expect(() => add(percent(76, 'board'), percent(14, 'board'))).toThrow('disjoint parts');
    expect(() => add(percent(76, 'board'), percent(14, 'bureau'), { disjoint: true })).toThrow('disjoint parts');
    expect(add(percent(76, 'board'), percent(14, 'board'), { disjoint: true })).toEqual(percent(90, 'board'));
  });
});

describe('a sum', () => {
  it('of nothing is unknown, and of one quantity is that quantity', () => {
    expect(sum([])).toBeNull();
    expect(sum([quantity(7, 'members')])).toEqual(quantity(7, 'members'));
  });

  it('with an unknown operand is unknown; of what is known, it is partial', () => {
    const list = [quantity(3, 'members'), null, quantity(4, 'members')];
    expect(sum(list)).toBeNull();
    expect(sumKnown(list, 'one collège is missing')).toEqual({
      value: 7,
      op: '>=',
      unit: 'members',
      partial: 'one collège is missing',
    });
    expect(sumKnown([null, null], 'all are missing')).toBeNull();
    expect(sumKnown([quantity(3, 'members')], 'none is missing')).toEqual(quantity(3, 'members'));
  });

  it('gives each reason for being partial once', () => {
    const partial = (reason: string) => quantity(1, 'people', '=', { partial: reason });
    expect(sum([partial('a'), partial('b'), partial('a'), partial('b')])?.partial).toBe('a ; b');
  });
});

describe('what is rough or partial spreads', () => {
  it('from either operand to every result', () => {
    const positive = quantities({ min: 1 });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const results = [add(a, b), subtract(a, b), divide(a, b, 'ratio'), share(a, b)];
        for (const q of results.filter((r) => r !== null)) {
          expect(isApprox(q)).toBe(isApprox(a) || isApprox(b));
          expect(q.partial !== undefined).toBe(a.partial !== undefined || b.partial !== undefined);
        }
        expect(isApprox(scale(a, 3) ?? quantity(0, 'members'))).toBe(isApprox(a));
      }),
    );
  });

  it('so that a partial sum of counts reads "at least"', () => {
    const counted = fc
      .tuple(fc.nat(1000), fc.constantFrom('=', '~', '>=', '>'), fc.boolean())
      .map(([n, op, isPartial]) =>
        quantity(n, 'jobs', op as '=', isPartial ? { partial: 'starred in the table' } : {}),
      );
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        fc.pre(a.partial !== undefined || b.partial !== undefined);
        const total = add(a, b);
        expect(total?.op).toBe(a.op === '>' || b.op === '>' ? '>' : '>=');
        expect(total?.value).toBe((a.value ?? 0) + (b.value ?? 0));
      }),
    );
  });

  it('but a partial percent is not a lower bound', () => {
    const part = (value: number, partial?: string) =>
      quantity(value, 'percent', '=', { base: 'seats', ...(partial ? { partial } : {}) });
    expect(add(part(40, 'two meetings of six'), part(10), { disjoint: true })?.op).toBe('=');
    for (const unit of ['percent', 'points', 'ratio'])
      expect(markPartial(quantity(12, unit), 'two sheets'), unit).toMatchObject({ value: 12, op: '=' });
  });

  it('and marking a count as partial opens its upper bound without losing the lower one', () => {
    expect(markPartial(quantity(12, 'people'), 'two sheets')).toEqual({
      value: 12,
      op: '>=',
      unit: 'people',
      partial: 'two sheets',
    });
    expect(markPartial(quantityRange(6, 12, 'people'), 'two sheets')).toEqual({
      value: 6,
      op: '>=',
      unit: 'people',
      partial: 'two sheets',
    });
    expect(markPartial(quantity(12, 'people', '<'), 'two sheets').partial).toBe('two sheets');
  });
});

describe('the unknown', () => {
  it('absorbs everything', () => {
    fc.assert(
      fc.property(quantities({ min: 1 }), (q) => {
        expect([add(q, null), add(null, q), subtract(q, null), subtract(null, q)]).toEqual([null, null, null, null]);
        expect([divide(q, null, 'ratio'), divide(null, q, 'ratio'), share(q, null), share(null, q)]).toEqual([
          null,
          null,
          null,
          null,
        ]);
        expect([scale(null, 3), complement(null), mean([q, null]), mean([null, q]), mean([])]).toEqual([
          null,
          null,
          null,
          null,
          null,
        ]);
        expect([changeOf(q, null), changeOf(null, q)]).toEqual([null, null]);
      }),
    );
  });

  it('absorbs percents too, instead of being taken for one of another base', () => {
    expect(mean([quantity(76, 'percent', '=', { base: 'seats' }), null])).toBeNull();
  });
});

describe('subtraction', () => {
  it.each([
    [quantity(117, 'members'), quantity(114, 'members'), { value: 3, op: '=', unit: 'members' }],
    [quantity(117, 'members'), quantity(100, 'members', '>'), { value: 17, op: '<', unit: 'members' }],
    [quantity(117, 'members', '>'), quantity(100, 'members', '>'), null],
    [quantity(117, 'members', '>'), quantity(100, 'members'), { value: 17, op: '>', unit: 'members' }],
    [quantity(76, 'percent'), quantity(72, 'percent'), { value: 4, op: '=', unit: 'points' }],
  ])('%j − %j = %j', (a, b, result) => {
    expect(subtract(a, b)).toEqual(result);
  });

  it('undoes an addition of exact amounts', () => {
    const exact = amount(-1000, 1000).map((n) => quantity(n, 'euros'));
    fc.assert(fc.property(exact, exact, (a, b) => expectSameMeaning(subtract(add(a, b), b), a)));
  });
});

describe('scaling', () => {
  it('by nothing is nothing, of however many', () => {
    expect(scale(quantity(5, 'events', '>'), 0)?.value).toBe(0);
  });
});

describe('division', () => {
  it('by so little that the result has no number is unknown', () => {
    expect(divide(quantity(100, 'events'), quantity(Number.MIN_VALUE, 'events'), 'ratio')).toBeNull();
  });

  it('by what may be zero is unknown', () => {
    const zero = fc.constantFrom(
      quantity(0, 'events'),
      quantity(5, 'events', '<'),
      quantity(0, 'events', '>='),
      quantityRange(-1, 1, 'events'),
    );
    fc.assert(fc.property(quantities(), zero, (q, by) => divide(q, by, 'ratio') === null));
  });

  it.each([
    [quantity(330, 'events'), quantity(150, 'organisations'), { value: 2.2, op: '=' }],
    [quantity(330, 'events', '>'), quantity(150, 'organisations'), { value: 2.2, op: '>' }],
    [quantity(330, 'events'), quantity(150, 'organisations', '>'), { value: 2.2, op: '<' }],
    [quantity(0, 'events', '>='), quantity(10, 'organisations', '>'), { value: 0, op: '>=' }],
    [quantity(-5, 'events', '<='), quantity(1, 'organisations', '>='), { value: 0, op: '<' }],
    [quantity(20_000, 'people', '~'), quantity(400, 'events'), { value: 50, op: '~' }],
    [quantity(6, 'euros'), quantity(-2, 'organisations'), { value: -3, op: '=' }],
    [quantity(0, 'events', '>'), quantity(2, 'organisations'), { value: 0, op: '>' }],
    [quantity(-6, 'euros'), quantity(2, 'organisations', '>'), { min: -3, max: 0, op: 'range' }],
  ])('%j ÷ %j = %j', (a, b, result) => {
    expect(divide(a, b, 'events/organisation')).toEqual({ ...result, unit: 'events/organisation' });
  });
});

describe('a share', () => {
  const members = (n: number, op: (typeof OPS)[number] = '=') => quantity(n, 'members', op);

  it.each([
    [members(28), members(112), { value: 25, op: '=' }],
    [members(28, '>'), members(112), { value: 25, op: '>' }],
    [members(28, '>='), members(112), { value: 25, op: '>=' }],
    [members(28, '<'), members(112), { value: 25, op: '<' }],
    [members(28, '~'), members(112), { value: 25, op: '~' }],
    [members(28), members(112, '>='), { value: 25, op: '<=' }],
    [members(130), members(117), { value: 100, op: '=' }],
    [members(130, '>'), members(117), { value: 100, op: '=' }],
    [members(117, '>='), members(117), { value: 100, op: '=' }],
    [members(28), members(0), null],
    [members(0, '<='), members(117), { value: 0, op: '=' }],
    [members(-5, '>'), members(117), { value: 0, op: '>=' }],
    [members(130, '<'), members(117), { value: 100, op: '<=' }],
  ])('of %j in %j is %j', (part, whole, result) => {
    expect(share(part, whole)).toEqual(result && { ...result, unit: 'percent' });
  });

  it('states no bound outside 0 to 100 %', () => {
    fc.assert(
      fc.property(quantities({ min: 0 }), quantities({ min: 1 }), (a, b) => {
        const q = share(a, b);
        for (const n of [q?.value, q?.min, q?.max]) {
          if (n !== undefined) expect(n >= 0 && n <= 100, `${n}`).toBe(true);
        }
      }),
    );
  });

  it('of different units is refused', () => {
    expect(() => share(quantity(1, 'members'), quantity(2, 'events'))).toThrow('take a share of members and events');
  });

  it('and what is left make the whole', () => {
    fc.assert(
      fc.property(quantities({ unit: 'percent', min: 0, max: 100 }), (q) =>
        expectSameMeaning(complement(complement(q)), { ...q }),
      ),
    );
    expect(complement(quantity(76, 'percent', '>', { base: 'board' }))).toEqual({
      value: 24,
      op: '<',
      unit: 'percent',
      base: 'board',
    });
    expect(() => complement(quantity(3, 'members'))).toThrow('received members');
  });
});

describe('a mean', () => {
  it('of percents needs one known base', () => {
    const percent = (value: number, base?: string) =>
      quantity(value, 'percent', '=', base === undefined ? {} : { base });
    expect(() => mean([percent(20), percent(40)])).toThrow('never averaged');
    expect(() => mean([percent(20, 'a'), percent(40, 'b')])).toThrow('never averaged');
    expect(mean([percent(20, 'a'), percent(40, 'a')])).toEqual(percent(30, 'a'));
  });

  it('lies between the least and the greatest', () => {
    const exact = amount(-1000, 1000).map((n) => quantity(n, 'people'));
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 8 }), (list) => {
        const points = list.map(pointOf);
        const average = mean(list)?.value ?? Number.NaN;
        expect(average).toBeGreaterThanOrEqual(Math.min(...points) - 1e-6);
        expect(average).toBeLessThanOrEqual(Math.max(...points) + 1e-6);
      }),
    );
  });
});

describe('a change', () => {
  it.each([
    ['of followers', quantity(7148, 'subscribers'), quantity(5178, 'subscribers'), 1970, 38.045_577],
    ['of followers who leave', quantity(2283, 'subscribers'), quantity(2424, 'subscribers'), -141, -5.816_832],
  ])('%s is told in both ways', (_what, current, previous, absolute, relative) => {
    const change = changeOf(current, previous);
    expect(change?.absolute).toEqual({ value: absolute, op: '=', unit: 'subscribers' });
    expect(change?.relative?.unit).toBe('percent');
    expect(change?.relative?.value).toBeCloseTo(relative, 5);
  });

  it('of percents is in points, never relative', () => {
    expect(changeOf(quantity(76, 'percent'), quantity(72, 'percent'))).toEqual({
      absolute: { value: 4, op: '=', unit: 'points' },
    });
  });

  it('from nothing, or from a debt, is absolute only', () => {
    expect(changeOf(quantity(5, 'members'), quantity(0, 'members'))).toEqual({ absolute: quantity(5, 'members') });
    expect(changeOf(quantity(5, 'euros'), quantity(-10, 'euros'))).toEqual({ absolute: quantity(15, 'euros') });
  });

  it('is not told where one side covers only a part', () => {
    const [whole, part] = [quantity(40, 'members'), quantity(12, 'members', '=', { partial: 'panne' })];
    expect([changeOf(part, whole), changeOf(whole, part)]).toEqual([null, null]);
  });

  it('between rough values is rough', () => {
    const change = changeOf(quantity(20_000, 'people', '~'), quantity(16_000, 'people'));
    expect(change?.absolute.op).toBe('~');
    expect(change?.relative).toEqual({ value: 25, op: '~', unit: 'percent' });
  });

  it('agrees in sign with its relative part', () => {
    const positive = amount(1, 1000).map((n) => quantity(n, 'members'));
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const change = changeOf(a, b);
        expect(Math.sign(change?.relative?.value ?? 0)).toBe(Math.sign(change?.absolute.value ?? 0));
      }),
    );
  });
});

describe('agreement of a computed with a published value', () => {
  it.each([
    ['the same number', quantity(117, 'members'), quantity(117, 'members'), true],
    ['one more', quantity(118, 'members'), quantity(117, 'members'), false],
    ['what rounds to the printed digits', quantity(17.45, 'percent'), quantity(17.5, 'percent'), true],
    ['what does not round to them', quantity(17.4, 'percent'), quantity(17.5, 'percent'), false],
    ['a share printed without digits', quantity(81.8, 'percent'), quantity(82, 'percent'), true],
    ['more than the bound', quantity(904, 'organisations'), quantity(900, 'organisations', '>'), true],
    ['the bound itself, printed as strict', quantity(899, 'organisations'), quantity(900, 'organisations', '>'), false],
    ['what rounds to a strict bound from outside', quantity(4.5, 'people'), quantity(5, 'people', '>'), false],
    ['what rounds to one from above', quantity(5.5, 'people'), quantity(5, 'people', '<'), false],
    ['a bound that the printed range ends on', quantity(5.5, 'people', '>'), quantityRange(2, 5, 'people'), false],
    ['a bound that it begins on', quantity(1.5, 'people', '<'), quantityRange(2, 5, 'people'), false],
    ['twelve for "about ten"', quantity(12, 'people'), quantity(10, 'people', '~'), true],
    ['thirteen for "about ten"', quantity(13, 'people'), quantity(10, 'people', '~'), false],
    ['"at least 8" for 9', quantity(8, 'people', '>='), quantity(9, 'people'), true],
    ['"at least 10" for 9', quantity(10, 'people', '>='), quantity(9, 'people'), false],
    ['a number in the range', quantity(7, 'people'), quantityRange(6, 12, 'people'), true],
    ['a number out of the range', quantity(13, 'people'), quantityRange(6, 12, 'people'), false],
  ])('%s', (_what, computed, published, expected) => {
    expect(agrees(computed, published)).toBe(expected);
  });

  it('holds for every published number that the computed one rounds to', () => {
    fc.assert(
      fc.property(spread(-1000, 1000), fc.integer({ min: 0, max: 2 }), (n, decimals) => {
        const printed = Number(n.toFixed(decimals));
        fc.pre(String(Math.abs(printed)).split('.')[1]?.length === (decimals || undefined));
        return agrees(quantity(n, 'percent'), quantity(printed, 'percent'));
      }),
    );
  });

  it('is mutual between exact values that are printed with the same number of digits', () => {
    const whole = fc.integer({ min: -1000, max: 1000 }).map((n) => quantity(n, 'members'));
    fc.assert(fc.property(whole, whole, (a, b) => agrees(a, b) === agrees(b, a)));
    fc.assert(fc.property(whole, (a) => agrees(a, a)));
  });

  it('of different units is refused', () => {
    expect(() => agrees(quantity(1, 'members'), quantity(1, 'events'))).toThrow('compare members and events');
  });
});

describe('every result', () => {
  it('is a valid quantity without a negative zero', () => {
    const zeroes = fc.oneof(quantities({ min: -2, max: 2 }), quantities());
    fc.assert(
      fc.property(zeroes, zeroes, fc.integer({ min: -3, max: 3 }), (a, b, factor) => {
        const results = [
          add(a, b),
          subtract(a, b),
          scale(a, factor),
          divide(a, b, 'ratio'),
          share(a, b),
          markPartial(a, 'some'),
        ];
        for (const q of results.filter((r) => r !== null)) {
          expect(Quantity.safeParse(q).success, JSON.stringify(q)).toBe(true);
          for (const n of [q.value, q.min, q.max]) expect(Object.is(n, -0)).toBe(false);
        }
      }),
    );
  });
});
