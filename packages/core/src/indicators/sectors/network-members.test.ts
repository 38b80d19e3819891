import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { networkMembers } from './network-members.ts';

describe('network-members', () => {
  const member = (id: string, organisation: string, network: string, extra: object = {}) => ({
    id,
    organisation,
    network,
    start: '2020',
    ...extra,
  });
  const memberships = [
    member('m1', 'a', 'wood'),
    member('m2', 'a', 'wood', { start: '2021' }),
    member('m3', 'b', 'wood'),
    member('m4', 'c', 'wood', { end: '2024-06' }),
    member('m5', 'a', 'water'),
  ];
  const networks = [{ id: 'wood', name: { fr: 'Bois' } }];
  const coverage = { memberships: [{ where: 'flow=stock network=wood', complete: true }] };
  const figure = observation('network-members', 26, { unit: 'organisations', dimensions: { network: 'water' } });
  const data = makeDataset({ memberships, networks, observations: [figure] }, { coverage });

  it('counts the organisations of a network on the last day, each once', () => {
    const measure = networkMembers.compute(data, { where: 'network=wood' });
    expect([measure.quantity?.value, measure.basis]).toEqual([2, 'computed']);
  });

  describe('published during the year, of a network that is not listed whole', () => {
    const published = (value: number, period: string, dimensions = { network: 'water' }) =>
      observation('network-members', value, { unit: 'organisations', dimensions, period, id: `p${value}` });
    const of = (observations: readonly object[], where = 'network=water', period = '2024', cover = coverage) =>
      networkMembers.compute(makeDataset({ memberships, networks, observations }, { coverage: cover }), {
        where,
        period,
      });

    it('keeps its last number, at its own date', () => {
      const measure = of([published(6, '2024-02'), published(7, '2024-06'), published(9, '2025-01')]);
      expect([measure.quantity?.value, measure.period, measure.basis]).toEqual([7, '2024-06', 'published']);
    });

    it('has the number of the last day where there is one, and none of another year or network', () => {
      const end = of([published(6, '2024-02'), published(8, '2024')]);
      expect([end.quantity?.value, end.period]).toEqual([8, '2024']);
      for (const other of [published(6, '2023-02'), published(6, '2024-02', { network: 'wood' })])
        expect(of([other]).basis).toBe('listed');
    });

    it('is counted on the last day where all memberships are listed', () => {
      const measure = of([published(6, '2024-02', { network: 'wood' })], 'network=wood');
      expect([measure.quantity?.value, measure.period, measure.basis]).toEqual([2, '2024', 'computed']);
    });
  });

  it('gives the published number where the memberships are not all listed, and no total of networks', () => {
    const measure = networkMembers.compute(data, { by: 'network' });
    expect(measure.quantity).toBeNull();
    expect(measure.parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
      ['water', 26],
      ['Bois', 2],
    ]);
  });
});
