import { describe, expect, it } from 'vitest';
import { closest } from './closest.ts';

const WIDGETS = ['breakdown', 'event-agenda', 'event-counter', 'indicator', 'member-list', 'member-map', 'report'];

describe('what somebody may have meant', () => {
  it.each([
    ['membermap', 'member-map'],
    ['membre-map', 'member-map'],
    ['Member_Map', 'member-map'],
    ['map', 'member-map'],
    ['indicateur', 'indicator'],
    ['agenda', 'event-agenda'],
    ['counter-event', 'event-counter'],
    ['raport', 'report'],
  ])('by "%s" is first of all "%s"', (word, meant) => {
    expect(closest(word, WIDGETS)[0]).toBe(meant);
  });

  it('is nothing where no word is like it', () => {
    expect(closest('zzz', WIDGETS)).toEqual([]);
    expect(closest('', WIDGETS)).toEqual([]);
    expect(closest('–', WIDGETS)).toEqual([]);
  });

  it('is what shares most words with it, five at most', () => {
    const ids = ['members-stock', 'members-joined', 'members-left', 'members-net', 'members-rate', 'members-x', 'jobs'];
    expect(closest('members-joined-late', ids)[0]).toBe('members-joined');
    expect(closest('members', ids)).toHaveLength(5);
  });
});
