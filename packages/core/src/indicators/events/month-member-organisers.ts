import { defineIndicator } from '../indicator.ts';

/**
 * Members that held at least one event of the month: some of its organisers. Published only. Section I.4.d.
 */
export const monthMemberOrganisers = defineIndicator({
  id: 'month-member-organisers',
  kind: 'flow',
  unit: 'members',
  label: { fr: 'Adhérents organisateurs', br: 'Izili aozer', en: 'Members among the organisers' },
  definition: {
    fr: 'Adhérents du réseau qui ont organisé au moins un événement du Mois de l’ESS.',
    en: 'Members of the network that held at least one event of the Mois de l’ESS.',
  },
  dimensions: [],
  needs: ['observations'],
});
