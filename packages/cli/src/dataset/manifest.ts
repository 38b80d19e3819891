import { type Finding, Manifest } from '@ess-widgets/core/model';
import { mismatches } from './mismatches.ts';
import type { Opening } from './open.ts';

/** All that is wrong with the manifest of a data set: its reader stops at the first mistake. Empty for other formats. */
export async function manifestMismatches({ src, source, fetch }: Opening): Promise<readonly Finding[]> {
  if (source.id !== 'ess-dataset') return [];
  const document: unknown = await (await fetch(src)).json();
  const result = Manifest.safeParse(withoutRecords(document));
  return result.success ? [] : mismatches(result.error, document, { file: src });
}

/** The manifest of a single file: its lists of records stand for the entries of the files that they would be. */
function withoutRecords(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('collections' in document)) return document;
  const { collections } = document;
  if (typeof collections !== 'object' || collections === null) return document;
  const entries = Object.entries(collections).map(([name, value]) => {
    return [name, Array.isArray(value) ? { href: '', count: value.length, hash: '' } : value] as const;
  });
  return { ...document, collections: Object.fromEntries(entries) };
}
