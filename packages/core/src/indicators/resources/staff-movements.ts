import { sum } from '../../model/algebra.ts';
import { records } from '../../model/coverage.ts';
import type { StaffMovement } from '../../model/staff-movement.ts';
import { covers, datesIn, groupBy, leaves, narrowed, toParts, UNKNOWN } from '../counting.ts';
import { byContract } from '../dimensions.ts';
import { type Computed, defineIndicator, type IndicatorContext } from '../indicator.ts';
import { recorded } from '../recorded.ts';

const self = { id: 'staff-movements', kind: 'flow' } as const;

/**
 * Σ people who joined the team and Σ people who left it, by contract. The two directions are never added, so that a total and
 * a split by contract are given for one of them. Complete where the list of its movements is. Section IV.5.
 */
export const staffMovements = defineIndicator({
  ...self,
  seedId: 'IV.staff.flows',
  unit: 'people',
  label: { fr: 'Arrivées et départs de l’équipe', br: 'Donedigezhioù ha kuitadennoù', en: 'Arrivals and departures' },
  definition: {
    fr: 'Personnes arrivées dans l’équipe et personnes qui l’ont quittée pendant la période.',
    en: 'People who joined the team and people who left it during the period.',
  },
  dimensions: [{ id: 'direction', label: { fr: 'sens', br: 'tu', en: 'direction' }, exclusive: false }, byContract],
  needs: ['observations', 'movements', 'categories'],
  valueLabels: {
    direction: {
      in: { fr: 'arrivées', br: 'donedigezhioù', en: 'arrivals' },
      out: { fr: 'départs', br: 'kuitadennoù', en: 'departures' },
    },
  },
  value: (context) => {
    if (context.where['direction'] === undefined) return null;
    const list = movementsOf(context);
    const isOne = list.length === 1 && context.where['contract'] !== undefined;
    return isOne ? recorded(context, self, list[0]?.count) : added(list, context);
  },
  parts: (context, dimension) => {
    if (dimension === 'contract' && context.where['direction'] === undefined) return null;
    const groups = groupBy(movementsOf(context), (m) => [dimension === 'contract' ? contractOf(m) : m.direction]);
    return toParts([...groups].map(([id, list]) => [id, added(list, narrowed(context, dimension, id))]));
  },
});

const contractOf = (m: StaffMovement): string => m.contract ?? UNKNOWN;

/** A team lies in no territory. */
function movementsOf(context: IndicatorContext): readonly StaffMovement[] {
  if (context.territory !== undefined) return [];
  const isIn = datesIn(context.period);
  return records(context.dataset, 'movements').filter(
    (m) =>
      m.count.unit === 'people' &&
      isIn(m.period) === true &&
      leaves(context, 'direction', m.direction) &&
      leaves(context, 'contract', contractOf(m)),
  );
}

function added(list: readonly StaffMovement[], context: IndicatorContext): Computed | null {
  if (list.length === 0) return null;
  return { quantity: sum(list.map((m) => m.count)), complete: covers(context, 'movements') };
}
