import type { Agenda, AgendaItem } from '@ess-widgets/core/chart';
import { formatPeriod } from '@ess-widgets/core/format/lean';
import { type Dataset, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../messages/messages.ts';
import { counted, groups, itemsOf } from './agenda-items.ts';

/** "Finistère, 2024 – 67 rendez-vous : 2 à venir, 65 passés". @param asked the territory and the period, in words */
export function agendaSummary(agenda: Agenda, asked: string, m: Localized): string {
  const counts = groups
    .filter((group) => numberOf(agenda[group]))
    .map((group) => m.text(`agendaCount_${group}`, counted(numberOf(agenda[group]), m)))
    .join(', ');
  const total = m.text('agendaTotal', counted(numberOf(itemsOf(agenda)), m));
  return `${asked ? `${asked} – ` : ''}${counts ? m.text('agendaSum', { total, counts }) : total}`;
}

/** A milestone is a line, and no appointment. */
const numberOf = (items: readonly AgendaItem[]): number => items.filter(({ event }) => event.count > 0).length;

/** The territory and the period asked for, in words. */
export function askedFor(
  { collections }: Dataset,
  { territory, period }: { readonly territory?: string; readonly period?: string },
  m: Localized,
): string {
  const found = territory ? collections.territories?.find(({ id }) => id === territory) : undefined;
  const name = found ? resolveText(found.name, m.lang).text : territory;
  return [name, period ? formatPeriod(period, m.lang) : undefined].filter(Boolean).join(', ');
}
