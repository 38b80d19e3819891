import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { webinarCancellation } from './webinar-cancellation.ts';

describe('webinar-cancellation', () => {
  const figure = (id: string, value: number) => observation(id, value, { unit: 'events' });

  it('is the part of the planned webinars that was cancelled: 2 / 5', () => {
    const data = makeDataset({ observations: [figure('webinars-planned', 5), figure('webinars-cancelled', 2)] });
    const measure = webinarCancellation.compute(data);
    expect(measure.quantity).toEqual({ value: 40, op: '=', unit: 'percent', base: 'webinars-planned' });
    expect(measure.basis).toBe('computed');
    expect(measure.derivedFrom).toEqual(['webinars-cancelled/2024', 'webinars-planned/2024']);
  });

  it('is unknown when nothing was planned, or when it is not said', () => {
    const none = makeDataset({ observations: [figure('webinars-planned', 0), figure('webinars-cancelled', 0)] });
    expect(webinarCancellation.compute(none).quantity).toBeNull();
    const half = makeDataset({ observations: [figure('webinars-cancelled', 2)] });
    expect(webinarCancellation.compute(half).quantity).toBeNull();
  });

  it('is unknown, and no exception, when a figure has a wrong unit', () => {
    const wrong = observation('webinars-cancelled', 2, { unit: 'people' });
    const data = makeDataset({ observations: [figure('webinars-planned', 5), wrong] });
    expect(webinarCancellation.compute(data).quantity).toBeNull();
  });
});
