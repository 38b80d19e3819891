import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { trainingDepartures } from './training-departures.ts';

describe('training-departures', () => {
  const figure = (value: number, kind?: string) =>
    observation('training-departures', value, { unit: 'departures', dimensions: kind ? { kind } : {} });
  const parts = [figure(14, 'collective'), figure(17, 'individual')];

  it('adds up the two kinds: 14 + 17', () => {
    const measure = trainingDepartures.compute(makeDataset({ observations: parts }), { by: 'kind' });
    expect([measure.quantity?.value, measure.basis]).toEqual([31, 'computed']);
    expect(measure.derivedFrom).toEqual(['training-departures/2024/collective', 'training-departures/2024/individual']);
    expect(measure.notes.map((note) => note.en)).toEqual(['sum of the published parts']);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
      ['collective', 14],
      ['individual', 17],
    ]);
  });

  it('confirms a published total, or contradicts one that is smaller', () => {
    const of = (total: number) => trainingDepartures.compute(makeDataset({ observations: [...parts, figure(total)] }));
    expect(of(31)).toMatchObject({ basis: 'both', agreement: { agrees: true } });
    expect(of(30)).toMatchObject({ basis: 'both', agreement: { agrees: false } });
    // Some part may not be published.
    expect(of(36)).toMatchObject({ quantity: { value: 36 }, basis: 'published' });
  });

  it('takes no single part for the whole', () => {
    const one = makeDataset({ observations: [figure(14, 'collective')] });
    expect(trainingDepartures.compute(one).quantity).toBeNull();
    expect(trainingDepartures.compute(one, { period: '2024', where: 'kind=collective' }).quantity?.value).toBe(14);
  });
});
