/** What a reader does with the whole report: printing it, and taking its figures away. */
import { CSV_HEADER, csvRows } from '@ess-widgets/core/chart';
import { toCsv } from '@ess-widgets/core/format/lean';
import { isUnlimited } from '@ess-widgets/core/indicators/written';
import type { Dataset } from '@ess-widgets/core/model';
import { download } from '../internal/download.ts';

/** How long printing waits for what is still loading, ms: then the page is printed as it is. */
const PATIENCE = 15_000;

type Stated = Element & { readonly state?: string };

/** Waits until every element inside shows what it has. */
async function settled(root: ParentNode): Promise<void> {
  const end = performance.now() + PATIENCE;
  const isWaiting = ({ localName, state }: Stated): boolean =>
    localName.startsWith('ess-') && localName !== 'ess-provider' && (state === undefined || state === 'loading');
  while (performance.now() < end && [...root.querySelectorAll<Stated>('*')].some(isWaiting)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Prints once everything is there, tables opened. What the checks found is printed where the reader has opened it. */
export async function printReport(root: ParentNode): Promise<void> {
  await settled(root);
  for (const details of root.querySelectorAll<HTMLDetailsElement>('details:not(.checks)')) details.open = true;
  await settled(root);
  print();
}

/** All measures of a data set as one spreadsheet, but for those that are kept to a part: their rows would not say so. */
export function downloadFigures({ manifest, measures }: Dataset, lang: string): void {
  const whole = (measures?.measures ?? []).filter(isUnlimited);
  const rows = whole.flatMap((measure) => csvRows(measure, lang));
  download(`${manifest.id}.csv`, toCsv(CSV_HEADER, rows), 'text/csv');
}
