import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { collectionSchemas } from './collections.ts';
import { Manifest, MeasuresFrame } from './manifest.ts';
import { recordShapes } from './record-shapes.ts';
import { modelRules } from './rules.ts';
import { REFUSED, readShape, type Shape } from './shape.ts';
import { manifestShape, measuresShape } from './shapes.ts';

const all: readonly (readonly [string, Shape, z.core.$ZodType])[] = [
  ['manifest', manifestShape, Manifest],
  ['measures', measuresShape, MeasuresFrame],
  ...Object.entries(collectionSchemas).map(
    ([name, schema]) => [name, recordShapes[name as keyof typeof recordShapes], schema] as const,
  ),
];

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<unknown>,
  fc.constantFrom<unknown>('', '2024', '2024-02-31', 'held', 'other', '=', 'range', 0, -1, 1e999, [], {}, null),
);

const period = fc.constantFrom('2024', '2023-SY', '2024-06-18', '2024-01/2024-06');
const quantity = fc.constantFrom(
  { value: 3, op: '=', unit: 'people' },
  { min: 2, max: 3, op: 'range', unit: 'people', approx: true },
);

/** Values that a shape accepts, most of the time: some are a little odd. */
function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 100, arbitrary: good(shape) }, { weight: 1, arbitrary: odd });
}

function good(shape: Shape): fc.Arbitrary<unknown> {
  if (typeof shape === 'string') {
    return { s: fc.string(), n: fc.double({ noNaN: true }), i: fc.integer(), b: fc.boolean(), u: odd }[shape];
  }
  switch (shape[0]) {
    case 'e':
      return fc.constantFrom(...shape.slice(1));
    case 'n':
    case 'i':
      return fc.double({ min: (shape[1] ?? -1e6) - 1, max: (shape[2] ?? 1e6) + 1, noNaN: true });
    case 'a':
      return fc.array(valueOf(shape[1]), { maxLength: 2 });
    case 'r':
      return fc.dictionary(fc.string(), valueOf(shape[1]), { maxKeys: 2 });
    case 'o':
      return fc
        .tuple(
          fc.record(Object.fromEntries(Object.entries(shape[1]).map(([name, field]) => [name, valueOf(field)]))),
          fc.dictionary(fc.constantFrom('en', 'mood', '__proto__'), fc.oneof(fc.string(), odd), { maxKeys: 1 }),
          fc.oneof({ weight: 9, arbitrary: fc.constant<string[]>([]) }, fc.subarray(Object.keys(shape[1]), { maxLength: 1 })),
        )
        .map(([fields, more, missing]) =>
          Object.fromEntries(Object.entries({ ...more, ...fields }).filter(([name]) => !missing.includes(name))),
        );
    case 't':
      return fc.tuple(...shape.slice(1).map((item) => valueOf(item as Shape)));
    case '|':
      return fc.oneof(...shape.slice(1).map((item) => valueOf(item as Shape)));
    case '?':
      return fc.option(valueOf(shape[1]), { nil: undefined });
    case '~':
    case 'N':
      return fc.option(valueOf(shape[1]));
    case '=':
      return fc.option(valueOf(shape[1]), { nil: undefined });
    case '!':
      return ({ period, quantity } as Record<string, fc.Arbitrary<unknown>>)[shape[1]] ?? valueOf(shape[2]);
  }
}

/** As it would come from a file. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe.each(all)('the shape of %s', (_name, shape, schema) => {
  it('reads as the schema does: the same values refused, the same defaults, the same fields left out', () => {
    let accepted = 0;
    fc.assert(
      fc.property(valueOf(shape).map(asJson), (value) => {
        const read = readShape(shape, value, modelRules);
        const judged = z.safeParse(schema, value);
        if (judged.success) accepted++;
        expect(read).toStrictEqual(judged.success ? judged.data : REFUSED);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});

describe('a shape', () => {
  it('does not share its defaults', () => {
    const shape: Shape = ['o', { list: ['=', ['a', 's', 0], []] }];
    const first = readShape(shape, {}, {}) as { list: string[] };
    first.list.push('changed');
    expect(readShape(shape, {}, {})).toEqual({ list: [] });
  });

  it('leaves the judgement to the schema where it does not know the rule', () => {
    expect(readShape(['!', 'unheard-of', 's'], 'a', {})).toBe(REFUSED);
  });

  it('reads tuples, alternatives, and numbers with one bound', () => {
    expect(readShape(['t', 's', 'n'], ['a', 1], {})).toEqual(['a', 1]);
    expect(readShape(['t', 's', 'n'], ['a', 1, 2], {})).toBe(REFUSED);
    expect(readShape(['|', 's', ['a', 's', 1]], ['a'], {})).toEqual(['a']);
    expect(readShape(['|', 's', ['a', 's', 1]], [], {})).toBe(REFUSED);
    expect(readShape(['i', 1, null], 1, {})).toBe(1);
    expect(readShape(['i', 1, null], 0, {})).toBe(REFUSED);
  });
});
