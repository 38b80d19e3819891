import { CSV_HEADER, csvRows } from '@ess-widgets/core/charts';
import { toCsv } from '@ess-widgets/core/format';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, keptLabel } from '../views/breakdown-words.ts';

/** Returns all values of series side by side as CSV: the rows of each measure, with its period and its territory. */
export function besideCsv({ groups, kept, texts }: Breakdown, m: Localized): string {
  const all = (groups?.series ?? []).flatMap(({ measure, parts }) => (measure ? { ...measure, parts } : []));
  return toCsv(
    CSV_HEADER,
    all.flatMap((each) => csvRows(each, m.lang, keptLabel(kept, texts, m))),
  );
}
