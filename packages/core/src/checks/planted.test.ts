import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { line, linesOf } from './testing/find.ts';
import { added, clean, figure, options, regionOf, withFault } from './testing/region.ts';

describe('a record with one mistake', () => {
  it('of page 0 is told', () => {
    const at = (page: number) => withFault('meetings', 'bureau/2023-10-03', { source: { document: 'bilan', page } });
    expect(linesOf('impossible-amounts', at(0))).toEqual([
      'warning meetings/bureau/2023-10-03 source.page: 0, expected ≥ 1',
    ]);
    expect(linesOf('impossible-amounts', at(1))).toEqual([]);
  });

  it('of a year in place of a page is told', () => {
    const at = (page: number) => withFault('events', 'salon', { source: { document: 'bilan', page } });
    expect(linesOf('impossible-amounts', at(2023))).toEqual(['warning events/salon source.page: 2023']);
    expect(linesOf('impossible-amounts', at(1899))).toEqual([]);
  });

  it('of more seats than the body has is told, those of colleges and of organisations apart, at one time', () => {
    const seat = (id: string, count: number, more: object = {}) => ({
      ...{ id, body: 'bureau', role: 'member', count, college: 'associations', period: '2023', ...more },
    });
    const told = (...seats: readonly object[]) => linesOf('subsets', { ...clean, seats });
    expect(told(seat('a', 8), seat('b', 4, { college: 'mutuelles' }))).toEqual([]);
    expect(told(seat('a', 8), seat('b', 5, { college: 'mutuelles' }))).toEqual([
      'warning seats/a count: 13, expected ≤ 12',
    ]);
    expect(told(seat('a', 8), seat('b', 8, { organisation: 'jardins' }))).toEqual([]);
    expect(told(seat('a', 12), seat('b', 1, { role: 'observer' }))).toEqual([]);
    expect(told(seat('a', 12, { period: '2022' }), seat('b', 12))).toEqual([]);
    // The successor of a seat of 2021/2023 may have come in 2023.
    expect(told(seat('a', 12, { period: '2021/2023' }), seat('b', 12, { period: '2023/2025' }))).toEqual([]);
    expect(told(seat('a', 12, { period: '2020/2024' }), seat('b', 12, { period: '2021/2025' }))).toHaveLength(1);
    expect(told(seat('a', 12, { period: null }), seat('b', 1))).toHaveLength(1);
    expect(told(seat('a', 40, { body: 'conseil' }))).toEqual([]);
  });

  it('of a number of seats that is none is told', () => {
    const told = (count: number) =>
      linesOf('impossible-amounts', { ...clean, seats: [{ id: 's', body: 'bureau', role: 'member', count }] });
    expect(told(0)).toEqual(['warning seats/s count: 0, expected ≥ 1']);
    expect(told(1.5)).toHaveLength(1);
    expect(told(2023)).toEqual(['warning seats/s count: 2023']);
    expect(told(12)).toEqual([]);
  });

  it('of people present, represented and absent who are more than the seats is told', () => {
    const people = (value: number, unit = 'people') => ({ value, op: '=', unit });
    const tally = (...parts: readonly object[]) => {
      const [present, represented, absent] = parts;
      const by = { attendance: { present, ...(represented ? { represented } : {}), ...(absent ? { absent } : {}) } };
      return linesOf('subsets', added('tallies', { id: 'presence', of: 'bureau/2023-10-03', by }));
    };
    expect(tally(people(7), people(3), people(2))).toEqual([]);
    expect(tally(people(7), people(3), people(3))).toEqual([
      'warning tallies/presence by.attendance: 13, expected ≤ 12',
    ]);
    expect(tally(people(70, 'percent'), people(30, 'percent'))).toEqual([]);
    // One of them alone is more: that is said, and no sum of it.
    expect(tally(people(13), people(3))).toEqual(['warning tallies/presence by.attendance.present: 13, expected ≤ 12']);
  });

  it('of more people or votes than a complete list of the seats of the body has is told', () => {
    const seat = (id: string, count: number, more: object = {}) => ({
      ...{ id, body: 'conseil', role: 'member', count, college: 'associations', period: '2023', ...more },
    });
    const told = (value: number, complete: boolean, ...seats: readonly object[]) => {
      const by = { attendance: { present: { value, op: '=', unit: 'people' } } };
      const { manifest, ...rest } = regionOf({
        ...added('tallies', { id: 'presence', of: 'conseil/2023-11-07', by }),
        bodies: [{ id: 'conseil', name: { fr: 'Conseil' }, kind: 'governance' }],
        meetings: [{ id: 'conseil/2023-11-07', body: 'conseil', date: '2023-11-07', status: 'held' }],
        seats,
      });
      const entry = { href: 'seats.json', count: seats.length, hash: '0', coverage: [{ period: '2023', complete }] };
      const dataset = { ...rest, manifest: { ...manifest, collections: { ...manifest.collections, seats: entry } } };
      return runChecks(dataset, { ...options, only: ['subsets'] }).map(line);
    };
    const both = [seat('a', 8), seat('b', 4, { college: 'mutuelles' }), seat('o', 1, { role: 'observer' })];
    expect(told(12, true, ...both)).toEqual([]);
    expect(told(13, true, ...both)).toEqual(['warning tallies/presence by.attendance.present: 13, expected ≤ 12']);
    expect(told(13, false, ...both)).toEqual([]);
    // Seats of colleges, and the organisations that hold some of them.
    expect(told(12, true, ...both, seat('c', 5, { organisation: 'jardins' }))).toEqual([]);
    expect(told(13, true, ...both, seat('d', 1, { period: '2022' }))).toHaveLength(1);
  });

  it('of a prize in the wrong year, edition or unit is told', () => {
    const prize = (id: string, more: object) => ({ id, name: { fr: 'Prix' }, date: '2023-06', edition: 5, ...more });
    const told = (rule: string, ...prizes: readonly object[]) => linesOf(rule, { ...clean, prizes });
    expect(told('dates', prize('p', { date: '2032-06' }))).toEqual([
      'error prizes/p date: 2032-06, expected ≤ 2024-02-15',
    ]);
    const before = prize('before', { date: '2022', edition: 4 });
    expect(told('editions', before, prize('p', {}))).toEqual([]);
    expect(told('editions', before, prize('p', { edition: 15 }))).toEqual(['warning prizes/p edition: 15, expected 5']);
    expect(told('editions', before, prize('p', { edition: 15, name: { fr: 'Mention' } }))).toEqual([]);
    const amount = (unit: string) => prize('p', { amount: { value: 50, op: '=', unit } });
    expect(told('units', amount('euros'))).toEqual([]);
    expect(told('units', amount('percent'))).toEqual(['warning prizes/p amount.unit: percent, expected euros']);
    expect(told('units', amount('members'))).toHaveLength(1);
    expect(told('units', amount('hours'))).toEqual([]);
  });

  it('of a prize or a seat that is there twice is told', () => {
    const prize = (id: string, more: object = {}) => ({
      id,
      name: { fr: 'Prix' },
      date: '2023',
      laureate: 'jardins',
      ...more,
    });
    const prizes = (...list: readonly object[]) => linesOf('repeated-records', { ...clean, prizes: list });
    expect(prizes(prize('a'), prize('b'))).toEqual(['warning prizes/a name: a, expected b']);
    expect(prizes(prize('a'), prize('b', { laureate: 'atelier' }))).toEqual([]);
    expect(prizes(prize('a'), prize('b', { date: '2022' }))).toEqual([]);
    const seat = (id: string, more: object = {}) => ({
      id,
      body: 'bureau',
      organisation: 'jardins',
      role: 'member',
      ...more,
    });
    const seats = (...list: readonly object[]) => linesOf('repeated-records', { ...clean, seats: list });
    expect(seats(seat('a'), seat('b'))).toEqual(['warning seats/a body: a, expected b']);
    expect(seats(seat('a'), seat('b', { role: 'chair' }))).toEqual([]);
    expect(seats(seat('a'), seat('b', { organisation: 'atelier' }))).toEqual([]);
  });

  it('of a theme, a laureate or a holder of a seat that no list has is told', () => {
    const told = (data: Parameters<typeof linesOf>[1]) => linesOf('references', data);
    expect(told(withFault('meetings', 'bureau/2023-10-03', { themes: ['eau'] }))).toEqual([]);
    expect(told(withFault('meetings', 'bureau/2023-10-03', { themes: ['eua'] }))).toHaveLength(1);
    const prize = { id: 'p', name: { fr: 'Prix' }, date: '2023', laureate: 'nobody' };
    expect(told({ ...clean, prizes: [prize] })).toEqual(['error prizes/p laureate: nobody']);
    const seat = { id: 's', body: 'bureau', organisation: 'nobody', college: 'mutuelle', role: 'member' };
    expect(told({ ...clean, seats: [seat] })).toEqual([
      'error seats/s college: mutuelle',
      'error seats/s organisation: nobody',
    ]);
  });

  it('of a reason for leaving without a day of leaving is told', () => {
    expect(linesOf('dates', withFault('memberships', 'm1', { exitReason: 'lapse' }))).toEqual([
      'warning memberships/m1 exitReason: lapse',
    ]);
    expect(linesOf('dates', withFault('memberships', 'm2', { exitReason: 'lapse' }))).toEqual([]);
  });

  it('of more people present than the body has seats is told', () => {
    const present = (value: number, more: object = {}) =>
      added('tallies', {
        id: 'presence',
        of: 'bureau/2023-10-03',
        by: { attendance: { present: { value, op: '=', unit: 'people' } } },
        ...more,
      });
    expect(linesOf('subsets', present(12))).toEqual([]);
    expect(linesOf('subsets', present(13))).toEqual([
      'warning tallies/presence by.attendance.present: 13, expected ≤ 12',
    ]);
    const total = { value: 14, op: '=', unit: 'people' };
    expect(linesOf('subsets', present(10, { total }))).toEqual([]);
    expect(linesOf('subsets', present(10, { by: {}, total }))).toHaveLength(1);
  });

  it('of a vote on a day without a meeting is told, where all meetings of the body are listed', () => {
    const vote = (date: string, body = 'bureau') => withFault('votes', 'statuts', { body, date });
    expect(linesOf('dates', vote('2023-10-03'))).toEqual([]);
    expect(linesOf('dates', vote('2023-10-04'))).toEqual(['warning votes/statuts date: 2023-10-04']);
    expect(linesOf('dates', vote('2023-10'))).toEqual([]);
    expect(linesOf('dates', vote('2023-10-04', 'assemblee'))).toEqual([]);
  });

  it('of a headcount that the movements since the last one do not make is told', () => {
    const team = (after: number, complete: boolean, ...more: readonly object[]) => {
      const headcount = (id: string, value: number, period: string) =>
        figure(id, 'staff-headcount', value, 'people', { period });
      const movement = (id: string, direction: string, value: number, period: string, reason = 'recruitment') => ({
        ...{ id, direction, period, reason },
        count: { value, op: '=', unit: 'people' },
      });
      const { manifest, ...rest } = regionOf({
        ...added('observations', headcount('team-2022', 20, '2022-12-31'), headcount('team', after, '2023-12')),
        movements: [
          movement('in', 'in', 5, '2023'),
          movement('out', 'out', 2, '2023-06'),
          movement('moved', 'in', 9, '2023', 'internal'),
          movement('earlier', 'in', 9, '2022'),
          ...more,
        ],
      });
      const movements = { href: 'movements.json', count: 4, hash: '0', coverage: [{ period: '2023', complete }] };
      const dataset = { ...rest, manifest: { ...manifest, collections: { ...manifest.collections, movements } } };
      return runChecks(dataset, { ...options, only: ['deltas'] }).map(line);
    };
    expect(team(23, true)).toEqual([]);
    expect(team(25, true)).toEqual(['warning observations/team quantity: 25, expected 23']);
    // A list that nobody declares complete may be what is wrong.
    expect(team(25, false)).toEqual(['info observations/team quantity: 25, expected 23']);
    // Nobody knows when in two years that was.
    const long = { id: 'long', direction: 'in', period: '2022/2023', count: { value: 1, op: '=', unit: 'people' } };
    expect(team(25, true, long)).toEqual([]);
  });

  it('of a headcount that the published arrivals and departures do not make is told', () => {
    const team = (after: number) => {
      const headcount = (id: string, value: number, period: string) =>
        figure(id, 'staff-headcount', value, 'people', { period });
      const moved = (direction: string, value: number) =>
        figure(direction, 'staff-movements', value, 'people', { dimensions: { direction } });
      const all = [headcount('before', 20, '2022-12-31'), headcount('after', after, '2023-12-31')];
      return linesOf('deltas', added('observations', ...all, moved('in', 5), moved('out', 2)));
    };
    expect(team(23)).toEqual([]);
    expect(team(25)).toEqual(['warning observations/after quantity: 25, expected 23']);
  });

  it('of a participation in what was over is told', () => {
    const took = (of: string, period: string) => ({
      ...added('participations', { id: 'p', organisation: 'jardins', of, role: 'partner', period }),
      programmes: [{ id: 'appui', name: { fr: 'Appui' }, period: '2022/2024' }],
    });
    expect(linesOf('lifetimes', took('salon', '2023'))).toEqual([]);
    expect(linesOf('lifetimes', took('salon', '2022'))).toEqual([
      'warning participations/p period: 2022, expected 2023-06-15',
    ]);
    expect(linesOf('lifetimes', took('appui', '2024'))).toEqual([]);
    expect(linesOf('lifetimes', took('appui', '2019'))).toHaveLength(1);
    expect(linesOf('lifetimes', took('bureau/2023-10-03', '2022'))).toHaveLength(1);
  });

  it('of the label of another one is told', () => {
    const told = (data: Parameters<typeof linesOf>[1]) => linesOf('repeated-records', data);
    const mutual = { id: 'mutuelles-2', network: 'valdor', label: { fr: 'Mutuelles' }, order: 6 };
    expect(told(added('colleges', mutual))).toEqual([
      'warning colleges/mutuelles label: mutuelles, expected mutuelles-2',
    ]);
    expect(told(added('colleges', { ...mutual, network: 'autre' }))).toEqual([]);
    const water = { id: 'eau-2', dimension: 'theme', label: { fr: 'Eau' }, order: 3 };
    expect(told(added('categories', water))).toHaveLength(1);
    expect(told(added('categories', { ...water, dimension: 'sujet' }))).toEqual([]);
    expect(told(added('channels', { id: 'l', label: { fr: 'Lettre' }, kind: 'newsletter' }))).toHaveLength(1);
    expect(told(added('bodies', { id: 'b', name: { fr: 'Bureau' }, kind: 'governance' }))).toHaveLength(1);
    expect(told(added('series', { id: 's', name: { fr: 'Salon' } }))).toHaveLength(1);
    expect(told(added('networks', { id: 'n', name: { fr: 'Réseau du Valdor' } }))).toHaveLength(1);
    const call = (id: string, period: string) => ({ id, name: { fr: 'Appel' }, period });
    expect(told({ ...clean, calls: [call('a', '2022'), call('b', '2023')] })).toEqual([]);
    expect(told({ ...clean, programmes: [call('a', '2023'), call('b', '2023')] })).toHaveLength(1);
    const again = (more: object) =>
      figure('again', null, 24, 'organisations', { section: 'C', label: { fr: 'Figure voters' }, ...more });
    expect(told(added('observations', again({})))).toEqual([
      'warning observations/voters label: voters, expected again',
    ]);
    expect(told(added('observations', again({ section: 'D' })))).toEqual([]);
    expect(told(added('observations', again({ period: '2022' })))).toEqual([]);
    expect(told(added('observations', again({ dimensions: { gender: 'women' } })))).toEqual([]);
  });

  it('of the label of another indicator is told', () => {
    const texts = (fr: string) => ({ kind: 'flow' as const, dimensions: [], label: { fr } });
    const told = (label: string) =>
      linesOf('indicator-names', clean, {
        indicators: { ...options.indicators, visits: texts('Visites'), tours: texts(label) },
      });
    expect(told('visités')).toEqual(['warning measures.json indicators.visits.label: visits, expected tours']);
    expect(told('Tours')).toEqual([]);
  });
});
