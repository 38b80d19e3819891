import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';

const rule = 'occurrences';
const weekly = (fields: object = {}, recurrence: object = {}) => ({
  ...{ id: 'permanence', title: { fr: 'Permanence' }, status: 'planned', date: '2024-03-05' },
  recurrence: { frequency: 'weekly', until: '2024-06-30', ...recurrence },
  ...fields,
});
const instead = (date: string, fields: object = {}) => ({
  ...{ id: `instead-${date}`, title: { fr: 'Permanence' }, status: 'planned', date: '2024-03-13' },
  occurrenceOf: { event: 'permanence', date },
  ...fields,
});
const lines = (...events: readonly object[]) => linesOf(rule, { events });

describe('one time of an event that comes back', () => {
  it('is in order where its day is one of the rule', () => {
    expect(lines(weekly({}, { exceptions: ['2024-03-19'] }), instead('2024-03-12'))).toEqual([]);
    // The same holds where the recurrence leaves that day out, because this event takes its place.
    expect(lines(weekly({}, { exceptions: ['2024-03-12'] }), instead('2024-03-12'))).toEqual([]);
  });

  it('has the day that the rule gives, not the one that it was moved to', () => {
    expect(lines(weekly(), instead('2024-03-13'))).toEqual([
      'error events/instead-2024-03-13 occurrenceOf.date: 2024-03-13, expected 2024-03-12, 2024-03-19',
    ]);
    expect(lines(weekly(), instead('2024-07-02'))[0]).toContain('expected 2024-06-25');
    expect(lines(weekly(), instead('12/03/2024'))).toHaveLength(1);
    const [said] = findingsOf(rule, { events: [weekly(), instead('2024-03-13')] });
    expect(said?.message.fr).toContain('n’est pas une des dates de «\u202fPermanence\u202f»');
    expect(said?.message.fr).toContain('(les plus proches\u202f: 2024-03-12 et 2024-03-19)');
    expect(said?.message['en']).toContain(
      'none of the dates of “Permanence” (the nearest are 2024-03-12 and 2024-03-19)',
    );
  });

  it('is told once', () => {
    const again = instead('2024-03-12', { id: 'again' });
    expect(lines(weekly(), instead('2024-03-12'), again)).toEqual([
      'error events/again occurrenceOf: 2024-03-12, expected instead-2024-03-12',
    ]);
  });

  it('is one of an event that does come back, and does not itself', () => {
    expect(lines(weekly({ recurrence: null }), instead('2024-03-12'))).toEqual([
      'error events/instead-2024-03-12 occurrenceOf.event: permanence',
    ]);
    expect(lines(weekly({ date: '2024-03' }), instead('2024-03-12'))).toHaveLength(1);
    const twice = instead('2024-03-12', { recurrence: { frequency: 'daily', count: 2 } });
    expect(lines(weekly(), twice)).toEqual(['error events/instead-2024-03-12 recurrence: instead-2024-03-12']);
  });

  it('names an event that is there: that is said as of any reference', () => {
    expect(lines(instead('2024-03-12'))).toEqual([]);
    expect(
      linesOf('references', {
        events: [weekly(), instead('2024-03-12', { occurrenceOf: { event: 'permanance', date: '2024-03-12' } })],
      }),
    ).toEqual(['error events/instead-2024-03-12 occurrenceOf.event: permanance']);
  });
});

describe('an exception', () => {
  it('that is none of its dates leaves nothing out', () => {
    expect(lines(weekly({}, { exceptions: ['2024-03-12', '2024-03-20'] }))).toEqual([
      'warning events/permanence recurrence.exceptions: 2024-03-20, expected 2024-03-19, 2024-03-26',
    ]);
  });
});
