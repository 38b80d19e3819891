import type * as filesCode from './files.ts';
import { attributeWords, QueryEntry } from './query-entry.ts';
import { IDLE } from './query-state.ts';
import { Resources } from './resources.ts';
import type { TabLock } from './tab-lock.ts';
import type { Client, ClientOptions, Query, QueryRequest, QueryState, RefreshOptions } from './types.ts';

/**
 * Makes a client. It holds nothing global: a page has as many as it makes, usually one.
 * @since 0.1.0
 */
export function createClient(options: ClientOptions): Client {
  const resources = new Resources(options);
  let lock: Promise<TabLock | null> | undefined;
  let readFile: typeof filesCode.readFile | undefined;
  const context = { options, resources, tabLock: () => (lock ??= tabLockOf(options)) };
  const entries = new Map<string, QueryEntry>();
  const entryOf = (key: string, asked: QueryRequest): QueryEntry => {
    const found = entries.get(key);
    if (found) return found;
    const made = new QueryEntry(context, asked, () => entries.delete(key));
    entries.set(key, made);
    return made;
  };
  const refresh = async (entry: QueryEntry, how?: RefreshOptions): Promise<void> => {
    await entry.refresh(how);
    // "Try again" in one widget is meant for the source: other queries that failed with it are refreshed too.
    for (const other of entries.values()) {
      if (other !== entry && other.state.error && other.shares(entry)) void other.refresh();
    }
  };
  return {
    query: (asked) => {
      const key = queryKey(asked);
      const open = () => entryOf(key, asked);
      return handle(
        () => entries.get(key),
        open,
        (how) => refresh(open(), how),
      );
    },
    file: async (href, parse, asked) => {
      readFile ??= (await import('./files.ts')).readFile;
      return readFile(options, resources, href, parse, asked);
    },
    get size() {
      return entries.size;
    },
  };
}

/** Loads the lock of tabs; null if its module cannot be loaded, so that each tab asks for itself. */
const tabLockOf = (options: ClientOptions): Promise<TabLock | null> =>
  import('./tab-lock.ts').then(
    ({ TabLock }) => new TabLock(options),
    () => null,
  );

/**
 * Creates the handle of a caller. Reading its state creates no entry, so that a query without a listener leaves nothing
 * behind.
 */
function handle(find: () => QueryEntry | undefined, open: () => QueryEntry, refresh: Query['refresh']): Query {
  return {
    get state() {
      return find()?.state ?? IDLE;
    },
    subscribe: (listener) => open().subscribe(listener),
    refresh,
    judge: async () => find()?.judge(),
    get ready() {
      return settled(open());
    },
  };
}

function settled(entry: QueryEntry): Promise<QueryState> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (entry.state.fetching) return;
      unsubscribe();
      resolve(entry.state);
    };
    const unsubscribe = entry.subscribe(check);
    check();
  });
}

/** Returns the key of a request: equal requests have the same one, in whatever order they name the collections. */
function queryKey({ src, format, need, maxAge, lang, hosts, maxBytes, reference }: QueryRequest): string {
  const wanted = [...new Set(need)].sort();
  return JSON.stringify([
    attributeWords(src),
    attributeWords(format ?? []),
    wanted,
    maxAge,
    lang,
    hosts,
    maxBytes,
    reference,
  ]);
}
