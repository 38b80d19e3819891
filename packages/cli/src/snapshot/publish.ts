/** The public files of a snapshot: named by their content, with a manifest that is put in place last. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createSourceMerger, slug } from '@ess-widgets/core/data';
import { type Dataset, datasetHash, type Manifest, type Text } from '@ess-widgets/core/model';
import { contentHash, judgedManifest, preparedFiles, recordsText } from '@ess-widgets/core/prepare';
import type { Sources } from '../contract/sources.ts';
import { type Output, writeFiles } from '../dataset/write.ts';
import { removeOthers } from './state.ts';

/** Content of a snapshot. */
interface Content {
  readonly config: Sources;
  /** The data of each source that has been read, in the order of the configuration. */
  readonly parts: readonly Dataset[];
  /** Sentences on sources whose part is an older one. */
  readonly notices: readonly Text[];
  /** Day on which the next run is expected, `YYYY-MM-DD`; undefined where the configuration does not say. */
  readonly nextUpdate: string | undefined;
  /** Whether a source has been read in this run, so that the day of the next one is known anew. */
  readonly isFresh: boolean;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  /** Takes the keys out of a text. */
  readonly strike: (text: string) => string;
}

const MANIFEST = 'manifest.json';

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Files of ours: those of another command, or of a person, are never removed. */
const OURS = /^[a-z-]+\.[\da-f]{16}\.json$/i;

/**
 * Writes the data set into a folder. Files that are there with the same content stay as they are, so their dates do, too.
 * Files of the manifest that was there stay beside the new ones: a page that has read it before goes on to read them.
 * @returns whether a file was written
 */
export async function publish(folder: string, content: Content): Promise<boolean> {
  const last = manifestIn(folder);
  const { files, manifestWith } = filesOf(content);
  const nextUpdate = dueDay(content, last?.['nextUpdate']);
  const written = files.map(({ name, bytes }) => ({ name, bytes: content.strike(String(bytes)) }));
  const texts = new Map(written.map(({ name, bytes }) => [name, bytes]));
  const manifest = await judgedManifest(manifestWith(nextUpdate), texts, (made) => content.strike(jsonText(made)));
  const outputs = [...written, { name: MANIFEST, bytes: manifest }];
  const changed = outputs.filter(({ name, bytes }) => textIn(folder, name) !== bytes);
  if (changed.length === 0) return false;
  // The manifest is last: until it is there, readers have what was there before.
  writeFiles(folder, changed, new Set());
  if (changed.some(({ name }) => name === MANIFEST)) {
    removeOthers(folder, OURS, new Set([...outputs.map(({ name }) => name), ...namesIn(last)]));
  }
  return true;
}

type Json = Readonly<Record<string, unknown>>;

/** Returns the day of the next update: that which is said already, until it comes, so that the manifest stays the same. */
function dueDay({ nextUpdate, today, isFresh }: Content, said: unknown): string | undefined {
  if (nextUpdate === undefined) return undefined;
  if (typeof said !== 'string') return nextUpdate;
  return !isFresh || (said > today && said < nextUpdate) ? said : nextUpdate;
}

function filesOf(content: Content) {
  const { config, parts, notices, strike } = content;
  const merged = createSourceMerger().merge(parts);
  if (!merged) throw new TypeError('a snapshot needs at least one part');
  const { collections, catalogue } = merged;
  const named = (name: string, text: string): Output => ({
    name: `${name}.${contentHash(Buffer.from(text))}.json`,
    bytes: text,
  });
  const records = Object.entries(collections).map(([name, list]) => {
    const text = strike(recordsText(list));
    const hash = contentHash(Buffer.from(text));
    const { coverage = [] } = merged.manifest.collections[name] ?? {};
    const file = named(name, text);
    return { name, file, entry: { href: file.name, count: list.length, hash, coverage: [...coverage] } };
  });
  const definitions = catalogue && named('catalogue', jsonText(catalogue));
  const title = config.title ?? merged.manifest.title.fr;
  const {
    format,
    title: firstTitle,
    publisher,
    licence,
    contact,
    language,
    network,
    periods,
    periodsInferred,
    zone,
    audience,
  } = merged.manifest;
  const head: Omit<Manifest, 'collections'> = {
    ...{ format, id: slug(title) || 'snapshot', title: config.title === undefined ? firstTitle : { fr: title } },
    ...{ publisher: config.publisher ?? publisher, licence: config.licence ?? licence },
    ...defined({
      contact: config.contact ?? contact,
      network: config.network ?? network,
      audience,
      periodsInferred,
      zone,
    }),
    ...{ language: config.language ?? language, updated: latestOf(parts), periods },
    documents: merged.manifest.documents,
    ...(definitions ? { catalogue: { href: definitions.name, hash: definitions.name.split('.')[1] ?? '' } } : {}),
    ...(notices.length > 0 ? { notices: [...notices] } : {}),
  };
  const entries = Object.fromEntries(records.map(({ name, entry }) => [name, entry]));
  const manifest: Manifest = { ...head, hash: datasetHash(entries, contentHash), collections: entries };
  const made = [...preparedFiles({ ...merged, manifest }, []).files];
  const derived = made.map(([name, text]) => ({ name, file: named(name.replace(/\.json$/, ''), text), text }));
  const [measures, ...excerpts] = derived;
  const excerptEntries = excerpts.map(
    ({ file, text }) => [file.name, Object.keys(JSON.parse(text).indicators)] as const,
  );
  return {
    files: [
      ...records.map(({ file }) => file),
      ...(definitions ? [definitions] : []),
      ...derived.map(({ file }) => file),
    ],
    manifestWith: (nextUpdate: string | undefined): Manifest => ({
      ...manifest,
      ...(nextUpdate === undefined ? {} : { nextUpdate }),
      ...(measures ? { measures: measures.file.name } : {}),
      excerpts: Object.fromEntries(excerptEntries),
    }),
  };
}

/** Returns the day of the latest part. */
const latestOf = (parts: readonly Dataset[]): string =>
  parts
    .map(({ manifest }) => manifest.updated)
    .sort()
    .at(-1) ?? '';

/** Returns an object without the fields that are undefined. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function textIn(folder: string, name: string): string | null {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Returns the manifest that a folder has; null where it has none, or one that is damaged. */
function manifestIn(folder: string): Json | null {
  try {
    const manifest: unknown = JSON.parse(textIn(folder, MANIFEST) ?? 'null');
    return typeof manifest === 'object' && manifest !== null ? { ...manifest } : null;
  } catch {
    return null;
  }
}

/** Returns all names of files in a manifest. */
function namesIn(manifest: Json | null): readonly string[] {
  return [...JSON.stringify(manifest).matchAll(/"([a-z-]+\.[\da-f]{16}\.json)"/gi)].map(([, name = '']) => name);
}
