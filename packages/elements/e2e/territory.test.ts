/** One choice of territory for a page: by keyboard, in its address, and the same again for whom it is sent to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, tabTo, texts, type Visit, visitor } from './support/visit.ts';

const site = useSite();
let host: Host;

const PAGE = `<ess-provider url-state="ess">
  <ess-territory-picker fields="territory period compare" style="display:block;min-height:7rem"></ess-territory-picker>
  <ess-indicator indicator="members-stock" style="display:block;min-height:10rem"></ess-indicator>
  <ess-indicator indicator="month-events" style="display:block;min-height:10rem"></ess-indicator>
  <ess-member-map layers="members events" style="display:block;min-height:49rem"></ess-member-map>
  <ess-event-agenda limit="6" style="display:block;min-height:54rem"></ess-event-agenda>
</ess-provider>`;

beforeAll(async () => {
  host = await openHost({ pages: { '/': pageOf(PAGE, LOADER) } });
});
afterAll(() => host?.close());

const text = async ({ page }: Visit, selector: string): Promise<string> => (await texts(page, selector)).join(' ');
const query = ({ page }: Visit): string => new URL(page.url()).search;
const MEMBERS = 'ess-indicator[indicator="members-stock"]';
const MONTH = 'ess-indicator[indicator="month-events"]';

/** The words of the territory chosen. */
const chosen = ({ page }: Visit): Promise<string | undefined> =>
  page.getByLabel('Territoire').evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text);

/** Expects the figures of the whole region. */
async function expectBretagne(visit: Visit): Promise<void> {
  await expect.poll(() => text(visit, MEMBERS)).toContain('117');
  expect(await text(visit, MONTH)).toContain('330');
  expect(await text(visit, 'ess-member-map')).toContain('117 adhérents publiés');
  expect(await text(visit, 'ess-event-agenda')).toContain('85 rendez-vous');
}

/** Expects the figures of Finistère: those that are listed of it; one that is known of the region alone says so. */
async function expectFinistere(visit: Visit): Promise<void> {
  await expect.poll(() => text(visit, MONTH)).toMatch(/330 Chiffre régional/);
  await expect.poll(() => text(visit, MEMBERS)).toMatch(/au moins 2 Finistère, au 31 décembre 2024/);
  const map = await text(visit, 'ess-member-map');
  expect(map).not.toContain('117');
  await expect.poll(() => text(visit, 'ess-event-agenda')).toContain('Finistère');
  expect(await text(visit, 'ess-event-agenda')).toContain('Morlaix');
  expect(await text(visit, 'ess-event-agenda')).not.toMatch(/85 rendez-vous|Bordeaux/);
  expect(await chosen(visit)).toMatch(/^Finistère · \d+$/);
}

describe('the territory of a page', () => {
  it('is chosen by keyboard, moves all that is in the provider, is in the address, and comes back with it', async () => {
    const visit = await visitor(site.browser);
    await goTo(visit.page, `${host.url}?autre=1#ici`);
    await expectBretagne(visit);
    await tabTo(visit.page, 'select');
    await visit.page.keyboard.type('Fin');
    await expectFinistere(visit);
    await expect.poll(() => query(visit)).toBe('?autre=1&ess-territory=departement-29');
    expect(new URL(visit.page.url()).hash).toBe('#ici');
    await expect
      .poll(() => visit.page.locator('ess-provider p[aria-live]').first().textContent())
      .toBe('Territoire\u202f: Finistère');

    await visit.page.reload();
    await settled(visit.page);
    await expectFinistere(visit);

    await tabTo(visit.page, 'select');
    await visit.page.keyboard.press('Home');
    await expectBretagne(visit);
    await expect.poll(() => query(visit)).toBe('?autre=1');
    expect((await states(visit.page)).filter((state) => !state.endsWith(' ready'))).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('comes with a search, a filter and a selection in a link', async () => {
    const visit = await visitor(site.browser);
    await goTo(visit.page, host.url);
    const map = visit.page.locator('ess-member-map');
    await map.getByRole('searchbox').fill('rennes');
    await map.getByRole('button', { name: /Associations/ }).click();
    await expect.poll(() => query(visit)).toBe('?ess-q=rennes&ess-filter=college=associations');
    const other = await visitor(site.browser);
    await goTo(other.page, visit.page.url());
    expect(await other.page.locator('ess-member-map').getByRole('searchbox').inputValue()).toBe('rennes');
    expect(
      await other.page
        .locator('ess-member-map')
        .getByRole('button', { name: /Associations/ })
        .getAttribute('aria-pressed'),
    ).toBe('true');
    await expect.poll(() => text(other, 'ess-member-map')).toBe(await text(visit, 'ess-member-map'));
    for (const each of [visit, other]) {
      expect(each.complaints).toEqual([]);
      await each.close();
    }
  });

  it('comes with the view of the map, where the visitor left it', async () => {
    const visit = await visitor(site.browser, { reducedMotion: 'reduce' });
    await goTo(visit.page, host.url);
    expect(query(visit)).toBe('');
    const zoom = visit.page.locator('ess-member-map').getByRole('button', { name: 'Zoomer', exact: true });
    await zoom.click();
    await zoom.click();
    await expect.poll(() => query(visit)).toMatch(/^\?ess-view=-[\d.]+,48\.\d+,4$/);
    const labels = ({ page }: Visit) =>
      page
        .locator('ess-member-map')
        .locator('.marker')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const other = await visitor(site.browser, { reducedMotion: 'reduce' });
    await goTo(other.page, visit.page.url());
    await expect.poll(() => labels(other)).toEqual(await labels(visit));
    expect(query(other)).toBe(query(visit));
    await tabTo(other.page, 'select');
    await other.page.keyboard.type('Morb');
    await expect.poll(() => query(other)).toBe('?ess-territory=departement-56');
    for (const each of [visit, other]) {
      expect(each.complaints).toEqual([]);
      await each.close();
    }
  });

  it('is passed over in an address that says nothing, with one line in the console', async () => {
    const visit = await visitor(site.browser);
    await goTo(visit.page, `${host.url}?ess-territory=%3Cscript%3E&ess-period=2024-99`);
    await expectBretagne(visit);
    expect(visit.complaints).toHaveLength(1);
    expect(visit.complaints[0]).toContain('(address; see the guide "Messages")');
    await visit.close();
  });
});
