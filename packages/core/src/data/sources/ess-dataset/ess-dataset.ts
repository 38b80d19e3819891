/** Our own format, `ess-dataset/1`: a manifest and a file a collection, or all of it in a single file. */

import { EssError } from '../../../errors.ts';
import {
  type Catalogue,
  type CollectionName,
  DATASET_FORMAT,
  type Dataset,
  isLarge,
  type Manifest,
  type MeasuresDocument,
} from '../../../model/index.ts';
import { addressOf, areNumbersInPlace, type Hashes, hashesIn, isJudged } from '../../../reading/index.ts';
import { checkForm, readWithText } from '../read.ts';
import type { Source, SourceContext, SourceRequest } from '../source.ts';
import { isObject } from '../values.ts';
import { checkMeasures } from './measures.ts';
import type { DataProblem } from './problems.ts';

/**
 * Reads `ess-dataset/1`.
 * @since 0.1.0
 */
export const essDataset: Source = {
  id: 'ess-dataset',
  title: 'ESS data set (JSON)',
  detect: (src, head) => {
    if (head !== undefined) return /"format"\s*:\s*"ess-dataset\//.test(head) ? 1 : 0;
    const path = src.split(/[?#]/, 1)[0] ?? '';
    return /(^|\/)manifest\.json$/.test(path) ? 0.8 : /\.json$/.test(path) ? 0.4 : 0;
  },
  load: async ({ src, need }, context) => {
    const { value, text, base } = await fetchJson(src, context);
    const current = await currentOf(isObject(value) ? value : {}, src);
    // A format that was migrated is judged: what it was then is not what it is now.
    const judged = context.isOwn && current === value ? await hashesIn(text, current) : undefined;
    const { manifest, inline } = judged
      ? { manifest: current as Manifest, inline: {} }
      : await manifestOf(current, src);
    const problems: DataProblem[] = [];
    const tell = (problem: DataProblem): unknown => problems.push(problem);
    const load: Load = { manifest, base, inline, judged, context, tell };
    const measuring = loadMeasures(load, need);
    const [collections, measures, catalogue] = await Promise.all([
      loadCollections(load, need),
      measuring,
      loadCatalogue(load, need, measuring),
    ]);
    context.signal.throwIfAborted();
    const { notices } = manifest;
    const issues =
      problems.length > 0 || notices ? (await import('./problems.ts')).findingsOf(problems, src, notices) : [];
    const others = {
      ...(measures ? { measures } : {}),
      ...(catalogue ? { catalogue } : {}),
      ...(judged ? { judged } : {}),
    };
    return { dataset: { manifest, base, collections, need, ...others }, issues };
  },
};

/** Of a data set on a machine the files are there, too; `fetch` decides what is read. */
const SCHEMES = /^(https?|file):$/;

/** Records of a single file, by collection. */
type Inline = Readonly<Record<string, unknown>>;

/** State that the steps of a load share. */
interface Load {
  readonly manifest: Manifest;
  readonly base: string;
  readonly inline: Inline;
  /** Hashes of the files that need no schema. */
  readonly judged: Hashes | undefined;
  readonly context: SourceContext;
  readonly tell: (problem: DataProblem) => void;
}

/** A document, its text where it was read as one, and the address that it came from: a server may have sent us elsewhere. */
interface Fetched {
  readonly value: unknown;
  readonly text: string;
  readonly base: string;
}

async function fetchJson(url: string, { fetch, read, signal }: SourceContext): Promise<Fetched> {
  const response = read ? null : await fetch(url, { signal });
  const fetched = response ? await readWithText(response, url) : { value: await read?.(url), text: '' };
  signal.throwIfAborted();
  return { ...fetched, base: response?.url || url };
}

/** Returns a file of a data set, and whether it needs no schema. @param href its address in the manifest */
async function fetchPart(
  { base, judged, context }: Load,
  href: string,
): Promise<{ readonly url: string; readonly value: unknown; readonly isRead: boolean }> {
  const url = addressOf(href, base, SCHEMES);
  const { value, text } = await fetchJson(url, context);
  return { url, value, isRead: (await isJudged(text, judged?.[href])) && areNumbersInPlace(value) };
}

const MANIFEST = {
  schema: async () => (await import('../../../model/manifest.ts')).Manifest,
  what: 'the manifest',
};

/** Returns the manifest in the version that this release reads, migrated if it has another one. */
async function currentOf(document: Inline, url: string): Promise<Inline> {
  if (document['format'] === DATASET_FORMAT) return document;
  return (await import('./migrations.ts')).migrate(document, url);
}

/** Returns the manifest, and the records of a single file. */
async function manifestOf(document: Inline, url: string): Promise<{ manifest: Manifest; inline: Inline }> {
  // What it says of judged bytes is no reason to refuse it.
  const { judged: _, ...current } = document;
  const { collections: listed, coverage } = current;
  const inline: Inline = isObject(listed)
    ? Object.fromEntries(Object.entries(listed).filter(([, entry]) => Array.isArray(entry)))
    : {};
  const entries = Object.entries(inline).map(([name, records]) => {
    const count = Array.isArray(records) ? records.length : 0;
    return [name, { href: url, count, hash: '', coverage: (isObject(coverage) && coverage[name]) || [] }] as const;
  });
  // `collections` that is no object is for the schema to refuse.
  const collections = isObject(listed) ? { ...listed, ...Object.fromEntries(entries) } : listed;
  return { manifest: await checkForm(MANIFEST, { ...current, collections }, url), inline };
}

async function loadCollections(load: Load, need: SourceRequest['need']): Promise<Dataset['collections']> {
  const { manifest, inline } = load;
  const isSpared = need.includes('large') && isLarge(manifest) && !('organisations' in inline);
  const names = [...new Set(need)]
    .filter(isCollection)
    .filter((name) => Object.hasOwn(manifest.collections, name) && !(isSpared && MEMBERS.includes(name)));
  const loaded = await Promise.all(names.map(async (name) => [name, await loadCollection(load, name)] as const));
  // Each name comes with records of its own type, which the type of an object made of these pairs cannot express.
  return Object.fromEntries(loaded);
}

/**
 * Loads the definitions of the indicators that the manifest names, where they are requested. They also come with
 * requested measures that no build has written, because these will be computed; a failure then is no failure of the
 * load.
 */
async function loadCatalogue(
  load: Load,
  need: SourceRequest['need'],
  measuring: Promise<MeasuresDocument | null>,
): Promise<Catalogue | null> {
  const { href } = load.manifest.catalogue ?? {};
  if (href === undefined) return null;
  const isAsked = need.includes('catalogue');
  if (!isAsked && ((await measuring) || !need.some((name) => name.startsWith(MEASURES)))) return null;
  const reading = Promise.all([fetchPart(load, href), import('./catalogue.ts')]);
  const catalogue = reading.then(([{ value, url, isRead }, { readCatalogueFile }]) =>
    readCatalogueFile(value, url, isRead),
  );
  return isAsked ? catalogue : catalogue.catch(() => null);
}

/** Collections that a reader of very many members can do without. */
const MEMBERS: readonly CollectionName[] = ['organisations', 'memberships'];

const MEASURES = 'measures';

const isCollection = (name: SourceRequest['need'][number]): name is CollectionName =>
  name !== 'large' && name !== 'catalogue' && !name.startsWith(MEASURES);

async function loadCollection(load: Load, name: CollectionName) {
  const { manifest, base, inline, tell, context } = load;
  const { href = '', count = 0 } = manifest.collections[name] ?? {};
  const { value, url, isRead } = Object.hasOwn(inline, name)
    ? { value: inline[name], url: addressOf(href, base, SCHEMES), isRead: false }
    : await fetchPart(load, href);
  if (Array.isArray(value) && value.length !== count) {
    tell({ kind: 'count', file: url, collection: name, found: value.length, expected: count });
  }
  if (isRead && Array.isArray(value)) return value;
  return (await import('./judge-records.ts')).judgeRecords(name, value, url, tell, context.pause);
}

/** Returns the measures needed: all of them, or the excerpts that hold those of the indicators named. */
async function loadMeasures(load: Load, need: SourceRequest['need']): Promise<MeasuresDocument | null> {
  const { manifest, base, tell } = load;
  const { measures, excerpts } = manifest;
  const found = need
    .filter((name) => name.startsWith(MEASURES))
    .map((name) => (name === MEASURES || !excerpts ? measures : excerptOf(excerpts, name.slice(MEASURES.length + 1))));
  const hrefs = new Set(found.includes(measures) ? [measures] : found);
  const read = async (href: string | undefined): Promise<MeasuresDocument | null> => {
    if (href === undefined) return null;
    try {
      return await checkMeasures(await fetchPart(load, href), manifest, href !== measures, tell);
    } catch (error) {
      // A missing file (404, 410) is no error, because figures can be computed from records. Other failures may be
      // temporary, so they are thrown.
      const status = error instanceof EssError && error.details.status;
      if (status !== 404 && status !== 410) throw error;
      tell({ kind: 'no-measures', file: addressOf(href, base, SCHEMES), found: String(status) });
      return null;
    }
  };
  const documents = (await Promise.all([...hrefs].map(read))).filter((document) => document !== null);
  if (documents.length === 0) return null;
  return Object.assign({}, ...documents, {
    indicators: Object.assign({}, ...documents.map(({ indicators }) => indicators)),
    measures: documents.flatMap((document) => document.measures),
  });
}

/** Returns the address of the excerpt with the measures of an indicator; undefined if the build has written none. */
const excerptOf = (excerpts: NonNullable<Manifest['excerpts']>, indicator: string): string | undefined =>
  Object.keys(excerpts).find((href) => excerpts[href]?.includes(indicator));
