import { type Finding, Manifest, parsed } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import { readable } from './address.ts';
import { mismatches } from './mismatches.ts';
import type { Opening } from './opening.ts';

/** Fields of a manifest that name a file. */
const FILES = ['measures', 'report', 'story', 'communes', 'basemap', 'calendar', 'packed'] as const;

/**
 * Returns all that is wrong with the manifest of a data set: its reader stops at the first mistake. Empty for other
 * formats.
 */
export async function manifestMismatches({ src, source, fetch }: Opening): Promise<readonly Finding[]> {
  if (source.id !== 'ess-dataset') return [];
  const document: unknown = await (await fetch(src)).json();
  const result = parsed(Manifest, withoutRecords(document));
  return result.success ? [] : mismatches(result.error, document, { file: src });
}

/**
 * Every file that a manifest names has an address: one that is none would stop each of its readers, at another place.
 * @throws Refusal that names the field
 */
export async function expectAddresses(
  { src, source, fetch }: Pick<Opening, 'src' | 'source' | 'fetch'>,
  cwd: string,
): Promise<void> {
  if (source.id !== 'ess-dataset') return;
  const document: unknown = await (await fetch(src)).json().catch(() => null);
  const { collections } = fieldsOf(document);
  const named = [
    ...Object.entries(fieldsOf(collections)).map(
      ([name, entry]) => [`collections.${name}.href`, fieldsOf(entry)['href']] as const,
    ),
    ['catalogue.href', fieldsOf(fieldsOf(document)['catalogue'])['href']] as const,
    ...FILES.map((name) => [name, fieldsOf(document)[name]] as const),
    ...Object.keys(fieldsOf(fieldsOf(document)['excerpts'])).map((href) => ['excerpts', href] as const),
  ];
  const [field, href] = named.find(([, value]) => typeof value === 'string' && !URL.canParse(value, src)) ?? [];
  if (field === undefined) return;
  const file = readable(src, cwd);
  throw new Refusal({
    fr: `${file}\u202f: ${field} n’est pas une adresse\u202f: «\u202f${href}\u202f».`,
    en: `${file}: ${field} is no address: "${href}".`,
  });
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/**
 * Returns the manifest of a single file: its lists of records stand for the entries of the files that they would be.
 */
function withoutRecords(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('collections' in document)) return document;
  const { collections } = document;
  if (typeof collections !== 'object' || collections === null) return document;
  const entries = Object.entries(collections).map(([name, value]) => {
    return [name, Array.isArray(value) ? { href: '', count: value.length, hash: '' } : value] as const;
  });
  return { ...document, collections: Object.fromEntries(entries) };
}
