import { defineIndicator } from '../indicator.ts';

/**
 * People at the conference, published as a lower bound. Section I.2.b.
 */
export const regionalConferenceAttendance = defineIndicator({
  id: 'regional-conference-attendance',
  kind: 'flow',
  unit: 'people',
  occasions: true,
  label: {
    fr: 'Participants à la conférence régionale',
    br: 'Tud e kendiviz ar rannvro',
    en: 'Attendance of the regional conference',
  },
  definition: {
    fr: 'Personnes réunies par la conférence régionale de l’ESS.',
    en: 'People at the regional conference of the social economy.',
  },
  dimensions: [],
  needs: ['observations'],
});
