import { defineIndicator } from '../indicator.ts';

/**
 * Responses / questionnaires sent, by survey, as published: how many were sent is not, so that it cannot be computed.
 * Section III.1.b.
 */
export const surveyResponseRate = defineIndicator({
  id: 'survey-response-rate',
  seedId: 'III.survey.response-rate',
  kind: 'rate',
  unit: 'percent',
  occasions: true,
  label: { fr: 'Taux de réponse aux enquêtes', br: 'Feur respont d’an enklaskoù', en: 'Response rate of the surveys' },
  definition: {
    fr: 'Part des questionnaires envoyés auxquels il a été répondu, pour chaque enquête.',
    en: 'Share of the questionnaires sent that were answered, for each survey.',
  },
  dimensions: [{ id: 'survey', label: { fr: 'enquête', br: 'enklask', en: 'survey' }, exclusive: false }],
  needs: ['observations', 'categories'],
});
