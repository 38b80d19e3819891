/** When the data cannot be had, or cannot be kept: what was known stays, what is wrong is said calmly. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import {
  goTo,
  kept,
  offTheMap,
  settled,
  states,
  texts,
  type Visit,
  visitIn,
  visitor,
  warnings,
} from './support/visit.ts';

const site = useSite();
const TOMORROW = new Date('2025-03-11T10:00:00+01:00');
const figures = 'ess-indicator, ess-breakdown, ess-event-counter, ess-event-agenda, ess-member-map';
/** Without the strip above it, nor the days that an event is away: the second visit is a day later. */
const figureOf = (text: string): string =>
  text.replace(/Données du [^–]+– [^.]*? Réessayer /, '').replace(/dans \d+ jours?,/, '');
/** Waits for what lies over the map: the code of its street plan and of its scale comes last. */
async function overTheMap({ page }: Visit): Promise<void> {
  await page.locator('ess-member-map .ground-choice').waitFor();
  await page
    .locator('ess-member-map')
    .getByText(/^\d+\skm$/)
    .waitFor();
}

describe('a second visit while the data cannot be reached', () => {
  let first: Visit;
  let second: Visit;
  let before: readonly string[];
  beforeAll(async () => {
    first = await visitor(site.browser);
    await goTo(first.page, site.url);
    // Rows that nobody sees yet come once the map is drawn.
    await first.page.locator('ess-member-map [part~="row"]').nth(12).waitFor();
    await offTheMap(first);
    await overTheMap(first);
    before = await texts(first.page, figures);
    await kept(first);
    await first.page.close();
    await first.context.route('**/data/**', (route) => route.abort());
    second = await visitIn(first.context, { today: TOMORROW });
    await goTo(second.page, site.url);
  });
  afterAll(() => first?.close());

  it('shows the same figures, with the date of our copy above each', async () => {
    await expect.poll(async () => (await states(second.page)).every((state) => state.endsWith(' error'))).toBe(true);
    await offTheMap(second);
    await overTheMap(second);
    const after = await texts(second.page, figures);
    for (const text of after) expect(text).toContain('Données du 10 mars 2025');
    expect(after.map(figureOf)).toEqual(before.map(figureOf));
  });

  it('draws its map', async () => {
    const drawn = await second.page.evaluate(() => {
      const root = document.querySelector('ess-member-map')?.shadowRoot;
      return {
        land: root?.querySelectorAll('svg path').length ?? 0,
        markers: root?.querySelectorAll('.marker').length ?? 0,
      };
    });
    expect(drawn.land).toBeGreaterThan(5);
    expect(drawn.markers).toBeGreaterThan(5);
  });

  it('leaves no error unhandled and one line in the console', async () => {
    expect(second.complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
    expect(warnings(second)).toHaveLength(1);
    expect(warnings(second)[0]).toContain('/data/manifest.json');
  });
});

describe('storage that', () => {
  const DENIED = {
    'throws when it is opened': () => {
      const open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(window, 'indexedDB', { value: { open } });
    },
    'never answers': () => {
      Object.defineProperty(window, 'indexedDB', { value: { open: () => new EventTarget() } });
    },
    'may not even be named': () => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('sandboxed', 'SecurityError');
        },
      });
    },
    'is not there': () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    },
  };

  it.each(Object.entries(DENIED))('%s costs a line in the console and nothing on the page', async (_title, deny) => {
    const visit = await visitor(site.browser);
    await visit.page.addInitScript(deny);
    await goTo(visit.page, site.url);
    // The sheet of a territory waits for a choice.
    expect((await states(visit.page)).filter((state) => !state.endsWith(' ready'))).toEqual([
      'ess-territory-sheet empty',
    ]);
    expect((await texts(visit.page, 'ess-indicator')).join()).toContain('117');
    expect(warnings(visit).length).toBeLessThanOrEqual(1);
    expect(visit.complaints).toEqual(warnings(visit));
    await visit.close();
  });
});

describe('a manifest that', () => {
  let host: Host;
  beforeAll(async () => {
    const ours =
      '<ess-indicator indicator="members-stock"></ess-indicator><ess-breakdown indicator="members-stock"></ess-breakdown><ess-member-map></ess-member-map>';
    const other = '<ess-member-list src="/liste.csv"></ess-member-list>';
    host = await openHost({
      pages: {
        '/': pageOf(ours + other, LOADER),
        '/liste.csv': {
          body: 'nom;commune;insee;lat;lon\nÉpicerie imaginaire;Brest;29019;48,39;-4,49\n',
          type: 'text/csv',
        },
      },
    });
  });
  afterAll(() => host?.close());

  const ANSWERS = [
    [
      'is a page',
      { status: 200, contentType: 'text/html', body: '<!doctype html><p>Connexion' },
      'une page web a été reçue à la place des données',
      'text/html',
    ],
    ['is not there', { status: 404, body: 'not found' }, 'la source répond par une erreur (404)', '404'],
    ['fails', { status: 503, body: '' }, 'la source répond par une erreur (503)', '503'],
    [
      'is cut short',
      { status: 200, contentType: 'application/json', body: '{"format": "ess-dat' },
      'le fichier reçu est illisible',
      'JSON',
    ],
    [
      'is of another format',
      { status: 200, contentType: 'application/json', body: '{"format": "autre/1"}' },
      'ce format de données n’est pas pris en charge',
      'autre/1',
    ],
    [
      'lacks what it must have',
      { status: 200, contentType: 'application/json', body: '{"format": "ess-dataset/1"}' },
      'les données reçues n’ont pas la forme attendue',
      'id',
    ],
    ['never comes', null, 'la source met trop de temps à répondre', '15'],
  ] as const;

  it.each(ANSWERS)('%s is said calmly in the widgets and once in the console', async (_title, answer, words, cause) => {
    const visit = await visitor(site.browser, {}, { runs: true });
    await visit.page.route('**/data/manifest.json', (route) => (answer ? route.fulfill(answer) : undefined));
    await visit.page.goto(host.url);
    if (!answer) {
      await expect.poll(async () => (await states(visit.page)).filter((s) => s.endsWith(' loading')).length).toBe(3);
      await visit.page.clock.fastForward(20_000);
    }
    await settled(visit.page);
    for (const text of await texts(visit.page, 'ess-indicator, ess-breakdown, ess-member-map')) {
      expect(text).toContain(`Données indisponibles – ${words}`);
      expect(text).toContain('Réessayer');
    }
    const ofSource = warnings(visit).filter((line) => line.includes('manifest.json'));
    expect(ofSource).toHaveLength(1);
    expect(ofSource[0]).toContain(cause);
    expect((await texts(visit.page, 'ess-member-list')).join()).toContain('Épicerie imaginaire');
    expect(visit.complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
    await visit.close();
  });

  it('may not be asked for before a while is said so: a press says what is left, and asks from half a minute on', async () => {
    const visit = await visitor(site.browser, {}, { runs: true });
    const { page } = visit;
    let asked = 0;
    await page.route('**/data/manifest.json', (route) => {
      asked++;
      return route.fulfill({ status: 429, headers: { 'retry-after': '300' }, body: '' });
    });
    await goTo(page, host.url);
    const figure = page.locator('ess-indicator');
    const said = async () => (await texts(page, 'ess-indicator')).join();
    expect(await said()).toContain('Données indisponibles – la source demande d’attendre 5 min');
    // Too early: what is left is said, and nobody is asked.
    await page.clock.fastForward(10_000);
    await figure.getByRole('button', { name: 'Réessayer' }).click();
    await expect.poll(said).toMatch(/Données indisponibles – .*\b20\ss/);
    expect(asked).toBe(1);
    // Later the press asks, though the server asked for more.
    await page.clock.fastForward(25_000);
    await figure.getByRole('button', { name: 'Réessayer' }).click();
    await expect.poll(() => asked).toBe(2);
    await expect.poll(said).toContain('Données indisponibles – la source demande d’attendre 5 min');
    await page.unrouteAll();
    await page.clock.fastForward(31_000);
    await figure.getByRole('button', { name: 'Réessayer' }).click();
    await expect.poll(said).toContain('117');
    await visit.close();
  });

  it('comes back is shown when the visitor tries again', async () => {
    const visit = await visitor(site.browser, {}, { runs: true });
    await visit.page.route('**/data/manifest.json', (route) => route.fulfill({ status: 503, body: '' }));
    await goTo(visit.page, host.url);
    await visit.page.unroute('**/data/manifest.json');
    await visit.page.clock.fastForward(10_000);
    // Once is enough: the map reads other parts of the same source, and comes back with it.
    await visit.page.locator('ess-indicator').getByRole('button', { name: 'Réessayer' }).click();
    for (const tag of ['ess-indicator', 'ess-member-map']) {
      await expect.poll(async () => (await texts(visit.page, tag)).join()).toContain('117');
    }
    await expect.poll(async () => (await states(visit.page)).filter((state) => !state.endsWith(' ready'))).toEqual([]);
    await visit.close();
  });
});

describe('a browser that is online again', () => {
  it('shows what it could not have, the data of one widget and the code of another, without being told', async () => {
    const figure = '<ess-indicator indicator="members-stock"></ess-indicator>';
    const host = await openHost({
      pages: { '/': pageOf(`${figure}<ess-trend indicator="members-stock"></ess-trend>`, LOADER) },
    });
    const visit = await visitor(site.browser);
    const { page } = visit;
    await page.route(/\/data\/|\/ess-trend\.js/, (route) => route.abort());
    await page.goto(host.url);
    await page.getByText('Données indisponibles').waitFor();
    await page.getByText('Widget indisponible').waitFor();
    await page.unrouteAll();
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await expect.poll(() => states(page)).toEqual(['ess-indicator ready', 'ess-trend ready']);
    expect((await texts(page, 'ess-indicator')).join()).toContain('117');
    await visit.close();
    await host.close();
  });
});
