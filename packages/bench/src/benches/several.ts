import { mergeDatasets } from '@ess-widgets/core/model';
import { readNetwork } from '../files.ts';
import type { Bench } from './bench.ts';
import { timeOf } from './timing.ts';

export const several: Bench = {
  name: 'several',
  what: 'two data sets of as many organisations each, a quarter of them in both, merged without doubles',
  slope: 1.15,
  targets: [{ figure: 'cpu ms', most: 1_000, at: 25_000 }],
  measure: async (organisations) => {
    const { collections, ...rest } = await readNetwork(Math.ceil(organisations * 1.75));
    const { organisations: all = [] } = collections;
    // One each, as lists of members have them.
    const memberships = new Map((collections.memberships ?? []).map((one) => [one.organisation, one]));
    /** Copies part of the network: no object is in two data sets, as none is in two files. */
    const part = (from: number, prefix: string) => {
      const list = all.slice(from, from + organisations);
      const rename = (id: string): string => `${prefix}${id}`;
      return structuredClone({
        ...rest,
        manifest: { ...rest.manifest, id: `${rest.manifest.id}-${prefix}` },
        collections: {
          organisations: list.map((one) => ({ ...one, id: rename(one.id) })),
          memberships: list.flatMap(({ id }) => {
            const one = memberships.get(id);
            return one ? { ...one, id: rename(one.id), organisation: rename(id) } : [];
          }),
        },
      });
    };
    let kept = 0;
    const time = await timeOf(
      () => [part(0, 'a'), part(all.length - organisations, 'b')],
      (datasets) => {
        const merged = mergeDatasets(datasets, (href, base) => new URL(href, base).href);
        kept = merged.collections.organisations?.length ?? 0;
      },
    );
    return { ...time, kept };
  },
};
