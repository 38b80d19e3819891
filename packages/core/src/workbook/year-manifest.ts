/** The manifest of a new year: last year's, with one year, one document and new declarations more. */
import { comparePeriods, type Manifest, parsePeriod, type Text } from '../model/index.ts';
import type { Settings } from './settings.ts';
import { withTexts } from './texts.ts';
import { type Fields, inYear, shifted, textAt, type YearData } from './year-data.ts';

/** The document that states the new figures, and the id by which records name it. */
interface YearDocument {
  readonly id: string;
  readonly document: { readonly title: Text; readonly href?: string; readonly date?: string };
}

/** Returns a text of last year for the year, with the French that the workbook gives it. */
function later(text: Text, fr: string, data: YearData): Text {
  const others = Object.entries(text).map(([lang, words]) => [lang, inYear(words ?? '', data)]);
  return { ...Object.fromEntries(others), fr: fr || inYear(text.fr, data) };
}

/** Returns the document of the year, after that of last year: `rapport-2024` is followed by `rapport-2025`. */
export function yearDocument(data: YearData, settings: Settings): YearDocument {
  const entries = Object.entries(data.manifest.documents);
  const last = entries.findLast(([id]) => inYear(id, data) !== id);
  const title = last
    ? later(last[1].title, settings.documentTitle, data)
    : { fr: settings.documentTitle || `Rapport d’activité ${data.year}` };
  return {
    id: last ? inYear(last[0], data) : `rapport-${data.year}`,
    document: {
      title,
      ...(settings.documentHref ? { href: settings.documentHref } : {}),
      ...(settings.documentDate ? { date: settings.documentDate } : {}),
    },
  };
}

/** Returns the periods of last year, then those that follow them in the year: `2024-SY`, `2025`. */
function periodsWith(data: YearData): readonly string[] {
  const { periods } = data.manifest;
  const isNew = (period: string): boolean => {
    const parsed = parsePeriod(period);
    // The day of a list says when it was taken, and comes back on no day of the next year.
    return !periods.includes(period) && parsed?.kind !== 'day' && parsed?.last.startsWith(data.year) === true;
  };
  const next = [...new Set([...periods.map((period) => shifted(period, data)), data.year])].filter(isNew);
  return [...periods, ...next.sort((a, b) => lastOf(a).localeCompare(lastOf(b)) || comparePeriods(a, b))];
}

const lastOf = (period: string): string => parsePeriod(period)?.last ?? '';

/**
 * Returns the manifest but for its collections. Columns of `pack` are left out: they are of last year’s members. So is its
 * story, which tells the findings of last year.
 * @param updated day of the data
 * @param documents those that records name
 */
export function yearManifest(
  data: YearData,
  settings: Settings,
  updated: string,
  documents: Manifest['documents'],
): Omit<Manifest, 'collections'> {
  const { collections: _, packed: __, excerpts: ___, story: ____, nextUpdate, ...rest } = data.manifest;
  const next = settings.nextUpdate || (nextUpdate && nextUpdate >= updated ? nextUpdate : '');
  return {
    ...rest,
    title: later(rest.title, settings.title, data),
    updated,
    ...(next ? { nextUpdate: next } : {}),
    periods: [...periodsWith(data)],
    documents,
  };
}

/**
 * Returns the report document of the year: last year's, whose blocks and texts speak of `@period`, with another period.
 * @param document id of the document that states the new figures; null while nothing does
 * @param texts those that somebody has read again, by their place: the others are left out
 */
export const yearReport = (
  last: Fields,
  document: string | null,
  data: YearData,
  texts: ReadonlyMap<string, Fields>,
): Fields => ({
  ...withTexts(last, (_text, id) => texts.get(id)),
  id: inYear(textAt(last, 'id'), data),
  period: shifted(textAt(last, 'period'), data),
  ...(last['document'] === undefined || document === null ? {} : { document }),
});
