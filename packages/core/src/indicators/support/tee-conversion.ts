import { scale, share, sum } from '../../model/algebra.ts';
import type { Quantity } from '../../model/quantity.ts';
import { narrowed } from '../counting.ts';
import { derived, measureOf, pairParts, partsOf } from '../derive.ts';
import { byProgramme } from '../dimensions.ts';
import { type ComputedParts, defineIndicator, type IndicatorContext } from '../indicator.ts';
import { interviewsCount } from '../sectors/interviews-count.ts';
import { participationOrganisations } from '../sectors/participation-organisations.ts';
import { isTransition } from '../transition.ts';

/**
 * Organisations that ask for support / organisations met, in the programmes of transition that publish both: 7 of 10. Each
 * interview is taken to be of one organisation. A small base: one more or less is 10 points. Section II.5.d.
 */
export const teeConversion = defineIndicator({
  id: 'tee-conversion',
  seedId: 'II.tee.conversion',
  kind: 'rate',
  unit: 'percent',
  label: {
    fr: 'De l’entretien à l’accompagnement',
    br: 'Eus ar pennad-kaoz d’an ambroug',
    en: 'From interview to support',
  },
  definition: {
    fr: 'Part des organisations rencontrées qui se sont portées candidates à un accompagnement.',
    en: 'Share of the organisations met that applied for support.',
  },
  dimensions: [byProgramme],
  needs: ['observations', 'participations', 'programmes', 'events', 'organisations', 'territories'],
  value: (context) => {
    const pairs = [...conversions(context).keys()].map((id) => {
      const one = narrowed(context, 'programme', id);
      return [measureOf(participationOrganisations, one), measureOf(interviewsCount, one)] as const;
    });
    if (pairs.length === 0) return null;
    const candidates = sum(pairs.map(([some]) => some.quantity));
    const met = sum(pairs.map(([, all]) => all.quantity));
    return derived(conversion(candidates, met), ...pairs.flat());
  },
  parts: (context) => conversions(context),
});

/** An interview is of one organisation. */
const conversion = (candidates: Quantity | null, met: Quantity | null): Quantity | null =>
  share(candidates, scale(met, 1, 'organisations'), 'interviews-count');

function conversions(context: IndicatorContext): ComputedParts {
  const some = partsOf(participationOrganisations, context, 'programme');
  const pairs = pairParts(some, partsOf(interviewsCount, context, 'programme'), conversion);
  return new Map([...pairs].filter(([id]) => isTransition(id)));
}
