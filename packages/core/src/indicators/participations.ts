import { type Event, eventDays, type Participation, type Period, records } from '../model/index.ts';
import { byId } from './by-id.ts';
import {
  type Countable,
  countDistinct,
  groupByCategory,
  isCoverageComplete,
  type Selection,
  select,
  toParts,
} from './counting.ts';
import type { Computed, ComputedParts, IndicatorContext } from './indicator.ts';
import { networksOf, organisationTerritories } from './memberships.ts';
import { createMemoCache, memoizeByObject } from './memoize.ts';

type Kept = (p: Participation) => boolean;

const all: Kept = () => true;
const chosen = createMemoCache<Selection<Participation>>(8);

interface Reading {
  readonly how: Countable<Participation>;
  readonly categoriesOf: (p: Participation, dimension: string) => readonly string[];
}

/** Dates of participations: their own, or that of the event of a list. */
const dateIn = memoizeByObject((list: readonly Event[]) => {
  const events = byId(list);
  return (p: Participation): Period | null | undefined => {
    const event = events.get(p.of);
    return p.period ?? (event && eventDays(event));
  };
});

/**
 * Describes how participations are dated, placed and sorted: fields that they do not have are taken from their event or
 * organisation.
 */
function reading(context: IndicatorContext, kept: Kept): Reading {
  const { dataset } = context;
  let networks: ((organisation: string) => readonly string[]) | undefined;
  // Memberships are not asked for by indicators that sort by no network.
  const networksOfOne = (id: string): readonly string[] => (networks ??= networksOf(context))(id);
  const territoriesOf = (p: Participation): readonly string[] =>
    p.territories.length > 0 ? p.territories : organisationTerritories(dataset, p.organisation);
  const categoriesOf = (p: Participation, dimension: string): readonly string[] => {
    if (dimension === 'programme') return [p.of];
    if (dimension === 'role') return [p.role];
    if (dimension === 'territory') return territoriesOf(p);
    return dimension === 'network' ? networksOfOne(p.organisation) : [];
  };
  const categoryOf = (p: Participation, dimension: string): string | null | undefined => {
    const found = categoriesOf(p, dimension);
    if (dimension !== 'network') return found[0];
    const asked = context.where['network'];
    return asked !== undefined && found.includes(asked) ? asked : null;
  };
  return {
    how: { dateOf: dateIn(records(dataset, 'events')), kept, lasting: true, territoriesOf, categoryOf },
    categoriesOf,
  };
}

/** Counts different organisations that took part; a collection that is not declared complete says "at least". */
export function countOrganisations(context: IndicatorContext, kept: Kept = all): Computed {
  return distinct(selectionOf(context, kept).selection, context);
}

const distinct = (selection: Selection<Participation>, context: IndicatorContext): Computed =>
  countDistinct(selection, (p) => [p.organisation], 'organisations', isCoverageComplete(context, 'participations'));

function selectionOf(context: IndicatorContext, kept: Kept) {
  const { how, categoriesOf } = reading(context, kept);
  const choose = (): Selection<Participation> => select(records(context.dataset, 'participations'), context, how);
  const { period, territory = '', where } = context;
  // All of a period are asked for by several dimensions of several indicators.
  const isPlain = kept === all && Object.keys(where).length === 0;
  const selection = isPlain ? chosen(context.dataset, `${period} ${territory}`, choose) : choose();
  return { selection, categoriesOf };
}

/**
 * Counts the organisations of each category of a dimension: an organisation counts in each of those where it took part.
 */
export function organisationsBy(context: IndicatorContext, dimension: string, kept: Kept = all): ComputedParts {
  const { selection, categoriesOf } = selectionOf(context, kept);
  const asked = context.where[dimension];
  const groups = groupByCategory(selection.found, (p) => {
    const ids = categoriesOf(p, dimension);
    return asked === undefined ? ids : ids.filter((id) => id === asked);
  });
  return toParts(
    [...groups].map(([id, found]) => {
      const one = { ...context, where: { ...context.where, [dimension]: id } };
      return [id, distinct({ found, unclear: selection.unclear }, one)] as const;
    }),
  );
}
