/** The commune table that goes with a data set. */
import type { CommuneTable } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { pageReference } from './manifest.ts';
import { pageClient } from './page.ts';
import { communesAt, readCommuneTable } from './placer.ts';

/**
 * Returns the data set's own table, else that of the reference data where some of the data lie in it (a spreadsheet has none of its
 * own), else the communes of France around the data; null where there is none.
 * @throws when a table is named and cannot be had
 */
export async function communesOf(dataset: Dataset): Promise<CommuneTable | null> {
  const client = pageClient();
  const { communes } = dataset.manifest;
  if (communes) return client.file(communes, readCommuneTable, { author: 'data', of: dataset });
  const reference = dataset.reference ?? (await pageReference());
  const own = reference ? communesAt(client, reference) : Promise.resolve(null);
  const table = await own.catch(() => null);
  const codes = departementsOf(dataset);
  const isNear = codes.length === 0 || table?.communes.some(({ departement }) => codes.includes(departement));
  if (table && isNear) return table;
  const { communesAround } = await import('./france.ts');
  return (await communesAround(client, codes).catch(() => null)) ?? own;
}

/** Returns the codes of the départements that the data name. */
const departementsOf = ({ collections: { territories = [] } }: Dataset): readonly string[] =>
  territories.flatMap(({ kind, code }) => (kind === 'departement' && code ? [code] : []));
