import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, figure, withFault } from './testing/region.ts';

const rule = 'impossible-amounts';
const said = (value: number, unit: string, label: string, more: object = {}) =>
  linesOf(rule, added('observations', figure('more', null, value, unit, { label: { fr: label }, ...more })));

describe('a number of things', () => {
  it('is no less than nothing, unless it is a change', () => {
    expect(said(-96, 'organisations', 'Structures accompagnées')).toHaveLength(1);
    expect(said(-96, 'subscribers', 'Évolution des abonnés')).toEqual([]);
    expect(said(-96, 'euros', 'Résultat de l’année')).toEqual([]);
  });

  it('is whole, unless it is an average, about, or of what may be halved', () => {
    expect(said(96.5, 'organisations', 'Structures accompagnées par le programme')).toHaveLength(1);
    expect(said(96.5, 'people', 'Participants par événement')).toEqual([]);
    expect(said(96.5, 'people', 'Participants', { op: '~' })).toEqual([]);
    expect(said(12.5, 'FTE', 'Équivalents temps plein')).toEqual([]);
    expect(said(12.5, 'days', 'Jours')).toEqual([]);
  });
});

describe('a percent', () => {
  it('is no more than all, unless it is a growth or the part of an aim', () => {
    expect(said(194, 'percent', 'Satisfaction')).toHaveLength(1);
    expect(said(194, 'percent', 'Croissance des inscriptions')).toEqual([]);
    expect(said(120, 'percent', 'Taux de remplissage')).toEqual([]);
    expect(said(100, 'percent', 'Satisfaction')).toEqual([]);
  });
});

describe('a number of a record', () => {
  const vote = { value: 120, op: '=', unit: 'percent' };

  it('is no year in the place of seats', () => {
    expect(linesOf(rule, withFault('bodies', 'bureau', { seats: 2021 }))).toHaveLength(1);
    expect(linesOf(rule, withFault('bodies', 'bureau', { seats: 210 }))).toEqual([]);
  });

  it('is a part of one in the place of a threshold', () => {
    expect(linesOf(rule, withFault('votes', 'statuts', { threshold: 80 }))).toEqual([
      'warning votes/statuts threshold: 80, expected 0.8',
    ]);
    expect(linesOf(rule, withFault('votes', 'statuts', { threshold: 2 / 3 }))).toEqual([]);
  });

  it('is no percent above all of a vote', () => {
    expect(linesOf(rule, withFault('votes', 'statuts', { for: vote, against: null, eligible: null }))).toEqual([
      'error votes/statuts for: 120\u202f%, expected ≤ 100\u202f%',
    ]);
  });
});

describe('events published as one line', () => {
  it('are one at least, and no year', () => {
    const count = (n: number) => linesOf(rule, withFault('events', 'salon', { count: n }));
    expect(count(12)).toEqual([]);
    expect(count(-1)).toEqual(['warning events/salon count: -1, expected ≥ 0']);
    // A milestone is nobody's event.
    expect(count(0)).toEqual([]);
    expect(count(2023)).toEqual(['warning events/salon count: 2023']);
  });
});
