import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { participationRate } from './participation-rate.ts';

describe('participation-rate', () => {
  const took = (n: number, dimensions: object) =>
    observation('participation-organisations', n, { unit: 'organisations', dimensions });
  const members = (n: number, network: string, period = '2024') =>
    observation('network-members', n, { unit: 'organisations', period, dimensions: { network } });

  it('is the organisations that took part among those of the network, in all its actions or in its programme', () => {
    const observations = [
      took(21, { network: 'wood' }),
      members(24, 'wood'),
      took(15, { programme: 'cloth' }),
      members(26, 'cloth', '2024-12-31'),
      members(6, 'water'),
    ];
    const measure = participationRate.compute(makeDataset({ observations }), { by: 'network' });
    expect(measure.quantity).toBeNull();
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value?.toFixed(1)]).sort()).toEqual([
      ['cloth', '57.7'],
      ['wood', '87.5'],
    ]);
    const of = (network: string) =>
      participationRate.compute(makeDataset({ observations }), { period: '2024', where: `network=${network}` });
    expect(of('wood').quantity).toEqual({ value: 87.5, op: '=', unit: 'percent', base: 'network-members' });
    expect(of('cloth').quantity?.value).toBeCloseTo(57.7, 1);
    expect(of('cloth').derivedFrom).toEqual([
      'participation-organisations/2024/cloth',
      'network-members/2024-12-31/cloth',
    ]);
    expect(of('water').quantity).toBeNull();
  });

  it('is unknown where nobody says how many the network has', () => {
    const data = makeDataset({ observations: [took(21, { network: 'wood' })] });
    expect(participationRate.compute(data, { where: 'network=wood' }).quantity).toBeNull();
    const none = makeDataset({ observations: [took(0, { network: 'wood' }), members(0, 'wood')] });
    expect(participationRate.compute(none, { where: 'network=wood' }).quantity).toBeNull();
  });

  it('is that of a network: all of them share members, and have no rate together', () => {
    const all = observation('network-members', 100, { unit: 'organisations' });
    const data = makeDataset({ observations: [took(50, {}), all] });
    expect(participationRate.compute(data, { period: '2024' }).quantity).toBeNull();
  });

  it('is that of its programme where those that took part in all its actions only happen to be listed', () => {
    const participations = [{ id: 'p', organisation: 'a', of: 'fair', role: 'attendee', period: '2024' }];
    const memberships = [{ id: 'm', organisation: 'a', network: 'cloth', start: '2020', end: null }];
    const observations = [took(15, { programme: 'cloth' }), members(26, 'cloth', '2024-12-31')];
    const data = makeDataset({ participations, memberships, observations });
    const rate = participationRate.compute(data, { period: '2024', where: 'network=cloth' });
    expect(rate.quantity?.value).toBeCloseTo(57.7, 1);
  });

  it('is no rate where those that took part only happen to be listed', () => {
    const participations = [{ id: 'p', organisation: 'a', of: 'wood', role: 'attendee', period: '2024' }];
    const data = makeDataset({ participations, observations: [members(24, 'wood')] });
    expect(participationRate.compute(data, { by: 'network' }).parts).toEqual([]);
  });
});
