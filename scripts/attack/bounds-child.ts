/** A process that reads one file, and says how much time and memory that took. Its arguments: the reader and the file. */
import { readFileSync } from 'node:fs';
import { EssError } from '@ess-widgets/core';
import { csv, essDataset, geojson, ical, jsonld, opendatasoft, rows, type Source, xlsx } from '@ess-widgets/core/data';
import type { Reader } from './bounds-files.ts';

const SOURCES: Readonly<Record<Reader, Source>> = {
  csv,
  'ess-dataset': essDataset,
  geojson,
  ical,
  jsonld,
  opendatasoft,
  rows,
  xlsx,
};
const NEED = ['organisations', 'memberships', 'events'] as const;

/** Cost of a reading, and what came of it. */
export interface Cost {
  /** Time of the processor, ms: other processes of the machine do not add to it. */
  readonly ms: number;
  /** Memory beyond that of an empty file, MB. */
  readonly mb: number;
  /** `read`, or the code of the error; what was thrown, where that is no `EssError`. */
  readonly end: string;
}

async function read(reader: Reader, bytes: ArrayBuffer): Promise<string> {
  const src = `https://exemple.invalid/liste.${reader}`;
  const context = { fetch: async () => new Response(bytes), signal: new AbortController().signal };
  try {
    await SOURCES[reader].load({ src, need: NEED, options: {} }, context);
    return 'read';
  } catch (error) {
    return error instanceof EssError ? error.code : `thrown: ${String(error)}`;
  }
}

const [, , reader = 'csv', file = ''] = process.argv;
// Modules are loaded, and their memory is taken, before anything is measured.
await read(reader as Reader, new TextEncoder().encode('a').buffer);
const before = process.resourceUsage();
const end = await read(reader as Reader, new Uint8Array(readFileSync(file)).buffer);
const after = process.resourceUsage();
const time = ({ userCPUTime, systemCPUTime }: NodeJS.ResourceUsage): number => (userCPUTime + systemCPUTime) / 1_000;
const cost: Cost = { ms: time(after) - time(before), mb: (after.maxRSS - before.maxRSS) / 1_024, end };
process.stdout.write(JSON.stringify(cost));
