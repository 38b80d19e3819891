/** The commune table that goes with a data set. */
import type { CommuneTable } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { pageReference } from './manifest.ts';
import { pageClient } from './page.ts';
import { communesAt, readCommuneTable } from './placer.ts';

/**
 * Returns the data set's own table, else that of the reference data (a spreadsheet has none of its own); null where there is none.
 * @throws when a table is named and cannot be had
 */
export async function communesOf(dataset: Dataset): Promise<CommuneTable | null> {
  const client = pageClient();
  const { communes } = dataset.manifest;
  if (communes) return client.file(communes, readCommuneTable, { author: 'data', of: dataset });
  const reference = dataset.reference ?? (await pageReference());
  return reference ? communesAt(client, reference) : null;
}
