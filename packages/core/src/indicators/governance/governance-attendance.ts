import { defineIndicator } from '../indicator.ts';

/**
 * Seats by attendance / seats convened, over the meetings of the board: present, excused and represented, excused and not
 * represented, absent. Published as rounded means of the meetings; it has no total of its own, since its parts make 100 %.
 * Section I.1.b.
 */
export const governanceAttendance = defineIndicator({
  id: 'governance-attendance',
  seedId: 'I.governance.attendance-rate',
  kind: 'rate',
  unit: 'percent',
  label: {
    fr: 'Présence au conseil d’administration',
    br: 'Bezañs er c’huzul-merañ',
    en: 'Attendance of the board',
  },
  definition: {
    fr: 'Part moyenne des mandats du conseil d’administration, selon la présence de leurs titulaires aux réunions.',
    en: 'Mean share of the seats of the board, by whether their holders came to its meetings.',
  },
  dimensions: [
    { id: 'attendance', label: { fr: 'présence', br: 'bezañs', en: 'attendance' }, exclusive: true, exhaustive: true },
  ],
  needs: ['observations', 'categories'],
});
