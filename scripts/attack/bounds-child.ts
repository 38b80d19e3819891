/** A process that reads one file, and says how much time and memory that took. Its arguments: the reader and the file. */
import { readFileSync } from 'node:fs';
import { csv } from '@ess-widgets/core/internal/data/sources/csv/csv';
import { essDataset } from '@ess-widgets/core/internal/data/sources/ess-dataset/ess-dataset';
import { geojson } from '@ess-widgets/core/internal/data/sources/geojson/geojson';
import { ical } from '@ess-widgets/core/internal/data/sources/ical/ical';
import { jsonld } from '@ess-widgets/core/internal/data/sources/jsonld/jsonld';
import { opendatasoft } from '@ess-widgets/core/internal/data/sources/opendatasoft/opendatasoft';
import { rows } from '@ess-widgets/core/internal/data/sources/rows/rows';
import type { Source } from '@ess-widgets/core/internal/data/sources/source';
import { xlsx } from '@ess-widgets/core/internal/data/sources/xlsx/xlsx';
import { EssError } from '@ess-widgets/core/internal/errors';
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
