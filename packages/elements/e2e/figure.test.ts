/** Tests what a visitor does with a figure, on a host page of the built files: copies it, takes its chart. */
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { focus, goTo, tabTo, texts, type Visit, visitor } from './support/visit.ts';

const POLICY = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const WIDGETS = `<ess-indicator indicator="members-stock"></ess-indicator>
  <ess-provider period="2024"><ess-breakdown indicator="members-stock"></ess-breakdown></ess-provider>`;

const DRAWN = `<ess-trend indicator="audience-followers"></ess-trend><ess-member-map></ess-member-map>`;

const site = useSite();
let open: Host;
let strict: Host;
let visit: Visit;

beforeAll(async () => {
  open = await openHost({ pages: { '/': pageOf(WIDGETS, LOADER), '/drawn': pageOf(DRAWN, LOADER) } });
  strict = await openHost({
    headers: { 'content-security-policy': POLICY },
    pages: {
      '/': pageOf(WIDGETS, LOADER).replace('href="data:,"', 'href="/icon.svg"'),
      '/drawn': pageOf(DRAWN, LOADER).replace('href="data:,"', 'href="/icon.svg"'),
      '/icon.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
    },
  });
});
afterAll(async () => {
  await open?.close();
  await strict?.close();
});
afterEach(() => visit.close());

const widget = (tag: string) => visit.page.locator(tag).first();
const action = (tag: string, name: string | RegExp) => widget(tag).getByRole('button', { name });
const taken = (tag: string) => widget(tag).locator('.taken textarea').inputValue();

async function openPage(url: string): Promise<void> {
  visit = await visitor(site.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await goTo(visit.page, url);
}

/** The share bar of a figure of one number is in its card; that of a chart or of a map is under it. */
async function openCard(tag: string, url: string): Promise<void> {
  await openPage(url);
  await widget(tag).locator('button.cited').first().click();
  await widget(tag).locator('#card dl').first().waitFor();
}

/** Takes a file from what a button of the share bar opens. */
async function take(tag: string, kind: string): Promise<readonly [name: string, content: Buffer]> {
  const opener = action(tag, kind === 'SVG' || kind === 'PNG' ? 'Image' : 'Données');
  if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
  const wait = visit.page.waitForEvent('download');
  await action(tag, `Télécharger : ${kind}`).click();
  const given = await wait;
  return [given.suggestedFilename(), await readFile(await given.path())];
}

const nameOf = async (tag: string, kind: string): Promise<string> => (await take(tag, kind))[0];

describe('a figure', () => {
  it('is copied in a sentence of our own', async () => {
    await openCard('ess-indicator', open.url);
    await action('ess-indicator', 'Partager').click();
    await action('ess-indicator', 'Copier une phrase').click();
    await expect.poll(() => widget('ess-indicator').locator('#card').innerText()).toContain('Copié');
    const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Au 31 décembre 2024, la Cress Bretagne compte 117\sadhérents \(source/);
    expect(visit.complaints).toEqual([]);
  });

  it('stands there to be copied by hand where the page has no clipboard', async () => {
    visit = await visitor(site.browser);
    await visit.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
    await goTo(visit.page, open.url);
    await tabTo(visit.page, 'cited');
    await visit.page.keyboard.press('Enter');
    await action('ess-indicator', 'Partager').click();
    await tabTo(visit.page, 'link: Citer');
    await visit.page.keyboard.press('Enter');
    await expect.poll(() => focus(visit.page)).toMatch(/^textarea|À copier/);
    expect(await taken('ess-indicator')).toContain(open.url);
    // What the bar has opened is closed first, then the card that the bar is in.
    await visit.page.keyboard.press('Escape');
    await expect.poll(() => focus(visit.page)).toBe('link: Partager');
    await visit.page.keyboard.press('Escape');
    await expect.poll(() => focus(visit.page)).toMatch(/^cited: /);
    expect(visit.complaints).toEqual([]);
  });
});

describe('a chart', () => {
  it('is given as a drawing and as a picture, named as its spreadsheet is', async () => {
    await openPage(open.url);
    expect(await nameOf('ess-breakdown', 'SVG')).toBe('members-stock-college-2024.svg');
    expect(await nameOf('ess-breakdown', 'PNG')).toBe('members-stock-college-2024.png');
    expect(visit.complaints).toEqual([]);
  });

  it('is still given as a drawing by a page whose policy refuses pictures made in it', async () => {
    await openPage(strict.url);
    expect(await nameOf('ess-breakdown', 'SVG')).toBe('members-stock-college-2024.svg');
    expect(visit.complaints).toEqual([]);
    expect(await nameOf('ess-breakdown', 'PNG')).toBe('members-stock-college-2024.svg');
    await expect
      .poll(() => widget('ess-breakdown').locator('#taken').innerText())
      .toContain('L’image n’a pas pu être faite ici');
    expect(visit.complaints.every((line) => line.includes('blob:'))).toBe(true);
  });

  it('over time is given as both, and as a drawing under that policy', async () => {
    await openPage(`${open.url}drawn`);
    expect(await nameOf('ess-trend', 'PNG')).toBe('audience-followers.png');
    await visit.close();
    await openPage(`${strict.url}drawn`);
    const [name, svg] = await take('ess-trend', 'SVG');
    expect(name).toBe('audience-followers.svg');
    // Each year is in it, not the last one alone.
    for (const year of ['2023', '2024']) expect(svg.toString()).toContain(year);
    expect(await nameOf('ess-trend', 'CSV')).toBe('audience-followers.csv');
    expect(visit.complaints).toEqual([]);
  });

  it('opens its card under that policy with its styles', async () => {
    await openCard('ess-indicator', strict.url);
    const display = await widget('ess-indicator')
      .locator('#card dl')
      .first()
      .evaluate((list) => getComputedStyle(list).display);
    expect(display).toBe('grid');
    expect(visit.complaints).toEqual([]);
  });
});

describe('the map', () => {
  it('is given as a drawing that another page shows without any of ours, and as a PNG', async () => {
    await openPage(`${open.url}drawn`);
    const [name, svg] = await take('ess-member-map', 'SVG');
    expect(name).toBe('adherents-2024.svg');
    const [png, pixels] = await take('ess-member-map', 'PNG');
    expect(png).toBe('adherents-2024.png');
    expect(pixels.subarray(1, 4).toString()).toBe('PNG');
    expect([pixels.readUInt32BE(16), pixels.length > 100_000]).toEqual([2160, true]);
    expect(visit.complaints).toEqual([]);
    const alone = await visit.context.newPage();
    await alone.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
    expect(await alone.evaluate(() => document.querySelectorAll('parsererror').length)).toBe(0);
    expect(await alone.evaluate(() => document.documentElement.textContent)).toMatch(/117\sadhérents publiés/);
  });

  it('is given as a drawing under a policy that refuses pictures made in a page, with its styles and its reason', async () => {
    await openPage(`${strict.url}drawn`);
    const [name, svg] = await take('ess-member-map', 'SVG');
    expect(name).toBe('adherents-2024.svg');
    expect(svg.toString()).toContain('fill="#e6f1f3"');
    expect(visit.complaints).toEqual([]);
    expect(await nameOf('ess-member-map', 'PNG')).toBe('adherents-2024.svg');
    await expect
      .poll(() => widget('ess-member-map').locator('.said').innerText())
      .toContain('L’image n’a pas pu être faite ici');
    expect(visit.complaints.every((line) => line.includes('blob:'))).toBe(true);
  });

  it('gives its list as GeoJSON', async () => {
    await openPage(`${open.url}drawn`);
    const [name, text] = await take('ess-member-map', 'GeoJSON');
    expect(name).toBe('adherents-2024.geojson');
    const { features } = JSON.parse(text.toString());
    const placed = features.filter(({ geometry }: { geometry: object | null }) => geometry !== null);
    const counts = (await texts(visit.page, 'ess-member-map')).join();
    expect(placed.length).toBeGreaterThan(0);
    expect(counts).toContain(
      ` ${placed.length} adhérents sur la carte 117 adhérents publiés ; ${features.length} nommés `,
    );
  });
});
