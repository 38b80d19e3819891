import { type DBSchema, type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import { type Cache, type CacheEntry, type CachePatch, DEFAULT_MAX_BYTES, isWithinQuota, overBudget } from './cache.ts';

/**
 * The part of `IDBFactory` that the cache uses, so that code without the DOM types compiles: `open` returns an
 * `IDBOpenDBRequest`.
 */
interface DatabaseFactory {
  open(name: string, version: number): object;
}

/** Options of {@link createIdbCache}. */
export interface IdbCacheOptions {
  /** Name of the database; `ess-widgets` when it is not given. */
  readonly name?: string;
  /** Byte budget; 20 MB when it is not given. */
  readonly maxBytes?: number;
  /** The platform's own when it is not given; read on the first call, since reading it may throw. */
  readonly indexedDB?: DatabaseFactory;
}

type Head = Omit<CacheEntry, 'body'>;

/** Heads apart from bodies: evicting and dating entries then reads and writes a few hundred bytes each. */
interface Stores extends DBSchema {
  heads: { key: string; value: Head };
  bodies: { key: string; value: CacheEntry['body'] };
}

const STORES = ['heads', 'bodies'] as const;
type Writing = IDBPTransaction<Stores, (typeof STORES)[number][], 'readwrite'>;

/**
 * Creates a cache in IndexedDB, shared by the tabs of a site. Any call may reject (storage denied, full, closed) or
 * never answer: use it behind `createGuardedCache`, or take `createPageCache`.
 * @since 0.1.0
 */
export function createIdbCache(options: IdbCacheOptions = {}): Cache {
  const { maxBytes = DEFAULT_MAX_BYTES } = options;
  const database = connection(options);
  const write = async (change: (tx: Writing) => Promise<void>): Promise<void> => {
    const tx = (await database()).transaction([...STORES], 'readwrite');
    const [changed, done] = await Promise.allSettled([change(tx).catch((error: unknown) => undo(tx, error)), tx.done]);
    const errors = [done, changed].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    // Every request of an aborted transaction says "aborted"; only one of them says why.
    if (errors.length > 0) throw errors.find(isQuota) ?? errors[0];
  };
  return {
    get: async (key) => {
      const tx = (await database()).transaction([...STORES], 'readonly');
      // The transaction may be aborted after its requests were answered, so its end is awaited with them.
      const [head, body] = await Promise.all([
        tx.objectStore('heads').get(key),
        tx.objectStore('bodies').get(key),
        tx.done,
      ]);
      if (head === undefined && body === undefined) return undefined;
      const entry = { ...head, body };
      if (isEntry(entry)) return entry;
      // Another script or a disk error damaged the entry: drop it, so that the client requests the resource again.
      await write((damaged) => drop(damaged, [key]));
      return undefined;
    },
    setAll: async (entries) => {
      if (!isWithinQuota(entries, maxBytes)) return;
      const put = (budget: number) => write((tx) => putAll(tx, entries, budget));
      try {
        await put(maxBytes);
      } catch (error) {
        if (!isQuota(error)) throw error;
        // The browser grants less than our budget: drop half of the entries, then try once more.
        await write((tx) => evict(tx, undefined, new Set()));
        await put(maxBytes);
      }
    },
    touch: (keys, patch) => write((tx) => touchAll(tx, keys, patch)),
    delete: (key) => write((tx) => drop(tx, [key])),
  };
}

/** Opens once, and again after the browser closed the connection. */
function connection({ name = 'ess-widgets', indexedDB }: IdbCacheOptions): () => Promise<IDBPDatabase<Stores>> {
  let opened: Promise<IDBPDatabase<Stores>> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  return () => {
    opened ??= open(name, indexedDB, forget);
    opened.catch(forget);
    return opened;
  };
}

async function open(
  name: string,
  given: DatabaseFactory | undefined,
  onClose: () => void,
): Promise<IDBPDatabase<Stores>> {
  const request = (given ?? indexedDB).open(name, 1) as IDBOpenDBRequest;
  request.onupgradeneeded = () => {
    for (const store of STORES) request.result.createObjectStore(store, store === 'heads' ? { keyPath: 'key' } : {});
  };
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused to open'));
  });
  db.onclose = onClose;
  db.onversionchange = () => {
    db.close();
    onClose();
  };
  return wrap(db) as unknown as IDBPDatabase<Stores>;
}

/** Aborts the transaction and throws, because what was written before the failure must go too. */
function undo(tx: Writing, reason: unknown): never {
  try {
    tx.abort();
  } catch {
    // It was already aborted.
  }
  throw reason;
}

async function putAll(tx: Writing, entries: readonly CacheEntry[], budget: number): Promise<void> {
  const [heads, bodies] = [tx.objectStore('heads'), tx.objectStore('bodies')];
  // A put may throw at once: as a rejection, it leaves none of the others without a listener.
  const attempt = async (put: () => Promise<unknown>): Promise<unknown> => put();
  const puts = entries.flatMap(({ body, ...head }) => [
    attempt(() => heads.put(head)),
    attempt(() => bodies.put(body, head.key)),
  ]);
  await Promise.all(puts);
  await evict(tx, budget, new Set(entries.map(({ key }) => key)));
}

/** Drops the least recently used beyond a budget; without one, half of what is held. */
async function evict(tx: Writing, budget: number | undefined, keep: ReadonlySet<string>): Promise<void> {
  const rows = await tx.objectStore('heads').getAll();
  // A row of another script may have no size: one would make every sum NaN, and all entries would be dropped.
  const isForeign = ({ size }: Head): boolean => !(Number.isFinite(size) && size >= 0);
  await drop(
    tx,
    rows.filter(isForeign).map(({ key }) => key),
  );
  const heads = rows.filter((head) => !isForeign(head));
  const half = heads.reduce((sum, head) => sum + head.size, 0) / 2;
  await drop(tx, overBudget(heads, budget ?? half, keep));
}

async function drop(tx: Writing, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.flatMap((key) => STORES.map((store) => tx.objectStore(store).delete(key))));
}

async function touchAll(tx: Writing, keys: readonly string[], patch: CachePatch): Promise<void> {
  const heads = tx.objectStore('heads');
  const found = await Promise.all(keys.map((key) => heads.get(key)));
  const known = found.filter((head) => head !== undefined);
  await Promise.all(known.map((head) => heads.put({ ...head, ...patch })));
}

/** Whether what the database holds has the shape of an entry: any script of the site may write there. */
function isEntry(row: { readonly [K in keyof CacheEntry]?: unknown }): row is CacheEntry {
  const { key, body, contentType } = row;
  const { url, etag, lastModified, fetchedAt, expiresAt, immutable, size, usedAt } = row;
  return (
    [key, contentType].every((text) => typeof text === 'string') &&
    (typeof body === 'string' || body instanceof ArrayBuffer) &&
    [fetchedAt, size, usedAt].every(Number.isFinite) &&
    [url, etag, lastModified].every((text) => text === undefined || typeof text === 'string') &&
    (expiresAt === undefined || Number.isFinite(expiresAt)) &&
    (immutable === undefined || typeof immutable === 'boolean')
  );
}

const isQuota = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';
