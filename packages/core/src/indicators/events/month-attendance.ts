import { defineIndicator } from '../indicator.ts';

/**
 * Estimate of those who came, published as a round number; who comes twice counts twice. Section I.4.d.
 */
export const monthAttendance = defineIndicator({
  id: 'month-attendance',
  kind: 'flow',
  unit: 'people',
  label: { fr: 'Public du Mois de l’ESS', br: 'Tud da-geñver Miz an ESS', en: 'Attendance of the Mois de l’ESS' },
  definition: {
    fr: 'Estimation du nombre de participations aux événements du Mois de l’ESS.',
    en: 'Estimate of the number of people who came to the events of the Mois de l’ESS.',
  },
  dimensions: [],
  needs: ['observations'],
});
