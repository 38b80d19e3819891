import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

describe('flow: members-joined', () => {
  const membersJoined = named('members-joined');
  const membersLeft = named('members-left');
  describe('members-joined', () => {
    const member = (id: string, extra: object = {}) => ({
      id,
      organisation: id,
      network: 'net',
      start: null,
      ...extra,
    });
    const list = [
      member('a', { college: 'coops', start: '2024-03-19' }),
      member('b', { college: 'assos', start: '2024-06-18' }),
      member('c', { college: 'assos', start: '2024' }),
      member('d', { college: 'assos', start: '2023-12-31' }),
      member('e'),
      member('f', { start: '2024-02-01', network: 'another' }),
    ];
    const complete = { coverage: { memberships: [{ period: '2024', where: 'flow=joined', complete: true }] } } as const;

    it('counts the memberships that begin in the period, by collège, in the network of the data set', () => {
      const measure = membersJoined.compute(makeDataset({ memberships: list }, complete), { by: 'college' });
      expect([measure.quantity?.value, measure.basis]).toEqual([3, 'computed']);
      expect(measure.parts?.map((p) => [p.id, p.quantity?.value])).toEqual([
        ['coops', 1],
        ['assos', 2],
      ]);
    });

    it('counts those of another network where it is asked for', () => {
      const data = makeDataset({ memberships: list }, complete);
      expect(membersJoined.compute(data, { where: 'network=another' }).quantity?.value).toBe(1);
      expect(membersJoined.compute(data, { where: 'college=assos' }).quantity?.value).toBe(2);
    });

    it('leaves out a date across the bounds of the period, and says so', () => {
      const measure = membersJoined.compute(makeDataset({ memberships: list }, complete), { period: '2024-H1' });
      expect(measure).toMatchObject({ quantity: { value: 2, op: '>=' }, basis: 'listed', population: 3, missing: 1 });
      expect(measure.notes.map((n) => n.en)).toContain('not counted, their date or place being too vague: 1');
    });

    it('confirms the published number when the list is complete', () => {
      const data = makeDataset({ memberships: list, observations: [observation('members-joined', 3)] }, complete);
      expect(membersJoined.compute(data)).toMatchObject({ basis: 'both', agreement: { agrees: true } });
    });

    it('names the column that is missing, and does not say that nobody joined', () => {
      for (const coverage of [{}, { memberships: [{ complete: true }] }]) {
        const measure = membersJoined.compute(makeDataset({ memberships: [member('a'), member('b')] }, { coverage }));
        expect(measure.quantity).toBeNull();
        expect(measure.notes.map((n) => n.en)).toEqual(['the data have no joining date']);
      }
    });

    it('is 0, and misses no column, where a list that is complete is empty', () => {
      const data = makeDataset({ memberships: [] }, { coverage: { memberships: [{ complete: true }] } });
      expect(membersJoined.compute(data)).toMatchObject({ quantity: { value: 0 }, notes: [] });
    });

    it('misses only the column that it needs', () => {
      const ended = makeDataset({ memberships: [member('a', { end: '2024-05' })] });
      expect(membersJoined.compute(ended).notes.map((n) => n.en)).toEqual(['the data have no joining date']);
      expect(membersLeft.compute(ended).notes.map((n) => n.en)).toEqual(['incomplete list']);
      const begun = makeDataset({ memberships: [member('a', { start: '2024-05' })] });
      expect(membersJoined.compute(begun).notes.map((n) => n.en)).toEqual(['incomplete list']);
      expect(membersLeft.compute(begun).notes.map((n) => n.en)).toEqual(['the data have no leaving date']);
    });

    it('counts only those of the territory asked for', () => {
      const organisations = [
        { id: 'a', name: 'A', territories: ['commune-29019'] },
        { id: 'b', name: 'B', territories: ['commune-35238'] },
        { id: 'c', name: 'C', territories: ['departement-35'] },
      ];
      const territories = [
        { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, parents: ['departement-29'] },
        { id: 'commune-35238', kind: 'commune', name: { fr: 'Rennes' }, parents: ['departement-35'] },
      ];
      const data = makeDataset({ memberships: list, organisations, territories }, complete);
      const inside = (territory: string) => membersJoined.compute(data, { territory });
      expect(inside('departement-35').quantity?.value).toBe(2);
      expect(inside('departement-29').quantity?.value).toBe(1);
      expect(inside('commune-35238')).toMatchObject({ quantity: { value: 1, op: '>=' }, missing: 1 });
    });
  });
});

describe('flow: members-left', () => {
  const membersLeft = named('members-left');
  describe('members-left', () => {
    const member = (id: string, extra: object = {}) => ({
      id,
      organisation: id,
      network: 'net',
      start: null,
      ...extra,
    });
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
      const measure = membersLeft.compute(makeDataset({ memberships: list }, complete), {
        where: 'college=fondations',
      });
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
});
