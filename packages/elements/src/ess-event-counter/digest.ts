/** Digest of the events: their series and the events ahead, for data whose build has written none. */

import { type AgendaRequest, eventsDigest } from '@ess-widgets/core/charts';
import { liesIn } from '@ess-widgets/core/indicators';
import { type Dataset, type EventsDigest, lineageIn } from '@ess-widgets/core/model';
import { pairsFor } from '../base/pair-check.ts';

export { tallyView, texts } from './tally-view.ts';

/** Filters of the events, and the day from which they are ahead. */
export interface DigestFilters {
  readonly today: string;
  readonly territory?: string | undefined;
  /** Pairs, or none. */
  readonly where?: string | undefined;
  /** Whether they are the element's own: of those of a provider, some may be meant for other elements. */
  readonly isOwn?: boolean;
}

const known = new WeakMap<object, { readonly key: string; readonly digest: EventsDigest }>();

/** Returns the digest of a data set's events. It caches the last one, by day and filters. */
export function digestOf(dataset: Dataset, kept: DigestFilters): EventsDigest {
  const key = JSON.stringify([kept.today, kept.territory, kept.where]);
  const before = known.get(dataset);
  if (before?.key === key) return before.digest;
  const digest = eventsDigest(dataset, digestRequest(dataset, kept));
  known.set(dataset, { key, digest });
  return digest;
}

/** Returns the criteria that select the events. */
export function digestRequest(
  dataset: Dataset,
  { today, territory, where = '', isOwn = true }: DigestFilters,
): AgendaRequest {
  const within = (list: readonly string[]): boolean => liesIn(dataset, list, territory);
  return {
    today,
    where: isOwn ? where : pairsFor(where, { agenda: true }),
    lineage: lineageIn(dataset),
    ...(territory ? { within } : {}),
  };
}
