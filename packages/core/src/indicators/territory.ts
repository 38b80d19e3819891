import { type Dataset, records } from '../model/dataset.ts';
import type { IndicatorContext } from './indicator.ts';

/** Whether something that lies in `territories` lies in the one asked for: it or one of its ancestors is that one. */
export function liesIn(dataset: Dataset, territories: readonly string[], asked: string | undefined): boolean {
  if (asked === undefined) return true;
  const parents = parentsOf(dataset);
  const seen = new Set<string>();
  const queue = [...territories];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === asked) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(parents.get(id) ?? []));
  }
  return false;
}

/** Whether what lies in `territories` lies in the one asked for; null when they are unknown, or wider than it. */
export function placed(dataset: Dataset, territories: readonly string[], asked: string | undefined): boolean | null {
  if (liesIn(dataset, territories, asked)) return true;
  const wider = asked !== undefined && territories.some((id) => liesIn(dataset, [asked], id));
  return territories.length === 0 || wider ? null : false;
}

/** The first ancestor of a kind (`departement-29` for Brest), or undefined. */
export function ancestorOf(dataset: Dataset, territories: readonly string[], kind: string): string | undefined {
  const parents = parentsOf(dataset);
  const queue = [...territories];
  const seen = new Set<string>();
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id.startsWith(`${kind}-`)) return id;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(parents.get(id) ?? []));
  }
  return undefined;
}

/**
 * A context whose `where` names a territory, with that one as the territory asked for: records lie in a territory, and do
 * not carry it as a label. Null where two different territories are asked for.
 */
export function placedContext(context: IndicatorContext): IndicatorContext | null {
  const { territory, ...where } = context.where;
  if (territory === undefined) return context;
  if (context.territory !== undefined && context.territory !== territory) return null;
  return { ...context, where, territory };
}

const cache = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

function parentsOf(dataset: Dataset): ReadonlyMap<string, readonly string[]> {
  const list = records(dataset, 'territories');
  const known = cache.get(list);
  if (known) return known;
  const parents = new Map(list.map((t) => [t.id, t.parents]));
  cache.set(list, parents);
  return parents;
}
