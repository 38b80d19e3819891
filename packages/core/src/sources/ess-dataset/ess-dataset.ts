/** Our own format, `ess-dataset/1`: a manifest and a file a collection, or all of it in a single file. */
import {
  type CollectionName,
  type CollectionRecords,
  collectionSchemas,
  type Dataset,
  Manifest,
  type MeasuresDocument,
} from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import type { Source, SourceContext, SourceRequest } from '../../model/source.ts';
import { createFindings, type FindingList } from '../findings.ts';
import { checkShape, isObject, readJson } from '../read.ts';
import { checkRecords } from './check-records.ts';
import { checkMeasures } from './measures.ts';
import { migrate } from './migrations.ts';

/** Reads `ess-dataset/1`. */
export const essDataset: Source = {
  id: 'ess-dataset',
  title: 'ESS data set (JSON)',
  detect: (src, head) => {
    if (head !== undefined) return /"format"\s*:\s*"ess-dataset\//.test(head) ? 1 : 0;
    const path = src.split(/[?#]/, 1)[0] ?? '';
    return /(^|\/)manifest\.json$/.test(path) ? 0.8 : /\.json$/.test(path) ? 0.4 : 0;
  },
  load: async (request, context) => {
    const findings = createFindings(request.src);
    const document = await fetchJson(request.src, context);
    const { manifest, inline } = readManifest(document, request.src);
    const dataset = { manifest, base: request.src };
    const [collections, measures] = await Promise.all([
      loadCollections(dataset, inline, request, context, findings),
      request.need.includes('measures') ? loadMeasures(dataset, context, findings) : null,
    ]);
    context.signal.throwIfAborted();
    return { dataset: { ...dataset, collections, ...(measures ? { measures } : {}) }, issues: findings.list() };
  },
};

type Inline = Readonly<Record<string, unknown>>;
type Bare = Pick<Dataset, 'manifest' | 'base'>;

async function fetchJson(url: string, { fetch, signal }: SourceContext): Promise<unknown> {
  const response = await fetch(url, { signal });
  const value = await readJson(response, url);
  signal.throwIfAborted();
  return value;
}

/** The manifest, and the records of a single file by collection. */
function readManifest(document: unknown, url: string): { readonly manifest: Manifest; readonly inline: Inline } {
  const current = migrate(isObject(document) ? document : {}, url);
  const listed = isObject(current['collections']) ? current['collections'] : {};
  const inline = Object.fromEntries(Object.entries(listed).filter(([, entry]) => Array.isArray(entry)));
  const coverage = isObject(current['coverage']) ? current['coverage'] : {};
  const entries = Object.entries(inline).map(([name, records]) => {
    const count = Array.isArray(records) ? records.length : 0;
    return [name, { href: url, count, hash: '', coverage: coverage[name] ?? [] }] as const;
  });
  const whole = { ...current, collections: { ...listed, ...Object.fromEntries(entries) } };
  // `collections` that is no object must be refused by the schema, not mended here.
  const checked = isObject(current['collections']) ? whole : current;
  return { manifest: checkShape(Manifest, checked, 'the manifest', url), inline };
}

async function loadCollections(
  dataset: Bare,
  inline: Inline,
  { need }: SourceRequest,
  context: SourceContext,
  findings: FindingList,
): Promise<Dataset['collections']> {
  const { collections } = dataset.manifest;
  const names = [...new Set(need)].filter(isCollection).filter((name) => collections[name] !== undefined);
  const values = await Promise.all(
    names.map(async (name) => inline[name] ?? fetchJson(hrefOf(dataset, name), context)),
  );
  const loaded = names.map((name, index) => {
    const file = hrefOf(dataset, name);
    checkCount(dataset.manifest, name, values[index], file, findings);
    return [name, checkRecords(name, values[index], file, findings)] as const;
  });
  return collectionsOf(loaded);
}

const isCollection = (name: string): name is CollectionName => Object.hasOwn(collectionSchemas, name);

const hrefOf = ({ manifest, base }: Bare, name: CollectionName): string =>
  new URL(manifest.collections[name]?.href ?? '', base).href;

/** Each name comes with records of its own type: the pairs say so, a record made of them cannot. */
const collectionsOf = (pairs: readonly (readonly [CollectionName, readonly CollectionRecords[CollectionName][]])[]) =>
  Object.fromEntries(pairs) as Dataset['collections'];

async function loadMeasures(
  dataset: Bare,
  context: SourceContext,
  findings: FindingList,
): Promise<MeasuresDocument | null> {
  const { manifest, base } = dataset;
  if (manifest.measures === undefined) return null;
  const url = new URL(manifest.measures, base).href;
  const checked = checkMeasures(await fetchJson(url, context), manifest, url);
  if ('measures' in checked) return checked;
  findings.add(checked);
  return null;
}

function checkCount(
  manifest: Manifest,
  name: CollectionName,
  value: unknown,
  file: string,
  findings: FindingList,
): void {
  const announced = manifest.collections[name]?.count;
  if (Array.isArray(value) && value.length !== announced)
    findings.add(countFinding(name, file, value.length, announced));
}

function countFinding(collection: string, file: string, found: number, expected: number | undefined): Finding {
  return {
    rule: 'count',
    severity: 'warning',
    certainty: 'certain',
    where: { file, collection },
    found: String(found),
    expected: String(expected),
    message: {
      fr: `${collection}\u202f: ${found} fiches reçues, ${expected} annoncées par le manifeste. L’un des deux fichiers est ancien.`,
      en: `${collection}: ${found} records received, ${expected} announced by the manifest. One of the two files is old.`,
    },
  };
}
