import {
  type Agenda,
  type AgendaItem,
  type AgendaKind,
  agendaKinds,
  placeName,
  tallyOf,
} from '@ess-widgets/core/charts';
import { periodInWords } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { countedItems, countParams } from './agenda-items.ts';

/** Kinds that are named in a period that is over: every other event of it is simply of that period. */
const closedKinds = ['unconfirmed', 'cancelled', 'postponed'] as const;

/**
 * Returns "Finistère, 2024 – 67 rendez-vous et 2 jalons : 2 à venir, 64 passés, 1 annulé". A milestone is a line, but no event.
 * @param asked the territory and the period, in words
 */
export function agendaSummary(agenda: Agenda, asked: string, m: Localized): string {
  const items = countedItems(agenda);
  return after(asked, sum('agendaSum', items, countsOf(items, agendaKinds, m), m));
}

/** Returns the same for a period that is over: "2024 – 67 rendez-vous et 2 jalons, dont 1 annulé". */
export const closedSummary = (items: readonly AgendaItem[], asked: string, m: Localized): string =>
  after(asked, sum('agendaSumOf', items, countsOf(items, closedKinds, m), m));

const after = (asked: string, said: string): string => (asked ? `${asked} – ${said}` : said);

const entriesOf = (items: readonly AgendaItem[]): readonly AgendaItem[] => items.filter(({ event }) => event.count > 0);

const said = (key: MessageKey, n: number, m: Localized): string => (n ? m.text(key, countParams(n, m)) : '');

function countsOf(items: readonly AgendaItem[], named: readonly AgendaKind[], m: Localized): string {
  const tally = tallyOf(items);
  return named
    .map((kind) => said(`agendaCount_${kind}`, tally[kind], m))
    .filter(Boolean)
    .join(', ');
}

function sum(key: 'agendaSum' | 'agendaSumOf', items: readonly AgendaItem[], counts: string, m: Localized): string {
  const n = entriesOf(items).length;
  const total = m.text('agendaTotal', countParams(n, m)) + said('agendaMilestones', items.length - n, m);
  return counts ? m.text(key, { total, counts }) : total;
}

/** Returns the territory and the period asked for, in words. */
export const requestedInWords = (
  dataset: Dataset,
  { territory, period }: { readonly territory?: string; readonly period?: string },
  m: Localized,
): string => [placeName(dataset, territory, m), period && periodInWords(period, m.lang)].filter(Boolean).join(', ');
