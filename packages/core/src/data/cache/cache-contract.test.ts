// The library compares with the platform's classes: they must be global, as in a browser.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { type Cache, type CacheEntry, cacheKey } from './cache.ts';
import { createGuardedCache } from './guarded-cache.ts';
import { createIdbCache } from './idb-cache.ts';
import { createMemoryCache } from './memory-cache.ts';
import { createPageCache } from './page-cache.ts';
import { systemTimers } from './time-limit.ts';

function entry(name: string, extra: Partial<CacheEntry> = {}): CacheEntry {
  const body = extra.body ?? `{"name":"${name}"}`;
  return {
    key: cacheKey(`https://data.example/${name}`),
    body,
    contentType: 'application/json',
    fetchedAt: 1_000,
    size: 10,
    usedAt: 1_000,
    ...extra,
  };
}

const keyOf = (name: string): string => entry(name).key;

/** Runs the contract of a cache, whatever storage is behind it. */
function describeCache(title: string, make: (maxBytes: number) => Cache): void {
  const held = async (cache: Cache, ...names: readonly string[]): Promise<readonly string[]> => {
    const found = await Promise.all(names.map(async (name) => ((await cache.get(keyOf(name))) ? [name] : [])));
    return found.flat();
  };

  describe(title, () => {
    it('gives back what was stored, with everything said of it', async () => {
      const cache = make(100);
      const stored = entry('a', {
        etag: '"1"',
        lastModified: 'Wed, 05 Mar 2025 08:00:00 GMT',
        expiresAt: 9_000,
        immutable: true,
      });
      await cache.setAll([stored]);
      expect(await cache.get(stored.key)).toEqual(stored);
    });

    it('gives nothing for what it does not hold', async () => {
      expect(await make(100).get(keyOf('a'))).toBeUndefined();
    });

    it('keeps bytes that are no text', async () => {
      const cache = make(100);
      const body = Uint8Array.from([0xe9, 0x3b, 0x00]).buffer;
      await cache.setAll([entry('cp1252', { body })]);
      const found = (await cache.get(keyOf('cp1252')))?.body;
      expect([...new Uint8Array(found as ArrayBuffer)]).toEqual([0xe9, 0x3b, 0x00]);
    });

    it('replaces an entry', async () => {
      const cache = make(100);
      await cache.setAll([entry('a', { etag: '"1"' })]);
      await cache.setAll([entry('a', { body: 'new' })]);
      expect(await cache.get(keyOf('a'))).toEqual(entry('a', { body: 'new' }));
    });

    it('changes dates without touching the body, and ignores keys that it does not hold', async () => {
      const cache = make(100);
      await cache.setAll([entry('a'), entry('b')]);
      await cache.touch([keyOf('a'), keyOf('z')], { fetchedAt: 5_000, usedAt: 6_000 });
      expect(await cache.get(keyOf('a'))).toEqual(entry('a', { fetchedAt: 5_000, usedAt: 6_000 }));
      expect(await cache.get(keyOf('b'))).toEqual(entry('b'));
      expect(await cache.get(keyOf('z'))).toBeUndefined();
    });

    it('changes validators without touching the body', async () => {
      const cache = make(100);
      await cache.setAll([entry('a', { etag: '"1"' })]);
      await cache.touch([keyOf('a')], { etag: '"2"', lastModified: 'Wed, 05 Mar 2025 08:00:00 GMT' });
      const changed = { etag: '"2"', lastModified: 'Wed, 05 Mar 2025 08:00:00 GMT' };
      expect(await cache.get(keyOf('a'))).toEqual(entry('a', changed));
    });

    it('deletes', async () => {
      const cache = make(100);
      await cache.setAll([entry('a'), entry('b')]);
      await cache.delete(keyOf('a'));
      expect(await held(cache, 'a', 'b')).toEqual(['b']);
    });

    it('drops the least recently used beyond its budget', async () => {
      const cache = make(30);
      await cache.setAll([entry('a', { usedAt: 1 }), entry('b', { usedAt: 2 }), entry('c', { usedAt: 3 })]);
      await cache.touch([keyOf('a')], { usedAt: 4 });
      await cache.setAll([entry('d', { usedAt: 5, size: 15 })]);
      expect(await held(cache, 'a', 'b', 'c', 'd')).toEqual(['a', 'd']);
    });

    it('never drops what it has just been given', async () => {
      const cache = make(30);
      await cache.setAll([entry('a', { usedAt: 9 })]);
      await cache.setAll([entry('b', { usedAt: 1, size: 15 }), entry('c', { usedAt: 1, size: 15 })]);
      expect(await held(cache, 'a', 'b', 'c')).toEqual(['b', 'c']);
    });

    it('keeps nothing of what does not fit whole, and keeps what it had', async () => {
      const cache = make(30);
      await cache.setAll([entry('a')]);
      await cache.setAll([entry('b'), entry('c', { size: 25 })]);
      expect(await held(cache, 'a', 'b', 'c')).toEqual(['a']);
    });
  });
}

const idb = (maxBytes: number, indexedDB = new IDBFactory()): Cache => createIdbCache({ maxBytes, indexedDB });
const broken: Cache = {
  get: () => Promise.reject(new Error('denied')),
  setAll: () => Promise.reject(new Error('denied')),
  touch: () => Promise.reject(new Error('denied')),
  delete: () => Promise.reject(new Error('denied')),
};

describeCache('a cache in memory', (maxBytes) => createMemoryCache({ maxBytes }));
describeCache('a cache in IndexedDB', (maxBytes) => idb(maxBytes));
describeCache('a guarded cache over IndexedDB', (maxBytes) =>
  createGuardedCache(idb(maxBytes), async () => createMemoryCache({ maxBytes })),
);
describeCache('a guarded cache whose storage is denied', (maxBytes) =>
  createGuardedCache(broken, async () => createMemoryCache({ maxBytes })),
);

describe('the key of an address', () => {
  it('leaves out the fragment, which is no part of the resource', () => {
    expect(cacheKey('https://data.example/a.json#top')).toBe(cacheKey('https://data.example/a.json'));
  });
});

describe('a cache in IndexedDB', () => {
  it('is there again on the next visit, and in other tabs', async () => {
    const factory = new IDBFactory();
    await idb(100, factory).setAll([entry('a')]);
    expect(await idb(100, factory).get(keyOf('a'))).toEqual(entry('a'));
  });

  it('opens again after the browser closed it', async () => {
    const factory = new IDBFactory();
    const cache = idb(100, factory);
    await cache.setAll([entry('a')]);
    // Another version is asked for, as a later release would: our connection must give way.
    const later = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.deleteDatabase('ess-widgets');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('the connection stayed open'));
    });
    expect(later).not.toBeInstanceOf(Error);
    expect(await cache.get(keyOf('a'))).toBeUndefined();
  });

  it('stores nothing of a batch of which one entry cannot be stored', async () => {
    const cache = idb(1_000);
    const impossible = entry('b', { body: (() => undefined) as unknown as string });
    await expect(cache.setAll([entry('a'), impossible])).rejects.toThrow();
    expect(await cache.get(keyOf('a'))).toBeUndefined();
    await cache.setAll([entry('a')]);
    expect(await cache.get(keyOf('a'))).toEqual(entry('a'));
  });

  it('makes room by half, once, when the browser grants less than its budget', async () => {
    const { factory, refuse } = quotaFactory();
    const cache = idb(1_000, factory);
    await cache.setAll([
      entry('a', { usedAt: 1 }),
      entry('b', { usedAt: 2 }),
      entry('c', { usedAt: 3 }),
      entry('d', { usedAt: 4 }),
    ]);
    refuse(1);
    await cache.setAll([entry('e', { usedAt: 5 })]);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const kept = await Promise.all(names.map((name) => cache.get(keyOf(name))));
    expect(names.filter((_, index) => kept[index])).toEqual(['c', 'd', 'e']);
  });

  it('says so when there is still no room', async () => {
    const { factory, refuse } = quotaFactory();
    const cache = idb(1_000, factory);
    await cache.setAll([entry('a')]);
    refuse(2);
    await expect(cache.setAll([entry('b')])).rejects.toThrow(/quota/i);
  });
});

/** A factory whose next writes of a body are refused for lack of room. */
function quotaFactory() {
  let refusals = 0;
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = (name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => {
      const database = request.result;
      const transaction = database.transaction.bind(database);
      database.transaction = (...args) => {
        const tx = transaction(...args);
        const objectStore = tx.objectStore.bind(tx);
        tx.objectStore = (store) => {
          const found = objectStore(store);
          const put = found.put.bind(found);
          found.put = (value, key) => {
            if (store !== 'bodies' || refusals === 0) return key === undefined ? put(value) : put(value, key);
            refusals--;
            tx.abort();
            throw new DOMException('quota exceeded', 'QuotaExceededError');
          };
          return found;
        };
        return tx;
      };
    });
    return request;
  };
  return { factory, refuse: (times: number) => (refusals = times) };
}

/** Creates timers that the test fires. */
function manualTimers() {
  const waiting = new Map<number, () => void>();
  let next = 0;
  const limits: number[] = [];
  return {
    timers: {
      setTimeout: (callback: () => void, ms: number) => {
        limits.push(ms);
        waiting.set(++next, callback);
        return next;
      },
      clearTimeout: (handle: unknown) => void waiting.delete(handle as number),
    },
    limits,
    /** Fires the timers that wait now, and none that these start. */
    fire: () => {
      for (const [handle, callback] of [...waiting]) {
        waiting.delete(handle);
        callback();
      }
    },
    /** Fires until nothing waits. */
    elapse: () => {
      for (let [first] = waiting; first; [first] = waiting) {
        waiting.delete(first[0]);
        first[1]();
      }
    },
    get pending() {
      return waiting.size;
    },
  };
}

describe('a guarded cache', () => {
  const reasons: unknown[] = [];
  const guarded = (primary: Cache, timers = manualTimers()) => {
    reasons.length = 0;
    const fallback = createMemoryCache();
    const onFallback = (reason: unknown) => reasons.push(reason);
    return {
      cache: createGuardedCache(primary, async () => fallback, { onFallback, timers: timers.timers }),
      timers,
      fallback,
    };
  };

  it('falls back to memory when storage throws before any promise, and says it once', async () => {
    const throwing = {
      ...broken,
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    };
    const { cache } = guarded(throwing);
    expect(await cache.get(keyOf('a'))).toBeUndefined();
    await cache.setAll([entry('a')]);
    expect(await cache.get(keyOf('a'))).toEqual(entry('a'));
    expect(reasons).toHaveLength(1);
  });

  it('falls back when storage never answers, and leaves no timer behind', async () => {
    const hanging = { ...broken, get: () => new Promise<never>(() => undefined) };
    const { cache, timers } = guarded(hanging);
    const answer = cache.get(keyOf('a'));
    timers.elapse();
    expect(await answer).toBeUndefined();
    expect(String(reasons[0])).toContain('no answer within 2000 ms');
    expect(timers.pending).toBe(0);
  });

  it('does not count the time in which a busy page heard of nothing', async () => {
    let answers = (_found: undefined): void => undefined;
    const slow = { ...broken, get: () => new Promise<undefined>((resolve) => (answers = resolve)) };
    const { cache, timers } = guarded(slow);
    const answer = cache.get(keyOf('a'));
    // The page was busy for longer than the limit: its timer comes first, and the answer is there behind it.
    timers.fire();
    answers(undefined);
    expect(await answer).toBeUndefined();
    expect(reasons).toEqual([]);
    expect(timers.pending).toBe(0);
  });

  it('gives the first call the time of an opening, later ones less, each in four parts', async () => {
    const { cache, timers } = guarded(createMemoryCache());
    await cache.get(keyOf('a'));
    await cache.get(keyOf('a'));
    expect(timers.limits).toEqual([500, 250]);
    expect(timers.pending).toBe(0);
  });

  it('writes to memory what storage refused', async () => {
    const { cache, fallback } = guarded(broken);
    await cache.setAll([entry('a')]);
    expect(await fallback.get(keyOf('a'))).toEqual(entry('a'));
  });

  it('stays with memory for the rest of the page', async () => {
    let calls = 0;
    const flaky = {
      ...createMemoryCache(),
      get: () => {
        calls++;
        return Promise.reject(new Error('once'));
      },
    };
    const { cache } = guarded(flaky);
    await cache.get(keyOf('a'));
    await cache.get(keyOf('a'));
    expect(calls).toBe(1);
  });
});

describe('the cache of a page', () => {
  it('is memory in a frame that may not open IndexedDB', async () => {
    const reasons: unknown[] = [];
    const indexedDB = new IDBFactory();
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const cache = createPageCache({ indexedDB, onFallback: (reason) => reasons.push(reason) });
    await cache.setAll([entry('a')]);
    expect(await cache.get(keyOf('a'))).toEqual(entry('a'));
    expect(reasons).toHaveLength(1);
  });

  it('is memory where opening never answers', async () => {
    const indexedDB = new IDBFactory();
    indexedDB.open = () => new IDBOpenDBRequest();
    const { timers, elapse } = manualTimers();
    const reasons: unknown[] = [];
    const cache = createPageCache({ indexedDB, timers, onFallback: (reason) => reasons.push(reason) });
    const stored = cache.setAll([entry('a')]);
    await new Promise((resolve) => setImmediate(resolve));
    elapse();
    await stored;
    expect(await cache.get(keyOf('a'))).toEqual(entry('a'));
    expect(String(reasons[0])).toContain('no answer within');
  });

  it('does not open IndexedDB to read what nobody can have written, and reads what it wrote', async () => {
    const indexedDB = new IDBFactory();
    const cache = createPageCache({ indexedDB, isEmpty: () => true });
    expect(await cache.get(keyOf('a'))).toBeUndefined();
    expect(await indexedDB.databases()).toEqual([]);
    await cache.setAll([entry('a')]);
    expect(await cache.get(keyOf('a'))).toEqual(entry('a'));
  });

  it('tells the page of each write once it is done', async () => {
    const indexedDB = new IDBFactory();
    let stored = 0;
    const cache = createPageCache({ indexedDB, onStored: () => (stored += 1) });
    const writing = cache.setAll([entry('a')]);
    expect(stored).toBe(0);
    await writing;
    expect(stored).toBe(1);
  });

  it('writes after the pause that the page asks for', async () => {
    let goOn = (): void => undefined;
    const pause = () => new Promise<void>((resolve) => (goOn = resolve));
    const indexedDB = new IDBFactory();
    const written = createPageCache({ indexedDB, pause }).setAll([entry('a')]);
    const next = createPageCache({ indexedDB });
    expect(await next.get(keyOf('a'))).toBeUndefined();
    goOn();
    await written;
    expect(await next.get(keyOf('a'))).toEqual(entry('a'));
  });
});

describe('the timers of the platform', () => {
  it('wait where they are asked to wait for longer than they can', async () => {
    let isOver = false;
    const handle = systemTimers.setTimeout(() => (isOver = true), 2 ** 33);
    await new Promise((resolve) => setTimeout(resolve, 10));
    systemTimers.clearTimeout(handle);
    expect(isOver).toBe(false);
  });
});
