import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import type { Indicator } from '../indicator.ts';
import { participationOrganisations } from '../sectors/participation-organisations.ts';
import { teeSensitised } from './tee-sensitised.ts';

describe('tee-sensitised', () => {
  const took = (id: string, organisation: string, extra: object = {}) => ({
    id,
    organisation,
    of: 'tee',
    role: 'attendee',
    period: '2024',
    ...extra,
  });
  const participations = [
    took('p1', 'a', { territories: ['commune-01001'] }),
    took('p2', 'a', { of: 'tee-north', territories: ['commune-01001'] }),
    took('p3', 'b', { territories: ['commune-02002'] }),
    took('p4', 'c', { role: 'supported', territories: ['commune-01001'] }),
    took('p5', 'd', { of: 'school', territories: ['commune-01001'] }),
  ];
  const territories = [{ id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] }];
  const coverage = { participations: [{ complete: true }] };

  it('counts each organisation once, in its role and in the programme', () => {
    const data = makeDataset({ participations, territories }, { coverage });
    const measure = teeSensitised.compute(data, { by: 'territory' });
    expect([measure.quantity?.value, measure.basis]).toEqual([2, 'computed']);
    expect(measure.parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
      ['Amont', 1],
      ['commune-02002', 1],
    ]);
    expect(teeSensitised.compute(data, { territory: 'departement-01' }).quantity?.value).toBe(1);
    expect(teeSensitised.compute(data, { where: 'territory=departement-01' }).quantity?.value).toBe(1);
  });

  it('is not mistaken for all that took part, nor the other way round, whichever is asked for first', () => {
    const count = (...asked: readonly Indicator[]) => {
      const data = makeDataset({ participations, territories }, { coverage });
      return asked.map((indicator) => [indicator.id, indicator.compute(data).quantity?.value]).sort();
    };
    const expected = [
      ['participation-organisations', 4],
      ['tee-sensitised', 2],
    ];
    expect(count(participationOrganisations, teeSensitised)).toEqual(expected);
    expect(count(teeSensitised, participationOrganisations)).toEqual(expected);
  });

  it('gives what is published where the list is not complete, of the whole and of a territory', () => {
    const figure = (n: number, extra: object = {}) =>
      observation('tee-sensitised', n, { unit: 'organisations', ...extra });
    const observations = [figure(137), figure(65, { dimensions: { territory: 'north' } })];
    const data = makeDataset({ participations, observations });
    expect([teeSensitised.compute(data).quantity?.value, teeSensitised.compute(data).basis]).toEqual([
      137,
      'published',
    ]);
    expect(teeSensitised.compute(data, { where: 'territory=north' }).quantity?.value).toBe(65);
    expect(teeSensitised.compute(data, { territory: 'north' }).quantity?.value).toBe(65);
  });
});
