import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthAttendancePerEvent } from './month-attendance-per-event.ts';

describe('month-attendance-per-event', () => {
  const first = observation('month-attendance', 20000, { unit: 'people', op: '~' });
  const second = observation('month-events', 330, { unit: 'events' });

  it('is as approximate as the attendance: about 20 000 / 330', () => {
    const measure = monthAttendancePerEvent.compute(makeDataset({ observations: [first, second] }));
    expect(measure.quantity?.value).toBeCloseTo(60.61, 2);
    expect([measure.quantity?.op, measure.basis]).toEqual(['~', 'computed']);
    expect(measure.derivedFrom).toEqual(['month-attendance/2024', 'month-events/2024']);
  });

  it('is unknown as soon as one of the two is', () => {
    expect(monthAttendancePerEvent.compute(makeDataset({ observations: [first] })).quantity).toBeNull();
    expect(monthAttendancePerEvent.compute(makeDataset({ observations: [second] })).quantity).toBeNull();
  });
});
