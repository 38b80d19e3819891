import { CSV_HEADER, csvRows } from '@ess-widgets/core/charts';
import type { DataRows } from '../base/share/share-bar.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, keptLabel } from '../views/breakdown-words.ts';

/** Returns all values of series side by side: the rows of each measure, with its period and its territory. */
export function besideRows({ groups, kept, texts }: Breakdown, m: Localized): DataRows {
  const all = (groups?.series ?? []).flatMap(({ measure, parts }) => (measure ? { ...measure, parts } : []));
  const rows = all.flatMap((each) => csvRows(each, m.lang, keptLabel(kept, texts, m)));
  return { header: CSV_HEADER, rows };
}
