// The library compares with the platform's classes: they must be global, as in a browser.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createIdbCache } from '../cache/idb-cache.ts';
import { essDataset } from '../sources/ess-dataset/ess-dataset.ts';
import { createClient } from './client.ts';
import { systemClock } from './system-clock.ts';

const ASKED = 'https://asked.example/manifest.json';

const MANIFEST = {
  format: 'ess-dataset/1',
  id: 'test',
  title: { fr: 'Essai' },
  publisher: { name: 'Essai' },
  licence: { name: 'CC0' },
  language: 'fr',
  updated: '2025-03-05',
  network: 'net',
  periods: ['2024'],
  collections: { organisations: { href: 'organisations.json', count: 1, hash: 'o1' } },
};

/** The answer of a server that was reached through a redirection: the platform alone can say so. */
const from = (url: string, response: Response): Response => Object.defineProperty(response, 'url', { value: url });

let caches = 0;

/** Visits of one visitor to an address that leads to a folder; each visit is a new page, a day after the one before. */
function visits() {
  const name = `redirected-${caches++}`;
  const asked: string[] = [];
  const sent: (string | undefined)[] = [];
  let [now, folder, isOffline] = [Date.parse('2025-03-10T09:00:00Z'), 'https://asked.example/2024/', false];
  const visit = async () => {
    now += 86_400_000;
    const client = createClient({
      sources: [essDataset],
      cache: createIdbCache({ name }),
      clock: { ...systemClock, now: () => now },
      base: 'https://asked.example/page/',
      fetch: async (url, { headers }) => {
        asked.push(url);
        if (isOffline) throw new TypeError('offline');
        if (url !== ASKED) return Response.json([{ id: 'kerhea', name: new URL(url).pathname }]);
        sent.push(headers?.['If-None-Match']);
        if (headers) return from(`${folder}manifest.json`, new Response(null, { status: 304 }));
        return from(`${folder}manifest.json`, Response.json(MANIFEST, { headers: { etag: '"m1"' } }));
      },
    });
    const { data } = await client.query({ src: ASKED, need: ['organisations'] }).ready;
    return { base: data?.base, name: data?.collections.organisations?.[0]?.name, asked: asked.splice(0), client };
  };
  return {
    visit,
    sent,
    leadTo: (next: string) => {
      folder = next;
    },
    cut: () => {
      isOffline = true;
    },
  };
}

const IN = (folder: string) => ({
  base: `https://asked.example/${folder}/manifest.json`,
  name: `/${folder}/organisations.json`,
});

describe('a manifest that is redirected', () => {
  it('has its files beside the place that it came from', async () => {
    const visit = await visits().visit();
    expect(visit).toMatchObject(IN('2024'));
    expect(visit.asked).toEqual([ASKED, 'https://asked.example/2024/organisations.json']);
  });

  it('has them there on a second visit, confirmed by the server or from what is kept alone', async () => {
    const { visit, sent, cut } = visits();
    await visit();
    expect(await visit()).toMatchObject(IN('2024'));
    expect(sent).toEqual([undefined, '"m1"']);
    cut();
    expect(await visit()).toMatchObject(IN('2024'));
  });

  it('has them elsewhere once it leads elsewhere, though its text has not changed', async () => {
    const { visit, leadTo, cut } = visits();
    await visit();
    leadTo('https://asked.example/2025/');
    expect(await visit()).toMatchObject(IN('2025'));
    cut();
    expect(await visit()).toMatchObject(IN('2025'));
  });

  it('of another host gets no validators: they would want a preflight there', async () => {
    const { visit, leadTo, sent } = visits();
    leadTo('https://other.example/');
    await visit();
    expect((await visit()).base).toBe('https://other.example/manifest.json');
    expect(sent).toEqual([undefined, undefined]);
  });

  it('says to who reads it as a file where it came from, kept or not', async () => {
    const { visit, cut } = visits();
    const read = (_: string, at: string): string => at;
    expect(await (await visit()).client.file(ASKED, read)).toBe('https://asked.example/2024/manifest.json');
    cut();
    expect(await (await visit()).client.file(ASKED, read)).toBe('https://asked.example/2024/manifest.json');
  });
});
