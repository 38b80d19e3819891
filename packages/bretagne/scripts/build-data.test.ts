import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileHash, readDataset } from '../src/dataset.ts';
import { dataFiles } from './build-data.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

describe('what is derived from the data', () => {
  const built = dataFiles();

  it('is up to date: run sync and commit what it writes', async () => {
    for (const [path, text] of await built) {
      expect((await readFile(resolve(ROOT, path), 'utf8')) === text, `${path} is stale`).toBe(true);
    }
  });

  it('names no internal event beside the figures, which count it', async () => {
    const dataset = await readDataset();
    const { events = [] } = dataset.collections;
    const ahead = { ...events[0], id: 'ahead', title: { fr: 'Soirée ouverte' }, date: '2099-01-01', status: 'planned' };
    const internal = { ...ahead, id: 'internal', title: { fr: 'Réunion réservée' }, audience: 'internal' };
    const held = { ...dataset.collections, events: [...events, ahead, internal] } as typeof dataset.collections;
    const files = await dataFiles({ ...dataset, collections: held });
    const measures = files.get('packages/bretagne/data/measures.json');
    expect(measures).toContain('Soirée ouverte');
    expect([...files].filter(([, text]) => text.includes('Réunion réservée')).map(([name]) => name)).toEqual([]);
  });

  it('is the same every time', async () => {
    expect([...(await dataFiles())]).toEqual([...(await built)]);
  });

  it('keys the measures and the manifest to the files as they are', async () => {
    const files = await built;
    const manifest = JSON.parse(files.get('packages/bretagne/data/manifest.json') ?? '');
    const measures = JSON.parse(files.get('packages/bretagne/data/measures.json') ?? '');
    for (const [name, { href, hash }] of Object.entries<{ href: string; hash: string }>(manifest.collections)) {
      expect(hash, name).toBe(fileHash(await readFile(resolve(ROOT, 'packages/bretagne/data', href), 'utf8')));
      expect(measures.hashes[name], name).toBe(hash);
    }
  });

  it('is judged whole, so that no page of its site loads a schema', async () => {
    const files = await built;
    const { judged, collections, excerpts, catalogue, ...named } = JSON.parse(
      files.get('packages/bretagne/data/manifest.json') ?? '',
    );
    const hrefs = [
      ...Object.values<{ href: string }>(collections).map(({ href }) => href),
      ...Object.keys(excerpts),
      ...[catalogue.href, named.measures, named.report, named.story, named.basemap, named.communes],
    ];
    expect(Object.keys(judged.hashes).sort()).toEqual(hrefs.sort());
  });
});
