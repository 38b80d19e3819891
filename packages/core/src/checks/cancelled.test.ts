import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, amount, clean, withFault } from './testing/region.ts';

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
