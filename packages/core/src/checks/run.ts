import type { CollectionName, Dataset, Finding, FindingPlace } from '../model/index.ts';
import { checks } from './all.ts';
import type { CheckOptions } from './check.ts';
import { createDatasetIndex } from './shared/dataset-index.ts';
import { titled } from './shared/titles.ts';

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

const placeOf = ({ file, collection, id, line, field }: FindingPlace): string =>
  [file ?? '', collection ?? '', id ?? '', String(line ?? 0).padStart(8, '0'), field ?? ''].join('\u0000');

/** Collections that the rules look at: all of them. */
export const checkedCollections: readonly CollectionName[] = [...new Set(checks.flatMap(({ needs }) => needs))];

/**
 * Looks for what contradicts itself in a data set: totals, shares, dates, names, places. Sorted by gravity, then by place;
 * the same data set gives the same list. Only collections that are loaded are looked at.
 * @throws TypeError when `only` names a rule that does not exist
 * @since 0.1.0
 */
export function runChecks(dataset: Dataset, options: CheckOptions = {}): readonly Finding[] {
  const { only } = options;
  const unknown = only?.find((id) => !checks.some((check) => check.id === id));
  if (unknown !== undefined) {
    throw new TypeError(`there is no rule "${unknown}" (there are: ${checks.map((check) => check.id).join(', ')})`);
  }
  const context = { dataset, index: createDatasetIndex(dataset, options), options };
  const found = checks
    .filter((check) => only === undefined || only.includes(check.id))
    .flatMap((check) => check.run(context))
    .map((finding) => ({ finding, place: placeOf(finding.where) }));
  found.sort(
    (a, b) =>
      GRAVITY[a.finding.severity] - GRAVITY[b.finding.severity] ||
      (a.place < b.place ? -1 : a.place > b.place ? 1 : 0) ||
      (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : 0),
  );
  return found.map(({ finding }) => titled(context.index, finding));
}
