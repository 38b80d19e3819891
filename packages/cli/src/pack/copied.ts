/** What a packed folder has of the data set as it was: its records, and the files that its manifest names. */
import path from 'node:path';
import { EssError } from '@ess-widgets/core/errors';
import type { CollectionEntry, CollectionName, Dataset, Manifest } from '@ess-widgets/core/model';
import type { Fetch } from '../dataset/read.ts';
import { type FileToWrite, hashOf } from './files.ts';

/** Fields of a manifest that name a file. */
const BESIDE = ['basemap', 'communes', 'measures', 'calendar', 'report'] as const;
/** What the columns and details stand for. */
const PACKED: readonly string[] = ['organisations', 'memberships'] satisfies readonly CollectionName[];

/** Files to copy, and the manifest that names them. */
export interface Copied {
  readonly files: readonly FileToWrite[];
  readonly manifest: Manifest;
}

/**
 * Copies under names that hold a hash of the content.
 * @param src address of the data set: what a single file holds has that one too
 * @param records also those that were packed, for readers that know nothing of columns
 * @throws EssError `http` for a file that is not there
 */
export async function copiedFrom(dataset: Dataset, src: string, fetch: Fetch, records: boolean): Promise<Copied> {
  const files: FileToWrite[] = [];
  const keep = (href: string, bytes: Uint8Array): string => {
    const { name, ext } = path.posix.parse(new URL(href, 'file:///').pathname);
    const file: FileToWrite = {
      kind: 'copied',
      href: `${name.split('.')[0]}.${hashOf(bytes)}${ext || '.json'}`,
      bytes,
    };
    files.push(file);
    return file.href;
  };
  const collections: [string, CollectionEntry][] = [];
  for (const [name, entry] of Object.entries(dataset.manifest.collections)) {
    if (!entry || (!records && PACKED.includes(name))) continue;
    const url = new URL(entry.href, dataset.base).href;
    const isInline = url === src || entry.href === '';
    const bytes = isInline ? written(dataset, name) : await bytesAt(url, fetch);
    const hash = isInline || entry.hash === '' ? hashOf(bytes) : entry.hash;
    collections.push([name, { ...entry, hash, href: keep(`${name}.json`, bytes) }]);
  }
  const beside: [string, string][] = [];
  for (const field of BESIDE) {
    const href = dataset.manifest[field];
    if (href !== undefined) beside.push([field, keep(href, await bytesAt(new URL(href, dataset.base).href, fetch))]);
  }
  const excerpts: [string, string[]][] = [];
  for (const [href, indicators] of Object.entries(dataset.manifest.excerpts ?? {}))
    excerpts.push([keep(href, await bytesAt(new URL(href, dataset.base).href, fetch)), indicators]);
  const manifest = {
    ...dataset.manifest,
    collections: Object.fromEntries(collections),
    ...Object.fromEntries(beside),
    ...(excerpts.length > 0 ? { excerpts: Object.fromEntries(excerpts) } : {}),
  };
  return { files, manifest };
}

async function bytesAt(url: string, fetch: Fetch): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok)
    throw new EssError('http', `${url}: the server answered ${answer.status}.`, { url, status: answer.status });
  return new Uint8Array(await answer.arrayBuffer());
}

/** Records that have no file of their own, one a line. */
function written({ collections }: Dataset, name: string): Uint8Array {
  const records = collections[name as CollectionName] ?? [];
  return Buffer.from(`[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`);
}
