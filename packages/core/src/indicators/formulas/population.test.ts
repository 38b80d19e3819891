import { describe, expect, it } from 'vitest';
import { makeDataset } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const population = named('population');
const populationShare = named('population-share');

const CENSUS = { document: 'census-2023', date: '2023-01-01' };
const place = (id: string, value?: number, census: object = CENSUS) => ({
  id,
  kind: id.split('-', 1)[0],
  name: { fr: id },
  ...(value === undefined ? {} : { population: { value, ...census } }),
});
const dataset = makeDataset({
  territories: [
    place('country-fr', 68_952_941),
    place('region-53', 3_449_370),
    place('departement-29', 930_000, { document: 'census-2022', date: '2022-01-01' }),
    place('pole-brest'),
  ],
});

describe('population', () => {
  it('is the number of the document, published, at the day of the census', () => {
    const measure = population.compute(dataset, { period: '2024', territory: 'region-53' });
    expect(measure).toMatchObject({
      period: '2024',
      asOf: '2023-01-01',
      quantity: { value: 3_449_370, op: '=', unit: 'inhabitants' },
      basis: 'published',
      sources: [{ document: 'census-2023' }],
    });
    expect(population.compute(dataset, { period: '2024', where: 'territory=region-53' }).quantity).toEqual(
      measure.quantity,
    );
  });

  it('is unknown without a territory, and of one whose record states none', () => {
    for (const territory of [undefined, 'pole-brest', 'region-11'])
      expect(population.compute(dataset, { period: '2024', ...(territory ? { territory } : {}) }).quantity).toBeNull();
  });

  it('is compared with no other year: one census answers for both', () => {
    const measure = population.compute(dataset, { period: '2024', territory: 'region-53' });
    expect([measure.previous, measure.change]).toEqual([undefined, undefined]);
  });
});

describe('population-share', () => {
  it('is that of the inhabitants of the country: 3 449 370 / 68 952 941', () => {
    const measure = populationShare.compute(dataset, { period: '2024', territory: 'region-53' });
    expect(measure.quantity?.value).toBeCloseTo(5.0025, 4);
    expect(measure).toMatchObject({ basis: 'computed', asOf: '2023-01-01', sources: [{ document: 'census-2023' }] });
    expect(measure.calculation?.operands.map(({ label, quantity }) => [label.fr, quantity.value])).toEqual([
      ['region-53', 3_449_370],
      ['country-fr', 68_952_941],
    ]);
  });

  it('is unknown where the two are of different counts, and of the country itself', () => {
    for (const territory of ['departement-29', 'country-fr', 'pole-brest'])
      expect(populationShare.compute(dataset, { period: '2024', territory }).quantity).toBeNull();
  });
});
