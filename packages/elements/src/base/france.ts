/** The communes of France, whose files lie beside the code. Loaded where the data of a page do not know a town. */
import { EssError } from '@ess-widgets/core';
import type { Client } from '@ess-widgets/core/data';
import { type CommuneTable, communesOfFrance, placeFirst, type ReadFrance } from '@ess-widgets/core/geo';
import type { CommuneLocator, Town } from '@ess-widgets/core/model';
import { resolveHref } from '@ess-widgets/core/reading';
import { pageDefaults } from './defaults.ts';

/** More départements than any région has: the communes of a whole country are too much for a page. */
const MOST = 16;

const HERE = import.meta.url;

/** Returns the address of the files: beside the code of the loader; an application that packs this code says where it serves them. */
export function franceFolder(): string | undefined {
  const beside = pageDefaults.loader && resolveHref('reference/', HERE);
  return pageDefaults.france ?? (typeof beside === 'string' ? beside : undefined);
}

const reader =
  (client: Client): ReadFrance =>
  (path) => {
    const folder = franceFolder();
    if (!folder) throw new EssError('config', 'Nothing says where the communes of France are: `setFrance` does.');
    return client.file(`${folder}${path}`, (text): unknown => {
      try {
        return JSON.parse(text);
      } catch (cause) {
        throw new EssError('format', `${folder}${path} is no JSON.`, { cause });
      }
    });
  };

/** Returns the locator of some towns: the communes of a network go first. @throws EssError where nothing places them */
export const placedInFrance = (
  client: Client,
  own: CommuneLocator | null,
  towns: readonly Town[],
): Promise<CommuneLocator | null> => placeFirst(own, towns, reader(client));

/** Returns the communes of some départements; null where these are none or too many. @throws EssError where they cannot be had */
export async function communesAround(client: Client, codes: readonly string[]): Promise<CommuneTable | null> {
  return codes.length > 0 && codes.length <= MOST ? communesOfFrance(reader(client), codes) : null;
}
