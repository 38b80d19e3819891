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

  it('gives the published number where the memberships are not all listed, and no total of networks', () => {
    const measure = networkMembers.compute(data, { by: 'network' });
    expect(measure.quantity).toBeNull();
    expect(measure.parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
      ['water', 26],
      ['Bois', 2],
    ]);
  });
});
