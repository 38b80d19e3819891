/** An invented network as files, and reading them back as a page does: over `fetch`, by the shapes of the format. */

import { essDataset } from '@ess-widgets/core/data';
import type { CollectionName, Dataset } from '@ess-widgets/core/model';
import { makeNetwork, networkCollections } from './network/network.ts';

/** Address that the files stand under. No request leaves the process. */
const BASE = 'https://reseau.example/';

/** The files of a data set: the text of each by its address, and the collections that they hold. */
interface Files {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly names: readonly CollectionName[];
}

/** Invents a network and writes its files, one record a line. */
export function writeNetworkFiles(organisations: number): Files {
  const network = makeNetwork(organisations);
  const encoder = new TextEncoder();
  const names = networkCollections(network);
  const files = names.map((name) => {
    const lines = network.collections[name].map((record) => JSON.stringify(record));
    return [`${BASE}${name}.json`, encoder.encode(`[\n${lines.join(',\n')}\n]\n`)] as const;
  });
  const manifest = encoder.encode(JSON.stringify(network.manifest));
  return { bytes: new Map([[`${BASE}manifest.json`, manifest], ...files]), names };
}

/** Reads the files as a page does. @throws Error where a record is refused: a fault of what invents them */
export async function readFiles({ bytes, names }: Files): Promise<Dataset> {
  const { dataset, issues } = await essDataset.load(
    { src: `${BASE}manifest.json`, need: names },
    {
      signal: new AbortController().signal,
      fetch: async (url) => {
        const body = bytes.get(url);
        return body ? new Response(body.slice()) : new Response(null, { status: 404 });
      },
    },
  );
  const [issue] = issues;
  if (issue) throw new Error(`the invented network is not valid: ${issue.message['en'] ?? ''}`);
  return dataset;
}

/** Returns the data set of a network of that size, as read from files: nothing else of it stays in memory. */
export const readNetwork = (organisations: number): Promise<Dataset> => readFiles(writeNetworkFiles(organisations));
