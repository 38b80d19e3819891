import { EssError } from '../../errors.ts';
import { Loader, type LoaderContext } from './loader.ts';
import { IDLE, sameState, stateOf } from './query-state.ts';
import type { SourceMerger } from './source-merger.ts';
import type { QueryRequest, QueryState, RefreshOptions } from './types.ts';

/**
 * Time that a query outlives its last listener, in ms: hosts move elements by taking them out and putting them back.
 */
const GRACE = 1_000;

/** State shared by all queries with the same request. It loads data only while it has a listener. */
export class QueryEntry {
  state: QueryState = IDLE;
  readonly #context: LoaderContext;
  readonly #srcs: readonly string[];
  readonly #loaders: readonly Loader[];
  readonly #forget: () => void;
  #merger: SourceMerger | null = null;
  #fault: EssError | null = null;
  readonly #listeners = new Set<() => Promise<void>>();
  readonly #controller = new AbortController();
  #started = false;
  #running: Promise<void> | null = null;
  #grace: unknown;

  /** @param forget called when the last listener has been gone for a while */
  constructor(context: LoaderContext, query: QueryRequest, forget: () => void) {
    this.#context = context;
    this.#srcs = attributeWords(query.src);
    this.#loaders = loadersOf(context, query, () => this.#update(true));
    this.#forget = forget;
  }

  subscribe(callback: () => void): () => void {
    const { clock } = this.#context.options;
    clock.clearTimeout(this.#grace);
    if (!this.#started) {
      this.#started = true;
      void this.#run((loader, signal) => loader.start(signal));
    }
    // Called at once; an exception of it becomes a rejection that nobody handles, so that neither the load nor other
    // listeners fail.
    const listener = async (): Promise<void> => callback();
    this.#listeners.add(listener);
    return () => {
      if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
      this.#grace = clock.setTimeout(() => this.#end(), GRACE);
    };
  }

  async refresh(how?: RefreshOptions): Promise<void> {
    // Present listeners keep the query alive; without one, subscribe until the refresh is over.
    const leave = this.#listeners.size > 0 ? undefined : this.subscribe(() => undefined);
    const joined = this.#running;
    await joined;
    // A first load may have been answered by the cache alone: servers were not asked.
    const wereAsked = joined && (this.state.error || this.state.origin === 'network');
    if (!wereAsked) await (this.#running ?? this.#run((loader, signal) => loader.refresh(signal, how)));
    leave?.();
  }

  /** Reads data again that could not be shown, by their schemas. */
  async judge(): Promise<void> {
    await this.#running;
    await this.#run((loader, signal) => loader.judge(signal));
  }

  /** Whether both ask a same source. */
  shares(other: QueryEntry): boolean {
    return this.#srcs.some((src) => other.#srcs.includes(src));
  }

  #run(work: (loader: Loader, signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#controller;
    const works = async (): Promise<unknown> => {
      await this.#join();
      return Promise.all(this.#loaders.map((loader) => work(loader, signal)));
    };
    const done = works().then(() => {
      this.#running = null;
      if (!signal.aborted) this.#update(false);
    });
    this.#running = done;
    this.#update(true);
    return done;
  }

  /**
   * Imports the merger where there are several sources. Without it there is nothing to show: one of them is not the
   * whole.
   */
  async #join(): Promise<void> {
    if (this.#srcs.length < 2 || this.#merger) return;
    try {
      this.#merger = (await import('./source-merger.ts')).createSourceMerger();
      this.#fault = null;
    } catch (cause) {
      this.#fault = new EssError('network', 'The code that joins several sources could not be loaded.', { cause });
    }
  }

  #update(fetching: boolean): void {
    const states = this.#loaders.map((loader) => loader.state);
    const next = stateOf(states, this.#srcs, fetching, this.#merger, this.#context.options.clock.now());
    const state = this.#fault ? { ...next, data: null, error: this.#fault } : next;
    if (sameState(this.state, state)) return;
    this.state = state;
    for (const tell of [...this.#listeners]) void tell();
  }

  #end(): void {
    this.#controller.abort(new Error('nobody listens any more'));
    this.#forget();
  }
}

function loadersOf(context: LoaderContext, query: QueryRequest, onChange: () => void): readonly Loader[] {
  const formats = attributeWords(query.format ?? []);
  return attributeWords(query.src).map((src, index) => {
    const format = formats[index];
    return new Loader(context, { ...query, src, format: format && format !== 'auto' ? format : undefined }, onChange);
  });
}

/**
 * Returns the words of an attribute, or a list as it is. No word at all is one empty word: a source that is missing. The code
 * of a frame that somebody pasted is one word: its address is looked for in it.
 */
export function attributeWords(text: string | readonly string[]): readonly string[] {
  if (typeof text !== 'string') return text;
  return text.includes('<') ? [text] : text.trim().split(/\s+/);
}
