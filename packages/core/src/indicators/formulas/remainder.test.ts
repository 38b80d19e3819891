import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const steeringAttendance = named('steering-attendance');
describe('steering-attendance', () => {
  const people = (value: number, dimensions: object = {}, period = '2024-04-11') =>
    observation('steering-attendance', value, { unit: 'people', period, dimensions });
  const meeting = [
    people(33),
    people(12, { gender: 'men' }),
    people(11, { gender: 'women' }),
    people(9, { affiliation: 'public' }),
    people(24, { affiliation: 'ess' }),
  ];

  it('keeps the people of whom nothing is said: 33 − 12 − 11 = 10, and shares out of 33', () => {
    const { quantity, parts } = steeringAttendance.compute(makeDataset({ observations: meeting }), { by: 'gender' });
    expect(quantity?.value).toBe(33);
    expect(parts?.map((p) => [p.id, p.label.fr, p.quantity?.value])).toEqual([
      ['men', 'men', 12],
      ['women', 'women', 11],
      ['unknown', 'non précisé', 10],
    ]);
    expect(parts?.[0]?.share?.value).toBeCloseTo(36.36, 2);
  });

  it('has no such part where the parts add up', () => {
    const { parts } = steeringAttendance.compute(makeDataset({ observations: meeting }), { by: 'affiliation' });
    expect(parts?.map((p) => p.quantity?.value)).toEqual([9, 24]);
  });

  it('adds up the meetings of a year, and counts once a meeting stated twice', () => {
    const observations = [...meeting, people(33, {}, '2024-04'), people(30, {}, '2024-10-01')].map((o, at) => ({
      ...o,
      id: `o${at}`,
    }));
    expect(steeringAttendance.compute(makeDataset({ observations })).quantity?.value).toBe(63);
  });
});
