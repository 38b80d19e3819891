/** What of a data set may lie on a server: its records, manifest and measures without what is internal. */
import { indicatorsOf } from '../indicators/index.ts';
import {
  type CollectionName,
  collectionSchemas,
  type Dataset,
  datasetHash,
  forAudience,
  type Manifest,
  type MeasuresDocument,
} from '../model/index.ts';
import { contentHash } from './bytes.ts';
import { measureFiles, recordsText } from './prepared-files.ts';
import type { Fields } from './records.ts';

type Lists = readonly (readonly [CollectionName, readonly Fields[]])[];

/** The public part of a data set. */
interface PublicPart {
  readonly manifest: Manifest;
  readonly lists: Lists;
  readonly measures: MeasuresDocument;
  /** The measures and their excerpts, as texts by their paths. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Returns the public part of a data set. Its figures count all records; a list that lacks some of them is complete
 * for nothing, so that nobody counts what it lacks as nought. A record that cannot be read is left out too: nobody knows whom it
 * is for.
 * @param lists the records as they are written
 * @param measure returns the figures of the data that visitors see
 */
export function publicPart(
  dataset: Dataset,
  lists: Lists,
  measure: (narrowed: Dataset) => MeasuresDocument,
): PublicPart {
  const written = lists.map(([name, list]) => [
    name,
    list.filter((record) => collectionSchemas[name].safeParse(record).success),
  ]);
  const whole = { ...dataset, collections: Object.fromEntries(written) };
  const shown = forAudience(whole);
  // A figure that says to be internal is no value of a public one.
  const computed = measure(shown);
  const { measures = computed } = forAudience({ ...whole, measures: computed });
  const kept = lists.flatMap(([name, all]): Lists => {
    const list = (shown.collections[name] ?? []) as readonly object[] as readonly Fields[];
    return all.length > 0 && list.length === 0 ? [] : [[name, list]];
  });
  const collections: Manifest['collections'] = Object.fromEntries(
    kept.map(([name, list]) => {
      const { coverage = [], href = `${name}.json`, count = 0 } = dataset.manifest.collections[name] ?? {};
      const hash = contentHash(recordsText(list));
      return [name, { href, count: list.length, hash, coverage: list.length === count ? coverage : [] }];
    }),
  );
  const hashes = Object.fromEntries(kept.map(([name]) => [name, collections[name]?.hash ?? '']));
  const observations = new Set((shown.collections.observations ?? []).map(({ id }) => id));
  const { doubted, ...open } = measures;
  const figures = {
    ...open,
    hashes,
    ...(doubted ? { doubted: doubted.filter((id) => observations.has(id)) } : {}),
  };
  const { files, excerpts } = measureFiles(figures, indicatorsOf(dataset));
  const manifest = { ...dataset.manifest, hash: datasetHash(collections, contentHash), collections, excerpts };
  return { manifest, lists: kept, measures: figures, files };
}
