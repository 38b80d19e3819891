import { toCsv } from '@ess-widgets/core/format/lean';
import type { DirectoryEntry } from '@ess-widgets/core/geo';
import type { Localized } from '../../messages/messages.ts';
import { download } from '../download.ts';
import { type Categories, labelText } from './categories.ts';
import { precisionOf } from './rows-table.ts';
import { nameOf } from './texts.ts';

/** The entries as a spreadsheet, with the column names that the spreadsheet source reads again. */
export function entriesCsv(entries: readonly DirectoryEntry[], categories: Categories, m: Localized): string {
  const rows = entries.map((entry) => [
    nameOf(entry, m),
    labelText(categories.of(entry), m),
    entry.place?.fr,
    entry.position?.lat,
    entry.position?.lon,
    precisionOf(entry, m),
    entry.date,
    entry.links.find(({ kind }) => kind === 'site')?.url,
  ]);
  return toCsv(['nom', 'collège', 'commune', 'latitude', 'longitude', 'précision', 'adhésion', 'site'], rows);
}

/** Gives the visitor the entries as a file. */
export function giveCsv(name: string, entries: readonly DirectoryEntry[], categories: Categories, m: Localized): void {
  download(`${name}.csv`, entriesCsv(entries, categories, m), 'text/csv');
}
