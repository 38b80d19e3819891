import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../ess-member-list/define.ts';
import type { EssMemberList } from '../../ess-member-list/ess-member-list.ts';
import '../../ess-member-map/define.ts';
import type { EssElement } from '../../base/element.ts';
import type { EssErrorEvent, EssFilterEvent, EssSelectEvent } from '../../base/events.ts';
import { setPageClient } from '../../base/page.ts';
import type { EssMemberMap } from '../../ess-member-map/ess-member-map.ts';
import { settle, useFiles, visibleText, waitUntil } from '../../testing/testing.ts';
import { enginesRunning } from './engines.ts';
import { grid, packedFile } from './testing.ts';

/** Two cores are shared by everything that runs. */
const until = (predicate: () => unknown, message?: string): Promise<void> =>
  waitUntil(predicate, message, { timeout: 10_000 });
const rows = (element: EssElement): readonly string[] =>
  [...element.renderRoot.querySelectorAll('.row .name')].map((row) => row.textContent.trim());
const markers = (element: EssElement): readonly HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>('.marker'),
];
const countOf = (element: EssElement): string =>
  element.renderRoot.querySelector('.count')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const click = (element: EssElement, selector: string): void =>
  element.renderRoot.querySelector<HTMLElement>(selector)?.click();

async function mapOf(files: Parameters<typeof useFiles>[0], basemap = 'none'): Promise<EssMemberMap> {
  useFiles(files);
  const map = await fixture<EssMemberMap>(
    html`<ess-member-map src="data.json" basemap=${basemap} lang="fr" style="display:block;inline-size:60rem"></ess-member-map>`,
  );
  await settle(map);
  await until(() => markers(map).length > 0 && rows(map).length > 0, 'no marker, or no row');
  return map;
}

async function listOf(files: Parameters<typeof useFiles>[0]): Promise<EssMemberList> {
  useFiles(files);
  const list = await fixture<EssMemberList>(html`<ess-member-list src="data.json" lang="fr"></ess-member-list>`);
  await settle(list);
  return list;
}

/** A ground that ends in the middle of them. */
const EAST = -3;
const GROUND = {
  format: 'ess-basemap/1',
  bbox: [-6, 46.6, EAST, 49.6],
  focus: [-5.2, 47.2, EAST, 49],
  topology: {
    type: 'Topology',
    transform: { scale: [0.001, 0.001], translate: [-5, 47.3] },
    arcs: [
      [
        [0, 0],
        [1900, 0],
        [0, 1500],
        [-1900, 0],
        [0, -1500],
      ],
    ],
    objects: { land: { type: 'Polygon', arcs: [[0]] } },
  },
  places: [],
  labels: [],
  attribution: { fr: 'Fond d’essai' },
  licences: [],
};

/** A data set of which nothing but the manifest may be read by the page. */
const small = packedFile(grid(300));

describe('a packed directory on the page', () => {
  afterEach(async () => {
    setPageClient(undefined);
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('draws a zoom once: not what was there before, at a place where it is no more', async () => {
    const map = await mapOf({ 'data.json': small });
    await until(() => markers(map).every((marker) => marker.ariaLabel !== 'Organisation'), 'a marker without a name');
    await emulateMedia({ reducedMotion: 'reduce' });
    const drawings: string[] = [];
    const written = (): string =>
      markers(map)
        .map((marker) => marker.outerHTML.replace(/ aria-label="[^"]*"/, ''))
        .join();
    const before = written();
    const watch = new MutationObserver(() => drawings.push(written()));
    watch.observe(map.renderRoot.querySelector('.markers')!, { subtree: true, childList: true, attributes: true });
    click(map, '.control.zoomIn');
    await until(() => drawings.length > 0 && written() !== before, 'nothing drawn');
    await aTimeout(300);
    watch.disconnect();
    expect([...new Set(drawings)]).to.have.length(1);
  });

  it('shows points, honest numbers and a page of rows', async () => {
    const map = await mapOf({ 'data.json': small });
    expect(countOf(map)).to.equal('300 adhérents, dont 270 situés sur la carte');
    // The rows in sight are drawn before the others of their page.
    await until(() => rows(map).length > 12, 'the first rows alone');
    expect(rows(map)).to.have.length(50);
    expect(visibleText(map)).to.contain('1 à 50 sur 300');
    const shown = markers(map).map((marker) => Number(marker.querySelector('.cluster-count')?.textContent ?? 1));
    expect(shown.reduce((sum, n) => sum + n, 0)).to.equal(270);
    const [cluster] = markers(map).filter((marker) => marker.classList.contains('cluster'));
    expect(cluster?.getAttribute('aria-label')).to.match(new RegExp(`^${cluster?.textContent}\\s`));
    await expect(map).to.be.accessible();
  });

  it('says who lies beyond its ground, and whether the one chosen does', async () => {
    const collections = grid(300);
    const map = await mapOf({ 'data.json': packedFile(collections), 'ground.json': { json: GROUND } }, 'ground.json');
    await until(() => visibleText(map).includes('hors de la région'), 'nobody is said to be off the map');
    const positions = (collections.organisations ?? []).flatMap(({ position }) => position ?? []);
    const off = positions.filter(({ lon }) => lon > EAST).length;
    expect(countOf(map)).to.contain(`300 adhérents, dont ${positions.length - off} situés sur la carte`);
    expect(countOf(map)).to.contain(`${off} hors de la région`);
    const beyond = (collections.organisations ?? []).find(({ position }) => position && position.lon > EAST);
    map.provider.request({ selection: beyond?.id ?? null });
    await until(() => visibleText(map).includes(`«\u202f${beyond?.name}\u202f» est hors de la carte`), 'not said');
    const input = map.renderRoot.querySelector<HTMLInputElement>('#search')!;
    input.value = 'organisation';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => countOf(map).startsWith('300 résultats'), `not searched: ${countOf(map)}`);
    expect(countOf(map)).to.contain(`${off} hors de la région`);
  });

  it('shows points before their details come, and says when those cannot be had', async () => {
    useFiles({ 'data.json': packedFile(grid(200), ['details']) });
    const map = await fixture<EssMemberMap>(
      html`<ess-member-map src="data.json" basemap="none" lang="fr"></ess-member-map>`,
    );
    const failed = new Promise<EssErrorEvent>((resolve) => map.addEventListener('ess-error', resolve, { once: true }));
    expect((await failed).code).to.equal('http');
    await settle(map, 'error');
    await until(() => markers(map).length > 0);
    expect(countOf(map)).to.equal('200 adhérents, dont 180 situés sur la carte');
    expect(visibleText(map)).to.contain('Réessayer');
  });

  it('gives the next page after the last row, and the focus to its first', async () => {
    const list = await listOf({ 'data.json': small });
    await until(() => rows(list).length === 50);
    click(list, '.more button');
    await until(() => rows(list).length === 100);
    await list.updateComplete;
    expect(list.shadowRoot?.activeElement?.textContent.trim()).to.equal(rows(list)[50]);
    expect(new Set(rows(list)).size).to.equal(100);
  });

  it('filters by collège and département, announces the result, and comes back', async () => {
    const map = await mapOf({ 'data.json': small });
    const heard: EssFilterEvent[] = [];
    map.addEventListener('ess-filter', (event) => heard.push(event));
    click(map, '.chip');
    await until(() => heard.length === 1);
    expect(heard[0]?.count).to.equal(100);
    expect(countOf(map)).to.equal('100 résultats sur 300, dont 90 sur la carte');
    await until(() => map.renderRoot.querySelector('[aria-live]')?.textContent.includes('100 résultats'));
    const select = map.renderRoot.querySelector<HTMLSelectElement>('#departement');
    if (select) select.value = 'departement-29';
    select?.dispatchEvent(new Event('change'));
    await until(() => heard.length === 2);
    expect(heard[1]?.count).to.equal(25);
    await until(() => rows(map).length === 25);
    click(map, '.chip');
    await until(() => heard.length === 3);
    expect(heard[2]?.count).to.equal(75);
  });

  it('has a chip for a collège that another widget chose, though nobody is in it', async () => {
    const map = await mapOf({ 'data.json': small });
    map.provider.request({ facets: { college: ['fondations'] } });
    await until(() => countOf(map).startsWith('0 résultat'), 'not filtered');
    const chip = map.renderRoot.querySelector('.chip[aria-pressed=true]');
    expect(chip?.textContent.replace(/\s+/g, ' ').trim()).to.equal('fondations 0');
  });

  it('searches in words that it fetches then', async () => {
    const map = await mapOf({ 'data.json': small });
    const field = map.renderRoot.querySelector<HTMLInputElement>('#search');
    const type = (text: string): void => {
      if (field) field.value = text;
      field?.dispatchEvent(new InputEvent('input'));
    };
    type('phare');
    await until(() => rows(map).join() === 'Organisation 7');
    type('xylophone');
    await until(() => visibleText(map).includes('Aucun résultat'));
    expect(map.state).to.equal('empty');
  });

  it('calls nothing a result of words that cannot be had, and says that they cannot', async () => {
    const map = await mapOf({ 'data.json': packedFile(grid(300), ['words']) });
    const before = countOf(map);
    const failed = new Promise((told) => map.addEventListener('ess-error', told, { once: true }));
    const input = map.renderRoot.querySelector<HTMLInputElement>('#search')!;
    input.value = 'organisation';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await failed;
    await until(() => visibleText(map).includes('Réessayer'), 'no way to try again');
    expect(countOf(map)).to.equal(before);
    expect(visibleText(map)).not.to.contain('Recherche en cours');
  });

  it('is offered a misspelt commune by which nobody is found, as long as no filter may hide them', async () => {
    const columns = {
      insee: ['29019'],
      name: ['Brest'],
      lon: [-4.49],
      lat: [48.39],
      postal: [['29200']],
      epci: [null],
    };
    const communes = { format: 'ess-communes/1', columns, epci: [], attribution: { fr: 'Communes' }, licences: [] };
    const json = { ...(small.json as object), communes: 'communes.json' };
    const map = await mapOf({ 'data.json': { json }, 'communes.json': { json: communes } });
    const offered = (): string | undefined => map.renderRoot.querySelector('.suggestions button')?.textContent.trim();
    map.provider.request({ query: 'brst' });
    await until(() => offered() === 'Près de Brest (29)');
    click(map, '.chip');
    await until(() => offered() === undefined);
  });

  it('keeps what is near the visitor, nearest first, and widens where nothing is', async () => {
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation') ?? {};
    const coords = { longitude: -3, latitude: 47.5 };
    const geolocation = { getCurrentPosition: (ok: PositionCallback) => ok({ coords } as GeolocationPosition) };
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
    try {
      const map = await mapOf({ 'data.json': small });
      click(map, '.near');
      await until(() => visibleText(map).includes('Aucun résultat à moins de 20\u202fkm'));
      await until(() => visibleText(map).includes('Élargir à 50\u202fkm'));
      expect(visibleText(map)).to.contain('30 sans adresse ni commune connue ne sont pas comptés');
      click(map, '.list-panel .empty .button');
      await until(() => /^\d+ résultats sur 300, dont \d+ sur la carte$/.test(countOf(map)) && rows(map).length > 0);
      const far = [...map.renderRoot.querySelectorAll('.row')].map((row) =>
        Number(/([\d,]+)\u202fkm/.exec(row.querySelector('.distance')?.textContent ?? '')?.[1]?.replace(',', '.')),
      );
      expect(far.every((km) => km > 20 && km <= 50)).to.equal(true);
      expect(far.toSorted((a, b) => a - b)).to.deep.equal(far);
      const n = Number.parseInt(countOf(map), 10);
      const shown = () =>
        markers(map).map((marker) => Number(marker.querySelector('.cluster-count')?.textContent ?? 1));
      await until(() => shown().reduce((sum, one) => sum + one, 0) === n, 'the map shows others');
      const boxOf = (part: string) => map.renderRoot.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
      await until(() => {
        const [circle, stage] = [boxOf('.near-map g .edge'), boxOf('.stage')];
        const isInside = circle.top > stage.top && circle.bottom < stage.bottom && circle.left > stage.left;
        return isInside && circle.height > stage.height / 3;
      }, 'the circle is not in sight as a whole');
    } finally {
      Reflect.deleteProperty(navigator, 'geolocation');
      Object.defineProperty(Navigator.prototype, 'geolocation', real);
    }
  });

  it('chooses by marker and by row, whoever is far down the list first', async () => {
    const map = await mapOf({ 'data.json': packedFile(grid(2)) });
    const heard: EssSelectEvent[] = [];
    map.addEventListener('ess-select', (event) => heard.push(event));
    const single = markers(map).find((marker) => !marker.classList.contains('cluster'));
    await until(() => single?.getAttribute('aria-label')?.startsWith('Organisation'), 'the marker has no name');
    single?.click();
    await until(() => heard.length === 1);
    await until(() => map.renderRoot.querySelector('.row.selected .name'));
    const name = map.renderRoot.querySelector('.row.selected .name')?.textContent.trim() ?? '';
    expect(single?.getAttribute('aria-label')).to.contain(name);
    await until(() => map.renderRoot.querySelector('.marker.selected'));
    click(map, '.row.selected .name');
    await until(() => heard.length === 2);
    expect(heard[1]?.id).to.equal(null);
  });

  it('shares one engine among the elements of a page, and ends it after the last', async () => {
    useFiles({ 'data.json': small });
    const both = await fixture<HTMLElement>(
      html`<div>
        <ess-member-list src="data.json" lang="fr"></ess-member-list>
        <ess-member-list src="data.json" lang="fr" where="college=scop"></ess-member-list>
      </div>`,
    );
    const lists = [...both.querySelectorAll<EssMemberList>('ess-member-list')];
    await until(() => lists.every((list) => rows(list).length > 0));
    expect(lists.map(countOf)).to.deep.equal(['300 adhérents', '100 adhérents']);
    // Engines of earlier tests are stopped only after a grace period.
    await until(() => enginesRunning() === 1, 'two engines');
    both.remove();
    // An answer that arrives late draws the lists once more.
    for (const list of lists) list.requestUpdate();
    await Promise.all(lists.map((list) => list.updateComplete));
    await until(() => enginesRunning() === 0, 'an engine goes on');
  });

  it('lists what lies at one place of the map, however much it is', async () => {
    const collections = grid(40);
    const here = { lon: -3, lat: 48, precision: 'address' as const };
    const crowd = (collections.organisations ?? []).map((one) => ({ ...one, position: here }));
    const map = await mapOf({ 'data.json': packedFile({ ...collections, organisations: crowd }) });
    expect(
      markers(map)
        .map((marker) => marker.getAttribute('aria-label'))
        .join(),
    ).to.contain('afficher la liste');
    markers(map)[0]?.click();
    await until(() => visibleText(map).includes('40 organisations au même endroit'));
  });

  it('keeps the other markers while a place is open, and chooses them', async () => {
    const collections = grid(41);
    const [alone, ...others] = (collections.organisations ?? []).filter(({ position }) => position);
    const position = { lon: -3, lat: 48, precision: 'address' as const };
    const organisations = [
      { ...alone!, position: { ...position, lon: -1 } },
      ...others.map((one) => ({ ...one, position })),
    ];
    const map = await mapOf({ 'data.json': packedFile({ ...collections, organisations }) });
    const n = organisations.length;
    const isCluster = (marker: HTMLElement): boolean => marker.classList.contains('cluster');
    await until(() => markers(map).length === 2);
    markers(map).find(isCluster)?.click();
    await until(() => visibleText(map).includes(`${n - 1} organisations au même endroit`));
    await until(() => rows(map).length === n - 1);
    expect(
      markers(map)
        .map((marker) => isCluster(marker))
        .toSorted(),
    ).to.deep.equal([false, true]);
    markers(map)
      .find((marker) => !isCluster(marker))
      ?.click();
    await until(() => rows(map).length === n);
    await until(() => map.renderRoot.querySelector('.row.selected .name')?.textContent.trim() === alone?.name);
  });

  it('speaks English', async () => {
    const map = await mapOf({ 'data.json': small });
    map.lang = 'en';
    await until(() => countOf(map).includes('300 members'));
    await aTimeout(0);
    expect(visibleText(map)).to.contain('1 to 50 of 300');
  });
});
