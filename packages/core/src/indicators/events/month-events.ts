import { byTerritory } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';

/**
 * Events of the month in the region. Published only: one record that stands for 330 events is no list of them, so counting it
 * would confirm nothing. Some belong to other campaigns too (Festisol, Alimenterre). Section I.4.d.
 */
export const monthEvents = defineIndicator({
  id: 'month-events',
  kind: 'flow',
  unit: 'events',
  label: { fr: 'Événements du Mois de l’ESS', br: 'Darvoudoù Miz an ESS', en: 'Events of the Mois de l’ESS' },
  definition: {
    fr: 'Événements organisés dans la région dans le cadre du Mois de l’ESS.',
    en: 'Events held in the region as part of the Mois de l’ESS.',
  },
  dimensions: [byTerritory],
  needs: ['observations', 'territories'],
});
