import type { Application, Call } from '../../model/call.ts';
import { records } from '../../model/coverage.ts';
import type { Period } from '../../model/period.ts';
import { byId } from '../by-id.ts';
import { type Countable, counted, covers, groupBy, leaves, narrowed, select, toParts } from '../counting.ts';
import { byCall, byTerritory } from '../dimensions.ts';
import { type Computed, defineIndicator, type IndicatorContext } from '../indicator.ts';
import { once } from '../remember.ts';
import { placedContext } from '../territory.ts';

/**
 * Applications to each call, by territory and by result. Counted where the list of a call is complete, published otherwise.
 * A total of all calls is given only where all of them are complete. Sections II.4.f, III.1.e.
 */
export const callApplications = defineIndicator({
  id: 'call-applications',
  kind: 'flow',
  unit: 'applications',
  label: { fr: 'Candidatures aux appels', br: 'Kandidadurioù d’ar galvoù', en: 'Applications to calls' },
  definition: {
    fr: 'Candidatures déposées en réponse à chaque appel à projets ou à candidatures.',
    en: 'Applications made in answer to each call for projects or for applications.',
  },
  dimensions: [
    byCall,
    byTerritory,
    { id: 'result', label: { fr: 'résultat', br: 'disoc’h', en: 'result' }, exclusive: true, exhaustive: true },
  ],
  needs: ['observations', 'applications', 'calls', 'territories'],
  valueLabels: {
    result: {
      selected: { fr: 'lauréates', br: 'dibabet', en: 'selected' },
      rejected: { fr: 'non retenues', br: 'nac’het', en: 'rejected' },
      pending: { fr: 'en attente', br: 'o c’hortoz', en: 'pending' },
      other: { fr: 'autres', br: 'all', en: 'other' },
    },
  },
  value: (context) => {
    const found = selected(context);
    const computed = found && counted(found, 'applications', isWhole(context));
    return computed?.complete || context.where['call'] !== undefined ? computed : null;
  },
  parts: (context, dimension) => {
    // Over several calls a territory or a result is of nothing in particular.
    if (dimension !== 'call' && context.where['call'] === undefined && !isWhole(context)) return null;
    const found = selected(context);
    if (!found) return null;
    const groups = groupBy(found.found, (a) =>
      categoriesOf(a, dimension).filter((id) => leaves(context, dimension, id)),
    );
    const count = (id: string, list: readonly Application[]): Computed =>
      counted({ found: list, unclear: found.unclear }, 'applications', isWhole(narrowed(context, dimension, id)));
    return toParts([...groups].map(([id, list]) => [id, count(id, list)]));
  },
});

function categoriesOf(a: Application, dimension: string): readonly string[] {
  if (dimension === 'territory') return a.territories;
  return [dimension === 'call' ? a.call : a.result];
}

const isWhole = (context: IndicatorContext): boolean => covers(context, 'applications');

/** Dates of applications: their own, or that of the call of a list. */
const dateIn = once(
  (calls: readonly Call[]) =>
    (a: Application): Period | null | undefined =>
      a.period ?? byId(calls).get(a.call)?.period,
);

/** Null where two different territories are asked for. */
function selected(context: IndicatorContext) {
  const { dataset } = context;
  const how: Countable<Application> = {
    dateOf: dateIn(records(dataset, 'calls')),
    territoriesOf: (a) => a.territories,
    categoryOf: (a, dimension) => categoriesOf(a, dimension)[0],
  };
  const placed = placedContext(context);
  return placed && select(records(dataset, 'applications'), placed, how);
}
