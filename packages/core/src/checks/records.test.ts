import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, amount, clean, figure, options, regionOf, withFault } from './testing/region.ts';

describe('announced-and-listed', () => {
  const rule = 'announced-and-listed';
  const trips = (n: number) =>
    [...Array(n).keys()].map((at) => ({
      id: `trip-${at}`,
      programme: 'velo',
      period: `2023-0${at + 1}`,
      status: 'held',
      source: { document: 'bilan', section: 'D' },
    }));
  const announced = (value: number, section: string, op = '=') =>
    figure('trips', 'sorties', value, 'projects', { dimensions: { programme: 'velo' }, section, op });
  const data = (value: number, listed: number, section = 'D', op = '=') => ({
    ...added('observations', announced(value, section, op)),
    programmes: [{ id: 'velo', name: { fr: 'Vélo' } }],
    projects: trips(listed),
  });

  describe('an announced number', () => {
    it('of members who joined leaves out those who joined on an unknown day', () => {
      const { manifest, ...rest } = regionOf(withFault('memberships', 'm1', { start: null }));
      const memberships = {
        href: '',
        hash: '',
        count: 2,
        coverage: [{ period: '2023', where: 'flow=joined', complete: true }],
      };
      const complete = { manifest: { ...manifest, collections: { ...manifest.collections, memberships } }, ...rest };
      expect(runChecks(complete, { ...options, only: [rule] })).toMatchObject([
        { found: '0 (memberships)', expected: '6' },
      ]);
    });

    it('is that of the complete list', () => {
      expect(linesOf(rule, amount('board', 2))).toEqual([
        'warning observations/board quantity: 3 (meetings), expected 2',
      ]);
    });

    it('counts what was held: a planned meeting that makes the difference is named', () => {
      const [finding] = findingsOf(rule, withFault('meetings', 'bureau/2023-10-03', { status: 'planned' }));
      expect(finding).toMatchObject({ found: '2 (meetings)', expected: '3' });
      expect(finding?.message['en']).toContain('1 planned or cancelled');
    });

    it.each([
      ['held', 1],
      ['planned', 0],
      ['cancelled', 0],
    ])('counts what is %s: %i', (status, counted) => {
      const meeting = withFault('meetings', 'bureau/2023-10-03', { status });
      expect(findingsOf(rule, { ...meeting, observations: amount('board', 9).observations ?? [] })).toMatchObject([
        { found: `${2 + counted} (meetings)` },
      ]);
    });

    it('counts what goes on, and what was full', () => {
      const missions = ['ongoing', 'held', 'held'].map((status, at) => ({
        id: `mission-${at}`,
        title: { fr: 'Appui' },
        programme: 'dla',
        mode: 'individual',
        period: '2023',
        status,
        organisations: [],
      }));
      const helped = figure('helped', 'dla-missions', 2, 'missions', { dimensions: { programme: 'dla' } });
      expect(linesOf(rule, { ...added('observations', helped), missions })).toEqual([
        'warning observations/helped quantity: 3 (missions), expected 2',
      ]);
      const salons = figure('salons', 'salons', 2, 'events', { dimensions: { series: 'salon' } });
      const talk = (id: string, status: string) => ({
        id,
        title: { fr: id },
        date: '2023-05',
        status,
        series: 'salon',
      });
      const events = [...(clean.events ?? []), talk('a', 'full'), talk('b', 'held'), talk('c', 'cancelled')];
      expect(linesOf(rule, { ...added('observations', salons), events })).toEqual([
        'warning observations/salons quantity: 3 (events), expected 2',
      ]);
    });

    it('of what was planned, or cancelled, counts that', () => {
      const list = (name: string, value: number, more: object = {}) => ({
        ...withFault('meetings', 'bureau/2023-10-03', { status: 'cancelled' }),
        observations:
          added(
            'observations',
            figure('asked', `reunions-${name}`, value, 'meetings', { dimensions: { body: 'bureau' }, ...more }),
          ).observations?.filter((o) => !('id' in o && o.id === 'board')) ?? [],
      });
      expect(linesOf(rule, list('cancelled', 1))).toEqual([]);
      expect(linesOf(rule, list('cancelled', 2))).toEqual([
        'warning observations/asked quantity: 1 (meetings), expected 2',
      ]);
      expect(linesOf(rule, list('planned', 3))).toEqual([]);
      expect(linesOf(rule, list('planned', 2))).toHaveLength(1);
      expect(linesOf(rule, list('coming', 2, { status: 'planned' }))).toEqual([]);
      expect(linesOf(rule, list('coming', 3, { status: 'planned' }))).toHaveLength(1);
      // "Planned at first" is the end of a name, not its middle.
      expect(linesOf(rule, list('planned-by-us', 2))).toEqual([]);
      expect(linesOf(rule, list('cancelled-by-us', 2))).toEqual([]);
      expect(linesOf(rule, list('expected', 9))).toEqual([]);
    });

    it('without a dimension counts the one body whose list is complete, in the section that says so', () => {
      const meetings = (value: number, more: object = {}) =>
        linesOf(rule, added('observations', figure('met', 'reunions-all', value, 'meetings', more)));
      expect(meetings(3)).toEqual([]);
      expect(meetings(2)).toEqual(['warning observations/met quantity: 3 (meetings), expected 2']);
      expect(meetings(2, { section: 'Z' })).toEqual([]);
      expect(meetings(2, { period: '2022' })).toEqual([]);
      expect(meetings(2, { territory: 'commune-77001' })).toEqual([]);
      expect(meetings(1, { period: '2023-H1' })).toEqual([
        'warning observations/met quantity: 2 (meetings), expected 1',
      ]);
    });

    it('counts what lies in its time only', () => {
      const half = (value: number, period: string) =>
        linesOf(
          rule,
          added(
            'observations',
            figure('half', 'reunions-part', value, 'meetings', { dimensions: { body: 'bureau' }, period }),
          ),
        );
      expect([half(2, '2023-H1'), half(1, '2023-H2'), half(1, '2023-Q4'), half(1, '2023-10')]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect(half(3, '2023-H1')).toEqual(['warning observations/half quantity: 2 (meetings), expected 3']);
      expect(half(1, '2023-02-07/2023-10-03')).toEqual([
        'warning observations/half quantity: 3 (meetings), expected 1',
      ]);
      const vague = withFault('meetings', 'bureau/2023-10-03', { date: '2023' });
      const said = (value: number) =>
        linesOf(rule, {
          ...vague,
          observations: [
            ...(clean.observations ?? []),
            figure('half', 'reunions-part', value, 'meetings', { dimensions: { body: 'bureau' }, period: '2023-H2' }),
          ],
        });
      expect([said(0), said(1)]).toEqual([[], []]);
      expect(said(2)).toEqual(['warning observations/half quantity: 1 (meetings), expected 2']);
    });

    it('may be larger than a list that is not complete', () => {
      expect(linesOf(rule, data(9, 4))).toEqual([]);
    });

    it('is never smaller than any list', () => {
      expect(linesOf(rule, data(3, 4))).toEqual(['warning observations/trips quantity: 4 (projects), expected 3']);
    });

    it('one larger than the list beside it looks like an omission', () => {
      expect(findingsOf(rule, data(6, 5))).toMatchObject([
        { found: '5 (projects)', expected: '6', certainty: 'possible' },
      ]);
      expect(linesOf(rule, data(6, 5, 'A'))).toEqual([]);
    });

    it('"about n" is right within 20 %', () => {
      expect(linesOf(rule, data(5, 6, 'D', '~'))).toEqual([]);
      expect(linesOf(rule, data(5, 7, 'D', '~'))).toHaveLength(1);
    });

    it('leaves open what a vague date leaves open', () => {
      expect(linesOf(rule, withFault('meetings', 'bureau/2023-10-03', { date: null }))).toEqual([]);
    });

    it('of the territories of a programme is that of its record', () => {
      const velo = (territories: readonly string[], value: number) => ({
        ...added(
          'observations',
          figure('where', 'territory-coverage', value, 'territories', {
            dimensions: { programme: 'velo' },
            section: 'D',
          }),
        ),
        programmes: [{ id: 'velo', name: { fr: 'Vélo' }, territories, source: { document: 'bilan', section: 'D' } }],
      });
      const two = ['commune-77001', 'commune-77002'];
      expect(linesOf(rule, velo(two, 2))).toEqual([]);
      expect(linesOf(rule, velo(two, 9))).toEqual([]);
      expect(linesOf(rule, velo(two, 1))).toHaveLength(1);
      expect(linesOf(rule, velo(two, 3))).toHaveLength(1);
    });

    it('of records in a manifest is that of a complete collection', () => {
      const { manifest, ...rest } = regionOf(clean);
      const meetings = { href: '', hash: '', count: 4, coverage: manifest.collections['meetings']?.coverage ?? [] };
      const wrong = { manifest: { ...manifest, collections: { ...manifest.collections, meetings } }, ...rest };
      expect(runChecks(wrong, { ...options, only: [rule] })).toMatchObject([
        { where: { file: 'manifest.json', collection: 'meetings' }, found: '3', expected: '4' },
      ]);
    });
  });

  describe('a number by a dimension that the records do not tell', () => {
    const projects = (establishment: string | null) =>
      ['a', 'b', 'c'].map((id) => ({ id, programme: 'ecole', period: '2023', status: 'held', establishment }));
    const data = (establishment: string | null) => ({
      ...added('observations', {
        ...figure('lycees', 'school-projects', 2, 'projects', {
          dimensions: { establishment: 'lycee', programme: 'ecole' },
        }),
      }),
      projects: projects(establishment),
    });

    it('is not compared', () => {
      expect(linesOf(rule, data('Lycée Jean-Moulin'))).toEqual([]);
      expect(linesOf(rule, data(null))).toEqual([]);
    });

    it('is compared where they tell it', () => {
      expect(linesOf(rule, data('lycee'))).toEqual(['warning observations/lycees quantity: 3 (projects), expected 2']);
    });
  });

  describe('a list with records that could not be read', () => {
    it('hides no missing meeting: as many as were unread are explained, and no more', () => {
      const unread = { unread: new Set(['meetings/bureau/2023-11-30']) };
      expect(linesOf(rule, amount('board', 3), unread)).toEqual([]);
      expect(findingsOf(rule, amount('board', 5), unread)).toMatchObject([
        { where: { id: 'board' }, found: '3 (meetings)', expected: '5' },
      ]);
      const [finding] = findingsOf(rule, amount('board', 5), unread);
      expect(finding?.message.fr).toContain('et 1 de plus sans pouvoir être lue');
    });

    it('may have the one that makes the difference', () => {
      const data = amount('board', 4);
      expect(linesOf(rule, data)).toHaveLength(1);
      expect(linesOf(rule, data, { unread: new Set(['meetings/bureau/2023-11-30']) })).toEqual([]);
    });
  });

  describe('a number that counts what was only planned', () => {
    it('is told, however short the list', () => {
      const talk = (id: string, date: string, status: string) => ({
        id,
        title: { fr: id },
        date,
        status,
        series: 'causeries',
        source: { document: 'bilan', section: 'D' },
      });
      const data = (announced: number) => ({
        ...added(
          'observations',
          figure('talks', 'causeries', announced, 'events', {
            dimensions: { series: 'causeries' },
            period: '2023/2024',
            section: 'D',
          }),
        ),
        series: [...(clean.series ?? []), { id: 'causeries', name: { fr: 'Causeries' } }],
        events: [...(clean.events ?? []), talk('t1', '2023-11-16', 'held'), talk('t2', '2024-11-14', 'planned')],
      });
      expect(linesOf(rule, data(1))).toEqual([]);
      expect(linesOf(rule, data(2))).toEqual(['warning observations/talks quantity: 1 (events), expected 2']);
    });

    it('of the members of a network is that of its list, past members left out', () => {
      const source = { document: 'bilan', section: 'D' };
      const member = (at: number, extra: object = {}) => ({
        id: `ami-${at}`,
        organisation: `ami-${at}`,
        network: 'amis',
        start: null,
        source,
        ...extra,
      });
      const friends = (value: number, ...members: readonly object[]) => ({
        ...added(
          'observations',
          figure('amis', 'network-members', value, 'organisations', { dimensions: { network: 'amis' }, section: 'D' }),
        ),
        networks: [{ id: 'amis', name: { fr: 'Amis' } }],
        memberships: members,
      });
      const five = [1, 2, 3, 4].map((at) => member(at)).concat(member(5, { start: '2010' }));
      expect(findingsOf(rule, friends(6, ...five))).toMatchObject([{ found: '5 (memberships)', expected: '6' }]);
      expect(linesOf(rule, friends(5, ...five))).toEqual([]);
      expect(linesOf(rule, friends(6, ...five, member(6, { end: '2011' })))).toHaveLength(1);
      expect(linesOf(rule, friends(9, ...five))).toEqual([]);
    });

    it('of the courses of a training is that of its projects, and of no other programme', () => {
      const courses = (kind: string) => ({
        ...added(
          'observations',
          figure('courses', null, 3, 'events', { dimensions: { programme: 'velo' }, section: 'D' }),
        ),
        programmes: [{ id: 'velo', name: { fr: 'Vélo' }, kind }],
        projects: trips(4),
      });
      expect(linesOf(rule, courses('training'))).toEqual([
        'warning observations/courses quantity: 4 (projects), expected 3',
      ]);
      expect(linesOf(rule, courses('sector'))).toEqual([]);
    });
  });
});

describe('named-organisations', () => {
  const rule = 'named-organisations';

  describe('organisations that are named', () => {
    it('may be fewer than announced', () => {
      expect(linesOf(rule, clean)).toEqual([]);
    });

    it('are never more members than announced', () => {
      const few = figure('few', 'adherents-stock', 0, 'members', {
        dimensions: { college: 'associations' },
        period: '2021-12-31',
      });
      expect(linesOf(rule, added('observations', few))).toEqual([
        'warning observations/few quantity: 1 (memberships), expected 0',
      ]);
    });

    it('are as many as announced where the list of members is complete', () => {
      const { manifest, ...rest } = regionOf(amount('stock-b', 0));
      const memberships = { href: '', hash: '', count: 2, coverage: [{ complete: true }] };
      const complete = { manifest: { ...manifest, collections: { ...manifest.collections, memberships } }, ...rest };
      const found = runChecks(complete, { ...options, only: [rule] });
      expect(found.map(({ where }) => where.id)).toContain('stock');
      expect(found.map(({ where }) => where.id)).not.toContain('stock-b');
    });

    it('at an event may be 20 % more than "about n"', () => {
      const named = ['jardins', 'atelier', 'epicerie'].map((id) => ({
        id,
        organisation: id,
        of: 'salon',
        role: 'exhibitor',
      }));
      const about = (value: number) => ({
        ...withFault('events', 'salon', { attendance: { value, op: '~', unit: 'organisations' } }),
        participations: named,
      });
      expect(linesOf(rule, about(3))).toEqual([]);
      expect(linesOf(rule, about(2))).toEqual(['warning events/salon attendance: 3 (participations), expected ~2']);
    });
  });

  describe('supported organisations', () => {
    it('are as many as missions name at least', () => {
      const data = (announced: number) => ({
        ...added('observations', figure('helped', 'appui-structures', announced, 'organisations')),
        programmes: [{ id: 'appui-montval', name: { fr: 'Appui' } }],
        missions: ['jardins', 'atelier', 'jardins'].map((id, at) => ({
          id: `m${at}`,
          programme: 'appui-montval',
          mode: 'individual',
          organisations: [id],
          period: '2023',
          status: 'held',
        })),
      });
      expect(linesOf(rule, data(5))).toEqual([]);
      expect(linesOf(rule, data(1))).toEqual(['warning observations/helped quantity: 2 (missions), expected 1']);
    });
  });
});

describe('repeated-records', () => {
  const rule = 'repeated-records';
  const fair = { id: 'velos', title: { fr: 'Foire aux vélos' }, status: 'planned' };

  describe('a record that comes twice', () => {
    it('is one of the same title, date and place', () => {
      expect(linesOf(rule, added('events', { ...fair, date: '2024-09' }))).toHaveLength(1);
      expect(linesOf(rule, added('events', { ...fair, date: '2024-10' }))).toEqual([]);
      expect(linesOf(rule, added('events', { ...fair, date: '2024-09', place: 'Rochelonde' }))).toEqual([]);
    });

    it('is a membership inside another one of the same network', () => {
      const again = { id: 'm3', organisation: 'jardins', network: 'valdor', start: '2021' };
      expect(linesOf(rule, added('memberships', again))).toEqual([
        'warning memberships/m3 organisation: m3, expected m1',
      ]);
    });

    it('is no membership that starts once the first has ended', () => {
      const again = { id: 'm3', organisation: 'atelier', network: 'valdor', start: '2023-09' };
      expect(linesOf(rule, added('memberships', again))).toEqual([]);
    });

    it('is no membership of which only the year is known, the year in which the first one ended', () => {
      const again = (start?: string) => ({
        id: 'm3',
        organisation: 'atelier',
        network: 'valdor',
        start,
        college: 'mutuelles',
      });
      expect(linesOf(rule, added('memberships', again('2023')))).toEqual([]);
      expect(linesOf(rule, added('memberships', again('2023-05')))).toEqual([
        'warning memberships/m3 organisation: m3, expected m2',
      ]);
      // Nobody knows when it began: it may be before the first one or after it.
      const ended = withFault('memberships', 'm2', { start: undefined });
      expect(linesOf(rule, { ...ended, memberships: [...(ended.memberships ?? []), again()] })).toEqual([]);
    });

    it('is no membership of another network', () => {
      const other = { id: 'm3', organisation: 'jardins', network: 'elsewhere', start: '2021' };
      expect(linesOf(rule, added('memberships', other))).toEqual([]);
    });
  });

  describe('what sets two records of one title apart', () => {
    const visit = (id: string, more: object) => ({
      id,
      title: { fr: 'Visite guidée' },
      date: '2023-09-16',
      status: 'held',
      ...more,
    });
    const both = (a: object, b: object) => linesOf(rule, added('events', visit('a', a), visit('b', b)));

    it('is their hour, or who holds them', () => {
      expect(both({}, {})).toHaveLength(1);
      expect(both({ startsAt: '2023-09-16T10:00:00+02:00' }, { startsAt: '2023-09-16T14:00:00+02:00' })).toEqual([]);
      expect(both({ organisers: ['jardins'] }, { organisers: ['atelier'] })).toEqual([]);
    });

    it('sets no more than its own apart: the other two are one', () => {
      const at = (id: string, hour: number) => visit(id, { startsAt: `2023-09-16T${hour}:00:00+02:00` });
      expect(linesOf(rule, added('events', at('a', 10), at('b', 14), at('c', 14)))).toEqual([
        'warning events/b title: b, expected c',
      ]);
    });

    it('is their format, of publications', () => {
      const guide = (id: string, format: string) => ({ id, title: { fr: 'Guide' }, date: '2023-05', format });
      const of = (...formats: readonly string[]) =>
        linesOf(rule, { ...clean, publications: formats.map((format, at) => guide(`g${at}`, format)) });
      expect(of('pdf', 'print')).toEqual([]);
      expect(of('pdf', 'print', 'pdf')).toEqual(['warning publications/g0 title: g0, expected g2']);
    });

    it('is no hyphen', () => {
      expect(both({ title: { fr: 'Fête du réemploi' } }, { title: { fr: 'Fête du ré-emploi' } })).toHaveLength(1);
    });
  });

  describe('what there can be one of only', () => {
    it.each([
      ['a body on one day', 'meetings', { id: 'again', body: 'bureau', date: '2023-02-07', status: 'held' }],
      [
        'a channel on one day',
        'audiences',
        { id: 'again', channel: 'lettre', date: '2023-12-31', followers: { value: 450, op: '=', unit: 'subscribers' } },
      ],
      ['an official code', 'territories', { id: 'montval', kind: 'commune', name: { fr: 'Bourg' }, code: '77001' }],
    ] as const)('%s', (_what, collection, record) => {
      const coded = { id: 'coded', kind: 'commune', name: { fr: 'Ville' }, code: '77001' };
      const data = collection === 'territories' ? added(collection, coded, record) : added(collection, record);
      expect(linesOf(rule, data)).toHaveLength(1);
    });

    it('is a vote on one subject on one day', () => {
      const vote = (id: string, more: object = {}) => ({
        id,
        subject: { fr: 'Budget' },
        body: 'bureau',
        date: '2023-05-02',
        ...more,
      });
      const votes = (...list: readonly object[]) => linesOf(rule, { ...clean, votes: list });
      expect(votes(vote('a'), vote('b'))).toEqual(['warning votes/a date: a, expected b']);
      expect(votes(vote('a'), vote('b', { date: '2023-05-03' }))).toEqual([]);
      expect(votes(vote('a'), vote('b', { subject: { fr: 'Statuts' } }))).toEqual([]);
      expect(votes(vote('a'), vote('b', { body: 'assemblee' }))).toEqual([]);
      expect(votes(vote('a', { date: null }), vote('b', { date: null }))).toEqual([]);
    });

    it('is no meeting of which only the month is known', () => {
      const meeting = (id: string) => ({ id, body: 'bureau', date: '2023-09', status: 'held' });
      expect(linesOf(rule, added('meetings', meeting('a'), meeting('b')))).toEqual([]);
    });

    it('is an organisation in one role', () => {
      const part = (id: string, role: string) => ({ id, organisation: 'jardins', of: 'salon', role });
      expect(
        linesOf(rule, { ...clean, participations: [part('a', 'exhibitor'), part('b', 'exhibitor')] }),
      ).toHaveLength(1);
      expect(linesOf(rule, { ...clean, participations: [part('a', 'exhibitor'), part('b', 'organiser')] })).toEqual([]);
    });
  });

  describe('titles that one letter sets apart, on one day in one place', () => {
    const walks = (...titles: readonly string[]) =>
      titles.map((fr, at) => ({ id: `w${at}`, title: { fr }, date: '2023-09-16', status: 'held', place: 'Montval' }));

    it('are one title misspelt, in a long word', () => {
      expect(linesOf(rule, added('events', ...walks('Balade d’automne', 'Balade d’automme')))).toHaveLength(1);
      expect(
        linesOf(rule, added('events', ...walks('Atelier 1', 'Atelier 2', 'Salle du port', 'Salle du pont'))),
      ).toEqual([]);
    });
  });

  describe('a territory', () => {
    it('has one record for its name', () => {
      const pole = (id: string, fr: string) => ({ id, kind: 'pole', name: { fr } });
      expect(linesOf(rule, added('territories', pole('pole-a', 'Pôle Lac'), pole('pole-b', 'Pole lac')))).toEqual([
        'warning territories/pole-a name: pole-a, expected pole-b',
      ]);
      expect(linesOf(rule, added('territories', pole('pole-a', 'Pôle Lac'), pole('pole-b', 'Pôle Mont')))).toEqual([]);
      const commune = (id: string, parents: readonly string[]) => ({
        id,
        kind: 'commune',
        name: { fr: 'Bourg' },
        parents,
      });
      const bourgs = (...parents: readonly string[]) =>
        linesOf(
          rule,
          added('territories', commune('commune-1', ['epci-1', 'departement-77']), commune('commune-2', parents)),
        );
      // Communes of one name are many, one in each département.
      expect(bourgs('departement-66')).toEqual([]);
      expect(bourgs('departement-77')).toHaveLength(1);
    });
  });
});

describe('references', () => {
  const rule = 'references';

  describe('a reference', () => {
    it.each([
      ['memberships', 'm1', { college: 'syndicats' }, 'college: syndicats'],
      ['events', 'salon', { organisers: ['nobody'] }, 'organisers: nobody'],
      ['events', 'salon', { territories: ['commune-99999'] }, 'territories: commune-99999'],
      ['events', 'salon', { partOf: 'mois' }, 'partOf: mois'],
      ['tallies', 'salon', { of: 'soiree' }, 'of: soiree'],
      ['observations', 'board', { dimensions: { body: 'comite' } }, 'dimensions.body: comite'],
      ['observations', 'present', { dimensions: { presence: 'late' } }, 'dimensions.presence: late'],
      ['observations', 'joined', { derivedFrom: ['gone'] }, 'derivedFrom: gone'],
      ['observations', 'joined', { source: { document: 'autre' } }, 'source.document: autre'],
    ] as const)('of %s %s that leads nowhere is an error: %o', (collection, id, change, said) => {
      expect(linesOf(rule, withFault(collection, id, change))).toEqual([`error ${collection}/${id} ${said}`]);
    });

    it('that differs from an id by case only suggests it', () => {
      expect(linesOf(rule, withFault('meetings', 'bureau/2023-02-07', { body: 'Bureau' }))).toEqual([
        'error meetings/bureau/2023-02-07 body: Bureau, expected bureau',
      ]);
    });

    it('to a commune of the table given is known', () => {
      expect(linesOf(rule, withFault('events', 'salon', { territories: ['commune-66010'] }))).toEqual([]);
    });

    it('to a collection that was not loaded is not judged', () => {
      const { collections, ...rest } = regionOf(withFault('memberships', 'm1', { organisation: 'nobody' }));
      const { organisations: _left, ...others } = collections;
      expect(runChecks({ ...rest, collections: others }, { ...options, only: [rule] })).toEqual([]);
    });
  });

  describe('an id', () => {
    it('is that of one record', () => {
      const again = added('events', { id: 'foire', title: { fr: 'Autre foire' }, status: 'planned' });
      expect(linesOf(rule, again)).toEqual(['error events/foire id: foire']);
    });

    it('may be shared by categories of two dimensions', () => {
      const data = added('categories', { id: 'present', dimension: 'accueil', label: { fr: 'présent' } });
      expect(linesOf(rule, data)).toEqual([]);
      expect(linesOf(rule, clean)).toEqual([]);
    });
  });

  describe('a school', () => {
    const school = (establishment: string) => ({
      ...added('categories', { id: 'lycee', dimension: 'establishment', label: { fr: 'Lycée' } }),
      projects: [{ id: 'p', programme: 'x', period: '2023', status: 'held', establishment }],
    });

    it('may be told by its name, or by its kind', () => {
      expect(linesOf(rule, school('Lycée Jean-Moulin'))).toEqual([]);
      expect(linesOf(rule, school('lycee'))).toEqual([]);
      expect(linesOf(rule, school('lycees'))).toEqual(['error projects/p establishment: lycees']);
    });
  });

  describe('a membership', () => {
    it('is in a college of its own network', () => {
      const data = {
        ...added('colleges', { id: 'autre', network: 'voisin', label: { fr: 'Autre' }, order: 1 }),
        networks: [
          { id: 'valdor', name: { fr: 'Valdor' } },
          { id: 'voisin', name: { fr: 'Voisin' } },
        ],
        memberships: withFault('memberships', 'm1', { college: 'autre' }).memberships ?? [],
      };
      expect(linesOf(rule, data)).toEqual(['warning memberships/m1 college: autre, expected valdor']);
    });
  });

  describe('what could not be read', () => {
    it('is there all the same: a record, or a collection', () => {
      const data = withFault('memberships', 'm1', { organisation: 'nobody' });
      expect(linesOf(rule, data)).toHaveLength(1);
      expect(linesOf(rule, data, { unread: new Set(['organisations/nobody']) })).toEqual([]);
      expect(linesOf(rule, data, { unread: new Set(['organisations']) })).toEqual([]);
    });
  });

  describe('the network of the members', () => {
    it('is one of the networks', () => {
      const { manifest, ...rest } = regionOf();
      const found = runChecks({ manifest: { ...manifest, network: 'valdo' }, ...rest }, { ...options, only: [rule] });
      expect(found).toMatchObject([
        { where: { file: 'manifest.json', field: 'network' }, found: 'valdo', expected: 'valdor' },
      ]);
    });
  });
});

describe('loops', () => {
  const rule = 'loops';

  describe('what names itself', () => {
    it('is an error, be it through others', () => {
      expect(linesOf(rule, withFault('observations', 'joined', { derivedFrom: ['joined'] }))).toEqual([
        'error observations/joined derivedFrom: joined',
      ]);
      expect(linesOf(rule, withFault('events', 'salon', { partOf: 'salon' }))).toEqual([
        'error events/salon partOf: salon',
      ]);
      const around = withFault('territories', 'region-7', { parents: ['departement-77'] });
      expect(linesOf(rule, around)).toEqual([
        'error territories/departement-77 parents: departement-77',
        'error territories/region-7 parents: region-7',
      ]);
    });
  });
});

describe('cancelled', () => {
  const rule = 'cancelled';
  const people = (value: number) => ({ value, op: '=', unit: 'people' });
  const off = (status: string) => withFault('events', 'salon', { status });

  describe('an event that did not take place', () => {
    it('has nobody at it: in its own record, in its tally, in a published figure', () => {
      expect(linesOf(rule, off('held'))).toEqual([]);
      const tallies = [{ id: 'salon', of: 'salon', total: people(290) }];
      const said = ['warning events/salon attendance: 290, expected 0'];
      expect(linesOf(rule, { ...off('cancelled'), tallies: [], observations: [] })).toEqual(said);
      expect(linesOf(rule, { ...off('postponed'), tallies, observations: [] })).toEqual([
        ...said,
        'warning tallies/salon total: 290, expected 0',
      ]);
      const figures = amount('fair-exact', 290).observations ?? [];
      expect(linesOf(rule, { ...off('cancelled'), tallies: [], observations: figures })).toEqual([
        ...said,
        'warning observations/fair quantity: ~300, expected 0',
        'warning observations/fair-exact quantity: 290, expected 0',
      ]);
    });

    it('may be planned for so many, and may say that nobody came', () => {
      expect(linesOf(rule, off('planned'))).toEqual([]);
      const nobody = withFault('events', 'salon', { status: 'cancelled', attendance: people(0) });
      expect(linesOf(rule, { ...nobody, tallies: [], observations: [] })).toEqual([]);
    });

    it('is named in the words of both languages', () => {
      const [finding] = findingsOf(rule, { ...off('cancelled'), tallies: [], observations: [] });
      expect(finding?.message.fr).toContain(
        'une participation de 290 est donnée à «\u202f9e salon des solidarités\u202f», qui est dit annulé ou reporté\u202f: elle n’est',
      );
      expect(finding?.message['en']).toContain(
        'an attendance of 290 is given to “9e salon des solidarités”, which is said',
      );
    });
  });

  describe('a meeting that did not take place', () => {
    it('has nobody present', () => {
      const by = { attendance: { present: people(9), absent: people(3) } };
      const tally = { id: 'presence', of: 'bureau/2023-10-03', by };
      const data = {
        ...added('tallies', tally),
        meetings: withFault('meetings', 'bureau/2023-10-03', { status: 'cancelled' }).meetings ?? [],
      };
      expect(linesOf(rule, data)).toEqual(['warning tallies/presence by.attendance.present: 9, expected 0']);
      expect(linesOf(rule, { ...data, meetings: clean.meetings ?? [] })).toEqual([]);
    });
  });
});
