/** From what is held of each source to the state of the whole: pure. */
import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { mergeDatasets } from '../model/merge.ts';
import { parsePeriod } from '../model/period.ts';
import type { Held } from './loader.ts';
import type { QueryState } from './types.ts';

/** The state of a query that nobody listens to. */
export const IDLE: QueryState = {
  data: null,
  issues: [],
  origin: null,
  updatedAt: null,
  stale: false,
  fetching: false,
  error: null,
};

type Merge = (datasets: readonly Dataset[]) => Dataset | null;

const resolve = (href: string, base: string): string => new URL(href, base).href;

/** Merges, giving the same object again for the same data sets: readers compare by identity. */
export function createMerge(): Merge {
  let last: readonly Dataset[] = [];
  let merged: Dataset | null = null;
  return (datasets) => {
    if (datasets.length === last.length && datasets.every((d, index) => d === last[index])) return merged;
    last = datasets;
    merged = datasets.length > 0 ? mergeDatasets(datasets, resolve) : null;
    return merged;
  };
}

/** The state of a query over several sources, `srcs` being their addresses as written. */
export function stateOf(
  all: readonly Held[],
  srcs: readonly string[],
  fetching: boolean,
  merge: Merge,
  now: number,
): QueryState {
  // The sum of some of the sources would be shown as the sum of all: data come when each has answered.
  const results = all.every(({ settled }) => settled) ? all.filter(({ result }) => result !== null) : [];
  const data = merge(results.flatMap(({ result }) => (result ? [result.dataset] : [])));
  const errors = all.flatMap(({ error }, index) => (error && srcs.length > 1 ? [sourceIssue(srcs[index], error)] : []));
  const dates = results.flatMap(({ updatedAt }) => (updatedAt === null ? [] : [updatedAt]));
  const error = all.find((each) => each.error)?.error ?? null;
  return {
    data,
    issues: [...errors, ...results.flatMap(({ result }) => result?.issues ?? [])],
    origin: data === null ? null : results.some(({ origin }) => origin === 'cache') ? 'cache' : 'network',
    updatedAt: dates.length > 0 ? Math.min(...dates) : null,
    stale: data !== null && (error !== null || results.some(({ result }) => isPast(result?.dataset, now))),
    fetching,
    error,
  };
}

/** Whether the publisher's next update was due before today. */
function isPast(dataset: Dataset | undefined, now: number): boolean {
  const due = parsePeriod(dataset?.manifest.nextUpdate?.slice(0, 10) ?? '');
  return due !== null && new Date(now).toISOString().slice(0, 10) > due.last;
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

/** Whether two states say the same. The issue of a failing source is made anew each time: its text is compared. */
export function sameState(a: QueryState, b: QueryState): boolean {
  const keys = ['data', 'origin', 'updatedAt', 'stale', 'fetching', 'error'] as const;
  const sameIssue = (x: Finding, y: Finding | undefined): boolean =>
    x === y || (x.rule === 'source' && y?.rule === 'source' && x.found === y.found);
  return (
    keys.every((key) => a[key] === b[key]) &&
    a.issues.length === b.issues.length &&
    a.issues.every((issue, index) => sameIssue(issue, b.issues[index]))
  );
}
