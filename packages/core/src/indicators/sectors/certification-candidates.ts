import { defineIndicator } from '../indicator.ts';

/**
 * People who sat for the certificate: the base of its rate. Published only. Section III.1.b.
 */
export const certificationCandidates = defineIndicator({
  id: 'certification-candidates',
  kind: 'flow',
  unit: 'people',
  label: {
    fr: 'Candidats à la certification',
    br: 'Tud war ar renk evit an testeni',
    en: 'Candidates for the certificate',
  },
  definition: {
    fr: 'Personnes qui se sont présentées devant le jury de certification pendant la période.',
    en: 'People who sat for the certificate during the period.',
  },
  dimensions: [],
  needs: ['observations'],
});
