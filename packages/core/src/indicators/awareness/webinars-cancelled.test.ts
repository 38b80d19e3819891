import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { webinarsCancelled } from './webinars-cancelled.ts';

describe('webinars-cancelled', () => {
  const data = makeDataset({ observations: [observation('webinars-cancelled', 2, { unit: 'events' })] });

  it('counts what was cancelled, as published', () => {
    const measure = webinarsCancelled.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 2, op: '=', unit: 'events' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(webinarsCancelled.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
