/** Reads the data set as it is written by hand: every record checked, every mistake listed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type CollectionName,
  type Coverage,
  collectionSchemas,
  type Dataset,
  datasetHash,
  Manifest,
} from '@ess-widgets/core/model';
import { completed, recordsText } from '@ess-widgets/core/prepare';
import { CATALOGUE_FILE, readCatalogue } from './catalogue.ts';
import { brokenReferences } from './references.ts';

/** The names of the collections, in the order of the manifest. */
export const COLLECTIONS = Object.keys(collectionSchemas) as readonly CollectionName[];

const DATA = new URL('../data/', import.meta.url);

interface Problem {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

const issuesOf = ({ issues }: Problem): readonly string[] =>
  issues.map(({ path, message }) => `${path.join('.') || 'record'}: ${message}`);

/** Returns the name that a record goes by in a list of mistakes. */
function nameOf(record: unknown, at: number): string {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
  return typeof id === 'string' ? id : `record ${at + 1}`;
}

interface Checked {
  readonly records: readonly unknown[];
  readonly mistakes: readonly string[];
}

/** Checks the records of one collection: the shape of each, and that no identifier comes twice. */
export function checkCollection(name: CollectionName, rows: unknown): Checked {
  if (!Array.isArray(rows)) return { records: [], mistakes: [`${name}.json is not an array`] };
  const records: unknown[] = [];
  const mistakes: string[] = [];
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const where = `${name}/${nameOf(row, at)}`;
    const result = collectionSchemas[name].safeParse(row);
    if (!result.success) {
      mistakes.push(...issuesOf(result.error).map((issue) => `${where}: ${issue}`));
      continue;
    }
    const key = 'dimension' in result.data ? `${result.data.dimension}/${result.data.id}` : result.data.id;
    if (seen.has(key)) mistakes.push(`${where}: the id is used twice`);
    seen.add(key);
    records.push(result.data);
  }
  return { records, mistakes };
}

/** Returns the texts of the files of the records, by name: with the defaults that records leave out, one record a line. */
export async function recordFiles(): Promise<ReadonlyMap<string, string>> {
  const files = await readRecords();
  return new Map(files.map(({ name, text }) => [`${name}.json`, text]));
}

/** Reads the records of each collection. What has mistakes keeps its text: they are listed elsewhere. */
const readRecords = () =>
  Promise.all(
    COLLECTIONS.map(async (name) => {
      const rows: unknown = JSON.parse(await readFile(new URL(`${name}.json`, DATA), 'utf8'));
      const { records, mistakes } = checkCollection(name, rows);
      const whole = mistakes.length > 0 ? rows : completed(rows, records);
      return { name, text: recordsText(whole as readonly unknown[]), records, mistakes };
    }),
  );

/** Returns the first 16 hexadecimal digits of a SHA-256: they change with the file. */
export const fileHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

interface Written {
  readonly texts: Omit<Manifest, 'collections'>;
  readonly coverageOf: (name: CollectionName) => readonly Coverage[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Returns the manifest as it is written by hand: without what is counted, and with the coverage of each collection
 * apart.
 */
async function readManifest(): Promise<Written> {
  const written: unknown = JSON.parse(await readFile(new URL('manifest.json', import.meta.url), 'utf8'));
  const coverage = isObject(written) && isObject(written['coverage']) ? written['coverage'] : {};
  const strangers = Object.keys(coverage).filter((name) => !COLLECTIONS.some((known) => known === name));
  if (strangers.length > 0) throw new Error(`src/manifest.json covers no collection: ${strangers.join(', ')}`);
  const entries = COLLECTIONS.map((name) => [name, { href: '', count: 0, hash: '', coverage: coverage[name] ?? [] }]);
  const result = Manifest.safeParse({
    ...(isObject(written) ? written : {}),
    collections: Object.fromEntries(entries),
  });
  if (!result.success) throw new Error(`src/manifest.json has mistakes:\n${issuesOf(result.error).join('\n')}`);
  const { collections, ...texts } = result.data;
  return { texts, coverageOf: (name) => collections[name]?.coverage ?? [] };
}

/**
 * Returns the data set in memory, its manifest with counts and hashes.
 * @throws Error listing every mistake of every record, or of every definition of the catalogue
 */
export async function readDataset(): Promise<Dataset> {
  const { texts, coverageOf } = await readManifest();
  const read = await readRecords();
  const collections = Object.fromEntries(read.map(({ name, records }) => [name, records])) as Dataset['collections'];
  const mistakes = [...read.flatMap(({ mistakes: found }) => found), ...brokenReferences(collections, texts)];
  if (mistakes.length > 0) throw new Error(`The data set has mistakes:\n${mistakes.join('\n')}`);
  const entries = read.map(({ name, text, records }) => [
    name,
    { href: `${name}.json`, count: records.length, hash: fileHash(text), coverage: coverageOf(name) },
  ]);
  const { catalogue, text } = await readCatalogue();
  const written = Object.fromEntries(entries);
  return {
    manifest: {
      ...texts,
      hash: datasetHash(written, fileHash),
      catalogue: { href: CATALOGUE_FILE, hash: fileHash(text) },
      collections: written,
    },
    base: new URL('manifest.json', DATA).href,
    collections,
    catalogue,
  };
}
