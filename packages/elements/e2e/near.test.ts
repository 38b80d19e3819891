/** Near a commune by keyboard, in the page's address; near the visitor, whose position goes nowhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { focus, goTo, tabTo, texts, type Visit, visitor } from './support/visit.ts';

const WIDGETS = `<ess-provider url-state="ess"><ess-member-map></ess-member-map><ess-member-list></ess-member-list></ess-provider>`;
const RENNES = { longitude: -1.6812, latitude: 48.1173 };

const site = useSite();
let host: Host;
beforeAll(async () => {
  host = await openHost({ pages: { '/': pageOf(WIDGETS, LOADER) } });
});
afterAll(() => host?.close());

const shown = ({ page }: Visit, selector: string) => expect.poll(async () => (await texts(page, selector)).join());
const addressOf = ({ page }: Visit): string => decodeURIComponent(new URL(page.url()).search);

/** Every address that was asked for from now on. */
function watch({ page }: Visit): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  return asked;
}

describe('near a commune', () => {
  it('is chosen with the keyboard alone, shared by the widgets of the page, said in its address and read from it', async () => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    const asked = watch(visit);
    await goTo(page, host.url);
    expect(asked.filter((url) => url.includes('communes'))).toEqual([]);
    await tabTo(page, 'input: Nom, commune ou activité');
    await page.keyboard.type('29200');
    await page.locator('ess-member-map').getByRole('button', { name: 'Près de Brest (29)' }).waitFor();
    expect(addressOf(visit)).not.toContain('near');
    await page.keyboard.press('Tab');
    expect(await focus(page)).toContain('Près de Brest (29)');
    await page.keyboard.press('Enter');
    await shown(visit, 'ess-member-map').toMatch(/1 résultat sur \d+, dont 1 sur la carte/);
    await shown(visit, 'ess-member-list').toMatch(/Près de Brest.*1 résultat sur \d+/);
    await expect.poll(() => addressOf(visit)).toBe('?ess-filter=near=commune-29019/20');
    expect(await page.evaluate(() => document.querySelector('ess-member-map')?.shadowRoot?.activeElement?.id)).toBe(
      'radius',
    );
    // What comes last, as the names of communes, is not cut off by the next visit.
    await page.waitForLoadState('networkidle');
    await goTo(page, page.url());
    await shown(visit, 'ess-member-list').toMatch(/Près de Brest.*1 résultat sur \d+/);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

describe('near the visitor', () => {
  it('stays on the page: neither its address nor any request says where they are', async () => {
    const visit = await visitor(site.browser, { geolocation: RENNES, permissions: ['geolocation'] });
    const { page } = visit;
    await goTo(page, host.url);
    const asked = watch(visit);
    const map = page.locator('ess-member-map');
    await map.getByRole('button', { name: 'Près de moi', exact: true }).click();
    await shown(visit, 'ess-member-map').toMatch(/1 résultat sur \d+.*Pôle ESS de Rennes/);
    await map.getByLabel('Distance').selectOption('');
    await shown(visit, 'ess-member-map').toMatch(/Pôle ESS de Rennes.*Adess Brest/);
    // A choice that the address says is written: by then the position would be there, too.
    await map.getByRole('button', { name: /^Associations/ }).click();
    await expect.poll(() => addressOf(visit)).toBe('?ess-filter=college=associations');
    const places = asked.filter((line) => /48[.,]1|1[.,]68/.test(line));
    expect(places).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).not.toMatch(/48\.1|1\.68/);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
