import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { EssError } from '@ess-widgets/core';
import { type CommuneTable, createPlacer, parseCommunes, placeFirst } from '@ess-widgets/core/geo';
import type { CommuneLocator, Dataset, Town } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Io } from '../io.ts';
import { givenAddress } from './address.ts';
import type { CommandFetch, DocumentReader, NamedBy } from './read.ts';

/**
 * Returns a commune table: the file at an address, or that of the data set there.
 * @param given what the user typed, for messages
 * @throws Refusal when it is none
 */
async function readCommunes(src: string, given: string, fetch: CommandFetch): Promise<CommuneTable> {
  const document = await readDocument(src, given, fetch);
  const href = typeof document === 'object' && document !== null && 'communes' in document ? document.communes : null;
  if (typeof href !== 'string') return tableOf(document, given);
  return tableOf(await readDocument(new URL(href, src).href, href, fetch), href);
}

/**
 * Returns the commune table that the user named, by its file or by a data set that has one.
 * @throws Refusal when it is none
 */
export function namedCommunes(given: string, cwd: string, reader: DocumentReader): Promise<CommuneTable> {
  const address = givenAddress(given, cwd);
  return readCommunes(address, given, reader.fetchFor(address));
}

/**
 * Returns the commune table of reference data; null where they have none, or where a page names data that are not to be had.
 * @throws EssError where those that the user named cannot be read
 */
export async function referenceCommunes(
  given: string,
  cwd: string,
  reader: DocumentReader,
  naming?: NamedBy,
): Promise<CommuneTable | null> {
  try {
    return await namedCommunes(given, cwd, reader);
  } catch (error) {
    if (error instanceof Refusal || (error instanceof EssError && naming?.author === 'block')) return null;
    throw error;
  }
}

/**
 * Reads the commune table for a data set: the one that the user named, else the one that the data set names, else the one that
 * is installed with this command, where the data are about places that it knows.
 * @throws Refusal when a named one cannot be read
 */
export async function communesFor(
  dataset: Dataset,
  given: string | undefined,
  fetch: CommandFetch,
  cwd: string,
  reader: DocumentReader,
): Promise<CommuneTable | null> {
  if (given !== undefined) return namedCommunes(given, cwd, reader);
  const { manifest, base } = dataset;
  if (manifest.communes !== undefined)
    return readCommunes(new URL(manifest.communes, base).href, manifest.communes, fetch);
  const table = await packagedCommunes(cwd, reader);
  return table && isAbout(dataset, table) ? table : null;
}

/** The package whose commune table is at hand where a data set names none: that of Brittany. */
const AT_HAND = '@ess-widgets/bretagne';

/** Returns the commune table installed with this command, whatever it is about. */
export async function packagedCommunes(cwd: string, reader: DocumentReader): Promise<CommuneTable | null> {
  try {
    return await namedCommunes(AT_HAND, cwd, reader);
  } catch (error) {
    // It is not installed here: less is checked, as without it.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const { resolve } = createRequire(import.meta.url);

/** Reads a file of the communes of France, which come with the core. @throws EssError where they are not installed */
async function installed(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(`@ess-widgets/core/reference/${path}`), 'utf8'));
  } catch (cause) {
    throw new EssError('network', `The communes of France are not installed (${path}).`, { cause });
  }
}

/** Returns what places some towns: a table first, then the communes of France. */
export const placedBy =
  (table: CommuneTable | null, { france = installed }: Pick<Io, 'france'>) =>
  (towns: readonly Town[]): Promise<CommuneLocator | null> =>
    placeFirst(table && createPlacer(table), towns, france);

/** Whether a record names a commune or a département of a table or, where none names any, most towns are in it. */
function isAbout({ collections }: Dataset, { communes, byInsee }: CommuneTable): boolean {
  const { territories = [], organisations = [], events = [], projects = [] } = collections;
  const places = [...organisations, ...events, ...projects].flatMap((record) => record.territories);
  const ids = [...territories.map(({ id }) => id), ...places].filter((id) => /^(?:commune|departement)-/.test(id));
  const departements = new Set(communes.map(({ departement }) => `departement-${departement}`));
  if (ids.length > 0) return ids.some((id) => departements.has(id) || byInsee.has(id.replace('commune-', '')));
  const names = new Set(communes.map(({ name }) => name));
  const towns = organisations.flatMap(({ town }) => town ?? []);
  return towns.filter((town) => names.has(town)).length * 2 > towns.length;
}

/** Whether a table knows the communes of most of the organisations that say where they are, once it has placed them. */
export function isMostlyIn({ collections: { organisations = [] } }: Dataset, { byInsee }: CommuneTable): boolean {
  const told = organisations.filter(({ town, territories }) => town || territories.length > 0);
  const known = told.filter(({ territories }) => territories.some((id) => byInsee.has(id.replace('commune-', ''))));
  return known.length * 2 > told.length;
}

async function readDocument(src: string, given: string, fetch: CommandFetch): Promise<unknown> {
  const response = await fetch(src);
  try {
    if (response.ok) return await response.json();
  } catch {
    // Refused below, as a file that does not exist.
  }
  throw noTable(given);
}

function tableOf(document: unknown, given: string): CommuneTable {
  try {
    return parseCommunes(document);
  } catch (error) {
    throw error instanceof EssError ? noTable(given) : error;
  }
}

const noTable = (given: string): Refusal =>
  new Refusal({
    fr: `${given} n’est pas une table de communes (attendu\u202f: un fichier ess-communes/1, ou un jeu de données qui en a un).`,
    en: `${given} is no commune table (expected: an ess-communes/1 file, or a data set that has one).`,
  });
