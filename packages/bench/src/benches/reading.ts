import { gzipSync } from 'node:zlib';
import { readFiles, writeNetworkFiles } from '../files.ts';
import type { Bench } from './bench.ts';
import { timeOf } from './timing.ts';

export const reading: Bench = {
  name: 'reading',
  what: 'all collections from their bytes to checked records; JSON.parse alone; bytes and bytes compressed with gzip',
  measure: async (organisations) => {
    const files = writeNetworkFiles(organisations);
    const bodies = [...files.bytes.values()];
    const megabytes = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0) / 1e6;
    const time = await timeOf(
      () => files,
      (given) => readFiles(given),
    );
    const parsed = await timeOf(
      () => bodies.map((body) => new TextDecoder().decode(body)),
      (texts) => texts.map((text): unknown => JSON.parse(text)),
    );
    return {
      ...time,
      'parse ms': parsed.ms,
      MB: megabytes(bodies.map((body) => body.length)),
      'gzip MB': megabytes(bodies.map((body) => gzipSync(body).length)),
    };
  },
};
