/** Records of a data set as its files hold them, so that those which nobody changes stay as they are written. */

import {
  type CollectionName,
  collectionSchemas,
  type Dataset,
  isCollection,
  type Manifest,
} from '@ess-widgets/core/model';
import type { CommandFetch } from '../dataset/read.ts';
import type { Fields } from './year-data.ts';

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
  fetch: CommandFetch,
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

async function inlineCollections(src: string, fetch: CommandFetch): Promise<Fields> {
  const document = await listAt(src, fetch);
  const held = typeof document === 'object' && document !== null ? (document as Fields)['collections'] : undefined;
  return typeof held === 'object' && held !== null ? (held as Fields) : {};
}

async function listAt(url: string, fetch: CommandFetch): Promise<unknown> {
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
