import { type Dataset, periodsOverlap, records } from '../model/index.ts';
import type { IndicatorContext } from './indicator.ts';
import { ancestorOf, liesIn } from './territory.ts';

/** The kinds of territories, in the order in which they are shown. */
export const TERRITORY_KINDS: readonly string[] = ['commune', 'epci', 'pays', 'pole', 'departement', 'region'];

/** Programme with the territories in which it acts. */
export interface Located {
  readonly programme: string;
  readonly territories: readonly string[];
}

/**
 * Returns the territories in which each programme acts in the period: those that it names, otherwise those of its
 * projects and missions.
 */
export function locatedIn({ dataset, period, territory }: IndicatorContext): readonly Located[] {
  const isCurrent = (r: { readonly period?: string | null | undefined }): boolean =>
    !r.period || periodsOverlap(period, r.period);
  const programmes = records(dataset, 'programmes').filter(isCurrent);
  const named = new Set(programmes.filter((p) => p.territories.length > 0).map((p) => p.id));
  const done = [...records(dataset, 'projects'), ...records(dataset, 'missions')].filter(
    (r) => isCurrent(r) && (r.status === 'held' || r.status === 'ongoing') && !named.has(r.programme),
  );
  return [
    ...programmes.map((p) => ({ programme: p.id, territories: p.territories })),
    ...done.map((r) => ({ programme: r.programme, territories: r.territories })),
  ].map((l) => ({ ...l, territories: l.territories.filter((id) => liesIn(dataset, [id], territory)) }));
}

/** Returns the territories of a kind that contain one of these, or are one of them. */
export function ancestorsOfKind(dataset: Dataset, territories: readonly string[], kind: string): readonly string[] {
  return [...new Set(territories)].flatMap((id) => ancestorOf(dataset, [id], kind) ?? []);
}
