/** Networks of other regions, whose data bring no ground of their own. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, texts, type Visit, visitor } from './support/visit.ts';

const site = useSite();
const OCCITANIE = 'Nom;Latitude;Longitude\nAtelier de Toulouse;43,604;1,444\nAtelier de Montpellier;43,611;3,877';
const SCATTERED = 'Nom;Latitude;Longitude\nAtelier de la Neva;59,9;30,3\nAtelier du Nord;-20,879;55,448';
const REUNION = 'Nom;Latitude;Longitude\nAtelier du Nord;-20,879;55,448\nAtelier du Sud;-21,34;55,478';

describe('the ground of data that bring none', () => {
  let host: Host | undefined;
  let visit: Visit | undefined;
  afterEach(async () => {
    await visit?.close();
    await host?.close();
  });

  /** A telephone on a page with the map of a spreadsheet, and no data set. */
  async function openMap(sheet: string): Promise<Visit> {
    const page = pageOf(
      '<ess-member-map src="/liste.csv"></ess-member-map>',
      '<script type="module" src="/ess/ess.js"></script>',
    );
    host = await openHost({
      pages: { '/': page, '/liste.csv': { body: sheet, type: 'text/csv; charset=utf-8' } },
    });
    visit = await visitor(site.browser, { viewport: { width: 360, height: 780 } });
    await goTo(visit.page, host.url);
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

  it('is not that of somewhere else: members overseas are on their map', async () => {
    expect(await markers(await openMap(REUNION))).toEqual(['Atelier du Nord', 'Atelier du Sud']);
    expect((await texts((visit as Visit).page, 'ess-member-map')).join()).toContain(
      '2 adhérents, dont 2 situés sur la carte',
    );
    expect(await visit?.page.locator('ess-member-map .attribution').textContent()).toContain('Natural Earth');
    expect(await visit?.page.locator('ess-member-map .ground .land').count()).toBe(1);
  });
});
