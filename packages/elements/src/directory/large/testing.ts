/** A packed folder for tests, its files where a worker can fetch them. Nothing here is shipped. */

import {
  type Columns,
  type DirectoryEntry,
  directoryOf,
  listTerms,
  packEntries,
  writeColumns,
  writeDetails,
  writeIds,
  writeTerms,
} from '@ess-widgets/core/directory';
import { createPlaceWords } from '@ess-widgets/core/geo';
import { type Dataset, records } from '@ess-widgets/core/model';
import { datasetFile, serve } from '../../testing/testing.ts';

const COLLEGES = ['associations', 'mutuelles', 'scop'];

/** Organisations in a grid over Brittany: one in ten without a position, one in five at its commune. */
export function grid(count: number): Dataset['collections'] {
  const numbers = [...new Array<number>(count).keys()];
  const codes = ['22', '29', '35', '56'];
  const organisations = numbers.map((n) => {
    const precision = n % 5 === 0 ? 'commune' : 'address';
    const position = { lon: -4.6 + ((n * 7919) % 3000) / 1000, lat: 47.8 + ((n * 104_729) % 800) / 1000, precision };
    const code = codes[n % 4];
    return {
      id: `o${n}`,
      name: `Organisation ${n}`,
      territories: [`departement-${code}`],
      position: n % 10 === 9 ? null : position,
      town: `Ville ${code}`,
      activities: n === 7 ? ['Phare'] : [],
    };
  });
  const memberships = numbers.map((n) => ({
    id: `m${n}`,
    organisation: `o${n}`,
    network: 'reseau',
    college: COLLEGES[n % 3],
  }));
  const colleges = COLLEGES.map((id, at) => ({ id, network: 'reseau', label: { fr: `Collège ${id}` }, order: at + 1 }));
  const territories = codes.map((code) => ({
    id: `departement-${code}`,
    kind: 'departement',
    name: { fr: `Département ${code}` },
    parents: [],
  }));
  return { organisations, memberships, colleges, territories } as unknown as Dataset['collections'];
}

/** Addresses that the data of these tests may lead to: their own server. */
export const reach = { addresses: [location.href], hosts: [] };

/** The manifest of a packed folder; `without` leaves files out, as a server that lost them. */
export function packedFile(
  collections: Dataset['collections'],
  without: readonly ('details' | 'words')[] = [],
): { json: unknown } {
  const { json } = datasetFile(collections);
  const bare = json as Dataset['manifest'];
  const listed = { memberships: { href: '', count: 1, hash: '', coverage: [] } };
  const filled = { ...collections, organisations: (collections.organisations ?? []).map(complete) };
  const dataset = { manifest: { ...bare, collections: listed }, base: 'https://x/', collections: filled } as Dataset;
  const entries = directoryOf(dataset, { layers: ['members'] });
  const packed = serve(columnsOf(entries, dataset, without));
  const { colleges, territories } = collections;
  return { json: { ...bare, collections: { colleges, territories }, packed } };
}

const complete = <T>(record: T) => ({ aliases: [], links: [], ...record });

function columnsOf(
  entries: readonly DirectoryEntry[],
  dataset: Dataset,
  without: readonly string[],
): Uint8Array<ArrayBuffer> {
  const packed = packEntries(entries);
  const id = 'test';
  const lost = new URL('/lost.bin', location.href).href;
  const complete: Columns = {
    ...packed.columns,
    id,
    shards: packed.columns.shards.map((shard, at) => ({
      ...shard,
      href: without.includes('details') ? lost : serve(writeDetails(id, shard.first, packed.details(at))),
    })),
    terms: writeTerms(id, listTerms(packed.entries, createPlaceWords(records(dataset, 'territories'), null))).map(
      ({ prefix, bytes }) => ({
        prefix,
        href: without.includes('words') ? lost : serve(bytes),
      }),
    ),
    ids: serve(
      writeIds(
        id,
        packed.entries.map((entry) => entry.id),
      ),
    ),
  };
  return writeColumns(complete);
}
