import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, amount, clean, figure, options, regionOf, withFault } from './testing/region.ts';

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
    const talk = (id: string, status: string) => ({ id, title: { fr: id }, date: '2023-05', status, series: 'salon' });
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
    expect(meetings(1, { period: '2023-H1' })).toEqual(['warning observations/met quantity: 2 (meetings), expected 1']);
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
    expect([half(2, '2023-H1'), half(1, '2023-H2'), half(1, '2023-Q4'), half(1, '2023-10')]).toEqual([[], [], [], []]);
    expect(half(3, '2023-H1')).toEqual(['warning observations/half quantity: 2 (meetings), expected 3']);
    expect(half(1, '2023-02-07/2023-10-03')).toEqual(['warning observations/half quantity: 3 (meetings), expected 1']);
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
