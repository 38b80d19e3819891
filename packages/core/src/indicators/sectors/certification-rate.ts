import { share } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { certificationCandidates } from './certification-candidates.ts';
import { certificationCertified } from './certification-certified.ts';

/** Certified / candidates: 8 of 9. A small base: one more or less is 11 points. Section III.1.b. */
export const certificationRate = defineIndicator({
  id: 'certification-rate',
  seedId: 'III.certification.rate',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Taux de certification', br: 'Feur testeniekaat', en: 'Certification rate' },
  definition: {
    fr: 'Part des candidats à une certification qui l’ont obtenue.',
    en: 'Share of the candidates for a certificate who obtained it.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const [some, all] = [measureOf(certificationCertified, context), measureOf(certificationCandidates, context)];
    return derived(share(some.quantity, all.quantity, 'certification-candidates'), some, all);
  },
});
