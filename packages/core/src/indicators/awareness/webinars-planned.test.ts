import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { webinarsPlanned } from './webinars-planned.ts';

describe('webinars-planned', () => {
  const data = makeDataset({ observations: [observation('webinars-planned', 5, { unit: 'events' })] });

  it('counts what was on the programme, as published', () => {
    const measure = webinarsPlanned.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 5, op: '=', unit: 'events' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(webinarsPlanned.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
