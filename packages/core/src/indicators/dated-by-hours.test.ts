import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { named } from '../testing/bretagne.ts';

const webinarAttendance = named('webinar-attendance');
const eventsHeld = named('events-held');
const attendanceTotal = named('attendance-total');
const participationOrganisations = named('participation-organisations');

describe('an event whose hours are known, and no date beside them', () => {
  const hours = { startsAt: '2024-05-02T18:30:00+02:00', endsAt: '2024-05-02T20:00:00+02:00' };
  const dataOf = (when: object) =>
    makeDataset(
      {
        events: [
          {
            ...{ id: 'talk', title: { fr: 'Conférence' }, status: 'held', online: true },
            ...{ series: 'webinaires-collectivites', attendance: { value: 12, op: '=', unit: 'people' } },
            ...when,
          },
        ],
        participations: [{ id: 'p', organisation: 'a', of: 'talk', role: 'attendee' }],
      },
      { coverage: { events: [{ complete: true }], participations: [{ complete: true }] } },
    );

  it('counts on that day, as one that has its date: the agenda lists it there', () => {
    for (const period of ['2024', '2024-05-02', '2023']) {
      for (const one of [eventsHeld, webinarAttendance, attendanceTotal, participationOrganisations]) {
        const [dated, timed] = [{ date: '2024-05-02', ...hours }, hours].map((when) =>
          one.compute(dataOf(when), { period }),
        );
        expect(timed, `${one.id} ${period}`).toEqual(dated);
        if (period !== '2023') expect(timed?.quantity?.value, one.id).toBeGreaterThan(0);
      }
    }
  });

  it('counts on the day of its end, where no other hour is known', () => {
    const on = (endsAt: string, period: string) =>
      eventsHeld.compute(dataOf({ endsAt }), { period }).quantity?.value ?? null;
    expect(on('2024-05-02T20:00:00+02:00', '2024-05-02')).toBe(1);
    // An event that ends at midnight ends with the day before.
    expect([on('2024-06-01T00:00:00+02:00', '2024-05'), on('2024-06-01T00:00:00+02:00', '2024-06')]).toEqual([1, 0]);
  });

  it('counts at each of its times, the first one too', () => {
    const weekly = { recurrence: { frequency: 'weekly', count: 3 } };
    expect(eventsHeld.compute(dataOf({ ...hours, ...weekly }), { period: '2024' }).quantity?.value).toBe(3);
  });
});
