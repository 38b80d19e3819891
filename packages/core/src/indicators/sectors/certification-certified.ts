import { defineIndicator } from '../indicator.ts';

/**
 * People who obtained the certificate. Published only. Section III.1.b.
 */
export const certificationCertified = defineIndicator({
  id: 'certification-certified',
  kind: 'flow',
  unit: 'people',
  label: { fr: 'Personnes certifiées', br: 'Tud testeniekaet', en: 'People certified' },
  definition: {
    fr: 'Personnes qui ont obtenu la certification pendant la période.',
    en: 'People who obtained the certificate during the period.',
  },
  dimensions: [],
  needs: ['observations'],
});
