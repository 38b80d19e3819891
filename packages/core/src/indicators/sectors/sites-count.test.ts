import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { sitesCount } from './sites-count.ts';

describe('sites-count', () => {
  const observations = [
    observation('sites-count', 125, { unit: 'sites', dimensions: { field: 'textile' } }),
    observation('sites-count', 141, { unit: 'sites', dimensions: { field: 'mobility' } }),
  ];
  const data = makeDataset({ observations });

  it('gives the sites of each field, which may be of several', () => {
    const measure = sitesCount.compute(data, { by: 'field' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['textile', 125, 'sites'],
      ['mobility', 141, 'sites'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = sitesCount.compute(data, { period: '2024', where: 'field=textile' });
    expect([measure.quantity?.value, measure.observations]).toEqual([125, ['sites-count/2024/textile']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
