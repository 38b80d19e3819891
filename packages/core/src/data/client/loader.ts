import { EssError } from '../../errors.ts';
import type { Town } from '../../model/index.ts';
import { addressOf, checkReach, limitOf, type Manner, mannerOf, resolveHref } from '../../reading/index.ts';
import type { CacheEntry } from '../cache/cache.ts';
import type { SourceRequest, SourceResult } from '../sources/source.ts';
import { isForever, isFresh } from './http.ts';
import { isRefused, isUnreadable, loadPicked, type Picked, pickSource } from './pick-source.ts';
import { type Answer, isSame, responseOf } from './request.ts';
import type { Resources } from './resources.ts';
import type { TabLock } from './tab-lock.ts';
import type { ClientOptions, QueryRequest, RefreshOptions } from './types.ts';

/** State of one source: its last good result, and its last error. */
export interface SourceState {
  readonly result: SourceResult | null;
  readonly origin: 'network' | 'cache' | null;
  readonly updatedAt: number | null;
  readonly error: EssError | null;
  /** Whether it has answered once, with data or with an error. */
  readonly settled: boolean;
}

/** Dependencies that all loaders of a client share. */
export interface LoaderContext {
  readonly options: ClientOptions;
  readonly resources: Resources;
  /** Returns the lock that lets one tab fetch at a time; null if its module could not be loaded. */
  readonly tabLock: () => Promise<TabLock | null>;
}

/** Request for one source. */
type LoaderRequest = Pick<QueryRequest, 'need'> & {
  readonly [K in 'maxAge' | 'lang' | 'hosts' | 'maxBytes' | 'reference']?: QueryRequest[K] | undefined;
} & {
  readonly src: string;
  readonly format?: string | undefined;
};

/** The bodies that a load was made of, by address. */
type Parts = ReadonlyMap<string, CacheEntry>;

/** A load that succeeded. */
interface Load {
  readonly result: SourceResult;
  readonly parts: Parts;
}

/** Thrown by the cache-only fetch: it ends the held pass and is never shown. */
class NotHeld extends Error {}

/** Loads one source, again and again. Its methods never reject. */
export class Loader {
  state: SourceState = { result: null, origin: null, updatedAt: null, error: null, settled: false };
  readonly #context: LoaderContext;
  readonly #asked: LoaderRequest;
  readonly #onChange: () => void;
  #parts: Parts = new Map();
  /** Whether copies that could not be read have been asked for whole: once is enough where it is the server's that cannot be. */
  #asksWhole = false;
  /** Whether all is judged, whatever its hash: what was not could not be shown. */
  #judgesAll = false;

  /** @param onChange follows each change of `state` */
  constructor(context: LoaderContext, asked: LoaderRequest, onChange: () => void) {
    this.#context = context;
    this.#asked = asked;
    this.#onChange = onChange;
  }

  /** Loads from the cache, then from the network unless all of it is fresh. */
  async start(signal: AbortSignal): Promise<void> {
    const isAllFresh = await this.#fromCache(signal);
    if (!isAllFresh && !signal.aborted) await this.refresh(signal);
  }

  /** Loads from the network. */
  async refresh(signal: AbortSignal, how: RefreshOptions = {}): Promise<void> {
    const { options, tabLock } = this.#context;
    const work = (since: number) => this.#fromNetwork(signal, since, how);
    try {
      // Without data to show, do not wait: neither for another tab, nor for the module of the lock.
      const lock = this.state.result && (await tabLock());
      await (lock ? lock.run(this.#src, signal, work) : work(options.clock.now()));
    } catch (cause) {
      if (signal.aborted) return;
      const error = asEssError(cause, this.#asked.src);
      options.onWarn?.(`source-${error.code}`, error.message);
      this.#set({ error, settled: true });
    }
  }

  /** Reads the data again that could not be shown, now by their schemas: what is wrong with them is said. */
  async judge(signal: AbortSignal): Promise<void> {
    if (this.#judgesAll) return;
    this.#judgesAll = true;
    const held = this.#parts;
    try {
      const { result } = await this.#load(signal, async (url) => {
        const entry = held.get(url);
        if (entry) return entry;
        throw new NotHeld(url);
      });
      const [first] = result.issues;
      if (first) this.#context.options.onWarn?.('judged', first.message['en'] ?? first.message.fr);
      this.#set({ result });
    } catch (cause) {
      if (signal.aborted) return;
      this.#parts = new Map();
      this.#set({ result: null, error: asEssError(cause, this.#asked.src) });
      // A file that was not there then is asked for again.
      if (cause instanceof NotHeld) await this.refresh(signal);
    }
  }

  /** Address of the source as far as it is one already: a name for what tabs do in turn. */
  get #src(): string {
    const url = resolveHref(this.#asked.src, this.#context.options.base);
    return typeof url === 'string' ? url : this.#asked.src;
  }

  #set(change: Partial<SourceState>): void {
    this.state = { ...this.state, ...change };
    this.#onChange();
  }

  /** @returns whether the data were held and need not be asked for again */
  async #fromCache(signal: AbortSignal): Promise<boolean> {
    const { options, resources } = this.#context;
    let complete = true;
    const get = async (url: string): Promise<CacheEntry> => {
      const entry = await resources.cached(url);
      if (entry) return entry;
      complete = false;
      throw new NotHeld(url);
    };
    try {
      const { result, parts } = await this.#load(signal, get);
      // A source may do without a part; the cache alone does not decide that.
      if (!complete || signal.aborted) return false;
      this.#parts = parts;
      this.#set({ result, origin: 'cache', updatedAt: updatedAtOf(parts), settled: true });
      void resources.use([...parts.values()]);
      const now = options.clock.now();
      return [...parts].every(([url, entry]) => isFresh(url, entry, this.#asked.maxAge, now));
    } catch {
      // There is no copy, or one in a form that this release does not read: the network decides.
      return false;
    }
  }

  async #fromNetwork(signal: AbortSignal, since: number, { byHand }: RefreshOptions): Promise<void> {
    const { resources } = this.#context;
    const answers = new Map<string, Answer>();
    const load = (isWhole: boolean): Promise<Load> =>
      this.#load(signal, async (url, manner) => {
        const known = answers.get(url);
        const isKnown = known && !(isWhole && known.confirmed);
        const answer = isKnown ? known : await resources.fresh(url, signal, since, { ...manner, isWhole, byHand });
        answers.set(url, answer);
        return answer.entry;
      });
    /** Drops answers that no source could read, so that the next load asks the server again. */
    const forget = (error: unknown): never => {
      if (isRefused(error)) for (const url of answers.keys()) resources.forget(url);
      throw error;
    };
    const loading = load(false).catch((error: unknown) => {
      // A copy that was damaged is confirmed by its server, and would never be read again.
      const isOurs = [...answers.values()].some(({ confirmed }) => confirmed) && isUnreadable(error);
      if (this.#asksWhole || !isOurs) throw error;
      this.#asksWhole = true;
      return load(true);
    });
    const { result, parts } = await loading.catch(forget);
    signal.throwIfAborted();
    const isSame = this.state.result !== null && sameParts(this.#parts, parts);
    this.#parts = parts;
    const shown = isSame ? this.state.result : result;
    this.#set({ result: shown, origin: 'network', updatedAt: updatedAtOf(parts), error: null, settled: true });
    await resources.commit([...answers.values()]);
  }

  /** Lets the source read through `get`, and notes what it read. */
  async #load(signal: AbortSignal, get: (url: string, manner: Manner) => Promise<CacheEntry>): Promise<Load> {
    const { options } = this.#context;
    const { need, lang, format, hosts = [], maxBytes = options.maxBytes, reference } = this.#asked;
    const parts = new Map<string, CacheEntry>();
    const addresses: string[] = [];
    const listed = [...(options.hosts ?? []), ...hosts];
    const reach = { addresses, hosts: listed, maxBytes };
    let limit = limitOf(maxBytes);
    const read = async (address: string, src: string): Promise<Response> => {
      const url = addressOf(address, src);
      // Whoever asks for a source has no more authority than a block: it may be anywhere, and redirect; what is inside may not.
      const author = url.replace(/[?&]key=[^&#]*$/, '') === src ? 'block' : 'data';
      if (addresses.length === 0) addresses.push(src);
      const entry = await get(url, await mannerOf(url, author, { ...reach, maxBytes: limit }));
      const { url: from = url, size } = entry;
      await checkReach(from, author, reach);
      if (author !== 'data') addresses.push(from);
      if (size > limit) throw (await import('../../reading/refusals.ts')).largeError(url, limit);
      parts.set(url, entry);
      return responseOf(entry);
    };
    const readHead = async (src: string): Promise<string> => {
      const { beginningOf } = await import('../../reading/decode.ts');
      return beginningOf(await (await read(src, src)).arrayBuffer());
    };
    const picked = await pickSource(options, this.#asked.src, format, readHead);
    listed.push(...(picked.hosts ?? []));
    const { placer: placerOf } = options;
    const placer = placerOf ? { placer: (towns: readonly Town[]) => placerOf(reference, towns) } : {};
    const pause = options.pause ? { pause: options.pause } : {};
    const zone = options.zone?.();
    const told = zone || picked.options ? { options: { ...(zone ? { zone } : {}), ...picked.options } } : {};
    const load = ({ source, src }: Pick<Picked, 'source' | 'src'>): Promise<SourceResult> => {
      limit = limitOf(maxBytes, source.maxBytes);
      const request: SourceRequest = { src, need, ...told, ...(lang === undefined ? {} : { lang }) };
      const reading = { fetch: (address: string) => read(address, src), signal, ...placer, ...pause };
      const isOwn = !this.#judgesAll && options.isOwn?.(src) === true;
      return source.load(request, { ...reading, isOwn }).catch((error: unknown) => {
        // What was judged when it was prepared raises no exception here, unless it was not.
        if (!isOwn || error instanceof EssError || error instanceof NotHeld || signal.aborted) throw error;
        this.#judgesAll = true;
        return source.load(request, reading);
      });
    };
    const { dataset, ...result } = await loadPicked(picked, load);
    return { result: { ...result, dataset: { ...dataset, reach, ...(reference ? { reference } : {}) } }, parts };
  }
}

function sameParts(a: Parts, b: Parts): boolean {
  return a.size === b.size && [...a].every(([url, entry]) => isSame(entry, b.get(url)));
}

/** Returns the time of the oldest part; those that never change are as new as the manifest that names them. */
function updatedAtOf(parts: Parts): number | null {
  const changing = [...parts].filter(([url, entry]) => !isForever(url, entry));
  const dates = (changing.length > 0 ? changing : [...parts]).map(([, { fetchedAt }]) => fetchedAt);
  return dates.length > 0 ? Math.min(...dates) : null;
}

function asEssError(error: unknown, url: string): EssError {
  if (error instanceof EssError) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new EssError('schema', `${url} could not be read: ${said}`, { url, cause: error });
}
