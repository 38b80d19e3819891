import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { dlaStructures } from './dla-structures.ts';

describe('dla-structures', () => {
  const mission = (id: string, lot: string, organisations: readonly string[]) => ({
    id,
    programme: 'dla',
    mode: 'individual',
    period: '2024',
    status: 'held',
    lot,
    organisations,
  });
  const missions = [mission('m1', 'x', ['a', 'b']), mission('m2', 'x', ['c']), mission('m3', 'y', ['a'])];
  const coverage = { missions: [{ complete: true }] };
  const data = makeDataset({ missions }, { coverage });

  it('counts an organisation of two missions once in all, and in each of their lots', () => {
    const measure = dlaStructures.compute(data, { by: 'lot' });
    expect([measure.quantity?.value, measure.basis]).toEqual([3, 'computed']);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value, p.share])).toEqual([
      ['x', 3, undefined],
      ['y', 1, undefined],
    ]);
  });

  it('is brought together with what is published', () => {
    const published = observation('dla-structures', 4, { unit: 'organisations' });
    const measure = dlaStructures.compute(makeDataset({ missions, observations: [published] }, { coverage }));
    expect(measure.agreement).toMatchObject({ agrees: false, published: { value: 4 }, computed: { value: 3 } });
  });

  it('says "at least" where a mission does not name its organisations, or missions are missing', () => {
    const unnamed = makeDataset({ missions: [...missions, mission('m4', 'y', [])] }, { coverage });
    expect(dlaStructures.compute(unnamed)).toMatchObject({ quantity: { value: 3, op: '>=' }, basis: 'listed' });
    expect(dlaStructures.compute(makeDataset({ missions }))).toMatchObject({ quantity: { value: 3, op: '>=' } });
  });
});
