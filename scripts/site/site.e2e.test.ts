import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from './mounts.mjs';
import { serveSite } from './server.mjs';

const CDN = path.join(ROOT, 'packages/elements/cdn');
const scripts = () =>
  readdirSync(CDN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file: file.split(path.sep).join('/'), text: readFileSync(path.join(CDN, file), 'utf8') }));

const chunk = (name: string): string => `chunks/${name}-`;

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
  it('are one entry with a stable name, and chunks named after their content', () => {
    const names = scripts().map(({ file }) => file);
    expect(names.filter((name) => !name.startsWith('chunks/'))).toEqual(['ess.js']);
    expect(names.filter((name) => !/^(ess|chunks\/.+-[\w-]{7})\.js$/.test(name))).toEqual([]);
  });

  it('have the terms of what they are built from beside them', () => {
    const terms = readFileSync(path.join(CDN, 'licences.md'), 'utf8');
    for (const name of ['lit-html', 'idb', 'supercluster', 'minisearch', 'papaparse', 'zod'])
      expect(terms).toMatch(new RegExp(`## ${name} - [\\d.]+ \\(`));
    expect(terms).toContain('Redistributions in binary form must reproduce');
  });

  it('are compiled at once where they are large and an element waits for them, when they are called where they come later', () => {
    const isAtOnce = (file: string): boolean =>
      scripts().some((one) => one.file.startsWith(file) && one.text.startsWith('//# allFunctionsCalledOnLoad\n'));
    const waitedFor = ['base', 'directory', 'map', 'ess-report'].map(chunk);
    expect(waitedFor.filter((file) => !isAtOnce(file))).toEqual([]);
    expect(['checks-panel', 'papaparse', 'over-map', 'map-picture'].map(chunk).filter(isAtOnce)).toEqual([]);
  });

  it('are production code', () => {
    const dev = scripts().filter(({ text }) => /Lit is in dev mode|process\.env|ess-source/.test(text));
    expect(dev.map(({ file }) => file)).toEqual([]);
  });
});
