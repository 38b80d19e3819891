import fc from 'fast-check';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { REFUSED, type Rules, readShape, type Shape } from '../shape.ts';

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<unknown>,
  fc.constantFrom<unknown>('', '2024', '2024-02-31', 'held', 'other', '=', 'range', 0, -1, 1e3, 1e999, [], {}, null),
);

const period = fc.constantFrom('2024', '2023-SY', '2024-06-18', '2024-01/2024-06');
const quantity = fc.constantFrom(
  { value: 3, op: '=', unit: 'people' },
  { min: 2, max: 3, op: 'range', unit: 'people', approx: true },
);

const topology = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [[[0, 0]]],
  objects: { land: { type: 'Polygon', arcs: [[~0]] } },
};

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
      return fc.double({ min: shape[1] ?? -1e6, max: shape[2] ?? 1e6, noNaN: true });
    case 'i':
      return fc.integer({ min: shape[1] ?? -1e6, max: shape[2] ?? 1e6 });
    case 'a':
      return fc.array(valueOf(shape[1]), { maxLength: 2 });
    case 'r':
      return fc.dictionary(fc.string(), valueOf(shape[1]), { maxKeys: 2 });
    case 'o':
      return fc
        .tuple(
          fc.record(Object.fromEntries(Object.entries(shape[1]).map(([name, field]) => [name, valueOf(field)]))),
          fc.dictionary(fc.constantFrom('en', 'mood', '__proto__'), fc.oneof(fc.string(), odd), { maxKeys: 1 }),
          fc.oneof(
            { weight: 9, arbitrary: fc.constant<string[]>([]) },
            fc.subarray(Object.keys(shape[1]), { maxLength: 1 }),
          ),
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
      return (
        ({ period, quantity, arcs: fc.constant(topology) } as Record<string, fc.Arbitrary<unknown>>)[shape[1]] ??
        valueOf(shape[2])
      );
  }
}

/** As it would come from a file. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/**
 * Checks that a shape reads as its schema does: the same values refused, the same defaults, the same fields left out. A
 * large schema takes more runs: something odd is in most of its values.
 */
export function expectSameReading(shape: Shape, schema: z.core.$ZodType, rules: Rules, numRuns = 300): void {
  let accepted = 0;
  fc.assert(
    fc.property(valueOf(shape).map(asJson), (value) => {
      const judged = z.safeParse(schema, value);
      if (judged.success) accepted++;
      expect(readShape(shape, value, rules)).toStrictEqual(judged.success ? judged.data : REFUSED);
    }),
    { numRuns },
  );
  // A test of refusals alone would not say much.
  expect(accepted).toBeGreaterThan(20);
}
