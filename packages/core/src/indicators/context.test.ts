import { describe, expect, it } from 'vitest';
import type { IndicatorTexts, Measure, MeasuresDocument } from '../model/index.ts';
import { makeDataset } from '../model/testing.ts';
import { contextOf } from './context.ts';

const texts = (extra: Partial<IndicatorTexts> = {}): IndicatorTexts => ({
  label: { fr: 'Événements' },
  definition: { fr: '' },
  kind: 'flow',
  unit: 'events',
  dimensions: [
    { id: 'theme', label: { fr: 'thème' }, exclusive: true },
    { id: 'status', label: { fr: 'état' }, exclusive: false },
  ],
  ...extra,
});
const measure = (value: number, extra: Partial<Measure> = {}, unit = 'events'): Measure => ({
  indicator: 'events',
  period: '2024',
  quantity: { value, op: '=', unit },
  basis: 'published',
  population: null,
  missing: null,
  sources: [],
  notes: [],
  ...extra,
});

const measures = [
  measure(330),
  measure(120, { territory: 'departement-29' }),
  measure(17.5, { indicator: 'events-share' }, 'percent'),
];
const territories = [
  {
    id: 'departement-29',
    kind: 'departement',
    name: { fr: 'Finistère' },
    population: { value: 933_455, document: 'c' },
  },
  { id: 'pole-brest', kind: 'pole', name: { fr: 'Brest' } },
];
const dataset = {
  ...makeDataset({ territories }),
  measures: {
    indicators: { 'events-share': texts({ label: { fr: 'Part' } }) },
    measures,
  } as unknown as MeasuresDocument,
};
const rows = (of: Measure, extra: Partial<IndicatorTexts> = {}) =>
  contextOf({ measure: of, texts: texts(extra) }, dataset).map(({ kind, quantity }) => [kind, quantity.value]);
const previous = { period: '2023', quantity: { value: 300, op: '=', unit: 'events' } } as const;

describe('a number in its context', () => {
  it('has the value before, the whole, the country and the inhabitants in this order, two at most', () => {
    const share = { countryShare: 'events-share' };
    expect(rows(measure(330, { previous }), share)).toEqual([
      ['before', 300],
      ['country', 17.5],
    ]);
    expect(rows(measure(66, { previous, where: 'theme=water', territory: 'departement-29' }), share)).toEqual([
      ['before', 300],
      ['whole', 120],
    ]);
    const [whole, inhabitants] = rows(measure(120, { territory: 'departement-29' }), share);
    expect(whole).toEqual(['whole', 330]);
    expect(inhabitants?.[0]).toBe('inhabitants');
    expect(inhabitants?.[1]).toBeCloseTo(1.2855, 3);
  });

  it('has no row that nobody knows: no value, no territory, a Pôle, a rate too small for a decimal', () => {
    expect(rows(measure(0, { quantity: null }))).toEqual([]);
    expect(rows(measure(330))).toEqual([]);
    expect(rows(measure(400, { territory: 'pole-brest' }))).toEqual([]);
    expect(rows(measure(400, { territory: 'departement-29', quantity: { value: 4, op: '=', unit: 'jobs' } }))).toEqual(
      [],
    );
  });

  it('has no whole of a rate, of an answer among several, of a list that may lack some, nor one that is smaller', () => {
    expect(rows(measure(50, { where: 'theme=water' }, 'percent'), { kind: 'rate' })).toEqual([]);
    expect(rows(measure(50, { where: 'status=held' }))).toEqual([]);
    expect(rows(measure(500, { where: 'theme=water' }))).toEqual([]);
    const listed = { ...dataset, measures: { ...dataset.measures, measures: [measure(330, { basis: 'listed' })] } };
    expect(contextOf({ measure: measure(50, { where: 'theme=water' }), texts: texts() }, listed)).toEqual([]);
  });
});
