/**
 * Judging the files of a data set before they are published, so that pages need no schema to read them. Whoever prepares data
 * writes the defaults that records leave out, and a manifest that states what was judged.
 */

import { judgeCatalogue, judgeRecords, readReport } from '../data/index.ts';
import { readStory } from '../data/story.ts';
import { communesFile, parseBasemap } from '../geo/index.ts';
import { type CollectionName, type Manifest, MeasuresFrame, RELEASE, resolvePeriods } from '../model/index.ts';
import { sealed } from '../reading/index.ts';
import { contentHash } from './bytes.ts';

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns a value as it is written, with the defaults that it leaves out.
 * @param read the same as its schema reads it
 */
export function completed(written: unknown, read: unknown): unknown {
  if (Array.isArray(written) && Array.isArray(read) && written.length === read.length)
    return written.map((each, index) => completed(each, read[index]));
  if (!isRaw(written) || !isRaw(read)) return written;
  // A block of an unknown type is read as another one, whose fields are not its own.
  if (Object.entries(written).some(([name, value]) => typeof read[name] === 'string' && read[name] !== value))
    return written;
  const fields = Object.entries(written).map(([name, value]) => [name, completed(value, read[name])] as const);
  const left = Object.entries(read).filter(([name, value]) => value !== undefined && !Object.hasOwn(written, name));
  return Object.fromEntries([...fields, ...left]);
}

/** Whether a value has all that its schema reads, as it reads it. Fields that the schema does not know may be there too. */
function isComplete(written: unknown, read: unknown): boolean {
  if (typeof read !== 'object' || read === null) return Object.is(written, read);
  if (Array.isArray(read))
    return (
      Array.isArray(written) &&
      written.length === read.length &&
      read.every((each, index) => isComplete(written[index], each))
    );
  return (
    isRaw(written) &&
    Object.entries(read).every(([name, value]) => value === undefined || isComplete(written[name], value))
  );
}

/** Reads a value by its schema. @throws where it cannot be read as it is */
type Judge = (value: unknown, text: string) => unknown;

const recordsOf =
  (name: CollectionName): Judge =>
  (value) =>
    judgeRecords(name, value, name, ({ kind }) => {
      throw new TypeError(kind);
    });

/** Returns the judges of the files that a manifest names, by their address there. */
function judgesOf(manifest: Manifest): readonly (readonly [href: string | undefined, judge: Judge])[] {
  const { collections, catalogue, measures, excerpts = {}, report, story, basemap, communes } = manifest;
  const known = Object.entries(collections).map(
    ([name, entry]) => [entry?.href, recordsOf(name as CollectionName)] as const,
  );
  return [
    ...known,
    [catalogue?.href, (value) => judgeCatalogue(value, '')],
    ...[measures, ...Object.keys(excerpts)].map(
      (href) => [href, (value: unknown) => MeasuresFrame.parse(value)] as const,
    ),
    [report, (_value, text) => readReport(text, '')],
    [story, (_value, text) => readStory(text, '')],
    [basemap, parseBasemap],
    [communes, communesFile],
  ];
}

/** Whether a file can be read without a schema. */
async function isWhole(text: string, judge: Judge): Promise<boolean> {
  try {
    const value: unknown = JSON.parse(text);
    const read = await judge(value, text);
    // Reports name periods by words, which their reader replaces.
    return isComplete(value, read) || (isRaw(value) && isComplete(resolvePeriods(value), read));
  } catch {
    return false;
  }
}

/**
 * Returns the text of a manifest that states which of its files this release has judged. A file that a schema reads otherwise
 * than it is written is not among them: pages judge it.
 * @param files texts by their address in the manifest; those that are not there are not judged
 * @param write returns the text of a manifest
 */
export async function judgedManifest(
  { judged: _, ...manifest }: Manifest,
  files: ReadonlyMap<string, string>,
  write: (manifest: Manifest) => string,
): Promise<string> {
  const hashes: Record<string, string> = {};
  for (const [href, judge] of judgesOf(manifest)) {
    const text = href === undefined ? undefined : files.get(href);
    if (href !== undefined && text !== undefined && (await isWhole(text, judge))) hashes[href] = contentHash(text);
  }
  return sealed(write({ ...manifest, judged: { release: RELEASE, seal: '', hashes } }), contentHash);
}
