import { EssError } from '@ess-widgets/core/errors';
import { type CommuneTable, parseCommunes } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { Refusal } from '../refusal.ts';
import type { Fetch } from './read.ts';

/**
 * A commune table: the file at an address, or that of the data set there.
 * @param given what the user typed, for messages
 * @throws Refusal when it is none
 */
export async function readCommunes(src: string, given: string, fetch: Fetch): Promise<CommuneTable> {
  const document = await readDocument(src, given, fetch);
  const href = typeof document === 'object' && document !== null && 'communes' in document ? document.communes : null;
  if (typeof href !== 'string') return tableOf(document, given);
  return tableOf(await readDocument(new URL(href, src).href, href, fetch), href);
}

/** The commune table that a data set names; null when it names none. @throws Refusal when it cannot be read */
export async function communesOf({ manifest, base }: Dataset, fetch: Fetch): Promise<CommuneTable | null> {
  if (manifest.communes === undefined) return null;
  return readCommunes(new URL(manifest.communes, base).href, manifest.communes, fetch);
}

async function readDocument(src: string, given: string, fetch: Fetch): Promise<unknown> {
  const response = await fetch(src);
  try {
    if (response.ok) return await response.json();
  } catch {
    // Said below, as for a file that is not there.
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
