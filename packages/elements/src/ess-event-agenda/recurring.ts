/** Events that come back: each time is written out, and how often it comes is said. Loaded where the data hold one. */
import type { Event } from '@ess-widgets/core/model';
import type { TemplateResult } from 'lit';
import type { Localized } from '../messages/messages.ts';

export { expandEvents } from '@ess-widgets/core/chart';

/** "toutes les 2 semaines"; nothing for what comes once, or in a way that is not known. */
export function everyOf({ recurrence }: Event, m: Localized): readonly (string | TemplateResult)[] {
  if (!recurrence || recurrence.frequency === 'other') return [];
  return [m.content(`agendaEvery_${recurrence.frequency}`, { n: Math.max(1, Math.trunc(recurrence.interval) || 1) })];
}
