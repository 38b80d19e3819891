/** State of a query, computed from the states of its sources. Pure functions. */
import { type Dataset, type Finding, parsePeriod } from '../../model/index.ts';
import type { SourceState } from './loader.ts';
import type { SourceMerger } from './source-merger.ts';
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

/**
 * Returns the state of a query over its sources, `srcs` being their addresses as written.
 * @param merger what joins them, where there is more than one
 */
export function stateOf(
  all: readonly SourceState[],
  srcs: readonly string[],
  fetching: boolean,
  merger: SourceMerger | null,
  now: number,
): QueryState {
  // The sum of some of the sources would be shown as the sum of all: data come when each has answered.
  const results = all.every(({ settled }) => settled) ? all.filter(({ result }) => result !== null) : [];
  const datasets = results.flatMap(({ result }) => (result ? [result.dataset] : []));
  const data = merger ? merger.merge(datasets) : (datasets[0] ?? null);
  const differences = (data && merger?.differencesIn?.(data)) ?? [];
  const errors = all.flatMap(({ error }, index) => (error && merger ? [merger.issueOf(srcs[index], error)] : []));
  const dates = results.flatMap(({ updatedAt }) => (updatedAt === null ? [] : [updatedAt]));
  const error = all.find((each) => each.error)?.error ?? null;
  return {
    data,
    issues: [...errors, ...results.flatMap(({ result }) => result?.issues ?? []), ...differences],
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

/** Whether two states are equal. The issue of a failing source is a new object each time, so its text is compared. */
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
