/** The way through the page with a keyboard alone. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { focus, goTo, tabTo, texts, type Visit, visitor } from './support/visit.ts';

const site = useSite();
let host: Host;
let visit: Visit;

beforeAll(async () => {
  const tag = (name: string, attributes = '') =>
    `<${name} ${attributes} style="display:block;min-height:20rem"></${name}>`;
  host = await openHost({
    pages: {
      '/map': pageOf(tag('ess-member-map'), LOADER),
      '/chart': pageOf(tag('ess-breakdown', 'indicator="members-stock"'), LOADER),
      '/agenda': pageOf(tag('ess-event-agenda', 'limit="3"'), LOADER),
      '/figure': pageOf(tag('ess-indicator', 'indicator="members-stock"'), LOADER),
    },
  });
});
afterAll(() => host?.close());
beforeEach(async () => {
  visit = await visitor(site.browser);
});
afterEach(async () => {
  expect(visit.complaints).toEqual([]);
  await visit.close();
});

/** Returns the texts of the page's live regions. */
const said = (): Promise<readonly string[]> => visit.page.locator('[aria-live]').allInnerTexts();

/** Whether all of what has the focus is in the window. */
const isInSight = (): Promise<boolean> =>
  visit.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const { top, bottom } = active?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= innerHeight;
  });

/** Returns the kinds of stops, without their names. */
const kinds = (stops: readonly string[]) => stops.map((stop) => stop.split(':', 1)[0]);

describe('the map', () => {
  beforeEach(() => goTo(visit.page, `${host.url}map`));
  const press = (key: string) => visit.page.keyboard.press(key);
  const rovers = () =>
    visit.page.evaluate(() => {
      const markers =
        document.querySelector('ess-member-map')?.shadowRoot?.querySelectorAll<HTMLElement>('.marker') ?? [];
      return [...markers].filter(({ tabIndex }) => tabIndex === 0).length;
    });

  it('is a way past it, its viewport, its markers as one stop, its buttons, then the list', async () => {
    await tabTo(visit.page, 'application: Carte, déplacement au clavier');
    // Full screen comes with what only those load who come near the map.
    await visit.page.locator('ess-member-map').getByRole('button', { name: 'Plein écran' }).waitFor();
    const controls = ['control', 'control', 'control', 'control', 'control'];
    expect(kinds(await tabTo(visit.page, 'name:'))).toEqual(['marker', ...controls, 'name']);
    const back = await tabTo(visit.page, 'application', 'Shift+Tab');
    expect(kinds(back)).toEqual([...controls, 'marker', 'application']);
  });

  it('is passed over by its skip link, which leads to the list', async () => {
    await tabTo(visit.page, 'button: Aller à la liste');
    await press('Enter');
    await expect.poll(() => focus(visit.page)).toContain('117 adhérents publiés');
    expect(kinds(await tabTo(visit.page, 'name'))).toEqual(['name']);
  });

  it('moves between its markers with arrows, Home and End, and goes back to its viewport with Escape', async () => {
    await tabTo(visit.page, 'marker');
    const first = await focus(visit.page);
    await press('ArrowRight');
    const second = await focus(visit.page);
    expect(second).toMatch(/^marker: /);
    expect(second).not.toBe(first);
    await press('ArrowLeft');
    expect(await focus(visit.page)).toBe(first);
    await press('End');
    const last = await focus(visit.page);
    await press('ArrowDown');
    expect(await focus(visit.page)).toBe(first);
    await press('ArrowUp');
    expect(await focus(visit.page)).toBe(last);
    expect(await rovers()).toBe(1);
    await press('Home');
    expect(await focus(visit.page)).toBe(first);
    await press('Escape');
    expect(await focus(visit.page)).toMatch(/^application: /);
  });

  it('opens its clusters with Enter, and the focus stays on a marker', async () => {
    await tabTo(visit.page, 'marker');
    const pressCluster = async (): Promise<boolean> => {
      for (let turns = 0; turns < 30; turns++) {
        if ((await focus(visit.page)).endsWith(', ouvrir')) {
          await press('Enter');
          return true;
        }
        await press('ArrowRight');
      }
      return false;
    };
    const before = await focus(visit.page);
    expect(await pressCluster()).toBe(true);
    await expect.poll(() => focus(visit.page)).not.toBe(before);
    expect(await focus(visit.page)).toMatch(/^marker: /);
    expect(await rovers()).toBe(1);
  });

  it('chooses with Enter in the list: the row and its marker are current', async () => {
    await tabTo(visit.page, 'name');
    await press('Enter');
    const current = await visit.page.evaluate(
      () => document.querySelector('ess-member-map')?.shadowRoot?.querySelectorAll('.row [aria-current="true"]').length,
    );
    expect(current).toBe(1);
    expect(await focus(visit.page)).toMatch(/^name: /);
  });

  it('turns its chips with Space', async () => {
    const [name = ''] = (await tabTo(visit.page, 'chip')).slice(-1);
    await press('Space');
    await expect.poll(async () => (await texts(visit.page, 'ess-member-map')).join()).toMatch(/\d+ résultats? sur \d+/);
    const chip = visit.page.locator('ess-member-map .chip').first();
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect((await focus(visit.page)).split(' ')[1]).toBe(name.split(' ')[1]);
    await press('Space');
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
    await expect
      .poll(async () => (await texts(visit.page, 'ess-member-map')).join())
      .toContain('117 adhérents publiés');
  });

  it('turns into a table and back under the same button', async () => {
    await tabTo(visit.page, 'link: Données');
    await press('Enter');
    await tabTo(visit.page, 'link: Afficher le tableau');
    await press('Enter');
    await expect.poll(() => focus(visit.page)).toBe('link: Afficher la carte');
    expect(await visit.page.getByRole('table').count()).toBe(1);
    await expect.poll(said).toContain('Tableau affiché');
    expect(await isInSight()).toBe(true);
    await press('Enter');
    await expect.poll(() => focus(visit.page)).toBe('link: Afficher le tableau');
    await expect.poll(said).toContain('Carte affichée');
    expect(await isInSight()).toBe(true);
    expect(await visit.page.getByRole('table').count()).toBe(0);
  });

  it('shows one half at a time on a narrow screen, under tabs that arrows turn', async () => {
    await visit.page.setViewportSize({ width: 360, height: 800 });
    await tabTo(visit.page, 'tab: Carte');
    await press('ArrowRight');
    expect(await focus(visit.page)).toBe('tab: Liste');
    expect(kinds(await tabTo(visit.page, 'name')).includes('marker')).toBe(false);
  });
});

describe('the agenda', () => {
  beforeEach(() => goTo(visit.page, `${host.url}agenda`));
  const press = (key: string) => visit.page.keyboard.press(key);
  const rows = () => visit.page.locator('ess-event-agenda').getByRole('listitem').count();

  it('is its filters, its month, the calendar of each event ahead, the rest, then what may be taken home', async () => {
    await tabTo(visit.page, 'link: Filtrer');
    const stops = await tabTo(visit.page, 'link: Données');
    expect(stops).toEqual([
      'link: Afficher le mois',
      'link: Ajouter à mon agenda – Comité d’orientation régional du DLA',
      'link: Ajouter à mon agenda – Webinaire ESS pour les jeunes élus et éco-délégués',
      'link: Ajouter à mon agenda – Webinaire sur les métiers de l’ESS pour l’orientation',
      'button: Afficher la suite',
      'cited: Source, Cress Bretagne',
      'link: Partager',
      'link: Intégrer',
      'link: Données',
    ]);
  });

  it('turns into a month under the same button; the grid is one stop, and its day is listed under it', async () => {
    await tabTo(visit.page, 'link: Afficher le mois');
    await press('Enter');
    await expect.poll(() => focus(visit.page)).toBe('link: Afficher la liste');
    const stops = await tabTo(visit.page, 'cell');
    expect(kinds(stops)).toEqual(['button', 'button', 'cell']);
    expect(await focus(visit.page)).toBe(
      'cell: mardi 18 mars 2025, 1 rendez-vous : Comité d’orientation régional du DLA',
    );
    await press('PageDown');
    expect(await focus(visit.page)).toBe('cell: vendredi 18 avril 2025');
    await press('ArrowUp');
    await press('ArrowUp');
    await press('Home');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await press('End');
    expect(await focus(visit.page)).toBe('cell: dimanche 30 mars 2025');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(await focus(visit.page)).toContain('Comité de pilotage');
    expect(await rows()).toBe(1);
    expect(kinds(await tabTo(visit.page, 'link: Ajouter'))).toEqual(['link']);
    await tabTo(visit.page, 'link: Afficher la liste', 'Shift+Tab');
    await press('Space');
    await expect.poll(rows).toBe(3);
    expect(await focus(visit.page)).toBe('link: Afficher le mois');
    await expect.poll(said).toContain('Liste affichée');
  });

  it('keeps the focus in its grid where a link leads to another month, and goes away', async () => {
    await tabTo(visit.page, 'link: Afficher le mois');
    await press('Enter');
    await tabTo(visit.page, 'cell');
    await expect.poll(said).toContain('Mois affiché');
    for (let months = 0; months < 12; months++) await press('PageDown');
    await tabTo(visit.page, 'link: Revenir à aujourd’hui', 'Shift+Tab');
    await press('Enter');
    await expect.poll(() => focus(visit.page)).toMatch(/^cell: mardi 18 mars 2025/);
    for (let months = 0; months < 12; months++) await press('PageDown');
    await tabTo(visit.page, 'link:');
    const [, month = ''] = (await focus(visit.page)).split('link: ');
    await press('Enter');
    await expect.poll(() => focus(visit.page)).toMatch(/^cell: /);
    expect(await focus(visit.page)).toContain(month);
  });

  it('is filtered with the arrows of its fields, and cleared: the focus stays on the filters', async () => {
    await tabTo(visit.page, 'link: Filtrer');
    await press('Enter');
    const field = visit.page.locator('ess-event-agenda').getByLabel('Département');
    await field.waitFor();
    while (!(await field.evaluate((node) => node.matches(':focus')))) await press('Tab');
    await press('ArrowDown');
    await expect.poll(() => texts(visit.page, 'ess-event-agenda').then(String)).toMatch(/^Agenda \d+ rendez-vous/);
    const filtered = (await texts(visit.page, 'ess-event-agenda')).join();
    expect(filtered).not.toContain('85 rendez-vous');
    await tabTo(visit.page, 'button: Effacer les filtres');
    await press('Enter');
    await expect.poll(() => texts(visit.page, 'ess-event-agenda').then(String)).toContain('85 rendez-vous');
    expect(await focus(visit.page)).toMatch(/^select: /);
  });
});

describe.each([
  ['figure', 'ess-indicator'],
  ['chart', 'ess-breakdown'],
  ['map', 'ess-member-map'],
])('the source of a %s', (page, tag) => {
  it('opens the source card; Escape closes it and gives the focus back', async () => {
    await goTo(visit.page, `${host.url}${page}`);
    await tabTo(visit.page, 'cited');
    const opener = visit.page.locator(`${tag} button.cited`);
    const card = visit.page.locator(`${tag} [part~="card"]`);
    await visit.page.keyboard.press('Enter');
    await expect.poll(() => card.isVisible()).toBe(true);
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    expect(await card.innerText()).toContain('Publié dans');
    // From inside the card too.
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Escape');
    await expect.poll(() => card.count()).toBe(0);
    expect(await focus(visit.page)).toMatch(/^cited: /);
    expect(await opener.getAttribute('aria-expanded')).toBe('false');
  });
});

describe('a chart', () => {
  it('turns into a table and back: the button keeps the focus and changes its words', async () => {
    await goTo(visit.page, `${host.url}chart`);
    await tabTo(visit.page, 'link: Données');
    await visit.page.keyboard.press('Enter');
    await tabTo(visit.page, 'link: Afficher le tableau');
    await visit.page.keyboard.press('Enter');
    await expect.poll(() => focus(visit.page)).toBe('link: Afficher le graphique');
    expect(await visit.page.getByRole('table').innerText()).toContain('Associations');
    await visit.page.keyboard.press('Space');
    await expect.poll(() => focus(visit.page)).toBe('link: Afficher le tableau');
  });
});
