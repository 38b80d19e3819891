import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

describe('quotient: month-national-share', () => {
  const monthNationalShare = named('month-national-share');
  describe('month-national-share', () => {
    const data = makeDataset({ observations: [observation('month-national-share', 17.5, { unit: 'percent' })] });

    it('is the share that is published', () => {
      const measure = monthNationalShare.compute(data, { period: '2024' });
      expect([measure.quantity, measure.basis]).toEqual([{ value: 17.5, op: '=', unit: 'percent' }, 'published']);
    });

    it('is computed where the national number is published: 330 / 1 886', () => {
      const events = observation('month-events', 330, { unit: 'events', of: 'month-national-events' });
      const national = observation('month-national-events', 1886, { unit: 'events' });
      const measure = monthNationalShare.compute(makeDataset({ observations: [events, national] }));
      expect(measure.quantity?.value).toBeCloseTo(17.5, 1);
      expect([measure.quantity?.unit, measure.basis]).toEqual(['percent', 'computed']);
      expect(measure.derivedFrom).toEqual(['month-events/2024', 'month-national-events/2024']);
      const about = { ...national, quantity: { value: 1800, op: '~', unit: 'events' } };
      const rough = monthNationalShare.compute(makeDataset({ observations: [events, about] }));
      expect(rough.quantity).toMatchObject({ op: '~', unit: 'percent' });
      expect(rough.quantity?.value).toBeCloseTo(18.33, 2);
    });

    it('is published first, and compared with what the two numbers give', () => {
      const three = [
        observation('month-national-share', 17.5, { unit: 'percent' }),
        observation('month-events', 330, { unit: 'events', of: 'month-national-events' }),
        observation('month-national-events', 1000, { unit: 'events' }),
      ];
      const measure = monthNationalShare.compute(makeDataset({ observations: three }));
      expect([measure.quantity?.value, measure.basis, measure.agreement?.agrees]).toEqual([17.5, 'both', false]);
    });

    it('is of no whole that the part does not name', () => {
      const events = observation('month-events', 330, { unit: 'events' });
      const national = observation('month-national-events', 1886, { unit: 'events' });
      expect(monthNationalShare.compute(makeDataset({ observations: [events, national] })).quantity).toBeNull();
    });

    it('says nothing of a year that is not published', () => {
      expect(monthNationalShare.compute(data, { period: '2023' }).quantity).toBeNull();
    });
  });
});

describe('quotient: training-per-head', () => {
  const trainingPerHead = named('training-per-head');
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
});
