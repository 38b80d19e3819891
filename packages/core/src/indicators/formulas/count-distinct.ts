import type * as z from 'zod/mini';
import {
  type CountDistinctParameters,
  type Participation,
  quantity,
  type SupportMission,
  TERRITORY_KINDS,
} from '../../model/index.ts';
import {
  categoryList,
  countDistinct as countKeys,
  groupByCategory,
  isCoverageComplete,
  isOfProgramme,
  matchesWhere,
  narrowed,
  type Selection,
  toParts,
} from '../counting.ts';
import type { Formula } from '../formula.ts';
import type { Computed, ComputedParts, IndicatorContext } from '../indicator.ts';
import { ancestorsOfKind, type Located, locatedIn } from '../located.ts';
import { organisationsOf } from '../memberships.ts';
import { categoryOfMission, missionsOf } from '../missions.ts';
import { countOrganisations, organisationsBy } from '../participations.ts';
import { placedContext } from '../territory.ts';

type Parameters = z.infer<typeof CountDistinctParameters>;

/**
 * Counts different things that records are about: an organisation that has two missions counts once in all, and once for
 * each category, so that parts may add up to more than the total.
 */
export const countDistinct: Formula<Parameters> = {
  value: (context, { parameters }) => {
    switch (parameters.collection) {
      case 'missions':
        return supported(missions(context, parameters), context);
      case 'participations': {
        const placed = placedContext(context);
        return placed && countOrganisations(placed, keptOf(parameters));
      }
      case 'memberships': {
        // Networks share members, so that they have no total.
        const network = context.where['network'];
        return network === undefined ? null : (organisationsOf(context).get(network) ?? null);
      }
      case 'programmes': {
        // Communes and départements are of different sizes: without a programme or a kind nothing is added.
        const { programme: asked, kind } = context.where;
        return asked === undefined && kind === undefined ? null : territoriesIn(placesOf(context), context);
      }
    }
  },
  parts: (context, dimension, { parameters }) => {
    switch (parameters.collection) {
      case 'missions':
        return supportedBy(context, dimension, parameters);
      case 'participations':
        return organisationsBy(context, dimension, keptOf(parameters));
      case 'memberships':
        return toParts([...organisationsOf(context)].filter(([id]) => matchesWhere(context, dimension, id)));
      case 'programmes':
        return territoriesBy(context, dimension);
    }
  },
};

type Missions = Extract<Parameters, { collection: 'missions' }>;

function missions(context: IndicatorContext, { programme: own, status }: Missions, split?: string) {
  const isAny = status === undefined || split === 'status' || context.where['status'] !== undefined;
  return missionsOf(context, (each) => isAny || status.includes(each), own);
}

function supportedBy(context: IndicatorContext, dimension: string, parameters: Missions): ComputedParts {
  const { found, unclear } = missions(context, parameters, dimension);
  const groups = groupByCategory(found, (m) => categoryList(categoryOfMission(m, dimension, context.period)));
  return toParts(
    [...groups].map(([id, list]) => [id, supported({ found: list, unclear }, narrowed(context, dimension, id))]),
  );
}

/** Counts supported organisations; complete only where every mission names its organisations. */
function supported(selection: Selection<SupportMission>, context: IndicatorContext): Computed {
  const isNamed = selection.found.every((m) => m.organisations.length > 0);
  return countKeys(
    selection,
    (m) => m.organisations,
    'organisations',
    isNamed && isCoverageComplete(context, 'missions'),
  );
}

/** Returns the test of the participations that count; undefined where all do, which several indicators share. */
function keptOf({ programme: own, role }: Extract<Parameters, { collection: 'participations' }>) {
  if (own === undefined && role === undefined) return undefined;
  return (p: Participation): boolean =>
    (role === undefined || p.role === role) && (own === undefined || isOfProgramme(p.of, own));
}

const placesOf = (context: IndicatorContext): readonly Located[] =>
  locatedIn(context).filter((l) => matchesWhere(context, 'programme', l.programme));

function territoriesBy(context: IndicatorContext, dimension: string): ComputedParts {
  const located = placesOf(context);
  if (dimension === 'kind') {
    const asked = TERRITORY_KINDS.filter((kind) => matchesWhere(context, 'kind', kind));
    return toParts(asked.map((kind) => [kind, territoriesIn(located, narrowed(context, 'kind', kind))]));
  }
  const groups = groupByCategory(located, (l) => [l.programme]);
  return toParts([...groups].map(([id, list]) => [id, territoriesIn(list, narrowed(context, dimension, id))]));
}

/** Counts different territories; none found is not known, since a record may not say where it lies. */
function territoriesIn(located: readonly Located[], context: IndicatorContext): Computed | null {
  const { kind } = context.where;
  const places = located.flatMap((l) => l.territories);
  const found = new Set(kind === undefined ? places : ancestorsOfKind(context.dataset, places, kind));
  if (found.size === 0) return null;
  return { quantity: quantity(found.size, 'territories'), complete: isCoverageComplete(context, 'programmes') };
}
