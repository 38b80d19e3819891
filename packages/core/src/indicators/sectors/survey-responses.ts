import { defineIndicator } from '../indicator.ts';

/**
 * Responses to each survey, as published. Section II.3.a.
 */
export const surveyResponses = defineIndicator({
  id: 'survey-responses',
  kind: 'flow',
  unit: 'responses',
  occasions: true,
  label: { fr: 'Réponses aux enquêtes', br: 'Respontoù d’an enklaskoù', en: 'Responses to the surveys' },
  definition: {
    fr: 'Réponses reçues à chaque enquête pendant la période.',
    en: 'Responses received to each survey during the period.',
  },
  dimensions: [{ id: 'survey', label: { fr: 'enquête', br: 'enklask', en: 'survey' }, exclusive: true }],
  needs: ['observations', 'categories'],
});
