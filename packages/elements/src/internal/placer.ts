import type { Client } from '@ess-widgets/core/client';
import { createPlacer, parseCommunes } from '@ess-widgets/core/geo';
import { Manifest, type Placer } from '@ess-widgets/core/model';

/** The place-finder of a data set's commune table; null when its manifest names none. */
export async function placerOf(client: Client, manifestUrl: string): Promise<Placer | null> {
  const manifest = await client.file(manifestUrl, (text) => Manifest.parse(JSON.parse(text)));
  if (!manifest.communes) return null;
  const table = await client.file(new URL(manifest.communes, manifestUrl).href, (text) =>
    parseCommunes(JSON.parse(text)),
  );
  return createPlacer(table);
}
