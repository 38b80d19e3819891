import type { Client } from '@ess-widgets/core/internal/data/client/types';
import { type CommuneTable, readCommunes } from '@ess-widgets/core/internal/geo/communes';
import { createPlacer } from '@ess-widgets/core/internal/geo/placer';
import type { CommuneLocator } from '@ess-widgets/core/model';
import { pageDefaults } from './defaults.ts';
import { manifestAt } from './manifest.ts';

/** Returns the commune table of the page's own data set, for spreadsheets that only name towns. */
export async function pagePlacer(client: Client): Promise<CommuneLocator | null> {
  return pageDefaults.src ? placerOf(client, pageDefaults.src) : null;
}

/** Returns the locator of a data set's commune table; null if its manifest names none. */
export async function placerOf(client: Client, manifestUrl: string): Promise<CommuneLocator | null> {
  const table = await communesAt(client, manifestUrl);
  return table && createPlacer(table);
}

/** Returns the commune table that a manifest names; null when it names none. */
export async function communesAt(client: Client, manifestUrl: string): Promise<CommuneTable | null> {
  const dataset = await manifestAt(client, manifestUrl);
  const { communes } = dataset.manifest;
  return communes
    ? client.file(communes, (text) => readCommunes(JSON.parse(text)), { author: 'data', of: dataset })
    : null;
}

/** Returns the same table as its file has it, for whoever reads it in a worker. */
export async function communesTextAt(client: Client, manifestUrl: string): Promise<string | null> {
  const dataset = await manifestAt(client, manifestUrl);
  const { communes } = dataset.manifest;
  return communes ? client.file(communes, (text) => text, { author: 'data', of: dataset }) : null;
}
