import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { trainingPerHead } from './training-per-head.ts';

describe('training-per-head', () => {
  const departures = (n: number, dimensions: object = {}) =>
    observation('training-departures', n, { unit: 'departures', dimensions });
  const team = observation('staff-headcount', 22, { unit: 'people', period: '2024-12' });

  it('divides the departures by the people of the team: 31 / 22', () => {
    const measure = trainingPerHead.compute(makeDataset({ observations: [departures(31), team] }));
    expect(measure.quantity).toMatchObject({ op: '=', unit: 'departures/person' });
    expect(measure.quantity?.value).toBeCloseTo(1.41, 2);
    expect(measure.derivedFrom).toEqual(['training-departures/2024', 'staff-headcount/2024-12']);
  });

  it('adds up the kinds of training where no total is published', () => {
    const observations = [departures(14, { kind: 'collective' }), departures(17, { kind: 'individual' }), team];
    expect(trainingPerHead.compute(makeDataset({ observations })).quantity?.value).toBeCloseTo(1.41, 2);
  });

  it('is unknown without a team', () => {
    expect(trainingPerHead.compute(makeDataset({ observations: [departures(31)] })).quantity).toBeNull();
  });
});
