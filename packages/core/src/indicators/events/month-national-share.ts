import { defineIndicator } from '../indicator.ts';

/**
 * Events of the month in the region / in France, as published: the national number is not. Section I.4.d.
 */
export const monthNationalShare = defineIndicator({
  id: 'month-national-share',
  seedId: 'I.month.national-share',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Part des événements nationaux', br: 'Lodenn eus an darvoudoù broadel', en: 'Share of national events' },
  definition: {
    fr: 'Part des événements du Mois de l’ESS de toute la France qui ont eu lieu dans la région.',
    en: 'Share of all events of the Mois de l’ESS in France that took place in the region.',
  },
  dimensions: [],
  needs: ['observations'],
});
