import type { Agenda } from '@ess-widgets/core/chart';
import type { Localized, MessageKey } from '../messages/messages.ts';

/** "Finistère, 2024 – 67 rendez-vous : 2 à venir, 65 passés". @param asked the territory and the period, in words */
export function agendaSummary({ upcoming, unconfirmed, past }: Agenda, asked: string, m: Localized): string {
  const groups: readonly (readonly [MessageKey, number])[] = [
    ['agendaAhead', upcoming.length],
    ['agendaToConfirm', unconfirmed.length],
    ['agendaBehind', past.length],
  ];
  const counts = groups.filter(([, n]) => n > 0).map(([key, n]) => m.text(key, { n }));
  const total = m.text('agendaTotal', { n: upcoming.length + unconfirmed.length + past.length });
  const colon = m.lang === 'en' ? ': ' : '\u202f: ';
  return `${asked ? `${asked} – ` : ''}${total}${counts.length ? colon : ''}${counts.join(', ')}`;
}
