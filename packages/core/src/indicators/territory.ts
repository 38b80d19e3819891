import { type Dataset, lineageOf, records, widening } from '../model/index.ts';
import type { IndicatorContext } from './indicator.ts';
import { memoizeByObject } from './memoize.ts';

/** Whether something that lies in `territories` lies in the one asked for: it or one of its ancestors is that one. */
export function liesIn(dataset: Dataset, territories: readonly string[], asked: string | undefined): boolean {
  if (asked === undefined) return true;
  const list = records(dataset, 'territories');
  return territories.some((id) => lineageOf(list, id).includes(asked));
}

/**
 * Whether `territories` lie in the requested one; null when they are unknown, or wider than it, or when the data have
 * no territory of its kind: a list of members that knows their communes says nothing of EPCI.
 */
export function placed(dataset: Dataset, territories: readonly string[], asked: string | undefined): boolean | null {
  if (asked === undefined || liesIn(dataset, territories, asked)) return true;
  const kinds = kindsIn(records(dataset, 'territories'));
  const isOfSuchKind = kinds.has(kindOf(asked)) || territories.some((id) => kindOf(id) === kindOf(asked));
  const wider = territories.some((id) => liesIn(dataset, [asked], id));
  // A data set that is of a region says nothing of the country, which is known for what its figures compare with.
  const isBeyond = kindOf(asked) === 'country';
  return isBeyond || !isOfSuchKind || territories.length === 0 || wider ? null : false;
}

/**
 * Counts the things that lie in each territory.
 * @param things the territories that each of them names
 */
export function countByTerritory(
  dataset: Dataset,
  things: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const list = records(dataset, 'territories');
  const counts = new Map<string, number>();
  for (const territories of things) {
    for (const id of wideningOf(list, territories)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Returns the first ancestor of a kind (`departement-29` for Brest), or undefined. */
export function ancestorOf(dataset: Dataset, territories: readonly string[], kind: string): string | undefined {
  const list = records(dataset, 'territories');
  return wideningOf(list, territories).find((id) => isOfKind(id, kind));
}

/**
 * Returns a context whose `where` names a territory, with that one as the territory asked for: records lie in a
 * territory, and do not carry it as a label. Null where two different territories are asked for.
 */
export function placedContext(context: IndicatorContext): IndicatorContext | null {
  const { territory, ...where } = context.where;
  if (territory === undefined) return context;
  if (context.territory !== undefined && context.territory !== territory) return null;
  return { ...context, where, territory };
}

const isOfKind = (id: string, kind: string): boolean => id.startsWith(kind) && id[kind.length] === '-';

type Territories = readonly { readonly id: string; readonly parents: readonly string[] }[];

const kindOf = (id: string): string | undefined => id.split('-', 1)[0];

const kindsIn = memoizeByObject(
  (list: Territories) => new Set(list.flatMap(({ id, parents }) => [id, ...parents]).map(kindOf)),
);

const wideningOf = (list: Territories, territories: readonly string[]): readonly string[] => {
  const [first, ...others] = territories;
  return first === undefined || others.length ? widening(list, territories) : lineageOf(list, first);
};
