/** The files of a data set, from its records and what goes with them: for the page and the command line, without a file system. */
import { readReport } from '../data/index.ts';
import { readStory } from '../data/story.ts';
import type { CommuneTable } from '../geo/index.ts';
import {
  type CollectionName,
  type Coverage,
  collectionSchemas,
  type Dataset,
  datasetHash,
  type Finding,
  type Manifest,
  type Report,
  type Story,
} from '../model/index.ts';
import { contentHash, fileText, textBytes } from './bytes.ts';
import { baseName, type FileBeside } from './copied.ts';
import type { ReadDocument } from './documents.ts';
import { completed, judgedManifest } from './judge-files.ts';
import { findingsOn } from './last-findings.ts';
import { MEASURES_FILE, manifestText, preparedFiles, recordsText } from './prepared-files.ts';
import { publicPart } from './public-part.ts';
import { datasetOf, type Fields, type RawCollections } from './records.ts';
import { isUnknownIndicator } from './unknown-indicators.ts';

/** Data that are to be prepared: records, and the manifest but for what is derived from them. */
export interface PrepareJob {
  /** The data that they were made of: those of last year, or the same. */
  readonly dataset: Dataset;
  readonly table: CommuneTable | null;
  readonly records: RawCollections;
  readonly head: Omit<Manifest, 'collections'>;
  readonly coverage: (name: CollectionName) => readonly Coverage[];
  /** Files that the manifest of these data names, but for those that are made anew. */
  readonly beside: readonly FileBeside[];
  /** Report and story of these data: figures that they show stay prepared, and so do the doubts about them. */
  readonly report: ReadDocument | null;
  readonly story: Story | null;
  /** What the records are of that are not those of `dataset`: another year, with its report where there is one. */
  readonly next: { readonly report: { readonly document: Fields; readonly href: string } | null } | null;
}

/** A data set as it is read, and as files. */
interface DataFiles {
  /** With its measures. */
  readonly dataset: Dataset;
  readonly table: CommuneTable | null;
  /**
   * Returns its files by their paths, the manifest last: until it is there, a folder is what it was.
   * @param more files that the manifest names besides
   */
  readonly files: (more?: Partial<Manifest>) => Promise<ReadonlyMap<string, Uint8Array>>;
}

/** A data set that was prepared. */
export interface PreparedData extends DataFiles {
  /** The same without what is internal: its figures count it. */
  readonly open: () => DataFiles;
  readonly findings: readonly Finding[];
  /** Findings that the data of before did not have, and each indicator that is still unknown; none without a next year. */
  readonly news: readonly Finding[];
}

export const MANIFEST_FILE = 'manifest.json';

/**
 * Makes the files of a data set: records with their defaults, hashes, measures, excerpts, and what was judged. Pure: the same job
 * gives the same bytes.
 * @throws EssError where a definition of its catalogue cannot be used
 */
export async function prepare(job: PrepareJob): Promise<PreparedData> {
  const { dataset, table, records, report, story, next } = job;
  const written = next?.report?.document;
  const reports = [
    ...(written && report ? [await readReport(JSON.stringify(written), report.url)] : []),
    ...(report ? [report.report] : []),
  ];
  const beside = await Promise.all(job.beside.map((file) => completedFile(nextFile(file, next))));
  const head = { ...job.head, ...hrefsOf(beside), measures: MEASURES_FILE };
  const lists = records.map(([name, raw]) => {
    const list = raw.map((record) => completed(record, collectionSchemas[name].safeParse(record).data) as Fields);
    return [name, list] as const;
  });
  const manifest = withCollections(head, lists, job.coverage);
  const checking = table ? { communes: table } : {};
  const stories = story ? [story] : [];
  const derived = (of: Dataset) => preparedFiles(of, reports, { ...checking, stories });
  const made = derived(datasetOf(manifest, records, dataset));
  const others = [...beside.map(({ href, bytes }) => [pathOf(href), bytes] as const), ...textFiles(made.files)];
  const whole = datasetOf(made.manifest, lists, dataset);
  const withManifest =
    (of: Manifest, files: ReadonlyMap<string, Uint8Array>): DataFiles['files'] =>
    async (more) =>
      new Map([...files, [MANIFEST_FILE, await judged({ ...of, ...more }, files)]]);
  return {
    dataset: { ...whole, measures: made.measures },
    table,
    files: withManifest(made.manifest, new Map([...recordFiles(lists), ...others])),
    open: () => {
      const shown = publicPart(whole, lists, (narrowed) => derived(narrowed).measures);
      const { manifest: of, measures } = shown;
      return {
        dataset: { ...datasetOf(of, shown.lists, dataset), measures },
        table,
        files: withManifest(of, new Map([...recordFiles(shown.lists), ...others, ...textFiles(shown.files)])),
      };
    },
    findings: made.findings,
    news: next ? newFindings(made.findings, dataset, report?.report ?? null, checking) : [],
  };
}

type Lists = readonly (readonly [CollectionName, readonly Fields[]])[];

const recordFiles = (lists: Lists): readonly (readonly [string, Uint8Array])[] =>
  lists.map(([name, list]) => [`${name}.json`, textBytes(recordsText(list))]);

const textFiles = (texts: ReadonlyMap<string, string>): readonly (readonly [string, Uint8Array])[] =>
  [...texts].map(([name, text]) => [name, textBytes(text)]);

const judged = async (manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> => {
  const texts = new Map([...files].map(([name, bytes]) => [name, fileText(bytes)]));
  return textBytes(await judgedManifest(manifest, texts, manifestText));
};

const jsonBytes = (value: unknown): Uint8Array => textBytes(`${JSON.stringify(value, null, 2)}\n`);

/** Returns the file of a new report in the place of the former one. */
const nextFile = (file: FileBeside, next: PrepareJob['next']): FileBeside =>
  file.field === 'report' && next?.report
    ? { ...file, href: next.report.href, bytes: jsonBytes(next.report.document) }
    : file;

/** Returns a report or a story with the defaults that it leaves out; one with a part that cannot be read as it is. */
async function completedFile(file: FileBeside): Promise<FileBeside> {
  const read = { report: readReport, story: readStory }[file.field as string];
  if (!read) return file;
  const text = fileText(file.bytes);
  const written: unknown = JSON.parse(text);
  const whole = completed(written, await read(text, file.href));
  return JSON.stringify(whole) === JSON.stringify(written) ? file : { ...file, bytes: jsonBytes(whole) };
}

/** Returns the path under which a file that a manifest names is written: a web address becomes its last part. */
const pathOf = (href: string): string =>
  /^[a-z][a-z\d+.-]*:/i.test(href) || href.startsWith('/') || href.split('/').includes('..') ? baseName(href) : href;

const hrefsOf = (beside: readonly FileBeside[]): Partial<Manifest> =>
  Object.fromEntries(
    beside.map(({ field, href, bytes }) => [
      field,
      field === 'catalogue' ? { href: pathOf(href), hash: contentHash(bytes) } : pathOf(href),
    ]),
  );

/** Returns the manifest with each collection's file, count and hash. Stills of the data before are not its own. */
function withCollections(
  { stills: _, ...head }: Omit<Manifest, 'collections'>,
  lists: Lists,
  coverage: PrepareJob['coverage'],
): Manifest {
  const entries = lists.map(([name, list]) => [
    name,
    {
      href: `${name}.json`,
      count: list.length,
      hash: contentHash(recordsText(list)),
      coverage: [...coverage(name)],
    },
  ]);
  const collections = Object.fromEntries(entries);
  return { ...head, hash: datasetHash(collections, contentHash), collections };
}

/** Returns what checks find now and did not find in the data of before, and each indicator that is still unknown: no page shows it. */
function newFindings(
  findings: readonly Finding[],
  last: Dataset,
  report: Report | null,
  options: Parameters<typeof findingsOn>[2],
): readonly Finding[] {
  const findingKey = ({ rule, where, found }: Finding): string =>
    [rule, where.collection, where.id, where.field, found].join('\u0000');
  const known = new Set(findingsOn(last, report, options).map(findingKey));
  return findings.filter((finding) => isUnknownIndicator(finding) || !known.has(findingKey(finding)));
}
