/** What the events themselves tell of their series and of what lies ahead. Loaded where the build has not written it. */

import { liesIn } from '@ess-widgets/core/internal/indicators/territory';
import { parseWhere } from '@ess-widgets/core/internal/model/dataset';
import { eventsDigest } from '@ess-widgets/core/internal/picture/events-digest';
import type { Dataset, EventsDigest } from '@ess-widgets/core/model';

/** Of which events, on which day. */
export interface Kept {
  readonly today: string;
  readonly territory?: string | undefined;
  /** Pairs, or none. */
  readonly where?: string;
}

const known = new WeakMap<object, { readonly key: string; readonly digest: EventsDigest }>();

/** The digest of a data set's events, worked out once for each day and each choice. */
export function digestOf(dataset: Dataset, { today, territory, where }: Kept): EventsDigest {
  const key = JSON.stringify([today, territory, where]);
  const before = known.get(dataset);
  if (before?.key === key) return before.digest;
  const places = [territory, parseWhere(where)['departement']].filter((place) => place !== undefined);
  const within = (list: readonly string[]): boolean => places.every((place) => liesIn(dataset, list, place));
  const digest = eventsDigest(dataset, { today, ...(where ? { where } : {}), ...(places.length ? { within } : {}) });
  known.set(dataset, { key, digest });
  return digest;
}
