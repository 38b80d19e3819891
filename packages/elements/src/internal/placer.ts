import type { Client } from '@ess-widgets/core/client';
import { type CommuneTable, createPlacer, readCommunes } from '@ess-widgets/core/geo';
import type { Placer } from '@ess-widgets/core/model';
import { pageDefaults } from './defaults.ts';
import { manifestAt } from './manifest.ts';

/** The commune table of the page's own data set, for spreadsheets that only name towns. */
export async function pagePlacer(client: Client): Promise<Placer | null> {
  return pageDefaults.src ? placerOf(client, new URL(pageDefaults.src, document.baseURI).href) : null;
}

/** The place-finder of a data set's commune table; null when its manifest names none. */
export async function placerOf(client: Client, manifestUrl: string): Promise<Placer | null> {
  const table = await communesAt(client, manifestUrl);
  return table && createPlacer(table);
}

/** The commune table that a manifest names; null when it names none. */
export async function communesAt(client: Client, manifestUrl: string): Promise<CommuneTable | null> {
  const { manifest, base } = await manifestAt(client, manifestUrl);
  if (!manifest.communes) return null;
  return client.file(new URL(manifest.communes, base).href, (text) => readCommunes(JSON.parse(text)));
}
