/**
 * Bytes that need no schema to be read: a release of `prepare` has judged them, and their manifest says which one, with their
 * hashes. A hash proves nothing by itself, it only says that these are the bytes that were judged: so the address of that
 * manifest has to be the site's own. All else is judged by a schema, which is loaded for it.
 */
import { type Manifest, RELEASE } from '../model/index.ts';

/** Hashes of the files that were judged, by their address as the manifest has it. */
export type Hashes = Readonly<Record<string, string>>;

/**
 * Returns the first 16 hexadecimal digits of the SHA-256 of a text in UTF-8. Empty where the platform has none, as on a page
 * without https: no file has that hash.
 */
export async function hashOf(text: string): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return '';
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text))).subarray(0, 8);
  return bytes.reduce((digits, byte) => digits + byte.toString(16).padStart(2, '0'), '');
}

/** Whether a text is the one that was judged. @param hash the one that its manifest states; undefined for none */
export const isJudged = async (text: string, hash: string | undefined): Promise<boolean> =>
  !!hash && (await hashOf(text)) === hash;

/** Returns a version without its last number: what it judged is good for all that differ in that one. */
const lineOf = (version: unknown): string => String(version).split('.', 2).join('.');

/**
 * Returns the hashes that a manifest states of its files. Undefined unless a release like this one has judged it, and nobody has
 * changed it since: its own hash is that of its text without these digits.
 */
export async function hashesIn(text: string, manifest: { readonly judged?: unknown }): Promise<Hashes | undefined> {
  // What is no such object has no hash that is that of the text.
  const { release, seal, hashes } = (manifest.judged ?? {}) as Partial<NonNullable<Manifest['judged']>>;
  if (lineOf(release) !== lineOf(RELEASE) || !(await isJudged(text.replace(`"${seal}"`, '""'), seal))) return undefined;
  return hashes;
}

/**
 * Returns the text of a manifest with its own hash.
 * @param text one whose seal is empty
 * @param hash that of {@link hashOf}, for whoever may have no hash of the platform
 */
export async function sealed(text: string, hash: (text: string) => string | Promise<string> = hashOf): Promise<string> {
  const seal = await hash(text);
  return text.replace(/"seal": ?"(?=")/, (empty) => empty + seal);
}

/** Fields of records, measures and reports that hold numbers, wherever they stand. */
export const NUMBERS: ReadonlySet<string> = new Set(
  'lon lat page order seats count value min max threshold firstEdition interval edition number population missing'.split(
    ' ',
  ),
);

/** Fields whose keys are names of other fields, and of collections: what they hold are texts, whatever its key. */
const NAMED: readonly string[] = ['printed', 'hashes'];

/**
 * Whether numbers stand where they belong, and nowhere else. Arithmetic would go on with digits in a text, and give a wrong
 * figure; other wrong types end in an exception.
 */
export function areNumbersInPlace(value: unknown, isNumber = false): boolean {
  if (typeof value !== 'object' || value === null) return value === null || (typeof value === 'number') === isNumber;
  if (isNumber) return false;
  if (Array.isArray(value)) return value.every((each) => areNumbersInPlace(each));
  // The population of a measure is a number, that of a territory a record with one.
  const isCensus = (key: string, each: unknown): boolean => key === 'population' && !!each && typeof each === 'object';
  return Object.entries(value).every(
    ([key, each]) => NAMED.includes(key) || areNumbersInPlace(each, NUMBERS.has(key) && !isCensus(key, each)),
  );
}
