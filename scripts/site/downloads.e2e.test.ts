/** The archives beside the page where they are taken, as the build wrote them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useSite } from '../../packages/elements/e2e/support/site.ts';
import { goTo, visitor } from '../../packages/elements/e2e/support/visit.ts';
import { unzipped } from '../hosts/unzip.ts';
import { downloads } from './downloads.ts';
import { SITE } from './mounts.mjs';

const site = useSite();
const FOLDER = path.join(SITE, 'telecharger');
const archives = readdirSync(FOLDER).filter((file) => file.endsWith('.zip'));

describe('the archives of the site', () => {
  it.each([
    ['', 'Mo'],
    ['en/', 'MB'],
  ])('are listed on /telecharger/%s with their size and hash', async (under, unit) => {
    const visit = await visitor(site.browser);
    await goTo(visit.page, `${site.url}telecharger/${under}`);
    const listed = await visit.page
      .locator('main a[href$=".zip"]')
      .evaluateAll((links) =>
        links.map((link) => [
          link.getAttribute('href'),
          link.closest('p')?.textContent ?? '',
          link.closest('p')?.nextElementSibling?.querySelector('code')?.textContent,
        ]),
      );
    await visit.close();
    expect(listed.map(([href]) => href).sort()).toEqual(archives.map((name) => `/telecharger/${name}`).sort());
    for (const [href, words, hash] of listed) {
      const bytes = Buffer.from(await (await fetch(new URL(href ?? '', site.url))).arrayBuffer());
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
      const [, size = ''] = /, ([\d.,]+)\s(?:Mo|MB), (?:1er|\d+)\s\S+\s\d{4}$/.exec(words ?? '') ?? [];
      expect(words).toContain(`\u00a0${unit}, `);
      expect(Number(size.replace(',', '.'))).toBeCloseTo(bytes.length / 1e6, 1);
    }
  });

  it('are the same, byte by byte, whenever they are made', () => {
    for (const { name, bytes } of downloads('2001-01-01'))
      expect([name, bytes.equals(readFileSync(path.join(FOLDER, name)))]).toEqual([name, true]);
  });

  it('have the shipped data, each file that the manifest names', () => {
    expect(archives.length).toBe(3);
    for (const name of archives) {
      const files = unzipped(readFileSync(path.join(FOLDER, name)));
      const [manifest = ''] = [...files.keys()].filter((file) => file.endsWith('/data/manifest.json'));
      const { collections } = JSON.parse(files.get(manifest)?.toString() ?? '{}') as {
        readonly collections: Readonly<Record<string, { readonly href: string }>>;
      };
      const named = Object.values(collections).map(({ href }) => path.posix.join(path.posix.dirname(manifest), href));
      expect(named.length).toBeGreaterThan(10);
      expect([name, named.filter((file) => !files.has(file))]).toEqual([name, []]);
      expect([...files.keys()].some((file) => file.endsWith('/ess.js'))).toBe(true);
    }
  });
});
