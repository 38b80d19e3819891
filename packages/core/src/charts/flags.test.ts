import { describe, expect, it } from 'vitest';
import { badgesOf, Observation } from '../model/index.ts';
import { makeDataset, observation } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';
import { csvRows } from './csv-rows.ts';
import { partsGrid } from './measure-grid.ts';

const jobs = named('dla-jobs');
const dataset = makeDataset({
  observations: [
    observation('dla-jobs', 3160, { unit: 'jobs', flags: ['provisional'] }),
    observation('dla-jobs', 2000, { id: 'permanent', unit: 'jobs', dimensions: { contract: 'permanent' } }),
    observation('dla-jobs', 900, {
      id: 'fixed-term',
      unit: 'jobs',
      dimensions: { contract: 'fixed-term' },
      flags: ['estimated', 'break'],
    }),
  ],
});

describe('what a publisher says of a figure', () => {
  const measure = jobs.compute(dataset, { period: '2024', by: 'contract' });

  it('is a doubt of its value, and of the part that it is said of', () => {
    expect(badgesOf(measure).doubts).toEqual(['provisional']);
    const { rows } = partsGrid([{ measure, texts: jobs }], 'fr');
    expect(rows.map(({ id, doubts }) => [id, doubts])).toEqual([
      ['permanent', []],
      ['fixed-term', ['estimated', 'break']],
    ]);
  });

  it('is a code of SDMX in a table of numbers', () => {
    expect(csvRows(measure, 'fr').map((row) => row.at(-1))).toEqual(['P', 'A', 'E B']);
  });

  it('is one of three words', () => {
    expect(() => Observation.parse(observation('dla-jobs', 1, { flags: ['sure'] }))).toThrow();
  });
});
