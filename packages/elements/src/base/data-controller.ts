import type { EssErrorCode } from '@ess-widgets/core';
import { IDLE, type Query, type QueryState, sameState } from '@ess-widgets/core/data';
import { type CollectionName, type Dataset, type DatasetNeed, forAudience } from '@ess-widgets/core/model';
import { type Allowance, resolveHref } from '@ess-widgets/core/reading';
import type { ReactiveController, ReactiveElement } from 'lit';
import { dom } from './dom.ts';
import { pageClient } from './page.ts';
import { onRegistered } from './registered.ts';
import { warn } from './warn.ts';

/** An element that reads data. */
interface DataHost extends ReactiveElement {
  readonly state: string;
  /** Retries failed requests: after a press of the button, or in a browser that is online again. */
  readonly reload: (event?: Event) => void;
}

export type Need = DatasetNeed;

/** Tells whether a need is still being loaded: the old data set, which is shown until then, lacks it. */
export const lacks = (needs: readonly Need[], { catalogue, collections, manifest }: Dataset): boolean =>
  needs.some((name) =>
    name === 'catalogue'
      ? manifest.catalogue && !catalogue
      : manifest.collections[name] && !collections[name as CollectionName],
  );

/** Resolves an address against the page. One that cannot be parsed is returned as it is, because the client reports it. */
export function absolute(address: string): string {
  const url = resolveHref(address, dom.baseURI);
  return typeof url === 'string' ? url : address;
}

/** Returns the addresses of a `src`. The code of a frame that somebody pasted is one of them, as it is. */
export const addressesOf = (src: string): readonly string[] =>
  src.includes('<') ? [src] : src.split(/\s+/).filter(Boolean).map(absolute);

/** Limits that a page's author sets for data, as attributes have them. */
export interface Allowing {
  readonly hosts?: string | undefined;
  readonly maxBytes?: string | undefined;
}

/** Returns the limits that attributes set: hosts in the form of addresses, a number of bytes. */
export const allowanceOf = ({ hosts, maxBytes }: Allowing = {}): Allowance => ({
  ...(hosts ? { hosts: hosts.toLowerCase().trim().split(/\s+/) } : {}),
  ...(Number(maxBytes) > 0 ? { maxBytes: Number(maxBytes) } : {}),
});

/** Request of an element to the client. */
export interface DataRequest extends Allowance {
  readonly src: readonly string[];
  readonly format: readonly string[];
  readonly need: readonly Need[];
  /** Seconds for which a cached answer is fresh; undefined leaves it to the HTTP headers. */
  readonly maxAge: number | undefined;
  /** Seconds between refreshes; undefined: none. */
  readonly refresh: number | undefined;
  /** Audience of the data: `internal` sees all of them. */
  readonly audience: string | undefined;
  /** Address of the reference data around the element. */
  readonly reference?: string | undefined;
}

/**
 * Reads a data set through the page's client. It compares the request of the element at each update, and a new request
 * ends the subscription to the one before.
 * @since 0.2.0
 */
export class DataController implements ReactiveController {
  state: QueryState = IDLE;
  readonly #host: DataHost;
  readonly #request: () => DataRequest | null;
  readonly #onState: (state: QueryState, before: QueryState) => void;
  readonly #given: () => Dataset | undefined;
  readonly #accepts: (src: readonly string[], data: Dataset) => boolean;
  #asked: string | Dataset | undefined;
  #query: Query | undefined;
  #close: (() => void) | undefined;

  /** @param accepts whether the element shows the data of these addresses, now that they are there; else it requests others */
  constructor(
    host: DataHost,
    request: () => DataRequest | null,
    onState: (state: QueryState, before: QueryState) => void,
    given: () => Dataset | undefined = () => undefined,
    accepts: (src: readonly string[], data: Dataset) => boolean = () => true,
  ) {
    this.#given = given;
    this.#accepts = accepts;
    this.#host = host;
    this.#request = request;
    this.#onState = onState;
    host.addController(this);
  }

  hostConnected(): void {
    onRegistered.add(this.#drawAgain);
    // A removed element has ended its request, so one that returns to the page opens it again.
    if (this.#host.hasUpdated) this.hostUpdate();
  }

  hostUpdate(): void {
    // A removed element may still update once, and nothing would close a request that it opened then.
    if (!this.#host.isConnected) return;
    // What the page hands over is asked for nowhere.
    const given = this.#given();
    const request = given ? null : this.#request();
    const asked = given ?? JSON.stringify(request);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#open(request);
    if (given) this.#take({ ...IDLE, data: given }, undefined);
  }

  hostUpdated(): void {
    // Retries failed requests when the browser is online again, because not every visitor presses the retry button.
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
    // The data are filtered here, so that internal values never reach an element with another audience.
    const take = () => {
      const { data, error } = query.state;
      // A source that failed does not say what it holds.
      if (data && !error && !this.#accepts(asked.src, data)) this.hostUpdate();
      else this.#take(query.state, audience);
    };
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
    // A new need (more collections) starts without data, so the data shown stay until the new ones are loaded, with their issues.
    const { data, issues } = now.data || now.error ? now : before;
    const shown = data && forAudience(data, audience);
    const state = shown && shown !== now.data ? { ...now, data: shown, issues } : now;
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
