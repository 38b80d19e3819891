import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from './mounts.mjs';
import { serveSite } from './server.mjs';

const CDN = path.join(ROOT, 'packages/elements/cdn');
const scripts = () =>
  readdirSync(CDN, { recursive: true, encoding: 'utf8' })
    // The Atelier is a page of its own, which no page loads anything of.
    .filter((file) => file.endsWith('.js') && !file.startsWith('atelier'))
    .map((file) => ({ file: file.split(path.sep).join('/'), text: readFileSync(path.join(CDN, file), 'utf8') }));

describe('the built site', () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    site = await serveSite({ port: 0 });
  });
  afterAll(() => site.close());
  const get = (address: string) => fetch(new URL(address, site.url));

  it.each([
    ['', 'text/html'],
    ['ess/ess.js', 'text/javascript'],
    ['data/manifest.json', 'application/json'],
    ['pole/', 'text/html'],
    ['f/indicator.members-stock.fr/', 'text/html'],
    ['images/indicator.members-stock.fr.svg', 'image/svg+xml'],
  ])('serves /%s as %s', async (address, type) => {
    const response = await get(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
  });

  it('answers 404 for what it does not have, instead of a page', async () => {
    expect((await get('data/missing.json')).status).toBe(404);
    expect((await get('ess/missing.js')).status).toBe(404);
  });

  it('has every file of its mounts', async () => {
    for (const { url, folder } of MOUNTS) {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const { parentPath, name } of files) {
        const address = `.${url}${path.relative(folder, path.join(parentPath, name)).split(path.sep).join('/')}`;
        expect([address, (await get(address)).status]).toEqual([address, 200]);
      }
    }
  });
});

describe('the files for pages that build nothing', () => {
  it('are one entry with a stable name, its classic form, and one folder named after its release and its content', () => {
    const names = scripts().map(({ file }) => file);
    const folder = /"(\d+\.\d+\.\d+-[0-9a-f]{8})\//.exec(readFileSync(path.join(CDN, 'integrity.json'), 'utf8'))?.[1];
    expect(names.filter((name) => !name.startsWith(`${folder}/`))).toEqual(['ess.classic.js', 'ess.js']);
    expect(names.filter((name) => !/^(ess(\.classic)?|[^/]+\/[a-z0-9.-]+)\.js$/.test(name))).toEqual([]);
    expect(readFileSync(path.join(CDN, 'still.css'), 'utf8')).toContain('.ess-still');
  });

  it('are named with their hashes, for pages that check what they are given', () => {
    const hashes: unknown = JSON.parse(readFileSync(path.join(CDN, 'integrity.json'), 'utf8'));
    const found = scripts().map(({ file, text }) => [
      file,
      `sha384-${createHash('sha384').update(text).digest('base64')}`,
    ]);
    expect(hashes).toEqual(Object.fromEntries(found));
  });

  it('have the terms of what they are built from beside them', () => {
    const terms = readFileSync(path.join(CDN, 'licences.md'), 'utf8');
    for (const name of ['lit-html', 'idb', 'papaparse', 'zod'])
      expect(terms).toMatch(new RegExp(`## ${name} - [\\d.]+ \\(`));
    expect(terms).toContain('Redistributions in binary form must reproduce');
  });

  it('are production code', () => {
    const dev = scripts().filter(({ text }) => /Lit is in dev mode|process\.env|ess-source\b/.test(text));
    expect(dev.map(({ file }) => file)).toEqual([]);
  });
});
