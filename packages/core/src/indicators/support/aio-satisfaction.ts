import { defineIndicator } from '../indicator.ts';

/**
 * Percent by question, as published: each has a base of its own, so there is no total. Section II.2.
 */
export const aioSatisfaction = defineIndicator({
  id: 'aio-satisfaction',
  seedId: 'II.aio.satisfaction',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Avis et suites de l’accueil', br: 'Meno war an degemer', en: 'Opinion and outcome of the reception' },
  definition: {
    fr: 'Part de ceux qui ont répondu à l’enquête sur l’accueil, pour chaque question.',
    en: 'Share of those who answered the survey on the reception, for each question.',
  },
  dimensions: [{ id: 'question', label: { fr: 'question', br: 'goulenn', en: 'question' }, exclusive: false }],
  needs: ['observations', 'categories'],
});
