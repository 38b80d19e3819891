/** Files of the original data set in a packed folder: its records, and the files that its manifest names. */

import { readReport } from '../data/index.ts';
import { readStory } from '../data/story.ts';
import { EssError } from '../errors.ts';
import { parseCommunes, readBasemap } from '../geo/index.ts';
import { checkCatalogue } from '../indicators/index.ts';
import {
  Catalogue,
  type CollectionEntry,
  type CollectionName,
  collectionSchemas,
  type Dataset,
  datasetHash,
  type Manifest,
  MeasuresFrame,
} from '../model/index.ts';
import { contentHash, fileText, textBytes } from './bytes.ts';
import type { PackedFile } from './packed.ts';
import { recordsText } from './prepared-files.ts';
import type { FileFetch } from './records.ts';
import { Refusal } from './refusal.ts';

/** Reads a file, and throws where it does not have the form of what it is named as. */
type Read = (text: string, url: string) => unknown;

const readMeasures: Read = (text) => MeasuresFrame.parse(JSON.parse(text));

const readCatalogue: Read = (text, url) => {
  const { findings } = checkCatalogue({ catalogue: Catalogue.parse(JSON.parse(text)) }, url);
  if (findings.some(({ severity }) => severity === 'error')) throw new TypeError('a definition cannot be used');
};

const readCalendar: Read = (text) => {
  if (!/^BEGIN:VCALENDAR\r?\n[^]*\nEND:VCALENDAR\s*$/.test(text)) throw new TypeError('no VCALENDAR');
};

/** Fields of a manifest that name a file, each with the reader that must accept the file before it is copied. */
const BESIDE = {
  basemap: (text) => readBasemap(JSON.parse(text)),
  communes: (text) => parseCommunes(JSON.parse(text)),
  measures: readMeasures,
  calendar: readCalendar,
  report: readReport,
  story: readStory,
} as const satisfies Partial<Record<keyof Manifest, Read>>;

/** Collections that the columns and details replace. */
const PACKED: readonly string[] = ['organisations', 'memberships'] satisfies readonly CollectionName[];

/** Files to copy, and the manifest that names them. */
interface Copied {
  readonly files: readonly PackedFile[];
  readonly manifest: Manifest;
}

/**
 * Copies under names that hold a hash of the content.
 * @param addresses those of the data: what a single file holds has that one too, and several have no file of both
 * @param records also those that were packed, for readers that know nothing of columns
 * @throws EssError `http` for a file that is not there; Refusal for one that its reader does not accept
 */
export async function copiedFrom(
  dataset: Dataset,
  addresses: readonly string[],
  fetch: FileFetch,
  records: boolean,
): Promise<Copied> {
  const files: PackedFile[] = [];
  const keep = (href: string, bytes: Uint8Array): string => {
    const name = baseName(href);
    const file: PackedFile = {
      kind: 'copied',
      href: `${name.split('.')[0]}.${contentHash(bytes)}${/.(\.[^.]*)$/.exec(name)?.[1] ?? '.json'}`,
      bytes,
    };
    files.push(file);
    return file.href;
  };
  const collections: [string, CollectionEntry][] = [];
  for (const [name, entry] of Object.entries(dataset.manifest.collections)) {
    // Nobody has read what has no schema.
    if (!entry || !Object.hasOwn(collectionSchemas, name) || (!records && PACKED.includes(name))) continue;
    const url = new URL(entry.href, dataset.base).href;
    const isInline = addresses.length > 1 || addresses.includes(url) || entry.href === '';
    const bytes = isInline ? written(dataset, name) : await bytesAt(url, fetch);
    const hash = isInline || entry.hash === '' ? contentHash(bytes) : entry.hash;
    collections.push([name, { ...entry, hash, href: keep(`${name}.json`, bytes) }]);
  }
  const named = await filesBeside(dataset, fetch);
  const { catalogue } = dataset.manifest;
  const definitions = named.find(({ field }) => field === 'catalogue')?.bytes;
  const beside = named.flatMap(({ field, href, bytes }) =>
    field === 'catalogue' ? [] : [[field, keep(href, bytes)] as const],
  );
  const excerpts: [string, string[]][] = [];
  for (const [href, indicators] of Object.entries(dataset.manifest.excerpts ?? {}))
    excerpts.push([
      keep(href, await acceptedBytes('excerpts', hrefIn(dataset, href), readMeasures, fetch)),
      indicators,
    ]);
  const kept = Object.fromEntries(collections);
  // Stills are not copied: they are made of a data set where it is published. Its files have other names here.
  const { stills: _, judged: __, ...texts } = dataset.manifest;
  const manifest = {
    ...texts,
    hash: datasetHash(kept, contentHash),
    collections: kept,
    ...Object.fromEntries(beside),
    ...(definitions
      ? { catalogue: { href: keep('catalogue.json', definitions), hash: catalogue?.hash || contentHash(definitions) } }
      : {}),
    ...(excerpts.length > 0 ? { excerpts: Object.fromEntries(excerpts) } : {}),
  };
  return { files, manifest };
}

/** A file that a manifest names besides its collections: `report`, `catalogue`, `communes`. */
export interface FileBeside {
  readonly field: keyof typeof BESIDE | 'catalogue';
  readonly href: string;
  readonly bytes: Uint8Array;
}

/** Returns the last part of an address: the name of its file. */
export const baseName = (href: string): string => new URL(href, 'file:///').pathname.split('/').findLast(Boolean) ?? '';

const hrefIn = ({ base }: Pick<Dataset, 'base'>, href: string): string => new URL(href, base).href;

/**
 * Returns the files that a manifest names besides its collections and its excerpts, each in the form that it is named as.
 * @param without fields whose files are not read
 * @throws EssError `http` for a file that is not there; Refusal for one that its reader does not accept
 */
export async function filesBeside(
  dataset: Pick<Dataset, 'manifest' | 'base'>,
  fetch: FileFetch,
  without: readonly string[] = [],
): Promise<readonly FileBeside[]> {
  const { manifest } = dataset;
  const files: FileBeside[] = [];
  const readers = { ...BESIDE, catalogue: readCatalogue };
  for (const field of Object.keys(readers) as (keyof typeof readers)[]) {
    const href = field === 'catalogue' ? manifest.catalogue?.href : manifest[field];
    if (href === undefined || without.includes(field)) continue;
    files.push({ field, href, bytes: await acceptedBytes(field, hrefIn(dataset, href), readers[field], fetch) });
  }
  return files;
}

async function bytesAt(url: string, fetch: FileFetch): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok)
    throw new EssError('http', `${url}: the server answered ${answer.status}.`, { url, status: answer.status });
  return new Uint8Array(await answer.arrayBuffer());
}

/** @throws Refusal that names the field, where the reader of its format does not accept the file */
async function acceptedBytes(field: string, url: string, read: Read, fetch: FileFetch): Promise<Uint8Array> {
  const bytes = await bytesAt(url, fetch);
  try {
    await read(fileText(bytes), url);
    return bytes;
  } catch {
    throw new Refusal({
      fr: `${field}\u202f: ${url} n’a pas la forme attendue\u202f; rien n’est écrit.`,
      en: `${field}: ${url} does not have the expected form; nothing is written.`,
    });
  }
}

/** Returns the records that have no file of their own, one a line. */
function written({ collections }: Dataset, name: string): Uint8Array {
  return textBytes(recordsText(collections[name as CollectionName] ?? []));
}
