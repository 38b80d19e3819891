import type { Agenda } from '@ess-widgets/core/chart';
import type { Localized } from '../messages/messages.ts';
import { groups, itemsOf } from './agenda-items.ts';

/** "Finistère, 2024 – 67 rendez-vous : 2 à venir, 65 passés". @param asked the territory and the period, in words */
export function agendaSummary(agenda: Agenda, asked: string, m: Localized): string {
  const counts = groups
    .filter((group) => agenda[group].length)
    .map((group) => m.text(`agendaCount_${group}`, { n: agenda[group].length }))
    .join(', ');
  const total = m.text('agendaTotal', { n: itemsOf(agenda).length });
  return `${asked ? `${asked} – ` : ''}${counts ? m.text('agendaSum', { total, counts }) : total}`;
}
