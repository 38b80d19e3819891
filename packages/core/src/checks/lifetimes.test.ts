import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { clean } from './testing/region.ts';

const mission = (period: string) => ({
  ...clean,
  programmes: [{ id: 'appui', name: { fr: 'Appui' }, period: '2022/2024' }],
  missions: [{ id: 'm', programme: 'appui', mode: 'individual', period, status: 'held' }],
});

describe('a mission', () => {
  it('is in the time of its programme, or overlaps it', () => {
    expect(linesOf('lifetimes', mission('2023'))).toEqual([]);
    expect(linesOf('lifetimes', mission('2021/2022'))).toEqual([]);
    expect(linesOf('lifetimes', mission('2017'))).toEqual(['warning missions/m period: 2017, expected 2022/2024']);
  });
});

describe('a membership', () => {
  it('starts once its network exists, in its first year at the earliest', () => {
    const since = (year: string) => ({ ...clean, networks: [{ id: 'valdor', name: { fr: 'Valdor' }, since: year }] });
    expect(linesOf('lifetimes', since('2015'))).toEqual([]);
    expect(linesOf('lifetimes', since('2016'))).toEqual(['warning memberships/m2 start: 2015, expected ≥ 2016']);
  });
});

describe('a network', () => {
  it('that begins after the data that tell of it is told once, and none of its members', () => {
    const networks = [{ id: 'valdor', name: { fr: 'Valdor' }, since: '2050' }];
    expect(linesOf('lifetimes', { ...clean, networks })).toEqual([
      'warning networks/valdor since: 2050, expected ≤ 2024-02-15',
    ]);
  });
});
