import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, clean, withFault } from './testing/region.ts';

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
    expect(linesOf(rule, { ...clean, participations: [part('a', 'exhibitor'), part('b', 'exhibitor')] })).toHaveLength(
      1,
    );
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
