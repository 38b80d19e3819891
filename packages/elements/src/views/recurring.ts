import { type Dataset, type Event, type ExpandRequest, expandEvents, records } from '@ess-widgets/core/model';

const written = new WeakMap<readonly Event[], { readonly key: string; readonly times: readonly Event[] }>();

/**
 * Returns the events, with each occurrence of the recurring ones. It caches them, since every choice of the visitor asks
 * again.
 */
export function recurringTimes(dataset: Dataset, request: ExpandRequest): readonly Event[] {
  const events = records(dataset, 'events');
  const key = `${request.today} ${request.period}`;
  const known = written.get(events);
  if (known?.key === key) return known.times;
  const times = expandEvents(events, { ...request, updated: dataset.manifest.updated });
  written.set(events, { key, times });
  return times;
}
