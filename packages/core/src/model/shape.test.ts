import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { collectionSchemas } from './collections.ts';
import { Manifest, MeasuresFrame } from './manifest.ts';
import { recordShapes } from './record-shapes.ts';
import { Report } from './report/report-schema.ts';
import { reportShape } from './report/report-shape.ts';
import { modelRules } from './rules.ts';
import { REFUSED, readShape, type Shape } from './shape.ts';
import { manifestShape, measuresShape } from './shapes.ts';
import { Story } from './story/story-schema.ts';
import { storyShape } from './story/story-shape.ts';
import { expectSameReading } from './testing/same-reading.ts';

const all: readonly (readonly [string, Shape, z.core.$ZodType])[] = [
  ['manifest', manifestShape, Manifest],
  ['measures', measuresShape, MeasuresFrame],
  ['report', reportShape, Report],
  ['story', storyShape, Story],
  ...Object.entries(collectionSchemas).map(
    ([name, schema]) => [name, recordShapes[name as keyof typeof recordShapes], schema] as const,
  ),
];

describe.each(all)('the shape of %s', (name, shape, schema) => {
  it('reads as the schema does', () => {
    expectSameReading(shape, schema, modelRules, name === 'report' ? 1_500 : 300);
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
