import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added } from './testing/region.ts';

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
});
