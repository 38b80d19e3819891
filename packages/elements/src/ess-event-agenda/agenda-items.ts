/** The lines of an agenda, whatever is made of them. */
import type { Agenda, AgendaItem } from '@ess-widgets/core/chart';
import { type Dataset, parsePeriod, records, resolveText } from '@ess-widgets/core/model';

/** The lines of an agenda, in the order in which they are shown. */
export const itemsOf = ({ upcoming, unconfirmed, past }: Agenda): readonly AgendaItem[] => [
  ...upcoming,
  ...unconfirmed,
  ...past,
];

/**
 * Whether a calendar can hold a line: what is known to the day or to the month. A year or a quarter would only be a stripe
 * over the whole calendar.
 */
export function fitsCalendar({ date }: AgendaItem): boolean {
  const days = date ? parsePeriod(date) : null;
  return days !== null && (['day', 'month'].includes(days.kind) || (days.kind === 'range' && days.text.length === 21));
}

/** Labels of the themes, by id. */
export function themesOf(dataset: Dataset, lang: string): ReadonlyMap<string, string> {
  const themes = records(dataset, 'categories').filter((category) => category.dimension === 'theme');
  return new Map(themes.map(({ id, label }) => [id, resolveText(label, lang).text]));
}
