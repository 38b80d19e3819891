import { describe, expect, it } from 'vitest';
import { type Dataset, type Measure, type Observation, quantity } from '../model/index.ts';
import { FIGURES_HEADER, figureRows } from './figure-rows.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const measure = (extra: Partial<Measure> = {}): Measure => ({
  indicator: 'members-stock',
  period: '2024',
  quantity: quantity(117, 'members'),
  basis: 'published',
  population: null,
  missing: null,
  sources: [source],
  notes: [],
  ...extra,
});
const observation = (id: string, extra: object = {}) =>
  ({
    id,
    label: { fr: id },
    period: '2025',
    dimensions: {},
    quantity: quantity(12, 'people'),
    source,
    status: 'held',
    ...extra,
  }) as Observation;
const members = {
  label: { fr: 'Adhérents' },
  definition: { fr: '' },
  kind: 'stock',
  unit: 'members',
  dimensions: [],
} as const;
const dataset = {
  measures: {
    format: 'ess-measures/1',
    hashes: {},
    indicators: { 'members-stock': members },
    measures: [measure(), measure({ where: 'college=a', quantity: quantity(7, 'members') })],
    doubted: ['tables'],
  },
  collections: {
    observations: [
      observation('members-stock', { indicator: 'members-stock' }),
      observation('tables', { indicator: null, dimensions: { college: 'a' }, territory: 'departement-29' }),
      observation('next', { status: 'planned' }),
    ],
  },
} as unknown as Dataset;

const cells = (rows: ReturnType<typeof figureRows>) =>
  rows.map((row) => Object.fromEntries(FIGURES_HEADER.map((name, at) => [name, row[at]])));

describe('all figures as one spreadsheet', () => {
  it('are as wide as their header', () => {
    expect(figureRows(dataset, 'fr').every((row) => row.length === FIGURES_HEADER.length)).toBe(true);
  });

  it('say what a measure is kept to', () => {
    expect(cells(figureRows(dataset, 'fr')).slice(0, 2)).toMatchObject([
      { indicator: 'members-stock', label: 'Adhérents', value: 117, where: '', section: 'I.1.a', page: 4 },
      { indicator: 'members-stock', label: 'Adhérents', value: 7, where: 'college=a', status: '' },
    ]);
  });

  it('have the published figures that belong to no indicator, planned and doubted ones as such', () => {
    expect(cells(figureRows(dataset, 'fr')).slice(2)).toMatchObject([
      { indicator: '', id: 'tables', value: 12, where: 'college=a', territory: 'departement-29', to_check: 'yes' },
      { indicator: '', id: 'next', status: 'planned', to_check: '', period: '2025', section: 'I.1.a' },
    ]);
  });

  it('are none where nothing is known', () => {
    expect(figureRows({ ...dataset, collections: {}, measures: undefined } as unknown as Dataset, 'fr')).toEqual([]);
  });
});
