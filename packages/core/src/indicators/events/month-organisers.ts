import { defineIndicator } from '../indicator.ts';

/**
 * Organisations that held at least one event of the month. Published only. Section I.4.d.
 */
export const monthOrganisers = defineIndicator({
  id: 'month-organisers',
  seedId: 'I.month.participation',
  kind: 'flow',
  unit: 'organisations',
  label: { fr: 'Organisateurs du Mois de l’ESS', br: 'Aozerien Miz an ESS', en: 'Organisers of the Mois de l’ESS' },
  definition: {
    fr: 'Structures qui ont organisé au moins un événement du Mois de l’ESS.',
    en: 'Organisations that held at least one event of the Mois de l’ESS.',
  },
  dimensions: [],
  needs: ['observations'],
});
