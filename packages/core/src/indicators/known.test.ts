import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';

const membersRetention = named('members-retention');
const membersStock = named('members-stock');

const members = (value: number) => ({ value, op: '=', unit: 'members' });
const flows = [observation('members-joined', 9), observation('members-left', 6)];
const published = [observation('members-stock', 117, { period: '2024-12-31' }), ...flows];
const listed = ['a', 'b'].map((id) => ({ id, organisation: id, network: 'net', start: '2020', end: null }));

describe('what is known of a period', () => {
  it('is led back to from the year after, where only a few records of it are listed', () => {
    const data = makeDataset({ observations: published, memberships: listed });
    const measure = membersStock.compute(data, { period: '2023' });
    expect([measure.quantity, measure.basis]).toEqual([members(114), 'computed']);
    expect(measure.derivedFrom).toEqual(['members-stock/2024-12-31', 'members-joined/2024', 'members-left/2024']);
    expect(measure.notes[0]?.fr).toContain('à rebours');
    expect(measure.sources).toEqual([{ document: 'report', section: 'I.1.a', page: 4 }]);
  });

  it('is the same asked for, compared with, and compared with by name', () => {
    const data = makeDataset({ observations: published, memberships: listed });
    const { quantity } = membersStock.compute(data, { period: '2023' });
    const previous = { period: '2023', quantity, basis: 'computed' };
    expect(membersStock.compute(data).previous).toEqual(previous);
    expect(membersStock.compute(data, { period: '2024', compare: '2023' }).previous).toEqual(previous);
    expect(membersStock.compute(data, { period: '2023-12-31' }).quantity).toEqual(quantity);
  });

  it('stays what is published or counted completely', () => {
    const stated = observation('members-stock', 110, { period: '2023-12-31' });
    const data = makeDataset({ observations: [...published, stated], memberships: listed });
    expect(membersStock.compute(data, { period: '2023' })).toMatchObject({
      quantity: members(110),
      basis: 'published',
    });
    expect(membersStock.compute(data).previous).toEqual({ period: '2023', quantity: members(110) });
    const complete = { coverage: { memberships: [{ complete: true }] } } as const;
    const counted = makeDataset({ observations: published, memberships: listed }, complete);
    expect(membersStock.compute(counted, { period: '2023' })).toMatchObject({
      quantity: members(2),
      basis: 'computed',
    });
  });

  it('stays what is published of a part, beside parts that are led back to', () => {
    const of = (college: string, ...[stock, joined, left]: readonly [number, number, number]) => [
      observation('members-stock', stock, { period: '2024-12-31', dimensions: { college } }),
      observation('members-joined', joined, { dimensions: { college } }),
      observation('members-left', left, { dimensions: { college } }),
    ];
    const stated = observation('members-stock', 8, { period: '2023-12-31', dimensions: { college: 'a' } });
    const data = makeDataset({ observations: [...of('a', 10, 2, 1), ...of('b', 5, 1, 0), stated] });
    const { parts = [] } = membersStock.compute(data, { period: '2023', by: 'college' });
    expect(parts.map(({ id, quantity }) => [id, quantity?.value])).toEqual([
      ['a', 8],
      ['b', 4],
    ]);
  });

  it('goes back one year, and no further', () => {
    const earlier = flows.map((_, at) => observation(at ? 'members-left' : 'members-joined', 5, { period: '2023' }));
    const data = makeDataset({ observations: [...published, ...earlier] });
    expect(membersStock.compute(data, { period: '2023' }).quantity).toEqual(members(114));
    expect(membersStock.compute(data, { period: '2023' }).previous).toBeUndefined();
    expect(membersStock.compute(data, { period: '2022' }).quantity).toBeNull();
  });

  it('does not go back over what is listed, over half a year, or from a value of another unit', () => {
    const [, joined, left] = published;
    const at = (observations: readonly unknown[], period = '2023') =>
      membersStock.compute(makeDataset({ observations: observations as object[] }), { period }).quantity;
    expect(at([observation('members-stock', 117, { unit: 'people' }), joined, left])).toBeNull();
    expect(at(published.slice(0, 2))).toBeNull();
    expect(at(published, '2024-H1')).toBeNull();
    expect(at(published, '9999')).toBeNull();
  });

  it('stays what is listed where the year after is itself known in part only', () => {
    const [stock, , left] = published;
    const joined = { id: 'b', organisation: 'b', network: 'net', start: '2024-02', end: null };
    const data = makeDataset({ observations: [stock as object, left as object], memberships: [...listed, joined] });
    const measure = membersStock.compute(data, { period: '2023' });
    expect(measure).toMatchObject({ quantity: { value: 2, op: '>=' }, basis: 'listed' });
    expect(measure.notes.map((note) => note.fr)).toEqual(['liste incomplète']);
  });

  it('is what the retention of the year starts from', () => {
    const measure = membersRetention.compute(makeDataset({ observations: published }));
    expect(measure.quantity?.value).toBeCloseTo(100 * (1 - 6 / 114), 9);
    expect([...(measure.derivedFrom ?? [])].sort()).toEqual([
      'members-joined/2024',
      'members-left/2024',
      'members-stock/2024-12-31',
    ]);
  });
});
