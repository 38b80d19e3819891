import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { mergeDatasets } from '../model/merge.ts';
import { parsePeriod } from '../model/period.ts';
import { createLoader, type Loader, type LoaderContext } from './loader.ts';
import type { QueryRequest, QueryState } from './types.ts';

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

/** How long a query outlives its last listener, in ms: hosts move elements by taking them out and putting them back. */
const GRACE = 1_000;

/** What queries that ask for the same share. */
export interface QueryEntry {
  readonly state: QueryState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly refresh: () => Promise<void>;
}

/** Makes the shared part of a query. `forget` is called when the last listener has been gone for a while. */
export function createQueryEntry(context: LoaderContext, query: QueryRequest, forget: () => void): QueryEntry {
  const { clock } = context.options;
  const listeners = new Set<{ readonly call: () => void }>();
  const merge = createMerge();
  let state = IDLE;
  let running: Promise<void> | null = null;
  let controller: AbortController | null = null;
  let grace: unknown;

  const update = (fetching: boolean): void => {
    const next = stateOf(loaders, srcs, fetching, merge, clock.now());
    if (isSame(state, next)) return;
    state = next;
    for (const { call } of [...listeners]) call();
  };
  const srcs = wordsOf(query.src);
  const loaders = loadersOf(context, query, srcs, () => update(true));

  const run = (signal: AbortSignal, work: (loader: Loader) => Promise<void>): Promise<void> => {
    const done = Promise.all(loaders.map(work)).then(() => {
      if (signal.aborted) return;
      running = null;
      update(false);
    });
    running = done;
    update(true);
    return done;
  };
  const start = (): void => {
    controller = new AbortController();
    const { signal } = controller;
    void run(signal, (loader) => loader.start(signal));
  };
  const end = (): void => {
    controller?.abort(new Error('nobody listens any more'));
    forget();
  };
  const subscribe = (callback: () => void): (() => void) => {
    clock.clearTimeout(grace);
    if (!controller) start();
    const listener = { call: callback };
    listeners.add(listener);
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) grace = clock.setTimeout(end, GRACE);
    };
  };
  return {
    get state() {
      return state;
    },
    subscribe,
    refresh: async () => {
      const unsubscribe = subscribe(() => undefined);
      const { signal } = controller ?? new AbortController();
      const joined = running;
      if (joined) await joined;
      // A first load may have been answered by the cache alone: servers were not asked.
      const asked = joined && (state.error || state.origin === 'network');
      if (!asked) await (running ?? run(signal, (loader) => loader.refresh(signal)));
      unsubscribe();
    },
  };
}

function loadersOf(context: LoaderContext, asked: QueryRequest, srcs: readonly string[], onChange: () => void) {
  const { need, maxAge, lang } = asked;
  const formats = wordsOf(asked.format ?? []);
  return srcs.map((src, index) => {
    const format = formats[index];
    const options = {
      ...(format === undefined || format === 'auto' ? {} : { format }),
      ...(maxAge === undefined ? {} : { maxAge }),
      ...(lang === undefined ? {} : { lang }),
    };
    return createLoader(context, { src, need, ...options }, onChange);
  });
}

/** Words of an attribute, or a list as it is. No word at all is one empty word: a source that is missing. */
export function wordsOf(text: string | readonly string[]): readonly string[] {
  return typeof text === 'string' ? text.trim().split(/\s+/) : text;
}

type Merge = (datasets: readonly Dataset[]) => Dataset | null;

/** Merges, giving the same object again for the same data sets: readers compare by identity. */
function createMerge(): Merge {
  let last: readonly Dataset[] = [];
  let merged: Dataset | null = null;
  return (datasets) => {
    if (datasets.length === last.length && datasets.every((d, index) => d === last[index])) return merged;
    last = datasets;
    merged = datasets.length > 0 ? mergeDatasets(datasets) : null;
    return merged;
  };
}

function stateOf(
  loaders: readonly Loader[],
  srcs: readonly string[],
  fetching: boolean,
  merge: Merge,
  now: number,
): QueryState {
  const all = loaders.map(({ held }) => held);
  // The sum of some of the sources would be shown as the sum of all: data come when each has answered.
  const loaded = all.every(({ settled }) => settled) ? all.filter(({ result }) => result !== null) : [];
  const data = merge(loaded.flatMap(({ result }) => (result ? [result.dataset] : [])));
  const errors = all.flatMap(({ error }, index) => (error && srcs.length > 1 ? [sourceIssue(srcs[index], error)] : []));
  const dates = loaded.flatMap(({ updatedAt }) => (updatedAt === null ? [] : [updatedAt]));
  const error = all.find((each) => each.error)?.error ?? null;
  return {
    data,
    issues: [...errors, ...loaded.flatMap(({ result }) => result?.issues ?? [])],
    origin: data === null ? null : loaded.some(({ origin }) => origin === 'cache') ? 'cache' : 'network',
    updatedAt: dates.length > 0 ? Math.min(...dates) : null,
    stale: data !== null && (error !== null || loaded.some(({ result }) => isPast(result?.dataset, now))),
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
      fr: `La source ${file} n’a pas pu être lue : ce qu’elle contient manque ici.`,
      en: `The source ${file} could not be read: what it holds is missing here.`,
    },
  };
}

function isSame(a: QueryState, b: QueryState): boolean {
  const sameIssues = a.issues.length === b.issues.length && a.issues.every((issue, index) => issue === b.issues[index]);
  const keys = ['data', 'origin', 'updatedAt', 'stale', 'fetching', 'error'] as const;
  return sameIssues && keys.every((key) => a[key] === b[key]);
}
