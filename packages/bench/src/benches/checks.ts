import { type CheckOptions, runChecks } from '@ess-widgets/core/checks';
import type { Dataset } from '@ess-widgets/core/model';
import { readFiles, writeNetworkFiles } from '../files.ts';
import type { Bench } from './bench.ts';
import { timeOf } from './timing.ts';

/** Returns the table of communes that names of towns are compared with. */
export function checkOptions({ collections }: Dataset): CheckOptions {
  const communes = (collections.territories ?? []).filter(({ kind }) => kind === 'commune');
  return {
    communes: communes.map(({ code, name, position }) => ({
      insee: code ?? '',
      name: name.fr,
      position: position ?? null,
    })),
  };
}

export const checks: Bench = {
  name: 'checks',
  what: 'every consistency rule, with a table of communes',
  slope: 1.15,
  measure: async (organisations) => {
    const files = writeNetworkFiles(organisations);
    let findings = 0;
    const time = await timeOf(
      () => readFiles(files),
      (dataset) => {
        findings = runChecks(dataset, checkOptions(dataset)).length;
      },
    );
    return { ...time, findings };
  },
};
