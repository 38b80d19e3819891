import { EssError } from '@ess-widgets/core';
import type { Client } from '@ess-widgets/core/data';
import { type CommuneTable, createPlacer, isLeft, readCommunes } from '@ess-widgets/core/geo';
import type { CommuneLocator, Town } from '@ess-widgets/core/model';
import { manifestAt, pageReference } from './manifest.ts';

/**
 * Returns the locator of the towns of a list: by the communes of the reference data, then by those of France for what these do not
 * know.
 * @param named address of the reference data; by default those of the page
 * @throws EssError where nothing places them
 */
export async function placerOf(
  client: Client,
  named: string | undefined,
  towns: readonly Town[],
): Promise<CommuneLocator | null> {
  const reference = named ?? (await pageReference());
  // A list that nobody knows as one yet is taken for reference data, and has no communes.
  const own = reference ? await ownPlacer(client, reference).catch(noCommunes) : null;
  if (own && !towns.some((town) => isLeft(own, town))) return own;
  return (await import('./france.ts')).placedInFrance(client, own, towns);
}

function noCommunes(error: unknown): null {
  if (error instanceof EssError) return null;
  throw error;
}

async function ownPlacer(client: Client, reference: string): Promise<CommuneLocator | null> {
  const [table, { data }] = await Promise.all([
    communesAt(client, reference),
    client.query({ src: reference, need: ['territories'] }).ready,
  ]);
  return table && createPlacer(table, data?.collections.territories);
}

/** Reads a commune table from its text. @param isRead whether it needs no schema */
export const readCommuneTable = (
  text: string,
  _from: string,
  _reach: unknown,
  isRead: boolean,
): Promise<CommuneTable> => readCommunes(JSON.parse(text), isRead);

/** Returns the commune table that a manifest names; null when it names none. */
export async function communesAt(client: Client, manifestUrl: string): Promise<CommuneTable | null> {
  const dataset = await manifestAt(client, manifestUrl);
  const { communes } = dataset.manifest;
  return communes ? client.file(communes, readCommuneTable, { author: 'data', of: dataset }) : null;
}

/** Returns the same table as its file has it, for whoever reads it in a worker. */
export async function communesTextAt(client: Client, manifestUrl: string): Promise<string | null> {
  const dataset = await manifestAt(client, manifestUrl);
  const { communes } = dataset.manifest;
  return communes ? client.file(communes, (text) => text, { author: 'data', of: dataset }) : null;
}
