import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { participationOrganisations } from './participation-organisations.ts';

describe('participation-organisations', () => {
  const took = (id: string, organisation: string, of: string, extra: object = {}) => ({
    id,
    organisation,
    of,
    role: 'attendee',
    period: '2024',
    ...extra,
  });
  const participations = [
    took('p1', 'a', 'fair', { period: null }),
    took('p2', 'a', 'fair', { period: null, role: 'organiser' }),
    took('p3', 'b', 'fair', { period: null }),
    took('p4', 'b', 'wood', { role: 'partner', period: '2023/2025' }),
    took('p5', 'c', 'wood', { role: 'partner', period: '2022' }),
  ];
  const events = [{ id: 'fair', title: { fr: 'Foire' }, date: '2024-05-02', status: 'held' }];
  const programmes = [{ id: 'wood', name: { fr: 'Bois' } }];
  const memberships = [{ id: 'm1', organisation: 'a', network: 'net', start: '2020' }];
  const coverage = { participations: [{ period: '2024', where: 'programme=fair', complete: true }] };
  const data = makeDataset({ participations, events, programmes, memberships }, { coverage });

  it('counts an organisation once, however many its roles, at the date of the event', () => {
    const fair = participationOrganisations.compute(data, { where: 'programme=fair' });
    expect([fair.quantity?.value, fair.basis]).toEqual([2, 'computed']);
  });

  it('splits by event and programme, by role and by network; what is not complete says "at least"', () => {
    const of = (by: string) =>
      participationOrganisations
        .compute(data, { by })
        .parts?.map((p) => [p.label.fr, p.quantity?.op, p.quantity?.value]);
    expect(of('programme')).toEqual([
      ['Foire', '=', 2],
      ['Bois', '>=', 1],
    ]);
    expect(of('role')).toEqual([
      ['présentes', '>=', 2],
      ['organisatrices', '>=', 1],
      ['partenaires', '>=', 1],
    ]);
    expect(of('network')).toEqual([['net', '>=', 1]]);
    expect(participationOrganisations.compute(data, { where: 'network=net' }).quantity?.value).toBe(1);
  });

  it('never adds the organisations of two occasions', () => {
    const figure = (period: string, n: number) =>
      observation('participation-organisations', n, { unit: 'organisations', period, dimensions: { programme: 'x' } });
    const where = 'programme=x';
    const one = makeDataset({ observations: [figure('2024-11-05', 19)] });
    expect(participationOrganisations.compute(one, { where }).quantity?.value).toBe(19);
    const two = makeDataset({ observations: [figure('2024-11-05', 19), figure('2024-12-05', 3)] });
    expect(participationOrganisations.compute(two, { where }).quantity).toBeNull();
  });
});
