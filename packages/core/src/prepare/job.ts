import type { CommuneTable } from '../geo/index.ts';
import type { Dataset } from '../model/index.ts';
import { filesBeside } from './copied.ts';
import { reportDocumentOf, storyOf } from './documents.ts';
import type { PrepareJob } from './prepare.ts';
import { type FileFetch, rawCollections } from './records.ts';

/**
 * Returns the job of a data set that is given as it is: its records stay, what is derived from them is made anew.
 * @param src its address
 * @param fetch reads the files that its manifest names, records as they are written among them
 * @throws EssError for a file that cannot be read
 */
export async function jobOf(
  dataset: Dataset,
  src: string,
  fetch: FileFetch,
  table: CommuneTable | null,
): Promise<PrepareJob> {
  const { collections, packed: _, excerpts: __, ...head } = dataset.manifest;
  const records = await rawCollections(dataset, src, fetch);
  const report = await reportDocumentOf(dataset, fetch);
  const beside = await filesBeside(dataset, fetch, ['measures']);
  const story = (await storyOf(dataset, fetch))?.story ?? null;
  const coverage: PrepareJob['coverage'] = (name) => collections[name]?.coverage ?? [];
  return { dataset, table, records, head, coverage, beside, report, story, next: null };
}
