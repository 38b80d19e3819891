import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { civicServiceVolunteers } from './civic-service-volunteers.ts';

describe('civic-service-volunteers', () => {
  const data = makeDataset({ observations: [observation('civic-service-volunteers', 5, { unit: 'people' })] });

  it('counts the volunteers hosted, as published', () => {
    const measure = civicServiceVolunteers.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 5, op: '=', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(civicServiceVolunteers.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
