/** What pages weigh that fetch the built elements over the network. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { quotedSizes } from '../../../scripts/readme-sizes.ts';
import { measureSizes, type PageSize, tableOf, writeSizes } from '../../../scripts/sizes.ts';
import { useSite } from './support/site.ts';

const site = useSite();

describe('what a page fetches', () => {
  let sizes: readonly PageSize[] = [];
  beforeAll(async () => {
    sizes = await measureSizes(site.browser);
    writeSizes(sizes);
    console.log(tableOf(sizes));
  }, 120_000);

  it('is the loader and what waits where nobody uses a widget that holds its still', () => {
    const budgeted = sizes.filter(({ budget }) => budget !== undefined);
    expect(budgeted).toHaveLength(2);
    for (const { page, size, budget = 0, files } of budgeted) {
      expect(size, page).toBeLessThanOrEqual(budget);
      expect(files.map(({ file }) => file.split('/').at(-1)).sort()).toEqual(['ess.js', 'wait.js']);
    }
  });

  it('is what the README says, to a kilobyte: `npm run sync` writes it there', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    for (const [page, kilobytes] of quotedSizes(readme)) {
      const measured = (sizes.find((size) => size.page === page)?.size ?? 0) / 1000;
      expect(Math.abs(kilobytes - measured), `${page}: ${kilobytes} kB written, ${measured} measured`).toBeLessThan(1);
    }
  });

  it('is measured: every page but the loader’s has its element, and a map has its ground', () => {
    const isElement = ({ file }: { readonly file: string }): boolean => /\/ess-[a-z-]+\.js$/.test(file);
    const bare = sizes.filter(({ files, budget }) => budget === undefined && !files.some(isElement));
    expect(bare.map(({ page }) => page)).toEqual(['loader alone']);
    expect(sizes.find(({ page }) => page.includes('first paint'))?.files.map(({ file }) => file)).toContain(
      'data/basemap.json',
    );
  });
});
