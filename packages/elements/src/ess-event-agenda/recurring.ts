/** Events that come back: each time is written out, and how often it comes is said. Loaded where the data hold one. */
import { type ExpandRequest, expandEvents } from '@ess-widgets/core/chart';
import type { Event } from '@ess-widgets/core/model';
import type { TemplateResult } from 'lit';
import type { EssElement } from '../internal/element.ts';
import type { Localized } from '../messages/messages.ts';
import { recurringTexts } from '../messages/topics/recurring.ts';

const written = new WeakMap<readonly Event[], { readonly key: string; readonly times: readonly Event[] }>();

/** The events, each time of those that come back; written out once, since every choice of the visitor asks again. */
function timesOf(events: readonly Event[], request: ExpandRequest): readonly Event[] {
  const key = `${request.today} ${request.period}`;
  const known = written.get(events);
  if (known?.key === key) return known.times;
  const times = expandEvents(events, request);
  written.set(events, { key, times });
  return times;
}

/** "toutes les 2 semaines"; nothing for what comes once, or in a way that is not known. */
function everyOf({ recurrence }: Event, m: Localized): readonly (string | TemplateResult)[] {
  if (!recurrence || recurrence.frequency === 'other') return [];
  return [m.content(`agendaEvery_${recurrence.frequency}`, { n: Math.max(1, Math.trunc(recurrence.interval) || 1) })];
}

/** Both, once there are words for them. */
export async function ready(host: EssElement): Promise<{ timesOf: typeof timesOf; everyOf: typeof everyOf }> {
  await host.wantTexts(recurringTexts);
  return { timesOf, everyOf };
}
