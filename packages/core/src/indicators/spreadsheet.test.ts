import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';

const membersJoined = named('members-joined');
const membersRetention = named('members-retention');
const membersStock = named('members-stock');

/** Data set of a spreadsheet of members: a complete list of one day, without joining or leaving dates. */
const list = makeDataset(
  { memberships: ['a', 'b', 'c'].map((id) => ({ id, organisation: id, network: 'net', start: null, end: null })) },
  {
    periods: ['2026-11-25'],
    updated: '2026-11-25',
    coverage: { memberships: [{ where: 'flow=stock', period: '2026-11-25', complete: true }] },
  },
);

describe('a list of members as a spreadsheet has it', () => {
  it('is a stock on its day', () => {
    expect(membersStock.compute(list)).toMatchObject({
      period: '2026-11-25',
      quantity: { value: 3, op: '=' },
      basis: 'computed',
    });
  });

  it('is compared with nothing: who was a member a year before is not known', () => {
    expect(membersStock.compute(list)).not.toHaveProperty('previous');
  });

  it('says nothing of a day before it', () => {
    expect(membersStock.compute(list, { period: '1999' }).quantity).toBe(null);
  });

  it('does not tell who joined nor how many stayed', () => {
    expect(membersJoined.compute(list).quantity).toBe(null);
    expect(membersJoined.compute(list).notes).toHaveLength(1);
    expect(membersRetention.compute(list).quantity).toBe(null);
  });
});
