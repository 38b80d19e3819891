import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { polesOrganisations } from './poles-organisations.ts';

describe('poles-organisations', () => {
  const data = makeDataset({
    observations: [observation('poles-organisations', 900, { unit: 'organisations', op: '>' })],
  });

  it('keeps the lower bound that is published', () => {
    const measure = polesOrganisations.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 900, op: '>', unit: 'organisations' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(polesOrganisations.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
