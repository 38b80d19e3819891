import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';
import { type Indicator } from '../indicator.ts';

describe('countDistinct: dla-structures', () => {
  const dlaStructures = named('dla-structures');
  describe('dla-structures', () => {
    const mission = (id: string, lot: string, organisations: readonly string[]) => ({
      id,
      programme: 'dla',
      mode: 'individual',
      period: '2024',
      status: 'held',
      lot,
      organisations,
    });
    const missions = [mission('m1', 'x', ['a', 'b']), mission('m2', 'x', ['c']), mission('m3', 'y', ['a'])];
    const coverage = { missions: [{ complete: true }] };
    const data = makeDataset({ missions }, { coverage });

    it('counts an organisation of two missions once in all, and in each of their lots', () => {
      const measure = dlaStructures.compute(data, { by: 'lot' });
      expect([measure.quantity?.value, measure.basis]).toEqual([3, 'computed']);
      expect(measure.parts?.map((p) => [p.id, p.quantity?.value, p.share])).toEqual([
        ['x', 3, undefined],
        ['y', 1, undefined],
      ]);
    });

    it('is brought together with what is published', () => {
      const published = observation('dla-structures', 4, { unit: 'organisations' });
      const measure = dlaStructures.compute(makeDataset({ missions, observations: [published] }, { coverage }));
      expect(measure.agreement).toMatchObject({ agrees: false, published: { value: 4 }, computed: { value: 3 } });
    });

    it('says "at least" where a mission does not name its organisations, or missions are missing', () => {
      const unnamed = makeDataset({ missions: [...missions, mission('m4', 'y', [])] }, { coverage });
      expect(dlaStructures.compute(unnamed)).toMatchObject({ quantity: { value: 3, op: '>=' }, basis: 'listed' });
      expect(dlaStructures.compute(makeDataset({ missions }))).toMatchObject({ quantity: { value: 3, op: '>=' } });
    });
  });
});

describe('countDistinct: participation-organisations', () => {
  const participationOrganisations = named('participation-organisations');
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
        observation('participation-organisations', n, {
          unit: 'organisations',
          period,
          dimensions: { programme: 'x' },
        });
      const where = 'programme=x';
      const one = makeDataset({ observations: [figure('2024-11-05', 19)] });
      expect(participationOrganisations.compute(one, { where }).quantity?.value).toBe(19);
      const two = makeDataset({ observations: [figure('2024-11-05', 19), figure('2024-12-05', 3)] });
      expect(participationOrganisations.compute(two, { where }).quantity).toBeNull();
    });
  });
});

describe('countDistinct: tee-sensitised', () => {
  const participationOrganisations = named('participation-organisations');
  const teeSensitised = named('tee-sensitised');
  describe('tee-sensitised', () => {
    const took = (id: string, organisation: string, extra: object = {}) => ({
      id,
      organisation,
      of: 'tee',
      role: 'attendee',
      period: '2024',
      ...extra,
    });
    const participations = [
      took('p1', 'a', { territories: ['commune-01001'] }),
      took('p2', 'a', { of: 'tee-north', territories: ['commune-01001'] }),
      took('p3', 'b', { territories: ['commune-02002'] }),
      took('p4', 'c', { role: 'supported', territories: ['commune-01001'] }),
      took('p5', 'd', { of: 'school', territories: ['commune-01001'] }),
    ];
    const territories = [{ id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] }];
    const coverage = { participations: [{ complete: true }] };

    it('counts each organisation once, in its role and in the programme', () => {
      const data = makeDataset({ participations, territories }, { coverage });
      const measure = teeSensitised.compute(data, { by: 'territory' });
      expect([measure.quantity?.value, measure.basis]).toEqual([2, 'computed']);
      expect(measure.parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
        ['Amont', 1],
        ['commune-02002', 1],
      ]);
      expect(teeSensitised.compute(data, { territory: 'departement-01' }).quantity?.value).toBe(1);
      expect(teeSensitised.compute(data, { where: 'territory=departement-01' }).quantity?.value).toBe(1);
    });

    it('is not mistaken for all that took part, nor the other way round, whichever is asked for first', () => {
      const count = (...asked: readonly Indicator[]) => {
        const data = makeDataset({ participations, territories }, { coverage });
        return asked.map((indicator) => [indicator.id, indicator.compute(data).quantity?.value]).sort();
      };
      const expected = [
        ['participation-organisations', 4],
        ['tee-sensitised', 2],
      ];
      expect(count(participationOrganisations, teeSensitised)).toEqual(expected);
      expect(count(teeSensitised, participationOrganisations)).toEqual(expected);
    });

    it('gives what is published where the list is not complete, of the whole and of a territory', () => {
      const figure = (n: number, extra: object = {}) =>
        observation('tee-sensitised', n, { unit: 'organisations', ...extra });
      const observations = [figure(137), figure(65, { dimensions: { territory: 'north' } })];
      const data = makeDataset({ participations, observations });
      expect([teeSensitised.compute(data).quantity?.value, teeSensitised.compute(data).basis]).toEqual([
        137,
        'published',
      ]);
      expect(teeSensitised.compute(data, { where: 'territory=north' }).quantity?.value).toBe(65);
      expect(teeSensitised.compute(data, { territory: 'north' }).quantity?.value).toBe(65);
    });
  });
});

describe('countDistinct: network-members', () => {
  const networkMembers = named('network-members');
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
});

describe('countDistinct: territory-coverage', () => {
  const territoryCoverage = named('territory-coverage');
  describe('territory-coverage', () => {
    const territories = [
      { id: 'commune-01001', kind: 'commune', name: { fr: 'Amont' }, parents: ['departement-01'] },
      { id: 'commune-01002', kind: 'commune', name: { fr: 'Mitan' }, parents: ['departement-01'] },
      { id: 'commune-02002', kind: 'commune', name: { fr: 'Aval' }, parents: ['departement-02'] },
      { id: 'commune-02003', kind: 'commune', name: { fr: 'Port' }, parents: ['departement-02'] },
    ];
    const programmes = [
      { id: 'links', name: { fr: 'Liens' }, territories: ['commune-01001', 'commune-01002', 'commune-02002'] },
      { id: 'school', name: { fr: 'École' } },
      { id: 'old', name: { fr: 'Avant' }, period: '2020', territories: ['commune-01001'] },
    ];
    const project = (id: string, place: string, status = 'held', programme = 'school') => ({
      id,
      programme,
      period: '2024',
      status,
      territories: [place],
    });
    const projects = [
      project('p1', 'commune-01001'),
      project('p2', 'commune-01001'),
      project('p3', 'commune-02003', 'planned'),
      project('p4', 'commune-02002'),
      project('p5', 'commune-02003', 'held', 'links'),
    ];
    const missions = [{ ...project('m1', 'commune-01002', 'ongoing'), mode: 'individual' }];
    const coverage = { programmes: [{ complete: true }] };
    const data = makeDataset({ territories, programmes, projects, missions }, { coverage });

    it('counts the territories that a programme names, or those of its projects and missions held or under way, each once', () => {
      const { quantity, parts } = territoryCoverage.compute(data, { by: 'programme' });
      expect(quantity).toBeNull();
      expect(parts?.map((p) => [p.label.fr, p.quantity?.value])).toEqual([
        ['Liens', 3],
        ['École', 3],
      ]);
    });

    it('counts by kind the territories that contain one of them', () => {
      const of = (where?: string) =>
        territoryCoverage
          .compute(data, { by: 'kind', ...(where ? { where } : {}) })
          .parts?.map((p) => [p.label.en, p.quantity?.value]);
      expect(of('programme=links')).toEqual([
        ['communes', 3],
        ['départements', 2],
      ]);
      expect(of('programme=school')).toEqual([
        ['communes', 3],
        ['départements', 2],
      ]);
      expect(territoryCoverage.compute(data, { where: 'kind=departement' }).quantity?.value).toBe(2);
    });

    it('keeps to the territory asked for', () => {
      const { parts } = territoryCoverage.compute(data, { by: 'programme', territory: 'departement-01' });
      expect(parts?.map((p) => p.quantity?.value)).toEqual([2, 2]);
    });

    it('is confirmed by the list of the programme, which says "at least" unless it is complete', () => {
      const figure = observation('territory-coverage', 3, { unit: 'territories', dimensions: { programme: 'links' } });
      const both = makeDataset({ territories, programmes, observations: [figure] }, { coverage });
      expect(territoryCoverage.compute(both, { where: 'programme=links' })).toMatchObject({
        basis: 'both',
        agreement: { agrees: true },
      });
      const open = makeDataset({ territories, programmes });
      expect(territoryCoverage.compute(open, { where: 'programme=links' }).quantity).toMatchObject({
        value: 3,
        op: '>=',
      });
    });
  });
});
