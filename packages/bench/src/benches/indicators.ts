import { computeAll } from '@ess-widgets/core/prepare';
import { catalogue } from '../catalogue.ts';
import { readFiles, writeNetworkFiles } from '../files.ts';
import type { Bench } from './bench.ts';
import { timeOf } from './timing.ts';

export const indicators: Bench = {
  name: 'indicators',
  what: 'every indicator of the catalogue, over every period, whole and by each of its dimensions',
  slope: 1.15,
  targets: [{ figure: 'ms', most: 1000, at: 100_000 }],
  measure: async (organisations) => {
    const files = writeNetworkFiles(organisations);
    let measures = 0;
    const time = await timeOf(
      () => readFiles(files),
      (dataset) => {
        measures = computeAll(dataset, catalogue).measures.length;
      },
    );
    return { ...time, measures };
  },
};
