/** Networks of other regions, whose data bring no ground of their own. */
import { afterEach, describe, expect, it } from 'vitest';
import { codeFile } from './support/code.ts';
import { type Host, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, texts, type Visit, visitor } from './support/visit.ts';

const site = useSite();
const OCCITANIE = 'Nom;Latitude;Longitude\nAtelier de Toulouse;43,604;1,444\nAtelier de Montpellier;43,611;3,877';
const SCATTERED = 'Nom;Latitude;Longitude\nAtelier de la Neva;59,9;30,3\nAtelier du Nord;-20,879;55,448';
const FAR = `${OCCITANIE}\nAtelier du Nord;-20,879;55,448\nAtelier du Sud;-21,34;55,478\nAtelier de Nouméa;-22,276;166,457\nAtelier de Fort-de-France;14,61;-61,07\nAtelier perdu;45;-8`;
const REUNION = 'Nom;Latitude;Longitude\nAtelier du Nord;-20,879;55,448\nAtelier du Sud;-21,34;55,478';

describe('the ground of data that bring none', () => {
  let host: Host | undefined;
  let visit: Visit | undefined;
  afterEach(async () => {
    await visit?.close();
    await host?.close();
  });

  /** A telephone on a page with the map of a spreadsheet, and no data set. */
  async function openMap(sheet: string, view = ''): Promise<Visit> {
    const page = pageOf(
      '<ess-provider url-state><ess-member-map src="/liste.csv"></ess-member-map></ess-provider>',
      '<script type="module" src="/ess/ess.js"></script>',
    );
    host = await openHost({
      pages: { '/': page, '/liste.csv': { body: sheet, type: 'text/csv; charset=utf-8' } },
    });
    visit = await visitor(site.browser, { viewport: { width: 360, height: 780 } });
    await goTo(visit.page, `${host.url}${view}`);
    await visit.page.locator('ess-member-map .marker').first().waitFor();
    return visit;
  }

  const markers = ({ page }: Visit): Promise<readonly (string | null)[]> =>
    page
      .locator('ess-member-map .marker')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')?.split(',')[0] ?? null));

  it('is looked at where the members are: of all France they would be one marker', async () => {
    expect(await markers(await openMap(OCCITANIE))).toEqual(['Atelier de Montpellier', 'Atelier de Toulouse']);
    expect(await visit?.page.locator('ess-member-map .attribution').textContent()).toContain('Natural Earth');
  });

  it('is looked at as near as a city, where its members are in one: they were one marker', async () => {
    const city = 'Nom;Latitude;Longitude\nAtelier du nord;48,135;-1,67\nAtelier du sud;48,09;-1,69';
    expect(await markers(await openMap(city))).toEqual(['Atelier du nord', 'Atelier du sud']);
  });

  it('names the towns of where it is looked at, which all of France has no room for', async () => {
    const { page } = await openMap(OCCITANIE);
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.locator('ess-member-map .town-name.shown', { hasText: 'Montpellier' }).waitFor({ timeout: 10_000 });
  });

  it('is none where there is none that shows anybody', async () => {
    expect(await markers(await openMap(SCATTERED))).toEqual(['Atelier de la Neva', 'Atelier du Nord']);
    expect(await visit?.page.locator('ess-member-map .ground .land').count()).toBe(0);
  });

  const parts = ({ page }: Visit) => page.locator('ess-member-map .count .chip:visible');
  const pressed = ({ page }: Visit) => page.locator('ess-member-map .count .chip.pressed:visible');

  it('is that of each part of the world in turn: one button goes there, and keeps the focus', async () => {
    const { page } = await openMap(FAR);
    const outlines: string[] = [];
    page.on('request', (request) => {
      if (codeFile('elements/world/overseas.json').test(request.url())) outlines.push(request.url());
    });
    await parts(visit as Visit)
      .last()
      .waitFor();
    const remarks = () => page.locator('ess-member-map summary', { hasText: 'remarque' }).innerText();
    expect(await remarks()).toBe('1 remarque sur les données');
    const written = await parts(visit as Visit).allInnerTexts();
    expect(written.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'La région 2',
      'Martinique 1',
      'La Réunion 2',
      'Ailleurs 1',
    ]);
    // The outlines of another part are loaded only when somebody goes there.
    expect(outlines).toEqual([]);
    await parts(visit as Visit)
      .nth(2)
      .press('Enter');
    await page.locator('ess-member-map .marker[aria-label^="Atelier du Sud"]').waitFor();
    expect(outlines).toHaveLength(1);
    expect(await markers(visit as Visit)).toEqual(['Atelier du Nord', 'Atelier du Sud']);
    expect(await pressed(visit as Visit).evaluate((node) => node.matches(':focus'))).toBe(true);
    expect((await texts(page, 'ess-member-map')).join()).toContain('7 adhérents, dont 2 situés sur la carte');
    expect(await remarks()).toBe('1 remarque sur les données');
    // Moved back to the whole, it is still there.
    await page.getByRole('button', { name: 'Zoomer', exact: true }).click();
    await page.getByRole('button', { name: 'Toute la région' }).click();
    await page.waitForURL(/view=55\.\d+,-21\.\d+,1$/);
    expect(await pressed(visit as Visit).innerText()).toContain('La Réunion');
    await parts(visit as Visit)
      .last()
      .click();
    await page.locator('ess-member-map .marker[aria-label^="Atelier de Nouméa"]').waitFor();
    await parts(visit as Visit)
      .first()
      .click();
    await page.locator('ess-member-map .marker[aria-label^="Atelier de Toulouse"]').waitFor();
    expect(await markers(visit as Visit)).toEqual(['Atelier de Montpellier', 'Atelier de Toulouse']);
    // A shared link is written a moment later.
    await page.waitForURL(({ search }) => search === '');
  });

  it('is that of the part of the world that a link is to', async () => {
    const { page } = await openMap(FAR, '?view=55.448,-20.879,1');
    await page.locator('ess-member-map .marker[aria-label^="Atelier du Sud"]').waitFor();
    expect(await markers(visit as Visit)).toEqual(['Atelier du Nord', 'Atelier du Sud']);
  });

  it('is not that of somewhere else: members overseas are on their map', async () => {
    expect(await markers(await openMap(REUNION))).toEqual(['Atelier du Nord', 'Atelier du Sud']);
    expect((await texts((visit as Visit).page, 'ess-member-map')).join()).toContain(
      '2 adhérents, dont 2 situés sur la carte',
    );
    expect(await visit?.page.locator('ess-member-map .attribution').textContent()).toContain('Natural Earth');
    expect(await visit?.page.locator('ess-member-map .ground .land').count()).toBe(1);
  });
});
