// The library compares with the platform's classes: they must be global, as in a browser.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { CacheEntry } from './cache.ts';
import { createIdbCache } from './idb-cache.ts';

const ENTRY: CacheEntry = {
  key: 'k',
  body: '{}',
  contentType: 'application/json',
  fetchedAt: 1,
  size: 2,
  usedAt: 1,
};

/** Writes into the database as another script of the site may. */
function writeRows(factory: IDBFactory, head: unknown, body: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open('ess-widgets', 1);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const tx = request.result.transaction(['heads', 'bodies'], 'readwrite');
      if (head) tx.objectStore('heads').put(head);
      tx.objectStore('bodies').put(body, 'k');
      tx.oncomplete = () => {
        request.result.close();
        resolve();
      };
      tx.onabort = () => reject(tx.error);
    };
  });
}

describe('a database that holds what is no entry', () => {
  const { body, ...head } = ENTRY;
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ['a body that is a number', head, 3],
    ['a body that is an object', head, { a: 1 }],
    ['a body without its head', null, body],
    ['a head with no time', { ...head, fetchedAt: undefined }, body],
    ['a head whose time is a text', { ...head, fetchedAt: '1' }, body],
    ['a head whose size is no number', { ...head, size: Number.NaN }, body],
    ['a head whose tag is an object', { ...head, etag: {} }, body],
  ];

  it.each(rows)('has nothing to give for %s, and takes an entry in its place', async (_, foreignHead, foreignBody) => {
    const indexedDB = new IDBFactory();
    const cache = createIdbCache({ indexedDB });
    await cache.get('k');
    await writeRows(indexedDB, foreignHead, foreignBody);
    expect(await cache.get('k')).toBeUndefined();
    await cache.setAll([ENTRY]);
    expect(await cache.get('k')).toEqual(ENTRY);
  });
});

describe('an eviction', () => {
  it.each([undefined, '3', Number.NaN, -1])(
    'drops a foreign row whose size is %s, and keeps the entries',
    async (size) => {
      const indexedDB = new IDBFactory();
      const cache = createIdbCache({ indexedDB });
      await cache.setAll([ENTRY]);
      await writeRows(indexedDB, { ...ENTRY, key: 'foreign', body: undefined, size }, '{}');
      await cache.setAll([{ ...ENTRY, key: 'other' }]);
      expect(await cache.get('k')).toEqual(ENTRY);
      expect(await cache.get('foreign')).toBeUndefined();
    },
  );
});
