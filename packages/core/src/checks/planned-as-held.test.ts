import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, withFault } from './testing/region.ts';

const rule = 'planned-as-held';

describe('what is planned', () => {
  it('after the document stays planned', () => {
    expect(linesOf(rule, clean)).toEqual([]);
  });

  it('until a period that is not over may still come', () => {
    expect(linesOf(rule, withFault('events', 'foire', { date: '2024' }))).toEqual([]);
  });

  it('before the document "was planned", whatever it is', () => {
    expect(linesOf(rule, withFault('meetings', 'bureau/2023-02-07', { status: 'planned' }))).toHaveLength(1);
    expect(linesOf(rule, withFault('observations', 'joined', { status: 'planned' }))).toHaveLength(1);
    const project = { id: 'p', programme: 'velo', period: '2023', status: 'planned' };
    expect(linesOf(rule, added('projects', project))).toHaveLength(1);
  });

  it('is no question any more once a record names it and says what became of it', () => {
    const announced = withFault('events', 'foire', { status: 'planned', date: '2023-02-07' });
    expect(linesOf(rule, announced)).toHaveLength(1);
    const held = { id: 'foire-tenue', title: { fr: 'Foire' }, date: '2023-02-08', status: 'held', plan: 'foire' };
    const { events } = added('events', held);
    const outcome = events?.slice(-1) ?? [];
    expect(linesOf(rule, { ...announced, events: [...(announced.events ?? []), ...outcome] })).toEqual([]);
  });

  it('is found by its hour where it has no date', () => {
    const timed = withFault('events', 'foire', { date: null, startsAt: '2023-02-07T18:30:00+01:00' });
    expect(findingsOf(rule, timed)).toMatchObject([{ where: { field: 'startsAt' }, found: '2023-02-07' }]);
    const ended = withFault('events', 'foire', { date: null, endsAt: '2023-02-07T18:30:00+01:00' });
    expect(findingsOf(rule, ended)).toMatchObject([{ where: { field: 'endsAt' }, found: '2023-02-07' }]);
  });

  it('and comes back is held in part, where it goes on', () => {
    const weekly = (until: string) =>
      withFault('events', 'foire', {
        date: '2022-01-11',
        recurrence: { frequency: 'weekly', interval: 1, until, exceptions: [] },
      });
    const [over] = findingsOf(rule, weekly('2022-02'));
    expect(over?.message.fr).toContain('Dites s’il a été tenu');
    const [goingOn] = findingsOf(rule, weekly('2099'));
    expect(goingOn?.message.fr).toMatch(/revient depuis le 11\/01\/2022 et continue.*deux fiches/);
    expect(goingOn?.message['en']).toContain('Make two records of it');
  });
});
