import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const membersStock = named('members-stock');
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

  it('counts who joined on the last day, and no longer who left on it', () => {
    const memberships = [
      member('a', 'coops', '2024-12-31'),
      member('b', 'coops', '2020', '2024-12-31'),
      member('c', 'coops', '2020', '2025-01-01'),
    ];
    expect(membersStock.compute(makeDataset({ memberships }, complete)).quantity?.value).toBe(2);
  });

  it('does not decide whether who joined or left some time that year was a member in June', () => {
    const memberships = [
      member('a', 'coops', '2024'),
      member('b', 'coops', '2020', '2024'),
      member('c', 'coops', '2020', '2024-06-30/2024-07-31'),
      member('d', 'coops', '2024-06'),
      member('e', 'coops', '2020', '2024-06'),
    ];
    const june = membersStock.compute(makeDataset({ memberships }, complete), { period: '2024-06' });
    expect(june).toMatchObject({ quantity: { value: 1, op: '>=' }, population: 4, missing: 3 });
  });

  it('speaks of members whose joining date is unknown in the periods of the data, and of none before', () => {
    const data = makeDataset({ memberships: [member('a', 'coops', null)] }, { ...complete, periods: ['2023', '2024'] });
    expect(membersStock.compute(data, { period: '2023' }).quantity?.value).toBe(1);
    expect(membersStock.compute(data, { period: '2022' }).quantity).toBeNull();
  });

  it('counts those of any network where the data set names none, and nobody in a network that it does not know', () => {
    const data = makeDataset({ memberships: list }, complete);
    const { network: _, ...manifest } = data.manifest;
    expect(membersStock.compute({ ...data, manifest }).quantity?.value).toBe(3);
    expect(membersStock.compute(data, { where: 'network=nope' }).quantity?.value).toBe(0);
  });

  it('keeps to a commune, where a member whose organisation is not listed may or may not lie', () => {
    const territories = ['commune-01001', 'commune-02002'].map((id) => ({ id, kind: 'commune', name: { fr: id } }));
    const organisations = ['b', 'a'].map((id, at) => ({ id, name: id, territories: [territories[at]?.id] }));
    const memberships = ['a', 'b', 'gone'].map((id) => member(id, 'coops', '2020'));
    const data = makeDataset({ memberships, organisations, territories }, complete);
    const measure = membersStock.compute(data, { where: 'commune=commune-02002' });
    expect(measure).toMatchObject({ quantity: { value: 1, op: '>=' }, population: 2, missing: 1 });
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
