/** Digest of the events: their series and the events ahead, for data whose build has written none. */

import { liesIn } from '@ess-widgets/core/internal/indicators/territory';
import { eventsDigest } from '@ess-widgets/core/internal/picture/events-digest';
import type { Dataset, EventsDigest } from '@ess-widgets/core/model';
import { pairsFor } from '../base/author-check.ts';

/** Filters of the events, and the day from which they are ahead. */
export interface Kept {
  readonly today: string;
  readonly territory?: string | undefined;
  /** Pairs, or none. */
  readonly where?: string;
  /** Whether they are the element's own: of those of a provider, some may be meant for other elements. */
  readonly isOwn?: boolean;
}

const known = new WeakMap<object, { readonly key: string; readonly digest: EventsDigest }>();

/** Returns the digest of a data set's events. It caches the last one, by day and filters. */
export function digestOf(dataset: Dataset, { today, territory, where = '', isOwn = true }: Kept): EventsDigest {
  const key = JSON.stringify([today, territory, where]);
  const before = known.get(dataset);
  if (before?.key === key) return before.digest;
  const within = (list: readonly string[]): boolean => liesIn(dataset, list, territory);
  const digest = eventsDigest(dataset, {
    today,
    where: isOwn ? where : pairsFor(where, { agenda: true }),
    ...(territory ? { within } : {}),
  });
  known.set(dataset, { key, digest });
  return digest;
}
