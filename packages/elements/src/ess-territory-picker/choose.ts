/** Effects of a choice. */
import { countByTerritory } from '@ess-widgets/core/indicators';
import { type Dataset, parsePeriod, type ScopeState } from '@ess-widgets/core/model';
import { EssFilterEvent } from '../base/events.ts';
import { placedRecords } from './choices.ts';
import { comparedOf } from './periods.ts';

/**
 * Returns the changes of a choice. A territory clears a département chosen in a list and the view of a map; a period clears a
 * comparison that it cannot have.
 */
export function patchOf(
  patch: Partial<ScopeState>,
  { facets, compare }: ScopeState,
  dataset: Dataset,
): Partial<ScopeState> {
  if ('territory' in patch) {
    const { departement, ...others } = facets;
    return { ...patch, view: null, ...(departement ? { facets: others } : {}) };
  }
  if (!('period' in patch) || !compare || !parsePeriod(compare)) return patch;
  return comparedOf(dataset, { ...patch, compare }).includes(compare) ? patch : { ...patch, compare: undefined };
}

/** Returns the event with the choice, and with the number of records in the territory. */
export function chosenEvent(scope: ScopeState, dataset: Dataset): EssFilterEvent {
  const { query, facets, territory, period, compare } = scope;
  const placed = placedRecords(dataset);
  const count = territory ? (countByTerritory(dataset, placed).get(territory) ?? 0) : placed.length;
  return new EssFilterEvent({ query, facets, count, territory, period, compare });
}
