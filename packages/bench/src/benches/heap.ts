import { runChecks } from '@ess-widgets/core/checks';
import { computeAll } from '@ess-widgets/core/prepare';
import { catalogue } from '../catalogue.ts';
import { readNetwork } from '../files.ts';
import type { Bench } from './bench.ts';
import { checkOptions } from './checks.ts';
import { collect } from './timing.ts';

/** Returns the memory in use once the garbage is collected, in megabytes. */
async function used(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collect();
    // Weak references are cleared between two tasks.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed / 1e6;
}

export const heap: Bench = {
  name: 'heap',
  what: 'memory that stays in use: the data alone, then with all measures, findings and indexes',
  targets: [{ figure: 'times', most: 3 }],
  measure: async (organisations) => {
    if (!globalThis.gc) throw new Error('memory is measured with --expose-gc');
    // The code of all of it is loaded and warm before the first measure.
    const small = await readNetwork(100);
    const warm = [computeAll(small, catalogue).measures.length, runChecks(small, checkOptions(small)).length];
    const empty = await used();
    const dataset = await readNetwork(organisations);
    const data = (await used()) - empty;
    const document = computeAll(dataset, catalogue);
    const findings = runChecks(dataset, checkOptions(dataset));
    const all = (await used()) - empty;
    // Named after the last measure, so that nothing of it is collected before.
    const kept = warm.length + document.measures.length + findings.length + Object.keys(dataset.collections).length;
    return { 'data MB': data, 'all MB': all, times: kept > 0 ? all / data : Number.NaN };
  },
};
