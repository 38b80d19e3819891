/** At what hours an event is. Loaded where the data hold one that has some. */

import type { AgendaItem } from '@ess-widgets/core/charts';
import { eventHours } from '@ess-widgets/core/format';
import type { TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';

/**
 * Returns "de 18 h 30 à 20 h", "de 10 h le premier jour à 17 h le dernier", "jusqu’à 17 h"; nothing where no hour is known.
 * @param reader zone of who reads
 */
export function hoursOf(
  { event, days }: AgendaItem,
  m: Localized,
  reader: string | undefined,
): readonly (string | TemplateResult)[] {
  const hours = eventHours(event, days, m.lang, reader);
  if (!hours) return [];
  const { from, to, isOverDays } = hours;
  if (!to) return [m.content('agendaHour', { from })];
  if (!from) return [m.content('agendaUntil', { to })];
  return [m.content(isOverDays ? 'agendaHoursOfDays' : 'agendaHours', { from, to })];
}
