import type { CacheEntry } from '../cache/index.ts';
import { EssError } from '../errors.ts';
import type { Source, SourceContext, SourceRequest, SourceResult } from '../model/source.ts';
import { isForever, isFresh } from './http.ts';
import { pickSource, resolveSrc } from './pick-source.ts';
import { type Answer, responseOf, sameBody } from './request.ts';
import type { Resources } from './resources.ts';
import type { TabLock } from './tab-lock.ts';
import type { ClientOptions, QueryRequest } from './types.ts';

/** What is held of one source. */
export interface Held {
  readonly result: SourceResult | null;
  readonly origin: 'network' | 'cache' | null;
  readonly updatedAt: number | null;
  readonly error: EssError | null;
  /** Whether it has answered once, with data or with an error. */
  readonly settled: boolean;
}

/** Loads one source, again and again. */
export interface Loader {
  readonly held: Held;
  /** From the cache, then from the network unless all of it is fresh. Never rejects. */
  readonly start: (signal: AbortSignal) => Promise<void>;
  /** From the network. Never rejects. */
  readonly refresh: (signal: AbortSignal) => Promise<void>;
}

/** What loaders share. */
export interface LoaderContext {
  readonly options: ClientOptions;
  readonly resources: Resources;
  readonly tabLock: TabLock;
}

/** The bodies that a load was made of, by address. */
type Parts = ReadonlyMap<string, CacheEntry>;

/** Thrown by the cache-only fetch: it ends the held pass and is never shown. */
class NotHeld extends Error {}

/** Makes the loader of one source. `onChange` follows each change of `held`. */
export function createLoader(
  { options, resources, tabLock }: LoaderContext,
  asked: { readonly src: string; readonly format?: string } & Pick<QueryRequest, 'need' | 'maxAge' | 'lang'>,
  onChange: () => void,
): Loader {
  let held: Held = { result: null, origin: null, updatedAt: null, error: null, settled: false };
  let parts: Parts = new Map();
  const set = (change: Partial<Held>): void => {
    held = { ...held, ...change };
    onChange();
  };

  const load = async (signal: AbortSignal, get: (url: string) => Promise<CacheEntry>): Promise<[SourceResult, Parts]> => {
    const used = new Map<string, CacheEntry>();
    const fetch: SourceContext['fetch'] = async (address) => {
      const url = new URL(address, src()).href;
      const entry = await get(url);
      used.set(url, entry);
      return responseOf(entry);
    };
    const readHead = async () => (await (await fetch(src())).text()).slice(0, 2_000);
    const source: Source = await pickSource(options.sources, src(), asked.format, readHead);
    const { need, lang } = asked;
    const request: SourceRequest = { src: src(), need, ...(lang === undefined ? {} : { lang }) };
    const placer = options.placer ? { placer: options.placer } : {};
    return [await source.load(request, { fetch, signal, ...placer }), used];
  };
  const src = (): string => resolveSrc(asked.src, options.base);

  const fromCache = async (signal: AbortSignal): Promise<boolean> => {
    let complete = true;
    const get = async (url: string): Promise<CacheEntry> => {
      const entry = await resources.held(url);
      if (entry) return entry;
      complete = false;
      throw new NotHeld(url);
    };
    try {
      const [result, used] = await load(signal, get);
      // A source may do without a part; the cache alone does not decide that.
      if (!complete || signal.aborted) return false;
      parts = used;
      const now = options.clock.now();
      const isAllFresh = [...used].every(([url, entry]) => isFresh(url, entry, asked.maxAge, now));
      set({ result, origin: 'cache', updatedAt: updatedAtOf(used), settled: true });
      void resources.use([...used.values()]);
      return isAllFresh;
    } catch {
      // Not held, or held in a shape that this release does not read: the network decides.
      return false;
    }
  };

  const fromNetwork = async (signal: AbortSignal, since: number): Promise<void> => {
    const answers = new Map<string, Answer>();
    const get = async (url: string): Promise<CacheEntry> => {
      const answer = answers.get(url) ?? (await resources.fresh(url, signal, since));
      answers.set(url, answer);
      return answer.entry;
    };
    const [result, used] = await load(signal, get);
    signal.throwIfAborted();
    const same = held.result !== null && sameParts(parts, used);
    parts = used;
    const shown = same ? held.result : result;
    set({ result: shown, origin: 'network', updatedAt: updatedAtOf(used), error: null, settled: true });
    await resources.commit([...answers.values()]);
  };

  const refresh = async (signal: AbortSignal): Promise<void> => {
    try {
      await tabLock.run(src(), signal, (since) => fromNetwork(signal, since));
    } catch (cause) {
      if (signal.aborted) return;
      const error = asEssError(cause, asked.src);
      options.onWarn?.(`source-${error.code}`, error.message);
      set({ error, settled: true });
    }
  };

  return {
    get held() {
      return held;
    },
    start: async (signal) => {
      const isAllFresh = await fromCache(signal);
      if (!isAllFresh && !signal.aborted) await refresh(signal);
    },
    refresh,
  };
}

function sameParts(a: Parts, b: Parts): boolean {
  return a.size === b.size && [...a].every(([url, { body }]) => sameBody(body, b.get(url)?.body ?? ''));
}

/** The oldest part; those that never change are as new as the manifest that names them. */
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
