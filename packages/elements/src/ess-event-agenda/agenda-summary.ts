import { formatPeriod } from '@ess-widgets/core/internal/format/period';
import type { Agenda, AgendaItem } from '@ess-widgets/core/internal/picture/agenda';
import type { Dataset } from '@ess-widgets/core/model';
import { placeName } from '../base/places.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { counted, groups, itemsOf } from './agenda-items.ts';

/** Kinds that an agenda counts. Events that were cancelled or postponed are neither ahead nor behind. */
const kinds = [...groups, 'cancelled', 'postponed'] as const;

/**
 * Returns "Finistère, 2024 – 67 rendez-vous et 2 jalons : 2 à venir, 64 passés, 1 annulé". A milestone is a line, but no event.
 * @param asked the territory and the period, in words
 */
export function agendaSummary(agenda: Agenda, asked: string, m: Localized): string {
  const items = itemsOf(agenda);
  const entries = items.filter(({ event }) => event.count > 0);
  const said = (key: MessageKey, n: number): string => (n ? m.text(key, counted(n, m)) : '');
  const kindOf = ({ event: { status }, group }: AgendaItem): string => kinds.find((kind) => kind === status) ?? group;
  const counts = kinds
    .map((kind) => said(`agendaCount_${kind}`, entries.filter((item) => kindOf(item) === kind).length))
    .filter(Boolean)
    .join(', ');
  const total =
    m.text('agendaTotal', counted(entries.length, m)) + said('agendaMilestones', items.length - entries.length);
  return `${asked ? `${asked} – ` : ''}${counts ? m.text('agendaSum', { total, counts }) : total}`;
}

/** Returns the territory and the period asked for, in words. */
export const askedFor = (
  dataset: Dataset,
  { territory, period }: { readonly territory?: string; readonly period?: string },
  m: Localized,
): string => [placeName(dataset, territory, m), period && formatPeriod(period, m.lang)].filter(Boolean).join(', ');
