import { readFileSync } from 'node:fs';
import type { MeasuresDocument } from '@ess-widgets/core/model';
import { describe, expect, it } from 'vitest';
import { END, originTable, START, withFigures } from './readme-figures.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const quantity = { value: 1, op: '=', unit: 'members' } as const;
const measure = { indicator: 'a', period: '2024', quantity, population: null, missing: null, sources: [], notes: [] };
const document = { format: 'ess-measures/1', hashes: {}, indicators: {} };

/** The numbers of a table of the README, by the first cell of their row. */
const numbersIn = (text: string): ReadonlyMap<string, readonly number[]> =>
  new Map(
    [...text.matchAll(/^\| ([^|]+?) +\|((?: +\d+ \|)+)$/gm)].map(([, name = '', cells = '']) => [
      name,
      [...cells.matchAll(/\d+/g)].map(([digits]) => Number(digits)),
    ]),
  );

describe('the figures of the README', () => {
  const [first = '', second = ''] = read('README.md').split(START)[1]?.split(END)[0]?.trim().split('\n\n') ?? [];

  it('count the published figures of every chapter, as the file lists them', () => {
    const observations: readonly { readonly source: { readonly section: string } }[] = JSON.parse(
      read('data/observations.json'),
    );
    const chapters = numbersIn(first);
    expect(chapters.get('all')?.[0]).toBe(observations.length);
    for (const chapter of ['I', 'II', 'III', 'IV']) {
      const of = observations.filter(({ source }) => source.section.startsWith(`${chapter}.`));
      expect(chapters.get(chapter)?.[0], chapter).toBe(of.length);
    }
  });

  it('count every measure once', () => {
    const { measures }: MeasuresDocument = JSON.parse(read('data/measures.json'));
    const [whole = 0, split = 0, kept = 0] = numbersIn(second).get('all') ?? [];
    expect(whole + split + kept).toBe(measures.length);
  });

  it('tell a disagreement from an agreement', () => {
    const both = (agrees: boolean) =>
      ({ ...measure, basis: 'both', agreement: { agrees, published: quantity, computed: quantity } }) as const;
    const others = [
      { ...both(false), by: 'college' },
      { ...both(true), where: 'body=bureau' },
    ];
    const counted = numbersIn(originTable({ measures: [both(true), both(false), ...others] }));
    expect(counted.get('both, agreeing')).toEqual([1, 0, 1]);
    expect(counted.get('both, in disagreement')).toEqual([1, 1, 0]);
    expect(counted.get('all')).toEqual([2, 1, 1]);
  });

  it('need their two markers', () => {
    const dataset = { manifest: { id: 'a', collections: {} }, base: '', collections: {} } as never;
    expect(() => withFigures('no marker', dataset, { ...document, measures: [] })).toThrow(START);
  });
});
