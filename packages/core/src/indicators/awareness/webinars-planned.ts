import { defineIndicator } from '../indicator.ts';

/**
 * Webinars for local authorities put on the programme of the period, those cancelled since included. Published only.
 * Section I.3.a.
 */
export const webinarsPlanned = defineIndicator({
  id: 'webinars-planned',
  kind: 'flow',
  unit: 'events',
  label: { fr: 'Webinaires programmés', br: 'Webinarioù raktreset', en: 'Webinars planned' },
  definition: {
    fr: 'Webinaires programmés pendant la période à destination des collectivités, tenus ou non.',
    en: 'Webinars for local authorities that were planned for the period, whether they took place or not.',
  },
  dimensions: [],
  needs: ['observations'],
});
