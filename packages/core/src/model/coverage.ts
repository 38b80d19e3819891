/** Contents of a data set, and the periods for which they are complete. */
import type { CollectionName, CollectionRecords } from './collections.ts';
import { coversPairs, type Dataset, parseWhere } from './dataset.ts';
import type { Manifest } from './manifest.ts';
import { type Period, period as parsed } from './period.ts';
import { periodContains } from './period-relations.ts';

/**
 * Returns the records of a collection; empty when the data set has none.
 * @throws TypeError when it has some that were not loaded
 */
export function records<N extends CollectionName>(dataset: Dataset, name: N): readonly CollectionRecords[N][] {
  const loaded = dataset.collections[name];
  if (loaded) return loaded;
  if (dataset.manifest.collections[name]) {
    throw new TypeError(`collection "${name}" of ${dataset.manifest.id} was not loaded: add it to "need"`);
  }
  return NONE;
}

/** One list for all that have none, so that what is remembered about a list is remembered about this one. */
const NONE: readonly never[] = [];

/** Whether a period was not over on the day of the data. */
export const reachesBeyond = ({ manifest }: Pick<Dataset, 'manifest'>, text: Period): boolean =>
  parsed(text).last > manifest.updated;

/** Whether a period has begun but was not over on the day of the data. */
export const isUnderWay = (dataset: Pick<Dataset, 'manifest'>, text: Period): boolean =>
  reachesBeyond(dataset, text) && parsed(text).first <= dataset.manifest.updated;

/**
 * Whether a collection is declared complete for a period and a part of it. Undeclared means incomplete, and so is every
 * period that was not over on the day of the data: what had not happened yet is not in any list.
 */
export function isComplete(dataset: Dataset, name: CollectionName, period: Period, where?: string): boolean {
  if (reachesBeyond(dataset, period)) return false;
  const declared = (dataset.manifest.collections[name]?.coverage ?? []).filter(
    (c) => c.complete && (!c.period || periodContains(c.period, period)),
  );
  // Most say all or nothing, and each part of a measure asks: pairs are read only where they matter.
  if (declared.length === 0 || declared.some((c) => !c.where)) return declared.length > 0;
  const asked = parseWhere(where);
  return declared.some((c) => coversPairs(c.where, asked));
}

/** Calendar that an indicator is counted in. */
export type Calendar = 'civil' | 'school';

/**
 * Returns the periods of a data set that may stand where none is asked for, the preferred one first: those of the
 * calendar, the latest finished one before those that are not over. A school year only where there is no civil one; a
 * civil year after all school years, for figures of schools that are published so.
 */
export function defaultPeriods({ periods, updated }: Manifest, calendar: Calendar = 'civil'): readonly Period[] {
  const own = periods.filter((each) => each.includes('-SY') === (calendar === 'school'));
  const others = own.length === 0 || calendar === 'school' ? periods.filter((each) => !own.includes(each)) : [];
  const isOver = (each: Period): boolean => parsed(each).last <= updated;
  return [own, others].flatMap((list) => {
    const latestFirst = [...list].reverse();
    return [...latestFirst.filter(isOver), ...latestFirst.filter((each) => !isOver(each))];
  });
}

/** Returns the latest finished civil period that the data set describes, else the latest one. */
export function latestPeriod(manifest: Manifest): Period {
  return defaultPeriods(manifest)[0] ?? manifest.updated.slice(0, 4);
}
