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
  manifestShape,
} from '../../../model/index.ts';
import { addressOf } from '../../../reading/index.ts';
import { checkForm, readJson } from '../read.ts';
import type { Source, SourceContext, SourceRequest } from '../source.ts';
import { isObject } from '../values.ts';
import { checkMeasures } from './measures.ts';
import type { Problem } from './problems.ts';

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
    const [value, base] = await fetchJson(src, context);
    const { manifest, inline } = await manifestOf(value, src);
    const problems: Problem[] = [];
    const load: Load = { manifest, base, inline, context, tell: (problem) => problems.push(problem) };
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
    const others = { ...(measures ? { measures } : {}), ...(catalogue ? { catalogue } : {}) };
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
  readonly context: SourceContext;
  readonly tell: (problem: Problem) => void;
}

/** Returns a document, and the address that it came from: a server may have sent us elsewhere. */
async function fetchJson(url: string, { fetch, read, signal }: SourceContext): Promise<readonly [unknown, string]> {
  const response = read ? null : await fetch(url, { signal });
  const value = await (response ? readJson(response, url) : read?.(url));
  signal.throwIfAborted();
  return [value, response?.url || url];
}

const MANIFEST = {
  shape: manifestShape,
  schema: async () => (await import('../../../model/manifest.ts')).Manifest,
  what: 'the manifest',
};

/** Returns the manifest in the version that this release reads, migrated if it has another one. */
async function currentOf(document: Inline, url: string): Promise<Inline> {
  if (document['format'] === DATASET_FORMAT) return document;
  return (await import('./migrations.ts')).migrate(document, url);
}

/** Returns the manifest, and the records of a single file. */
async function manifestOf(document: unknown, url: string): Promise<{ manifest: Manifest; inline: Inline }> {
  const current = await currentOf(isObject(document) ? document : {}, url);
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
  { manifest, base, context }: Load,
  need: SourceRequest['need'],
  measuring: Promise<MeasuresDocument | null>,
): Promise<Catalogue | null> {
  const { href } = manifest.catalogue ?? {};
  if (href === undefined) return null;
  const isAsked = need.includes('catalogue');
  if (!isAsked && ((await measuring) || !need.some((name) => name.startsWith(MEASURES)))) return null;
  const url = addressOf(href, base, SCHEMES);
  const reading = Promise.all([fetchJson(url, context), import('./catalogue.ts')]);
  const catalogue = reading.then(([[value], { checkCatalogue }]) => checkCatalogue(value, url));
  return isAsked ? catalogue : catalogue.catch(() => null);
}

/** Collections that a reader of very many members can do without. */
const MEMBERS: readonly CollectionName[] = ['organisations', 'memberships'];

const MEASURES = 'measures';

const isCollection = (name: SourceRequest['need'][number]): name is CollectionName =>
  name !== 'large' && name !== 'catalogue' && !name.startsWith(MEASURES);

async function loadCollection({ manifest, base, inline, context, tell }: Load, name: CollectionName) {
  const { href = '', count = 0 } = manifest.collections[name] ?? {};
  const file = addressOf(href, base, SCHEMES);
  // Request the file and the reading module together: a page without records needs neither.
  const reading = Object.hasOwn(inline, name) ? [inline[name]] : fetchJson(file, context);
  const [[value], { checkRecords }] = await Promise.all([reading, import('./check-records.ts')]);
  if (Array.isArray(value) && value.length !== count) {
    tell({ kind: 'count', file, collection: name, found: value.length, expected: count });
  }
  return checkRecords(name, value, file, tell, context.pause);
}

/** Returns the measures needed: all of them, or the excerpts that hold those of the indicators named. */
async function loadMeasures(load: Load, need: SourceRequest['need']): Promise<MeasuresDocument | null> {
  const { manifest, base, context, tell } = load;
  const { measures, excerpts } = manifest;
  const found = need
    .filter((name) => name.startsWith(MEASURES))
    .map((name) => (name === MEASURES || !excerpts ? measures : excerptOf(excerpts, name.slice(MEASURES.length + 1))));
  const hrefs = new Set(found.includes(measures) ? [measures] : found);
  const read = async (href: string | undefined): Promise<MeasuresDocument | null> => {
    if (href === undefined) return null;
    const url = addressOf(href, base, SCHEMES);
    try {
      return await checkMeasures((await fetchJson(url, context))[0], manifest, href !== measures, url, tell);
    } catch (error) {
      // A missing file (404, 410) is no error, because figures can be computed from records. Other failures may be
      // temporary, so they are thrown.
      const status = error instanceof EssError && error.details.status;
      if (status !== 404 && status !== 410) throw error;
      tell({ kind: 'no-measures', file: url, found: String(status) });
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
