/** A packed directory does what a small one of the same data does. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { type Host, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, type Visit, visitor } from './support/visit.ts';

const site = useSite();
const folder = mkdtempSync(path.join(tmpdir(), 'ess-as-small-'));

const FAR = [
  'Atelier de Toulouse;43,604;1,444;Associations',
  'Atelier de Montpellier;43,611;3,877;Scop',
  'Atelier du Nord;-20,879;55,448;Scop',
  'Atelier du Sud;-21,34;55,478;Associations',
  'Atelier de Nouméa;-22,276;166,457;Scop',
  'Atelier de Fort-de-France;14,61;-61,07;Scop',
  'Mutuelle de Brest;48,39;-4,486;Mutuelles',
  'Mutuelle de Rennes;48,11;-1,68;Mutuelles',
  'Sans adresse;;;Mutuelles',
];
const LIST = ['Nom;Latitude;Longitude;Collège', ...FAR].join('\n');
/** The ground of Brittany. */
const GROUND = 'basemap="/data/basemap.json"';

beforeAll(() => {
  const csv = path.join(folder, 'liste.csv');
  writeFileSync(csv, LIST);
  const main = path.join(ROOT, 'packages/cli/src/main.ts');
  const pack = ['--conditions=ess-source', '--import', 'tsx', main, 'pack', csv, '--out', path.join(folder, 'packed')];
  execFileSync(process.execPath, pack, { cwd: ROOT, stdio: 'pipe' });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['small', '/liste.csv'],
  ['packed', '/packed/manifest.json'],
])('a directory that is %s', (_name, src) => {
  let host: Host | undefined;
  let visit: Visit | undefined;
  afterEach(async () => {
    await visit?.close();
    await host?.close();
  });

  async function open(query = ''): Promise<Page> {
    const body = `<ess-provider url-state><ess-member-map src="${src}" ${GROUND}></ess-member-map></ess-provider>`;
    host = await openHost({
      pages: {
        '/': pageOf(body, '<script type="module" src="/ess/ess.js"></script>'),
        '/liste.csv': { body: LIST, type: 'text/csv; charset=utf-8' },
      },
      mounts: [...MOUNTS, { url: '/packed/', folder: path.join(folder, 'packed') }],
    });
    visit = await visitor(site.browser);
    await goTo(visit.page, `${host.url}${query}`);
    await visit.page.locator('ess-member-map .marker').first().waitFor();
    return visit.page;
  }

  const chips = (page: Page) => page.locator('ess-member-map .count .chip:visible');
  const written = async (page: Page): Promise<readonly string[]> =>
    (await chips(page).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  const pressed = (page: Page) => page.locator('ess-member-map .count .chip.pressed:visible');
  const count = async (page: Page): Promise<string> =>
    (await page.locator('ess-member-map .count').first().innerText()).replace(/\s+/g, ' ');
  const markers = async (page: Page): Promise<readonly string[]> =>
    (await page.locator('ess-member-map .marker').evaluateAll((all) => all.map((each) => each.ariaLabel ?? '')))
      .map((label) => label.split(',')[0] ?? '')
      .sort();

  it('goes to each part of the world beyond its ground, and says how many it holds', async () => {
    const page = await open();
    await chips(page).last().waitFor();
    const all = ['La région 2', 'Martinique 1', 'La Réunion 2', 'France métropolitaine 2', 'Ailleurs 1'];
    expect(await written(page)).toEqual(all);
    expect(await pressed(page).innerText()).toContain('La région');
    expect(await count(page)).toMatch(/^9 adhérents, dont 2 situés sur la carte 6 hors de la région/);
    await chips(page).nth(2).press('Enter');
    await expect.poll(() => markers(page)).toEqual(['Atelier du Nord', 'Atelier du Sud']);
    expect(await pressed(page).evaluate((node) => node.matches(':focus'))).toBe(true);
    expect(await count(page)).toMatch(/^9 adhérents, dont 2 situés sur la carte 6 hors de la région/);
    expect(await written(page)).toEqual(all);
    await page.getByRole('button', { name: 'Zoomer', exact: true }).click();
    await page.getByRole('button', { name: 'Toute la région' }).click();
    await page.waitForURL(/view=55\.\d+,-21\.\d+,1$/);
    expect(await pressed(page).innerText()).toContain('La Réunion');
    await chips(page).nth(3).click();
    const inFrance = ['Atelier de Montpellier', 'Atelier de Toulouse', 'Mutuelle de Brest', 'Mutuelle de Rennes'];
    await expect.poll(() => markers(page)).toEqual(inFrance);
    await chips(page).last().click();
    await expect.poll(() => markers(page)).toEqual(['Atelier de Nouméa']);
    await chips(page).first().click();
    await expect.poll(() => markers(page)).toEqual(['Mutuelle de Brest', 'Mutuelle de Rennes']);
    await page.waitForURL(({ search }) => search === '');
    expect(visit?.complaints).toEqual([]);
  });

  it('counts what a filter leaves in each part, and hides those without', async () => {
    const page = await open();
    await chips(page).last().waitFor();
    await page.getByRole('button', { name: /^Associations/ }).click();
    await expect.poll(() => written(page)).toEqual(['La région 0', 'La Réunion 1', 'France métropolitaine 1']);
    await chips(page).nth(1).click();
    await expect.poll(() => markers(page)).toEqual(['Atelier du Sud']);
  });

  it.each([
    ['55.448,-20.879,1', ['Atelier du Nord', 'Atelier du Sud']],
    ['166.457,-22.276,1', ['Atelier de Nouméa']],
  ])('shows the part of the world that a link to %s is to', async (view, expected) => {
    const page = await open(`?view=${view}`);
    await expect.poll(() => markers(page)).toEqual(expected);
  });
});
