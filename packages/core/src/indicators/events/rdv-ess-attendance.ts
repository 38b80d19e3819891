import { defineIndicator } from '../indicator.ts';

/**
 * People at the day of the general assembly, as published. Section I.1.b.
 */
export const rdvEssAttendance = defineIndicator({
  id: 'rdv-ess-attendance',
  kind: 'flow',
  unit: 'people',
  occasions: true,
  label: { fr: 'Participants au RdV de l’ESS', br: 'Tud en Emgav an ESS', en: 'Attendance of the RdV de l’ESS' },
  definition: {
    fr: 'Personnes réunies par le RdV de l’ESS, journée de l’assemblée générale.',
    en: 'People at the RdV de l’ESS, the day of the general assembly.',
  },
  dimensions: [],
  needs: ['observations'],
});
