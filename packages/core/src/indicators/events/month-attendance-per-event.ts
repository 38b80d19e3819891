import { divide } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { monthAttendance } from './month-attendance.ts';
import { monthEvents } from './month-events.ts';

/**
 * Attendance / events of the month: as approximate as the estimate of the attendance. Section I.4.d.
 */
export const monthAttendancePerEvent = defineIndicator({
  id: 'month-attendance-per-event',
  kind: 'rate',
  unit: 'people/event',
  label: { fr: 'Public par événement', br: 'Tud dre zarvoud', en: 'People per event' },
  definition: {
    fr: 'Nombre moyen de participants par événement du Mois de l’ESS.',
    en: 'Mean number of people at each event of the Mois de l’ESS.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const people = measureOf(monthAttendance, context);
    const events = measureOf(monthEvents, context);
    return derived(divide(people.quantity, events.quantity, 'people/event'), people, events);
  },
});
