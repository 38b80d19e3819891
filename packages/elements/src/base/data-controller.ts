import { IDLE, sameState } from '@ess-widgets/core/internal/data/client/query-state';
import { type Allowance, resolveHref } from '@ess-widgets/core/internal/data/client/reading';
import type { Query, QueryState } from '@ess-widgets/core/internal/data/client/types';
import type { EssErrorCode } from '@ess-widgets/core/internal/errors';
import { forAudience } from '@ess-widgets/core/internal/model/audience';
import type { CollectionName, Dataset, DatasetNeed } from '@ess-widgets/core/model';
import type { ReactiveController, ReactiveElement } from 'lit';
import { pageClient } from './page.ts';
import { onRegistered } from './registered.ts';
import { warn } from './warn.ts';

/** An element that reads data. */
interface DataHost extends ReactiveElement {
  readonly state: string;
  /** Asks again for what did not come; told by a press, or by a browser that is online again. */
  readonly reload: (event?: Event) => void;
}

export type Need = DatasetNeed;

/** Whether a need is still on its way: the old data set, which stays until then, lacks it. */
export const lacks = (needs: readonly Need[], { catalogue, collections, manifest }: Dataset): boolean =>
  needs.some((name) =>
    name === 'catalogue'
      ? manifest.catalogue && !catalogue
      : manifest.collections[name] && !collections[name as CollectionName],
  );

/** An address against the page; one that cannot be read is passed on for the client to name. */
export function absolute(address: string): string {
  const url = resolveHref(address, document.baseURI);
  return typeof url === 'string' ? url : address;
}

/** What a page's author allows data, as attributes say it. */
export interface Allowing {
  readonly hosts?: string | undefined;
  readonly maxBytes?: string | undefined;
}

/** What attributes allow data: hosts as addresses have them, a number of bytes. */
export const allowanceOf = ({ hosts, maxBytes }: Allowing = {}): Allowance => ({
  ...(hosts ? { hosts: hosts.toLowerCase().trim().split(/\s+/) } : {}),
  ...(Number(maxBytes) > 0 ? { maxBytes: Number(maxBytes) } : {}),
});

/** What an element asks the client for. */
export interface DataRequest extends Allowance {
  readonly src: readonly string[];
  readonly format: readonly string[];
  readonly need: readonly Need[];
  /** Seconds for which a cached answer is fresh; undefined leaves it to the HTTP headers. */
  readonly maxAge: number | undefined;
  /** Seconds between refreshes; undefined: none. */
  readonly refresh: number | undefined;
  /** Who looks at the data: `internal` sees all of them. */
  readonly audience: string | undefined;
}

/**
 * Reads a data set through the page's client: what the element asks for is looked at whenever it updates, and a new
 * request ends the subscription to the one before.
 * @since 0.2.0
 */
export class DataController implements ReactiveController {
  state: QueryState = IDLE;
  readonly #host: DataHost;
  readonly #request: () => DataRequest | null;
  readonly #onState: (state: QueryState, before: QueryState) => void;
  #asked: string | undefined;
  #query: Query | undefined;
  #close: (() => void) | undefined;

  constructor(
    host: DataHost,
    request: () => DataRequest | null,
    onState: (state: QueryState, before: QueryState) => void,
  ) {
    this.#host = host;
    this.#request = request;
    this.#onState = onState;
    host.addController(this);
  }

  hostConnected(): void {
    onRegistered.add(this.#drawAgain);
    // What was asked for before it was taken out is asked for again, with its update.
    if (this.#host.hasUpdated) this.hostUpdate();
  }

  hostUpdate(): void {
    // An element that was taken out may still update once; what it would open nobody would close.
    if (!this.#host.isConnected) return;
    const request = this.#request();
    const asked = JSON.stringify(request);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#open(request);
  }

  hostUpdated(): void {
    // What did not come is asked for again once the browser has a network: not everyone presses the button.
    (this.#host.state === 'error' ? addEventListener : removeEventListener)('online', this.#host.reload);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#host.reload);
    onRegistered.delete(this.#drawAgain);
    this.#asked = undefined;
    this.#close?.();
  }

  /** Asks the source again. @param byHand because its visitor wants it */
  refresh(byHand: boolean): void {
    void this.#query?.refresh({ byHand });
  }

  /** Something was registered: it may be what the host lacks, or the source that can read what none could. */
  readonly #drawAgain = async (): Promise<void> => {
    this.#host.requestUpdate();
    const { error } = (await this.#query?.ready) ?? this.state;
    if (error && UNREAD.includes(error.code)) this.#host.reload();
  };

  #open(request: DataRequest | null): void {
    this.#close?.();
    // Without a request there is nothing to wait for: the element says what is missing.
    if (!request) return;
    const { maxAge, refresh, audience, ...asked } = request;
    const query = pageClient().query({ ...asked, ...(maxAge === undefined ? {} : { maxAge }) });
    // What the element is not meant to show never reaches it.
    const take = () => this.#take(query.state, audience);
    const unsubscribe = query.subscribe(take);
    const refreshes = refresh === undefined ? undefined : refreshing(query, refresh);
    this.#query = query;
    this.#close = () => {
      refreshes?.abort();
      unsubscribe();
      this.#query = undefined;
      this.#close = undefined;
    };
    take();
  }

  #take(now: QueryState, audience: string | undefined): void {
    const before = this.state;
    // A new need (more collections) starts without data: what is on screen stays until it has come.
    const data = now.data ?? (now.error ? undefined : before.data);
    const shown = data && forAudience(data, audience);
    const state = shown && shown !== now.data ? { ...now, data: shown } : now;
    if (state === before) return;
    this.state = state;
    this.#onState(this.state, before);
    // Asking again changes nothing of what is shown, until there is an answer: only where it failed it is said.
    if (!before.data || before.error || !sameState({ ...before, fetching: this.state.fetching }, this.state))
      this.#host.requestUpdate();
  }
}

/** An answer that another source may be able to read. */
const UNREAD: readonly EssErrorCode[] = ['config', 'syntax', 'html', 'schema', 'format'];

/** Keeps a query fresh; the code that does it is loaded by pages that ask for it. @returns what ends it */
function refreshing(query: Query, interval: number): AbortController {
  const end = new AbortController();
  import('./refresh.ts').then(
    ({ keepFresh }) => keepFresh(query, interval, end.signal),
    (error: unknown) => warn('refresh', `no refresh, its code did not come: ${String(error)}`),
  );
  return end;
}
