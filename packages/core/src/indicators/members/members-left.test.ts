import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { membersLeft } from './members-left.ts';

describe('members-left', () => {
  const member = (id: string, extra: object = {}) => ({ id, organisation: id, network: 'net', start: null, ...extra });
  const list = [
    member('a', { college: 'coops', end: '2024', exitReason: 'lapse' }),
    member('b', { college: 'assos', end: '2024-05-01', exitReason: 'dissolution' }),
    member('c', { end: '2024', exitReason: 'lapse' }),
    member('d', { end: '2025-01-01' }),
    member('e'),
  ];
  const complete = { coverage: { memberships: [{ period: '2024', where: 'flow=left', complete: true }] } } as const;

  it('counts the memberships that end in the period, by reason', () => {
    const measure = membersLeft.compute(makeDataset({ memberships: list }, complete), { by: 'exit-reason' });
    expect([measure.quantity?.value, measure.basis]).toEqual([3, 'computed']);
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
      ['lapse', 2],
      ['dissolution', 1],
    ]);
  });

  it('does not say that nobody left the collège of one whose collège is unknown', () => {
    const measure = membersLeft.compute(makeDataset({ memberships: list }, complete), { where: 'college=fondations' });
    expect([measure.quantity, measure.missing]).toEqual([null, 1]);
  });

  it('knows only "at least so many" from a list that is not complete', () => {
    const measure = membersLeft.compute(makeDataset({ memberships: list }));
    expect(measure).toMatchObject({ quantity: { value: 3, op: '>=' }, basis: 'listed' });
  });

  it('is 0 when a complete list says that nobody left', () => {
    const measure = membersLeft.compute(makeDataset({ memberships: [member('e')] }, complete));
    expect([measure.quantity?.value, measure.basis]).toEqual([0, 'computed']);
  });

  it('shows the published number first when the list says another', () => {
    const data = makeDataset({ memberships: list, observations: [observation('members-left', 6)] }, complete);
    const { quantity, agreement } = membersLeft.compute(data);
    expect(quantity?.value).toBe(6);
    expect(agreement).toMatchObject({ agrees: false, computed: { value: 3 } });
  });
});
