import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { aioWelcomed } from './aio-welcomed.ts';

describe('aio-welcomed', () => {
  const observations = [
    observation('aio-welcomed', 99, { unit: 'people', dimensions: { public: 'holders' } }),
    observation('aio-welcomed', 34, { unit: 'organisations', dimensions: { public: 'companies' } }),
  ];
  const data = makeDataset({ observations });

  it('keeps people and organisations apart, without a total', () => {
    const measure = aioWelcomed.compute(data, { by: 'public' });
    expect(measure.parts?.map((part) => [part.id, part.quantity?.value, part.quantity?.unit])).toEqual([
      ['holders', 99, 'people'],
      ['companies', 34, 'organisations'],
    ]);
    expect([measure.quantity, measure.basis]).toEqual([null, 'published']);
    expect(measure.parts?.some((part) => part.share)).toBe(false);
  });

  it('gives one of them alone, with its source', () => {
    const measure = aioWelcomed.compute(data, { period: '2024', where: 'public=holders' });
    expect([measure.quantity?.value, measure.observations]).toEqual([99, ['aio-welcomed/2024/holders']]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });
});
