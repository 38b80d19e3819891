import { describe, expect, it } from 'vitest';
import type { EventsDigest } from '../model/index.ts';
import { makeDataset, observation } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';
import { computeAll } from './compute-all.ts';
import { excerptsOf } from './excerpts.ts';

const eventsHeld = named('events-held');
const voteShare = named('vote-share');
const membersJoined = named('members-joined');
const membersStock = named('members-stock');

const data = makeDataset(
  {
    observations: [observation('members-stock', 117, { period: '2024-12-31' }), observation('members-joined', 9)],
    memberships: [],
    events: [{ id: 'fair', title: { fr: 'Salon' }, date: '2024-06-18', status: 'held' }],
    series: [],
    territories: [],
    votes: [],
  },
  { periods: ['2023', '2024'] },
);
const indicators = [membersStock, eventsHeld, membersJoined, voteShare];
const digest: EventsDigest = { series: [], ahead: [], more: false };
const document = { ...computeAll(data, indicators), events: digest };
const excerpts = excerptsOf(document, indicators);

describe('excerpts of the measures', () => {
  it('hold the measures of a topic, in the order of the whole, and its texts; a topic without any is left out', () => {
    expect([...excerpts.keys()]).toEqual(['members', 'events']);
    const members = excerpts.get('members');
    expect(members?.measures).toEqual(document.measures.filter(({ indicator }) => indicator.startsWith('members-')));
    expect(members?.measures.length).toBeGreaterThan(2);
    expect(Object.keys(members?.indicators ?? {})).toEqual(['members-stock', 'members-joined']);
  });

  it('are tied to the collections that their indicators read, and to no others', () => {
    const read = new Set([...membersStock.needs, ...membersJoined.needs]);
    const known = Object.keys(document.hashes).filter((name) => read.has(name as 'events'));
    expect(Object.keys(excerpts.get('members')?.hashes ?? {})).toEqual(known);
    expect(known).not.toContain('votes');
  });

  it('have what else there is to say of the events, and what that is made of, with the count of them', () => {
    expect(excerpts.get('events')?.events).toBe(digest);
    expect(excerpts.get('members')).not.toHaveProperty('events');
    expect(Object.keys(excerpts.get('events')?.hashes ?? {})).toEqual(
      expect.arrayContaining(['events', 'series', 'territories']),
    );
  });

  it('say nothing of the events where the whole says nothing', () => {
    const { events: _digest, ...silent } = document;
    expect(excerptsOf(silent, indicators).get('events')).not.toHaveProperty('events');
  });

  it('keep indicators that are in no topic of ours together', () => {
    const boats = document.measures.slice(0, 1).map((measure) => ({ ...measure, indicator: 'boats' }));
    const { topic: _, ...untold } = membersStock;
    const own = excerptsOf({ ...document, measures: boats }, [{ ...untold, id: 'boats' }, membersJoined]);
    expect([...own].map(([topic, { measures }]) => [topic, measures])).toEqual([['others', boats]]);
  });
});
