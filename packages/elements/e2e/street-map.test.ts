/** The street map of a member map: nothing of it is asked for before the visitor does, or the page's author may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { type Visit, visitor } from './support/visit.ts';

const site = useSite();
/** One grey pixel. A PNG as those of street maps: Chromium now and then hangs where it leaves a page of many SVG pictures. */
const TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mM4AwAAzgDNee7qPQAAAABJRU5ErkJggg==',
  'base64',
);

describe('a street map', () => {
  let host: Host;
  let visit: Visit;
  let asked: string[] = [];
  beforeAll(async () => {
    const tiles = '/tile.png?z={z}&x={x}&y={y}';
    const map = (attributes: string) => pageOf(`<ess-member-map ${attributes}></ess-member-map>`, LOADER);
    host = await openHost({
      pages: {
        '/tile.png': { body: TILE, type: 'image/png' },
        '/click': map(`tiles="${tiles}"`),
        '/granted': map(`tiles="${tiles}" tiles-consent="granted"`),
      },
    });
    visit = await visitor(site.browser, { reducedMotion: 'reduce' });
    visit.page.on('request', (request) => {
      if (request.url().includes('/tile.png')) asked.push(request.url());
    });
  });
  afterAll(async () => {
    await visit?.close();
    await host?.close();
  });

  const open = async (page: string): Promise<void> => {
    asked = [];
    await visit.page.goto(host.url + page);
    await visit.page.locator('ess-member-map .marker').first().waitFor();
    await visit.page.locator('ess-member-map .ground-choice').waitFor();
    await visit.page.waitForLoadState('networkidle');
  };
  const attribution = () => visit.page.locator('ess-member-map .attribution').innerText();

  it('comes with the visitor’s click, under the markers, with its attribution, and goes again', async () => {
    await open('click');
    expect(asked).toEqual([]);
    const owed = await attribution();
    await visit.page.getByRole('button', { name: 'Plan de rue', exact: true }).press('Enter');
    expect(asked).toEqual([]);
    await visit.page.getByRole('button', { name: 'Afficher le plan de rue' }).press('Enter');
    await visit.page.locator('.tile.there').first().waitFor();
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked).size).toBe(asked.length);
    expect(await attribution()).toBe(`${owed} · ${new URL(host.url).host}`);
    const shown = visit.page.getByRole('button', { name: 'Plan de rue' });
    expect(await shown.getAttribute('aria-pressed')).toBe('true');
    expect(await shown.evaluate((node) => node === (node.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    await visit.page.getByRole('button', { name: 'Plan de rue', exact: true }).click();
    await visit.page.locator('.tile').first().waitFor({ state: 'detached' });
    expect(await attribution()).toBe(owed);
    expect(visit.complaints).toEqual([]);
  });

  it('lies where the map is: Rennes on its own tile, at every zoom', async () => {
    await open('granted');
    await visit.page.locator('.tile.there').first().waitFor();
    // Tiles of the usual scheme that hold a place, by zoom.
    const tileOf = (lon: number, lat: number, zoom: number): string => {
      const turn = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI;
      return `z=${zoom}&x=${Math.floor(((lon + 180) / 360) * 2 ** zoom)}&y=${Math.floor(((1 - turn) / 2) * 2 ** zoom)}`;
    };
    const over = async (): Promise<string> => {
      const name = visit.page.locator('.town-name', { hasText: /^Rennes$/ });
      expect(await name.count()).toBe(1);
      return visit.page.locator('ess-member-map').evaluate((element) => {
        const root = element.shadowRoot;
        const marker = [...(root?.querySelectorAll('.marker') ?? [])].find((node) =>
          node.getAttribute('aria-label')?.includes('Rennes'),
        );
        const { left, top, width, height } = marker?.getBoundingClientRect() ?? new DOMRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const tile = [...(root?.querySelectorAll<HTMLImageElement>('.tile') ?? [])].find((node) => {
          const box = node.getBoundingClientRect();
          return box.left <= x && box.right > x && box.top <= y && box.bottom > y;
        });
        return tile?.src.split('?')[1] ?? '';
      });
    };
    const found = await over();
    const zoom = Number(/z=(\d+)/.exec(found)?.[1]);
    expect(found).toBe(tileOf(-1.6743, 48.1119, zoom));
    await visit.page.locator('ess-member-map').getByRole('button', { name: 'Zoomer', exact: true }).click();
    // The network was idle before: what is asked now is waited for, so that none of it is counted in the next test.
    await expect.poll(() => asked.some((url) => url.includes(`z=${zoom + 1}&`))).toBe(true);
    await expect.poll(() => visit.page.locator('.tile:not(.there)').count()).toBe(0);
  });

  it('waits for the click of whoever saves data, whatever the page’s author allowed', async () => {
    await visit.page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    });
    await open('granted');
    expect(asked).toEqual([]);
    await visit.page.getByRole('button', { name: 'Plan de rue', exact: true }).waitFor();
  });

  it('asks nothing while there is no connection, and comes back with it', async () => {
    await open('click');
    await visit.context.setOffline(true);
    await visit.page.locator('ess-member-map').getByText('demande une connexion').waitFor();
    await visit.context.setOffline(false);
    await visit.page.getByRole('button', { name: 'Plan de rue', exact: true }).waitFor();
    expect(asked).toEqual([]);
  });
});
