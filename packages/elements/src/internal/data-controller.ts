import { IDLE, type Query, type QueryState, sameState } from '@ess-widgets/core/client';
import type { CollectionName, Dataset, MeasuresNeed } from '@ess-widgets/core/model';
import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost, ReactiveElement } from 'lit';
import { pageClient } from './page.ts';
import { warn } from './warn.ts';

export type Need = CollectionName | MeasuresNeed | 'large';

/** Whether a need is still on its way: the old data set, which stays until then, lacks it. */
export const lacks = (needs: readonly Need[], { collections, manifest }: Dataset): boolean =>
  needs.some((name) => manifest.collections[name] && !collections[name as CollectionName]);

/** What an element asks the client for. */
export interface DataRequest {
  readonly src: readonly string[];
  readonly format: readonly string[];
  readonly need: readonly Need[];
  /** Seconds for which a cached answer is fresh; undefined leaves it to the HTTP headers. */
  readonly maxAge: number | undefined;
  /** Seconds between refreshes; undefined: none. */
  readonly refresh: number | undefined;
}

/**
 * Reads a data set through the page's client. Built on Lit's `Task`, which knows when the request changes; what it does
 * not know is left to `#close`: a subscription outlives the task that opened it, and ends with the next one or when the
 * element is disconnected.
 */
export class DataController implements ReactiveController {
  state: QueryState = IDLE;
  readonly #host: ReactiveElement;
  readonly #task: Task<readonly [string], Query | null>;
  readonly #request: () => DataRequest | null;
  readonly #onState: (state: QueryState, before: QueryState) => void;
  #query: Query | undefined;
  #close: (() => void) | undefined;

  constructor(
    host: ReactiveElement,
    request: () => DataRequest | null,
    onState: (state: QueryState, before: QueryState) => void,
  ) {
    this.#host = host;
    this.#request = request;
    this.#onState = onState;
    host.addController(this);
    this.#task = new Task(quiet(host), {
      args: () => [JSON.stringify(this.#request())] as const,
      task: ([key]) => this.#open(key),
    });
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) void this.#task.run();
  }

  hostDisconnected(): void {
    this.#task.abort();
    this.#close?.();
  }

  /** Asks the source again, as the "try again" button does. */
  refresh(): void {
    void this.#query?.refresh();
  }

  #open(key: string): Query | null {
    this.#close?.();
    const request = JSON.parse(key) as DataRequest | null;
    // Without a request there is nothing to wait for: the element says what is missing. An element that was taken out may
    // still update once; what it would open nobody would close.
    if (!request || !this.#host.isConnected) return null;
    const { src, format, need, maxAge, refresh } = request;
    const query = pageClient().query({ src, format, need, ...(maxAge === undefined ? {} : { maxAge }) });
    const unsubscribe = query.subscribe(() => this.#take(query.state));
    const refreshes = refresh === undefined ? undefined : refreshing(query, refresh);
    this.#query = query;
    this.#close = () => {
      refreshes?.abort();
      unsubscribe();
      this.#query = undefined;
      this.#close = undefined;
    };
    this.#take(query.state);
    // Nothing waits for its answer: the client lets go of what nobody listens to.
    return query;
  }

  #take(state: QueryState): void {
    const before = this.state;
    if (state === before) return;
    // A new need (more collections) starts without data: what is on screen stays until it has come.
    this.state = !state.data && !state.error && before.data ? { ...state, data: before.data } : state;
    this.#onState(this.state, before);
    // Asking again changes nothing of what is shown, until there is an answer.
    if (!before.data || !sameState({ ...before, fetching: this.state.fetching }, this.state))
      this.#host.requestUpdate();
  }
}

/** The host of a task that runs with it without having it drawn again: what is shown follows from the query's state. */
const quiet = (host: ReactiveElement): ReactiveControllerHost =>
  ({
    addController: (task) => host.addController(task),
    requestUpdate: () => undefined,
  }) as Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'> as ReactiveControllerHost;

/** Keeps a query fresh; the code that does it is loaded by pages that ask for it. @returns what ends it */
function refreshing(query: Query, interval: number): AbortController {
  const end = new AbortController();
  import('./refresh.ts').then(
    ({ keepFresh }) => keepFresh(query, interval, end.signal),
    (error: unknown) => warn('refresh', `no refresh, its code did not come: ${String(error)}`),
  );
  return end;
}
