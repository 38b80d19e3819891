import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { callApplications } from './call-applications.ts';

const application = (id: string, result: string, extra: object = {}) => ({
  id,
  call: 'cloth',
  result,
  territories: ['commune-01001'],
  ...extra,
});
const applications = [
  application('a1', 'selected'),
  application('a2', 'rejected'),
  application('a3', 'selected', { territories: ['commune-02002'] }),
  application('a4', 'rejected', { call: 'wood' }),
];
const collections = {
  applications,
  calls: [{ id: 'cloth', name: { fr: 'Textile' }, period: '2024' }],
  territories: [{ id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] }],
};
const coverage = { applications: [{ where: 'call=cloth', complete: true }] };

describe('call-applications', () => {
  it('counts the applications of a call that lists them all, dated as the call where they are not', () => {
    const data = makeDataset(collections, { coverage });
    const of = (where: string) => callApplications.compute(data, { where }).quantity?.value;
    expect(of('call=cloth')).toBe(3);
    expect(of('call=cloth result=selected')).toBe(2);
    expect(of('call=cloth territory=departement-01')).toBe(2);
    expect(callApplications.compute(data, { where: 'call=cloth', territory: 'commune-02002' }).quantity?.value).toBe(1);
  });

  it('is unknown, not 0, where two different territories are asked for', () => {
    const data = makeDataset(collections, { coverage });
    const asked = { where: 'call=cloth territory=departement-01', territory: 'commune-01001', by: 'result' };
    expect(callApplications.compute(data, asked)).toMatchObject({ quantity: null, parts: [] });
  });

  it('splits by call, territory and result, and adds up calls only where all are complete', () => {
    const data = makeDataset(collections, { coverage });
    expect(callApplications.compute(data).quantity).toBeNull();
    expect(callApplications.compute(data, { by: 'result' }).parts).toEqual([]);
    const calls = callApplications.compute(data, { by: 'call' }).parts;
    expect(calls?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([['Textile', 3]]);
    expect(callApplications.compute(data, { where: 'call=wood', period: '2024' }).quantity).toBeNull();
    const { parts } = callApplications.compute(data, { by: 'result', where: 'call=cloth' });
    expect(parts?.map((p) => [p.label.en, p.quantity?.value])).toEqual([
      ['selected', 2],
      ['rejected', 1],
    ]);
    const places = callApplications.compute(data, { by: 'territory', where: 'call=cloth' }).parts;
    expect(places?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
      ['Amont', 2],
      ['commune-02002', 1],
    ]);
    const whole = makeDataset(
      { applications: applications.map((a) => ({ ...a, period: '2024' })) },
      { coverage: { applications: [{ complete: true }] } },
    );
    expect(callApplications.compute(whole).quantity?.value).toBe(4);
  });

  it('finds a published figure of a territory, given as such or as a dimension', () => {
    const figure = (n: number, extra: object) =>
      observation('call-applications', n, { unit: 'applications', ...extra });
    for (const extra of [
      { territory: 'region-53', dimensions: { call: 'cloth' } },
      { dimensions: { call: 'cloth', territory: 'region-53' } },
    ]) {
      const data = makeDataset({ observations: [figure(11, extra), figure(103, { dimensions: { call: 'cloth' } })] });
      const asked = [{ where: 'call=cloth territory=region-53' }, { where: 'call=cloth', territory: 'region-53' }];
      for (const request of asked) expect(callApplications.compute(data, request).quantity?.value).toBe(11);
      expect(callApplications.compute(data, { where: 'call=cloth' }).quantity?.value).toBe(103);
      const { parts } = callApplications.compute(data, { by: 'territory', where: 'call=cloth' });
      expect(parts?.map((p) => [p.id, p.quantity?.value])).toEqual([['region-53', 11]]);
    }
  });
});
