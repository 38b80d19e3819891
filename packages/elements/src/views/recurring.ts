/** Recurring events: their occurrences, and how often they recur in words. */

import type { AgendaItem } from '@ess-widgets/core/charts';
import { dateInWords } from '@ess-widgets/core/format';
import { type Dataset, type Event, type ExpandRequest, expandEvents, records } from '@ess-widgets/core/model';
import type { TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';

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

/**
 * Returns "toutes les 2 semaines"; "au lieu du 7 avril 2026" of a time that was moved; nothing for what comes once, or in a
 * way that is not known.
 */
export function everyOf({ event, days }: AgendaItem, m: Localized): readonly (string | TemplateResult)[] {
  const { recurrence, occurrenceOf } = event;
  if (occurrenceOf && occurrenceOf.date !== days?.first)
    return [m.content('agendaInstead', { date: dateInWords(occurrenceOf.date, m.lang) })];
  if (!recurrence || recurrence.frequency === 'other') return [];
  return [m.content(`agendaEvery_${recurrence.frequency}`, { n: Math.max(1, Math.trunc(recurrence.interval) || 1) })];
}
