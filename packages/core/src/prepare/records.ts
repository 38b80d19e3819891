/** Records of a data set as its files hold them, so that those which nobody changes stay as they are written. */

import { type CollectionName, collectionSchemas, type Dataset, isCollection, type Manifest } from '../model/index.ts';

/** Gets a file of a data set, by its address. */
export type FileFetch = (url: string) => Promise<Response>;

/** A record of any collection, as it is written: what its writer left out is absent. */
export type Fields = Readonly<Record<string, unknown>>;

/** Records of each collection of a data set. */
export type RawCollections = readonly (readonly [CollectionName, readonly Fields[]])[];

const isList = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);

/**
 * Reads the records as they are written. What is no list of records in JSON (a CSV, a file of JSON lines) is taken as its reader
 * has read it.
 */
export async function rawCollections(
  { manifest, base, collections }: Pick<Dataset, 'manifest' | 'base' | 'collections'>,
  src: string,
  fetch: FileFetch,
): Promise<RawCollections> {
  const inline = await inlineCollections(src, fetch);
  const names = Object.keys(manifest.collections).filter(isCollection);
  return Promise.all(
    names.map(async (name) => {
      const href = manifest.collections[name]?.href ?? '';
      const url = new URL(href, base).href;
      const raw = href === '' || url === src ? inline[name] : await listAt(url, fetch);
      return [name, isList(raw) ? raw : ((collections[name] ?? []) as readonly object[] as readonly Fields[])] as const;
    }),
  );
}

async function inlineCollections(src: string, fetch: FileFetch): Promise<Fields> {
  const document = await listAt(src, fetch);
  const held = typeof document === 'object' && document !== null ? (document as Fields)['collections'] : undefined;
  return typeof held === 'object' && held !== null ? (held as Fields) : {};
}

async function listAt(url: string, fetch: FileFetch): Promise<unknown> {
  try {
    return await (await fetch(url)).json();
  } catch {
    return undefined;
  }
}

/** Returns a data set of records as they are written: those that cannot be read are left out, as their readers do. */
export function datasetOf(
  manifest: Manifest,
  raw: RawCollections,
  { base, catalogue }: Pick<Dataset, 'base' | 'catalogue'>,
): Dataset {
  const collections = raw.map(([name, records]) => [
    name,
    records.flatMap((record): readonly object[] => {
      const { success, data } = collectionSchemas[name].safeParse(record);
      return success ? [data] : [];
    }),
  ]);
  return { manifest, base, collections: Object.fromEntries(collections), ...(catalogue ? { catalogue } : {}) };
}
