import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { membersStock } from './members-stock.ts';

const colleges = [
  { id: 'coops', network: 'net', label: { fr: 'Coopératives' }, order: 1 },
  { id: 'assos', network: 'net', label: { fr: 'Associations' }, order: 3 },
];
const member = (id: string, college: string, start: string | null, end: string | null = null) => ({
  id,
  organisation: id,
  network: 'net',
  college,
  start,
  end,
});
const list = [
  member('a', 'coops', null),
  member('b', 'assos', '2024-03-19'),
  member('c', 'assos', '2025-01-10'),
  member('d', 'assos', null, '2024'),
  { ...member('e', 'assos', null), network: 'another' },
];
const complete = { coverage: { memberships: [{ complete: true }] } } as const;

describe('members-stock', () => {
  it('counts the memberships current on the last day, of the data set’s own network', () => {
    const measure = membersStock.compute(makeDataset({ memberships: list, colleges }, complete), { by: 'college' });
    expect(measure.quantity).toEqual({ value: 2, op: '=', unit: 'members' });
    expect(measure.basis).toBe('computed');
    expect(measure.parts?.map((p) => [p.id, p.quantity?.value, p.share?.value])).toEqual([
      ['coops', 1, 50],
      ['assos', 1, 50],
    ]);
  });

  it('says nothing of a day that has not come: who will be a member then, no list says', () => {
    const data = makeDataset({ memberships: list, colleges }, complete);
    const ahead = membersStock.compute(data, { period: '2030', by: 'college' });
    expect([ahead.quantity, ahead.parts]).toEqual([null, []]);
    // It has begun.
    expect(membersStock.compute(data, { period: '2025' }).quantity?.value).toBe(3);
  });

  it('gives the published total, and neither confirms nor contradicts it with an incomplete list', () => {
    const data = makeDataset({
      memberships: list,
      colleges,
      observations: [observation('members-stock', 117, { period: '2024-12-31' })],
    });
    const measure = membersStock.compute(data);
    expect([measure.quantity?.value, measure.basis, measure.agreement]).toEqual([117, 'published', undefined]);
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });

  it('shows the published value first and the recomputed one beside it when they disagree', () => {
    const data = makeDataset({ memberships: list, observations: [observation('members-stock', 3)] }, complete);
    const measure = membersStock.compute(data);
    expect(measure.quantity?.value).toBe(3);
    expect(measure.agreement).toMatchObject({ agrees: false, published: { value: 3 }, computed: { value: 2 } });
  });

  it('says that an incomplete list is only a list when nothing is published', () => {
    const measure = membersStock.compute(makeDataset({ memberships: list }));
    expect(measure).toMatchObject({ basis: 'listed', quantity: { value: 2, op: '>=', partial: 'liste incomplète' } });
  });

  it('finds the year before from those who joined and left: 117 − 9 + 6', () => {
    const data = makeDataset({
      observations: [
        observation('members-stock', 117),
        observation('members-joined', 9),
        observation('members-left', 6),
      ],
    });
    const measure = membersStock.compute(data);
    expect(measure.previous).toEqual({
      period: '2023',
      quantity: { value: 114, op: '=', unit: 'members' },
      basis: 'computed',
    });
    expect(measure.change?.absolute.value).toBe(3);
  });

  it('is unknown, not 0, without data', () => {
    expect(membersStock.compute(makeDataset({})).quantity).toEqual(null);
  });

  it('does not depend on the order of the records', () => {
    const expected = membersStock.compute(makeDataset({ memberships: list, colleges }, complete), { by: 'college' });
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        const measure = membersStock.compute(makeDataset({ memberships: shuffled, colleges }, complete), {
          by: 'college',
        });
        expect(measure).toEqual(expected);
      }),
    );
  });
});
