import { defineIndicator } from '../indicator.ts';

/**
 * Volunteers hosted under the collective approval. Published only. Section I.4.c.
 */
export const civicServiceVolunteers = defineIndicator({
  id: 'civic-service-volunteers',
  seedId: 'I.civic-service.volunteers',
  kind: 'flow',
  unit: 'people',
  label: {
    fr: 'Volontaires en service civique',
    br: 'Tud a-youl vat er servij keodedel',
    en: 'Civic service volunteers',
  },
  definition: {
    fr: 'Volontaires accueillis pendant la période grâce à l’agrément collectif de service civique.',
    en: 'Volunteers hosted during the period under the collective civic service approval.',
  },
  dimensions: [],
  needs: ['observations'],
});
