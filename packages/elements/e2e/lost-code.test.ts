/** Code that a widget loads when it is wanted does not come: it says so, and shows its figures once it does. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { datasetFile } from '../src/testing/testing.ts';
import { codeFile } from './support/code.ts';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, texts, visitor, warnings } from './support/visit.ts';

const CDN = path.join(ROOT, 'packages/elements/cdn');

const site = useSite();
let host: Host;

/** Code that draws is missed by the widget, code that reads by whoever reads the data. */
const DRAWS = ['Données indisponibles – la source ne répond pas', 'its code did not come'] as const;
const READS = ['Données indisponibles', 'could not be read: Failed to fetch dynamically imported module'] as const;

/** By what is lost: the late file, what is said of it, a widget that shows nothing without it, and what it shows with it. */
const CASES: readonly (readonly [file: string, said: readonly [string, string], widget: string, shown: RegExp])[] = [
  [
    'elements/base/computer',
    DRAWS,
    '<ess-indicator indicator="members-stock" territory="departement-29"></ess-indicator>',
    /au moins 2/,
  ],
  ['elements/base/computer', DRAWS, '<ess-event-counter src="/events.json"></ess-event-counter>', /3\s*événements/],
  // Prepared data need none of it; others are judged before they are shown.
  [
    'core/data/sources/ess-dataset/judge-records',
    READS,
    '<ess-event-counter src="/events.json"></ess-event-counter>',
    /3\s*événements/,
  ],
  ['core/data/sources/csv/load', READS, '<ess-member-list src="/liste.csv"></ess-member-list>', /Épicerie imaginaire/],
  ['elements/base/placer', READS, '<ess-member-list src="/liste.csv"></ess-member-list>', /Brest \(29\)/],
];

/** By file that several elements share: one that cannot be defined without it, and what it shows with it. */
const SHARED: readonly (readonly [file: string, widget: string, shown: RegExp])[] = [
  ['elements/base/element', '<ess-trend indicator="audience-followers"></ess-trend>', /LinkedIn/],
  ['elements/views/symbols', '<ess-trend indicator="audience-followers"></ess-trend>', /LinkedIn/],
  ['elements/views/grid-view', '<ess-table indicator="members-stock" by="college"></ess-table>', /Associations/],
  ['elements/base/panel', '<ess-event-counter src="/events.json"></ess-event-counter>', /3\s*événements/],
  ['elements/views/dated.styles', '<ess-timeline collections="meetings votes"></ess-timeline>', /2024/],
  [
    'elements/directory/directory-element',
    '<ess-member-list src="/liste.csv"></ess-member-list>',
    /Épicerie imaginaire/,
  ],
  ['core/geo/plane', '<ess-member-map src="/liste.csv"></ess-member-map>', /Épicerie imaginaire/],
  ['elements/ess-provider/ess-provider', '<ess-report view="whole"></ess-report>', /Rapport d’activité/],
];
/** A data set that no build has written measures for: its events are read to be counted. */
const { json: EVENTS } = datasetFile(
  {
    events: [3, 4, 5].map((month) => ({
      id: `e${month}`,
      title: { fr: `Rencontre ${month}` },
      date: `2024-0${month}-01`,
      status: 'held',
    })),
  },
  { catalogue: undefined },
);
const BESIDE = '<ess-indicator indicator="members-retention"></ess-indicator>';
/** Has a widget draw, as it does whenever something of it changes. */
const drawAgain = (page: Page, tag: string): Promise<void> =>
  page
    .locator(tag)
    .evaluate(async (element: HTMLElement & { requestUpdate?: () => void; updateComplete?: unknown }) => {
      for (let times = 0; times < 5; times++) {
        element.requestUpdate?.();
        await element.updateComplete;
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
/** The button that opens the card of a figure. */
const CARD = 'voir la source';
/** The name of a release's folder. */
const RELEASE = /\d+\.\d+\.\d+-[0-9a-f]{8}/;
/** A loader whose files are in the folder of another release. */
const ofRelease = (loader: string, folder: string): string => loader.replaceAll(new RegExp(RELEASE, 'g'), folder);
/** Every file of code but the loader. */
const CODE = new RegExp(`/ess/${RELEASE.source}/`);

beforeAll(async () => {
  const pages = CASES.map(([, , widget], at) => [`/${at}`, pageOf(`${widget}${BESIDE}`, LOADER)] as const);
  const shared = SHARED.map(([, widget], at) => [`/shared-${at}`, pageOf(widget, LOADER)] as const);
  const breton = pageOf(BESIDE, LOADER).replace('lang="fr"', 'lang="br"');
  const own = pageOf(
    `<ess-trend indicator="audience-followers"><a href="#r">Le rapport en PDF</a></ess-trend><ess-trend></ess-trend>
      <div lang="en-GB"><ess-trend></ess-trend></div><div lang="br"><ess-trend></ess-trend></div>
      <div lang="es"><ess-trend></ess-trend></div>${BESIDE}`,
    LOADER,
  );
  const buttons = pageOf(
    `${BESIDE}<ess-breakdown indicator="members-stock"></ess-breakdown><ess-member-map></ess-member-map>
      <ess-event-agenda></ess-event-agenda><ess-event-counter></ess-event-counter>
      <ess-timeline collections="meetings votes"></ess-timeline>`,
    LOADER,
  );
  const reserved = pageOf(
    `<ess-trend indicator="audience-followers" style="display:block;min-height:30rem"></ess-trend>
      <div data-ess="trend" data-ess-indicator="audience-followers" style="min-height:30rem"></div>`,
    LOADER,
  );
  const drawn = {
    '/boundaries': pageOf('<ess-member-map boundaries="departements"></ess-member-map>', LOADER),
    '/address': pageOf('<ess-report url-state="r"></ess-report>', LOADER),
  };
  const events = { body: JSON.stringify(EVENTS), type: 'application/json' };
  host = await openHost({
    pages: {
      ...Object.fromEntries([...pages, ...shared]),
      ...drawn,
      '/br': breton,
      '/own': own,
      '/reserved': reserved,
      '/buttons': buttons,
      '/events.json': events,
      '/liste.csv': { body: 'nom;commune\nÉpicerie imaginaire;Brest\n', type: 'text/csv; charset=utf-8' },
    },
  });
});
afterAll(() => host?.close());

describe('code that does not come', () => {
  it.each(CASES.map(([file, said, , shown], at) => [file, said, shown, at] as const))(
    'is said by the widget that needs "%s", the others go on, and the button tries again',
    async (file, [said, told], shown, at) => {
      const visit = await visitor(site.browser);
      const { page } = visit;
      const lost = codeFile(file);
      await page.route(lost, (route) => route.abort());
      await goTo(page, `${host.url}${at}`);
      const [widget = '', beside] = await states(page);
      expect([widget.split(' ')[1], beside]).toEqual(['error', 'ess-indicator ready']);
      const tag = widget.split(' ')[0] ?? '';
      expect((await texts(page, tag))[0]).toContain(said);
      expect(warnings(visit)).toHaveLength(1);
      expect(warnings(visit)[0]).toContain(told);

      await page.unroute(lost);
      let answer = (): void => undefined;
      const slow = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route(lost, async (route) => {
        await slow;
        await route.continue();
      });
      const button = page.locator(tag).first().getByRole('button', { name: 'Réessayer' });
      await button.click();
      await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
      expect(await button.evaluate((it) => it.matches(':focus'))).toBe(true);
      answer();
      await button.waitFor({ state: 'detached' });
      await settled(page);
      expect((await states(page))[0]).toBe(`${tag} ready`);
      expect((await texts(page, tag))[0]).toMatch(shown);
      expect((await texts(page, tag))[0]).not.toContain(said);
      await visit.close();
    },
  );

  it('leaves a widget that does without it again to what it shows', async () => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    await page.route(codeFile('elements/base/computer'), (route) => route.abort());
    await goTo(page, `${host.url}0`);
    const widget = page.locator('ess-indicator').first();
    expect((await states(page))[0]).toBe('ess-indicator error');
    await widget.evaluate((element) => element.removeAttribute('territory'));
    await expect.poll(async () => (await states(page))[0]).toBe('ess-indicator ready');
    expect((await texts(page, 'ess-indicator'))[0]).toMatch(/^Adhérents 117/);
    await page.unrouteAll();
    await widget.evaluate((element) => element.setAttribute('territory', 'departement-29'));
    await expect.poll(async () => (await texts(page, 'ess-indicator'))[0]).toMatch(/au moins 2/);
    await visit.close();
  });

  it.each(SHARED.map(([file, , shown], at) => [file, shown, at] as const))(
    'is said in the place of a widget whose elements share "%s", and comes by its button',
    async (file, shown, at) => {
      const visit = await visitor(site.browser);
      const { page } = visit;
      const lost = codeFile(file);
      await page.route(lost, (route) => route.abort());
      await page.goto(`${host.url}shared-${at}`);
      const widget = page.locator('main > h2 + *');
      const button = widget.getByRole('button', { name: 'Réessayer' });
      await button.waitFor();
      const [tag = ''] = ((await states(page))[0] ?? '').split(' ');
      expect((await states(page))[0]).toBe(`${tag} not defined`);
      expect(await widget.innerText()).toBe('Widget indisponible Réessayer');
      expect(warnings(visit)).toEqual([expect.stringContaining(`<${tag}> could not be loaded`)]);

      await page.unroute(lost);
      await button.click();
      await expect.poll(async () => (await states(page))[0]).toBe(`${tag} ready`);
      await expect.poll(async () => (await texts(page, tag))[0]).toMatch(shown);
      expect(await page.getByText('Widget indisponible').count()).toBe(0);
      await visit.close();
    },
  );

  it('leaves no box blank where it is that of the element itself: what the page has put inside stays, and words in its language follow', async () => {
    const visit = await visitor(site.browser);
    await visit.page.route(codeFile('elements/ess-trend/ess-trend', ''), (route) => route.abort());
    await visit.page.goto(`${host.url}own`);
    await expect
      .poll(() => visit.page.locator('ess-trend').allInnerTexts())
      .toEqual([
        'Le rapport en PDF\n\nWidget indisponible Réessayer',
        'Widget indisponible Réessayer',
        'Widget unavailable Try again',
        'Dihegerz eo ar widget Klask en-dro',
        'Widget indisponible Réessayer',
      ]);
    await expect.poll(() => states(visit.page)).toContain('ess-indicator ready');
    expect(warnings(visit)).toHaveLength(1);
    expect(warnings(visit)[0]).toContain('<ess-trend>');
    await visit.close();
  });

  /** The loader of a release whose files are no longer there: they have other names now. */
  const ofOldRelease = (loader: string): string => ofRelease(loader, '0.0.9-00000000');

  it('is brought by the loader on the server where the page holds that of a release whose files are gone', async () => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    const again: string[] = [];
    await page.route(/\/ess\/ess\.js/, async (route) => {
      const { search } = new URL(route.request().url());
      const response = await route.fetch();
      if (search) again.push(search);
      const body = await response.text();
      await route.fulfill({ response, body: search ? body : ofOldRelease(body) });
    });
    await goTo(page, `${host.url}reserved`);
    expect(await states(page)).toEqual(['ess-trend ready', 'ess-trend ready']);
    expect(again).toEqual([expect.stringMatching(/^\?again=\d+$/)]);
    expect(warnings(visit)).toEqual([]);
    await visit.close();
  });

  it('of two releases side by side on a server is that of the loader which a page holds', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ess-releases-'));
    cpSync(CDN, folder, { recursive: true });
    const loader = readFileSync(path.join(folder, 'ess.js'), 'utf8');
    const [current = ''] = RELEASE.exec(loader) ?? [];
    const former = '0.0.9-0badf00d';
    cpSync(path.join(folder, current), path.join(folder, former), { recursive: true });
    const mounts = MOUNTS.map((mount) => (mount.url === '/ess/' ? { ...mount, folder } : mount));
    const both = await openHost({ pages: { '/': pageOf(`${CASES[0]?.[2]}${BESIDE}`, LOADER) }, mounts });
    const visit = await visitor(site.browser);
    const { page } = visit;
    const asked = new Set<string>();
    page.on('request', (request) => {
      const [release] = RELEASE.exec(request.url()) ?? [];
      if (release) asked.add(release);
    });
    /** Opens the page, and a file that comes late. */
    const releasesOf = async (): Promise<readonly string[]> => {
      asked.clear();
      await goTo(page, both.url);
      expect(await states(page)).toEqual(['ess-indicator ready', 'ess-indicator ready']);
      await page.locator('ess-indicator').last().getByRole('button', { name: CARD }).click();
      await expect.poll(async () => (await texts(page, 'ess-indicator'))[1]).toMatch(/Méthode/);
      return [...asked];
    };
    // The cache of a visitor, or of a page, still has the loader of the release before.
    await page.route(/\/ess\/ess\.js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: ofRelease(loader, former) }),
    );
    expect(await releasesOf()).toEqual([former]);
    await page.unrouteAll();
    expect(await releasesOf()).toEqual([current]);
    expect(warnings(visit)).toEqual([]);
    await visit.close();
    await both.close();
    rmSync(folder, { recursive: true });
  });

  it('is asked for once where it comes, and so is the loader', async () => {
    const visit = await visitor(site.browser);
    const asked: string[] = [];
    visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await goTo(visit.page, `${host.url}reserved`);
    expect(await states(visit.page)).toEqual(['ess-trend ready', 'ess-trend ready']);
    const code = asked.filter((file) => file.startsWith('/ess/'));
    expect(code).toEqual([...new Set(code)]);
    await visit.close();
  });

  it.each([
    ['cut', (code: string) => code.slice(0, code.length / 2)],
    ['empty', () => ''],
  ])('that comes %s is asked for once more by itself', async (_kind, spoil) => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    await page.route(codeFile('elements/ess-trend/ess-trend'), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: spoil(await response.text()) });
    });
    await goTo(page, `${host.url}reserved`);
    expect(await states(page)).toEqual(['ess-trend ready', 'ess-trend ready']);
    expect(warnings(visit)).toEqual([]);
    await visit.close();
  });

  it('is asked for by a button, which offers to reload the page where it does not come either', async () => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    const lost = codeFile('elements/ess-trend/ess-trend', '');
    await page.route(lost, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.goto(`${host.url}reserved`);
    const [direct, block] = [page.locator('ess-trend').first(), page.locator('[data-ess="trend"]')];
    const heightOf = async (box: Locator): Promise<number> => (await box.boundingBox())?.height ?? 0;
    const button = direct.getByRole('button');
    await button.waitFor();
    expect([await heightOf(direct), await heightOf(block)].filter((height) => height > 100)).toEqual([]);
    expect(warnings(visit)).toEqual([expect.stringMatching(/<ess-trend>.*\/ess-trend\.js.* \(chunk;/)]);
    // Nothing is announced while the page loads.
    expect(await page.getByRole('status').count()).toBe(0);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.textContent()).toBe('Recharger la page');
    expect(await page.getByRole('status').count()).toBe(1);
    expect(await button.evaluate((it) => it.matches(':focus'))).toBe(true);

    await page.unroute(lost);
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await expect.poll(() => states(page)).toEqual(['ess-trend ready', 'ess-trend ready']);
    expect(await page.getByText('Widget indisponible').count()).toBe(0);
    expect(await direct.evaluate((it) => it.matches(':focus'))).toBe(true);
    await visit.close();
  });

  /** By what a visitor presses: the widget, and what comes of it. */
  const PRESSED: readonly (readonly [button: string, tag: string, shown: RegExp])[] = [
    [CARD, 'ess-indicator', /Méthode/],
    ['Données', 'ess-member-map', /Afficher le tableau/],
    ['Par département', 'ess-event-counter', /Finistère/],
  ];

  it.each(PRESSED)(
    'is said beside the button "%s" of <%s>, which goes on, until it comes',
    async (button, tag, shown) => {
      const visit = await visitor(site.browser);
      const { page } = visit;
      await goTo(page, `${host.url}buttons`);
      await page.route(CODE, (route) => route.abort());
      const pressed = page.locator(tag).getByRole('button', { name: button });
      const said = page.locator(tag).getByRole('alert');
      await pressed.click();
      await said.getByText('Chargement impossible : réessayez ou rechargez la page.').waitFor();
      expect((await states(page)).filter((state) => !state.endsWith(' ready'))).toEqual([]);
      expect((await texts(page, tag)).join()).not.toMatch(/card[A-Z]/);

      await page.unrouteAll();
      await pressed.click();
      await expect.poll(async () => (await texts(page, tag)).join()).toMatch(shown);
      await expect.poll(() => said.count()).toBe(0);
      expect(visit.complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
      await visit.close();
    },
  );

  /** By what a visitor presses where a widget has all it needs for that: the widget, and what comes of it. */
  const AT_HAND: readonly (readonly [button: string, tag: string, shown: RegExp])[] = [
    ['Filtrer', 'ess-event-agenda', /Organisateur/],
  ];

  it.each(AT_HAND)('is not missed by the button "%s" of <%s>, which has it', async (button, tag, shown) => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    await goTo(page, `${host.url}buttons`);
    await page.route(CODE, (route) => route.abort());
    await page.locator(tag).getByRole('button', { name: button }).click();
    await expect.poll(async () => (await texts(page, tag)).join()).toMatch(shown);
    expect(await page.locator(tag).getByRole('alert').count()).toBe(0);
    await visit.close();
  });

  /** By what is lost: a widget that draws without it. */
  const DRAWN: readonly (readonly [file: string, page: string, tag: string])[] = [
    ['elements/ess-member-map/over-map', 'boundaries', 'ess-member-map'],
    ['elements/base/url-state', 'address', 'ess-report'],
  ];

  it.each(DRAWN)(
    'is asked for once ("%s"), however often its widget draws, and again when the browser is online',
    async (file, path, tag) => {
      const visit = await visitor(site.browser);
      const { page } = visit;
      let asked = 0;
      await page.route(codeFile(file), (route) => {
        asked++;
        return route.abort();
      });
      await goTo(page, `${host.url}${path}`);
      const draw = () => drawAgain(page, tag);
      // The next requests of the widget may depend on the files that have arrived.
      await settled(page);
      await draw();
      const before = asked;
      await draw();
      expect([before > 0, asked]).toEqual([true, before]);
      await page.context().setOffline(true);
      await page.context().setOffline(false);
      await draw();
      await expect.poll(() => asked).toBeGreaterThan(before);
      await visit.close();
    },
  );

  it('leaves a card shut whose words do not come', async () => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    await goTo(page, `${host.url}buttons`);
    await page.route(codeFile('elements/texts/details.fr'), (route) => route.abort());
    await page.locator('ess-indicator').getByRole('button', { name: CARD }).click();
    await page.locator('ess-indicator').getByRole('alert').waitFor();
    expect(await page.locator('ess-indicator .card').count()).toBe(0);
    await visit.close();
  });

  it('has a search that finds by name alone say so', async () => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    await goTo(page, `${host.url}buttons`);
    await page.route(codeFile('elements/directory/search-code'), (route) => route.abort());
    await page.locator('ess-member-map').getByRole('searchbox').fill('casden');
    await page.locator('ess-member-map').getByRole('alert').waitFor();
    expect((await texts(page, 'ess-member-map')).join()).toContain('CASDEN');
    await visit.close();
  });

  it('leaves a widget in French where it is that of another language', async () => {
    const visit = await visitor(site.browser);
    let asked = 0;
    await visit.page.route(codeFile('elements/texts/br'), (route) => {
      asked++;
      return route.abort();
    });
    await goTo(visit.page, `${host.url}br`);
    expect(await states(visit.page)).toEqual(['ess-indicator ready']);
    await visit.page.locator('ess-indicator').evaluate((element) => element.setAttribute('compare', 'hier'));
    await expect.poll(() => states(visit.page)).toEqual(['ess-indicator error']);
    // The words of its mistake are texts that it has not asked for before.
    await expect.poll(async () => (await texts(visit.page, 'ess-indicator'))[0]).toContain('hier');
    const before = asked;
    await drawAgain(visit.page, 'ess-indicator');
    expect(asked).toBe(before);
    expect(await visit.page.locator('ess-indicator .frame').getAttribute('lang')).toBe('fr');
    expect(warnings(visit).filter((line) => line.includes('the texts of a widget'))).toHaveLength(1);
    await visit.close();
  });
});
