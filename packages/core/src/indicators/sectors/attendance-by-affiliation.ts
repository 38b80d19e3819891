import { subtract, sum } from '../../model/algebra.ts';
import { isExact, pointOf, type Quantity } from '../../model/quantity.ts';
import { affiliationsOf, attendedIn, isWhole, sumOf, toldIn } from '../attendances.ts';
import { leaves, toParts, UNKNOWN } from '../counting.ts';
import { derived, measureOf } from '../derive.ts';
import { byAffiliation, byEvent } from '../dimensions.ts';
import { type Computed, type ComputedParts, defineIndicator, type IndicatorContext } from '../indicator.ts';
import { observedParts } from '../observed.ts';
import { recorded } from '../recorded.ts';
import { attendanceTotal } from './attendance-total.ts';

const self = { id: 'attendance-by-affiliation', kind: 'flow', occasions: true } as const;

/**
 * People at events and meetings by type of organisation: counts, taken together over events (a mean of the shares of each
 * would be another figure). Those of one event whose type is not said are a part of their own. Sections I.2.a, I.3.a, II.5.b.
 */
export const attendanceByAffiliation = defineIndicator({
  ...self,
  seedId: 'X.attendance.by-affiliation',
  unit: 'people',
  label: {
    fr: 'Participants par type de structure',
    br: 'Tud dre seurt frammad',
    en: 'Attendance by type of organisation',
  },
  definition: {
    fr: 'Participants aux événements et aux réunions de la période, selon la structure d’où ils viennent.',
    en: 'Those who came to the events and meetings of the period, by the organisation that they come from.',
  },
  dimensions: [byAffiliation, byEvent],
  needs: ['observations', 'events', 'meetings', 'bodies', 'tallies', 'territories', 'categories'],
  value: (context) => {
    const { event, affiliation } = context.where;
    if (event !== undefined && affiliation === undefined) return wholeOf(context);
    const counts = countsOf(context);
    if (event !== undefined) return recorded(context, self, counts[0]?.q);
    const all = added(counts, isAllTold(context));
    return all && { ...all, fields: toldIn(attendedIn(context), 'affiliation') };
  },
  parts: (context, dimension) => {
    const isEvent = dimension === 'event';
    const groups = new Map<string, Count[]>();
    for (const count of countsOf(context)) {
      const id = isEvent ? count.event : count.affiliation;
      const group = groups.get(id);
      if (group) group.push(count);
      else groups.set(id, [count]);
    }
    // What is told of one event is all that is told of it; of several, so many of those that took place.
    const isWholePart = isEvent || isAllTold(context);
    const parts = toParts([...groups].map(([id, list]) => [id, added(list, isWholePart)]));
    return isEvent ? parts : withUnknown(parts, context);
  },
});

interface Count {
  readonly event: string;
  readonly affiliation: string;
  readonly q: Quantity;
}

function countsOf(context: IndicatorContext): readonly Count[] {
  return attendedIn(context).flatMap((a) =>
    affiliationsOf(a).flatMap(([affiliation, q]) =>
      leaves(context, 'affiliation', affiliation) ? { event: a.id, affiliation, q } : [],
    ),
  );
}

function added(counts: readonly Count[], complete: boolean): Computed | null {
  return counts.length > 0 ? { quantity: sumOf(counts.map((count) => count.q)), complete } : null;
}

const isAllTold = (context: IndicatorContext): boolean =>
  isWhole(context) && attendedIn(context).every((a) => affiliationsOf(a).length > 0);

/** Everyone at one event of which the types are told. */
function wholeOf(context: IndicatorContext): Computed | null {
  const told = countsOf(context).length > 0 || observedParts(context, self, 'affiliation').parts.size > 0;
  const whole = measureOf(attendanceTotal, context);
  return told && whole.quantity ? derived(whole.quantity, whole) : null;
}

/** For one event, those of whom nothing is said: its attendance less those whose type is told. */
function withUnknown(parts: ComputedParts, context: IndicatorContext): ComputedParts {
  const { event, affiliation } = context.where;
  if (event === undefined || affiliation !== undefined) return parts;
  const told = new Map([...parts, ...observedParts(context, self, 'affiliation').parts]);
  const rest = subtract(wholeOf(context)?.quantity ?? null, told.size > 0 ? sum([...told.values()]) : null);
  return rest && isExact(rest) && pointOf(rest) > 0 ? new Map([...parts, [UNKNOWN, rest]]) : parts;
}
