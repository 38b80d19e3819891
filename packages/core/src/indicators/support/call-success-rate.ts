import { share } from '../../model/algebra.ts';
import { narrowed } from '../counting.ts';
import { derived, measureOf, pairParts, partsOf } from '../derive.ts';
import { byCall, byTerritory } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { callApplications } from './call-applications.ts';

/**
 * Applications selected / applications, for each call and, within one, for each territory: 34 / 103 and 6 / 11. Calls differ
 * too much to be averaged, so there is no total. An application without an answer counts as not selected. Section III.1.e.
 */
export const callSuccessRate = defineIndicator({
  id: 'call-success-rate',
  seedId: 'X.call.success-rate',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Taux de réussite aux appels', br: 'Feur berzh er galvoù', en: 'Success rate of calls' },
  definition: {
    fr: 'Part des candidatures à un appel qui ont été retenues.',
    en: 'Share of the applications to a call that were selected.',
  },
  dimensions: [byCall, byTerritory],
  needs: ['observations', 'applications', 'calls', 'territories'],
  value: (context) => {
    if (context.where['call'] === undefined) return null;
    const [some, all] = [measureOf(callApplications, laureates(context)), measureOf(callApplications, context)];
    return derived(share(some.quantity, all.quantity, 'call-applications'), some, all);
  },
  parts: (context, dimension) => {
    if (dimension !== 'call' && context.where['call'] === undefined) return null;
    const some = partsOf(callApplications, laureates(context), dimension);
    return pairParts(some, partsOf(callApplications, context, dimension), (a, b) => share(a, b, 'call-applications'));
  },
});

const laureates = (context: IndicatorContext): IndicatorContext => narrowed(context, 'result', 'selected');
