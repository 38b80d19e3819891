/** Merging of several sources into one data set. Pure functions. */
import type { Dataset } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import { mergeDatasets } from '../../model/merge.ts';
import { resolveHref } from './reading.ts';

/** Merger of the data sets of several sources. */
export interface SourceMerger {
  readonly merge: (datasets: readonly Dataset[]) => Dataset | null;
  /** Returns the finding that says which source could not be read, so that its data are missing. */
  readonly issueOf: (src: string | undefined, error: Error) => Finding;
}

/** Makes the joining of one query: it remembers what it has merged. */
export const createSourceMerger = (): SourceMerger => ({ merge: createMerge(), issueOf: sourceIssue });

/** Resolves an address; one that cannot be resolved is returned unchanged, and reading the file then reports it. */
const resolve = (href: string, base: string): string => {
  const url = resolveHref(href, base);
  return typeof url === 'string' ? url : href;
};

/**
 * Returns the limits of all sources together: the page's author wrote all addresses, so one data set may name files
 * where another one is.
 */
function reachOf(datasets: readonly Dataset[]): Pick<Dataset, 'reach'> {
  const all = datasets.flatMap(({ reach }) => reach ?? []);
  const [first] = all;
  return first ? { reach: { ...first, addresses: all.flatMap(({ addresses }) => addresses) } } : {};
}

/**
 * Creates the merging function. It returns the same object again for the same data sets, because readers compare by
 * identity.
 */
function createMerge(): SourceMerger['merge'] {
  let last: readonly Dataset[] = [];
  let merged: Dataset | null = null;
  return (datasets) => {
    if (datasets.length === last.length && datasets.every((d, index) => d === last[index])) return merged;
    last = datasets;
    merged = datasets.length > 0 ? { ...mergeDatasets(datasets, resolve), ...reachOf(datasets) } : null;
    return merged;
  };
}

function sourceIssue(src: string | undefined, error: Error): Finding {
  const file = src ?? '';
  return {
    rule: 'source',
    severity: 'error',
    certainty: 'certain',
    where: { file },
    found: error.message,
    message: {
      fr: `La source ${file} n’a pas pu être lue\u202f: ce qu’elle contient manque ici.`,
      en: `The source ${file} could not be read: what it holds is missing here.`,
    },
  };
}
