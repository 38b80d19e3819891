import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import { datasetFile, type FileAnswer, serve, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import './define.ts';
import type { EssMemberMap } from './ess-member-map.ts';

type Ring = readonly (readonly [number, number])[];
const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const area = (properties: object, ring: Ring) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const outlines = (...features: readonly object[]) => ({
  json: { type: 'FeatureCollection', attribution: 'Limites d’essai', features },
});

/** A land of three squares: two départements with values, one without. */
const codes = ['29', '22', '35'];
const basemap = {
  format: 'ess-basemap/1',
  bbox: [-6, 46.6, 0, 49.6],
  focus: [-5, 47.5, -2, 48.5],
  topology: {
    type: 'Topology',
    transform: { scale: [0.001, 0.001], translate: [-5, 47.5] },
    arcs: codes.map((_, index) => [
      [1000 * index, 0],
      [1000, 0],
      [0, 1000],
      [-1000, 0],
      [0, -1000],
    ]),
    objects: {
      land: { type: 'MultiPolygon', arcs: [[[0]], [[1]], [[2]]] },
      departements: {
        type: 'GeometryCollection',
        geometries: codes.map((code, index) => ({
          type: 'Polygon',
          arcs: [[index]],
          properties: { id: `departement-${code}`, name: code },
        })),
      },
    },
  },
  places: [],
  labels: [],
  attribution: { fr: 'Fond d’essai' },
  licences: [],
};

const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' } },
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
  { id: 'departement-22', kind: 'departement', name: { fr: 'Côtes-d’Armor' }, parents: ['region-53'] },
  { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' }, parents: ['region-53'] },
];
const organisations = [
  {
    id: 'algue',
    name: 'Algue verte',
    territories: ['departement-29'],
    position: { lon: -4.5, lat: 48, precision: 'address' },
  },
];
const memberships = [{ id: 'm', organisation: 'algue', network: 'reseau', college: 'assos' }];
const colleges = [{ id: 'assos', network: 'reseau', label: { fr: 'Associations' }, order: 3 }];
const observation = (code: string, value: number) => ({
  id: `e-${code}`,
  indicator: 'events-held',
  label: { fr: 'Événements' },
  period: '2024',
  dimensions: { departement: `departement-${code}` },
  quantity: { value, op: '=', unit: 'events' },
  source: { document: 'rapport', section: 'I.4.b', page: 11 },
});
const share = (code: string, value: number) => ({
  ...observation(code, value),
  id: `r-${code}`,
  indicator: 'members-retention',
  dimensions: {},
  territory: `departement-${code}`,
  quantity: { value, op: '=', unit: 'percent' },
});
const collections = {
  organisations,
  colleges,
  memberships,
  territories,
  observations: [observation('29', 6), observation('22', 8)],
};

const all = (element: EssMemberMap, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (element: EssMemberMap, selector: string) => element.renderRoot.querySelector<HTMLElement>(selector)!;
const link = (element: EssMemberMap, text: string) =>
  all(element, 'button').find((node) => node.textContent.includes(text))!;

async function make(
  attributes: Readonly<Record<string, string>>,
  ready: string,
  files: Readonly<Record<string, FileAnswer>> = {},
  width = 1000,
): Promise<EssMemberMap> {
  useFiles({
    'data.json': datasetFile(collections, { basemap: 'basemap.json' }),
    'basemap.json': { json: basemap },
    ...files,
  });
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.style.width = `${width}px`;
  const element = document.createElement('ess-member-map');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  host.append(element);
  await settle(element);
  await waitUntil(() => all(element, ready).length > 0, `no ${ready}: ${visibleText(element)}`, { timeout: 8000 });
  await waitUntil(() => all(element, '.marker').length > 0, 'no marker', { timeout: 8000 });
  await element.updateComplete;
  return element;
}

const shades = (element: EssMemberMap) =>
  all(element, '.ground .area').map((node) => [node.dataset['id'], node.getAttribute('class')]);

describe('values over the map', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => setPageClient(undefined));

  it('fill the départements of the ground, the one without a value hatched, with a legend and their source', async () => {
    const element = await make({ indicator: 'events-held' }, '.ground .area');
    expect(shades(element)).to.deep.equal([
      ['departement-29', 'area shade-0'],
      ['departement-22', 'area shade-4'],
      ['departement-35', 'area unknown'],
    ]);
    expect(one(element, '.ground .unknown').style.fill).to.contain('#no-data');
    expect(all(element, '.scale-legend li').map((node) => node.textContent.trim())).to.deep.equal([
      '6',
      '8',
      'Pas de donnée',
    ]);
    expect(one(element, '.values').textContent.replace(/\s+/g, ' ')).to.match(
      /par département – 2024.*Source.: Rapport d’essai 2024, I\.4\.b, p\..11/,
    );
    await expect(element).to.be.accessible();
  });

  it('are written in their areas, beside markers', async () => {
    const element = await make({ indicator: 'events-held' }, '.area-label');
    await waitUntil(() => all(element, '.area-label:not([hidden])').length > 1);
    const words = all(element, '.area-label:not([hidden])');
    expect(words.map((node) => node.innerText.replace(/\s+/g, ' '))).to.include('Côtes-d’Armor 8');
    const marker = one(element, '.marker').getBoundingClientRect();
    for (const word of words) {
      const { left, right, top, bottom } = word.getBoundingClientRect();
      const apart = left >= marker.right || right <= marker.left || top >= marker.bottom || bottom <= marker.top;
      expect(apart, word.textContent).to.equal(true);
    }
  });

  it('are written wholly inside their areas, however the coast cuts into them', async () => {
    const breton = await (await fetch('/packages/bretagne/data/basemap.json')).json();
    // Markers where there is most room, and long words, which are then pushed towards the bay.
    const inTheWay = [
      [-2.76, 48.51],
      [-2.75, 48.18],
    ].map(([lon, lat], at) => ({ ...organisations[0]!, id: `o${at}`, position: { lon, lat, precision: 'address' } }));
    const long = (name: string) => `${name} en toutes lettres`;
    const data = {
      ...collections,
      territories: territories.map((each) => ({ ...each, name: { fr: long(each.name.fr) } })),
      organisations: inTheWay,
      memberships: inTheWay.map(({ id }) => ({ ...memberships[0]!, id: `m-${id}`, organisation: id })),
      observations: collections.observations.map((each) => ({
        ...each,
        quantity: { ...each.quantity, op: '>=' },
      })),
    };
    const files = { 'basemap.json': { json: breton }, 'data.json': datasetFile(data, { basemap: 'basemap.json' }) };
    const element = await make({ indicator: 'events-held' }, '.area-label', files, 1120);
    await waitUntil(() => all(element, '.area-label:not([hidden])').length > 1);
    const areas = [...element.renderRoot.querySelectorAll<SVGPathElement>('.ground .area')];
    const areaAt = (x: number, y: number) =>
      areas.find((area) => area.isPointInFill(new DOMPoint(x, y).matrixTransform(area.getScreenCTM()!.inverse())));
    for (const word of all(element, '.area-label:not([hidden])')) {
      const { left, right, top, bottom } = word.getBoundingClientRect();
      const own = areaAt((left + right) / 2, (top + bottom) / 2);
      expect(own, word.innerText).to.not.equal(undefined);
      for (let y = top; y <= bottom; y += 2)
        for (const x of [left, right]) expect(areaAt(x, y) === own, `${word.innerText} at ${x}, ${y}`).to.equal(true);
      // A value right under the name of a town would be read as the town's; a name beyond the words is at no place of its own.
      for (const town of all(element, '.town-name.shown')) {
        const name = town.getBoundingClientRect();
        const isApart = name.right < left || name.left > right || name.bottom < top - 8 || name.top > bottom + 8;
        expect(isApart, `${town.innerText} by ${word.innerText}`).to.equal(true);
      }
    }
  });

  it('are read in forced colours, on the darkest areas too', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const element = await make({ indicator: 'events-held' }, '.area-label');
    for (const word of all(element, '.area-label')) {
      const { color, backgroundColor } = getComputedStyle(word);
      expect(color, word.innerText).not.to.equal(backgroundColor);
    }
    await emulateMedia({ forcedColors: 'none' });
  });

  it('are a table one control away, by keyboard too', async () => {
    const element = await make({ indicator: 'events-held' }, '.ground .area', {}, 360);
    const button = link(element, 'Afficher les valeurs');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(all(element, '.values tbody tr').map((row) => row.innerText.replace(/\s+/g, ' '))).to.deep.equal([
      'Côtes-d’Armor 8 événements',
      'Finistère 6 événements',
      'Ille-et-Vilaine Pas de donnée',
    ]);
    expect(link(element, 'Masquer les valeurs').getAttribute('aria-expanded')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('are those of each territory where the indicator is not split by them', async () => {
    const files = {
      'data.json': datasetFile(
        { ...collections, observations: [share('29', 80), share('22', 92.5)] },
        { basemap: 'basemap.json' },
      ),
    };
    const element = await make({ indicator: 'members-retention' }, '.ground .area', files);
    expect(shades(element).map(([, name]) => name)).to.deep.equal(['area shade-0', 'area shade-4', 'area unknown']);
    expect(visibleText(element)).to.match(/92,5.%/);
  });

  it('of many areas are discs whose area follows the count', async () => {
    const many = codes.flatMap((code, index) =>
      [0, 1, 2, 3, 4, 5].map((step) =>
        area({ code: `${code}00${step}`, nom: 'Commune' }, square(-5 + index + step / 6, 47.6, 0.15)),
      ),
    );
    const counted = (code: string, value: number) => ({
      ...observation(code, value),
      indicator: 'school-projects',
      dimensions: { commune: `commune-${code}` },
      quantity: { value, op: '=', unit: 'projects' },
    });
    const files = {
      'data.json': datasetFile(
        { ...collections, observations: [counted('29000', 1), counted('35005', 4)] },
        { basemap: 'basemap.json' },
      ),
      'communes.json': outlines(...many),
    };
    const element = await make(
      { indicator: 'school-projects', by: 'commune', boundaries: 'communes.json' },
      '.area-disc',
      files,
    );
    const widths = all(element, '.area-disc').map((node) => node.getBoundingClientRect().width);
    expect(widths).to.deep.equal([24, 48]);
    expect(one(element, '.scale-legend').textContent).to.contain('surface proportionnelle');
  });

  it('that the page’s author mistypes are said in the console too', async () => {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line.replace(/\u202f/g, ' '));
    try {
      await make({ indicator: 'member-stock' }, '.over .notice');
      await make({ indicator: 'events-held', by: 'canton' }, '.over .notice');
      await make({ tiles: 'gogle' }, '.over .notice');
    } finally {
      console.warn = warn;
    }
    expect(lines.filter((line) => line.includes('(config;'))).to.have.length(3);
    expect(lines.join()).to.contain(
      '<ess-member-map>: L’indicateur « member-stock » n’existe pas. Les plus proches : members-stock',
    );
    expect(lines.join()).to.contain('et a reçu « canton »').and.to.contain('et a reçu « gogle »');
  });

  it('that cannot be are said, and the map works', async () => {
    const unknown = await make({ indicator: 'nothing-such' }, '.over .notice');
    expect(one(unknown, '.over .notice').textContent).to.contain('«\u202fnothing-such\u202f» n’existe pas');
    const kind = await make({ indicator: 'events-held', by: 'pays' }, '.over .notice');
    expect(one(kind, '.over .notice').textContent).to.contain('pays');
    const none = await make({ indicator: 'events-held', by: 'epci' }, '.over .notice');
    expect(one(none, '.over .notice').textContent).to.contain('boundaries');
    const empty = await make({ indicator: 'members-joined' }, '.over .notice');
    expect(one(empty, '.over .notice').textContent).to.contain('aucune valeur par département');
    for (const element of [unknown, kind, none, empty]) expect(element.state).to.equal('ready');
  });
});

describe('outlines of territories', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => setPageClient(undefined));

  const epci = outlines(
    area({ code: '200000001', nom: 'Les Uns' }, square(-4.5, 47.8, 0.4)),
    area({ id: 'departement-29', name: 'Finistère' }, square(-5, 47.5, 1)),
  );

  it('are drawn from the author’s file, to whom they are owed beside the ground', async () => {
    const element = await make({ boundaries: 'epci.json' }, '.ground .outline', { 'epci.json': epci });
    expect(all(element, '.ground .outline').map((node) => node.dataset['id'])).to.deep.equal(['epci-200000001']);
    expect(one(element, '.attribution').textContent).to.equal('Fond d’essai · Limites d’essai');
    expect(one(element, '.over')).to.equal(null);
  });

  it('owe their lines without covering the coast of a narrow map: the whole stays above them', async () => {
    const owed = {
      ...(epci.json as object),
      attribution: 'Limites d’essai, de qui les a tracées et publiées pour tous',
    };
    const objects = { ...basemap.topology.objects, region: { type: 'Polygon', arcs: [[0]] } };
    // As tall as it is wide: a narrow map has no room to spare under it.
    const tall = { ...basemap, focus: [-5, 47.5, -4, 48.5], topology: { ...basemap.topology, objects } };
    const files = { 'epci.json': { ...epci, json: owed }, 'basemap.json': { json: tall } };
    const element = await make({ boundaries: 'epci.json' }, '.ground .outline', files, 330);
    const credit = one(element, '.attribution');
    await waitUntil(() => {
      const region = one(element, '.ground .land').getBoundingClientRect();
      return credit.textContent?.includes('publiées') && region.bottom < credit.getBoundingClientRect().top;
    });
  });

  it('show the chosen territory, and the map is fitted to it', async () => {
    const files = { 'epci.json': epci };
    const element = await make({ boundaries: 'epci.json', territory: 'departement-29' }, '.ground .chosen', files);
    const stage = one(element, '.stage').getBoundingClientRect();
    const chosen = () => one(element, '.ground .chosen').getBoundingClientRect();
    await waitUntil(() => chosen().height > stage.height / 2, 'it is not fitted');
    expect(chosen().left).to.be.at.least(stage.left);
    expect(chosen().bottom).to.be.at.most(stage.bottom);
  });

  it('that cannot be read, are those of elsewhere or lack the territory are said, and the map works', async () => {
    const said = async (file: FileAnswer, attributes: Readonly<Record<string, string>> = {}) => {
      const element = await make({ boundaries: 'b.json', ...attributes }, '.over .notice', { 'b.json': file });
      expect(all(element, '.marker')).to.have.length(1);
      return one(element, '.over').innerText;
    };
    expect(await said({ text: '<html></html>' })).to.contain('n’ont pas pu être chargés');
    expect(await said({ status: 404 })).to.contain('n’ont pas pu être chargés');
    expect(await said({ json: { type: 'FeatureCollection', features: [] } })).to.contain('n’ont pas pu être chargés');
    const metres = outlines(area({ code: '29' }, square(150_000, 6_800_000, 100)));
    expect(await said(metres)).to.contain('n’ont pas pu être chargés');
    expect(await said(outlines(area({ code: '06' }, square(7, 43, 1))))).to.contain('pas ceux de cette carte');
    const other = outlines(area({ code: '35' }, square(-3, 47.5, 1)));
    expect(await said(other, { territory: 'departement-29' })).to.match(/n’ont pas ce territoire.: Finistère/);
  });
});

describe('a street map', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => setPageClient(undefined));

  /** Requests for tiles of a folder, which is that of one test: those of the test before may still be answered. */
  const asked = (folder: string) =>
    performance.getEntriesByType('resource').filter(({ name }) => name.includes(`/${folder}/`));

  it('asks nothing before the visitor does; where no tile comes it says so, and the map stays', async () => {
    performance.clearResourceTimings();
    const element = await make({ tiles: '/no-tile/{z}/{x}/{y}.png' }, '.ground-choice');
    one(element, '.ground-choice').click();
    await element.updateComplete;
    expect(one(element, '.ground-switch').innerText).to.contain(`viendront de ${location.host}`);
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.matches('.tiles-consent'));
    expect([asked('no-tile').length, all(element, '.tile').length]).to.deep.equal([0, 0]);
    await expect(element).to.be.accessible();
    one(element, '.tiles-consent').click();
    await waitUntil(() => all(element, '.over .notice').length > 0, 'no notice', { timeout: 8000 });
    expect(one(element, '.over .notice').textContent).to.contain('ne répond pas');
    expect(asked('no-tile').length).to.be.above(0);
    expect(all(element, '.tile')).to.have.length(0);
    expect(getComputedStyle(one(element, '.ground .land-out')).display).to.equal('inline');
    expect(all(element, '.marker')).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('is not asked for by a visitor who stays on the map, and is offered again where that goes no nearer', async () => {
    performance.clearResourceTimings();
    const element = await make({ tiles: '/never-asked/{z}/{x}/{y}.png' }, '.ground-choice');
    one(element, '.ground-choice').click();
    await waitUntil(() => one(element, '.tiles-consent') !== null);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => one(element, '.tiles-question') === null);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(one(element, '.ground-choice'));
    const nearer = one(element, '.zoomIn');
    for (let step = 0; step < 8; step += 1) nearer.click();
    await waitUntil(() => one(element, '.tiles-question') !== null);
    expect(nearer.getAttribute('aria-disabled')).to.equal('false');
    expect(asked('never-asked')).to.have.length(0);
  });

  it('comes nearer than the drawing, and the drawing again no nearer than it may', async () => {
    const image = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
    const tiles = `${serve(Uint8Array.from(atob(image), (sign) => sign.charCodeAt(0)))}?z={z}&x={x}&y={y}`;
    const element = await make({ tiles, 'tiles-consent': 'granted' }, '.tile');
    const nearer = () => {
      for (let step = 0; step < 14; step += 1) one(element, '.zoomIn').click();
      return Number((one(element, '.ground g').getAttribute('transform') ?? '').match(/scale\((.+)\)/)?.[1]);
    };
    await waitUntil(() => one(element, '.stage').classList.contains('tiled'));
    const near = nearer();
    const streets = one(element, '.ground-choice');
    streets.click();
    await waitUntil(() => all(element, '.tile').length === 0);
    const drawn = nearer();
    expect(near / drawn).to.be.closeTo(2 ** 7, 1);
  });

  it('of a name that is none is said', async () => {
    for (const tiles of ['google', 'https://tiles.example/{z}/{x}.png', 'javascript:{x}{y}{z}']) {
      const element = await make({ tiles }, '.over .notice');
      expect(one(element, '.over .notice').textContent, tiles).to.contain('attend none, ign, osm');
    }
  });

  it('is no part of a map that asks for none', async () => {
    const element = await make({ tiles: 'none', boundaries: '' }, '.marker');
    await element.updateComplete;
    expect(all(element, '.over')).to.have.length(0);
  });
});

describe('the comfort of the map', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => setPageClient(undefined));

  /**
   * Moves the focus into a map: a visitor who comes near it, by pointer or by keyboard, loads the code of what lies
   * over it.
   */
  async function approached(
    width = 1000,
    before: (element: EssMemberMap) => void = () => {},
    files: Readonly<Record<string, FileAnswer>> = {},
  ): Promise<EssMemberMap> {
    const element = await make({}, '.marker', files, width);
    before(element);
    expect(all(element, '.scale, button.full-screen')).to.have.length(0);
    one(element, '.viewport').focus();
    await waitUntil(() => all(element, '.scale').length > 0, 'no scale', { timeout: 8000 });
    return element;
  }

  it('has a scale that is true for its latitude, and follows the zoom', async () => {
    const element = await approached();
    const scale = one(element, '.scale');
    const km = () => Number(scale.textContent.replace(/\D+/g, ''));
    const degree = () => {
      const { width } = one(element, '.ground .land-out').getBoundingClientRect();
      // The land is three degrees wide.
      return width / 3;
    };
    const shown = () => scale.getBoundingClientRect().width / km();
    const true48 = () => degree() / (111.3195 * Math.cos((48 * Math.PI) / 180));
    expect(scale.textContent).to.match(/^\d+.km$/);
    expect(shown() / true48()).to.be.closeTo(1, 0.02);
    const before = shown();
    one(element, '.zoomIn').click();
    await waitUntil(() => shown() > 1.9 * before, 'it does not follow');
    expect(shown() / true48()).to.be.closeTo(1, 0.02);
    expect(all(element, '.ground .outline, .ground .area')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('has markers come up that are new, and leaves those alone that are there', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    const moved: string[] = [];
    const element = await approached(1000, ({ renderRoot }) => {
      const note = ({ type, target }: Event) =>
        target instanceof HTMLElement && target.matches('.marker') && moved.push(type);
      for (const type of ['animationstart', 'transitionrun']) renderRoot.addEventListener(type, note);
    });
    const marker = one(element, '.marker');
    const place = marker.getBoundingClientRect();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(moved).to.deep.equal([]);
    marker.parentElement?.append(marker);
    await waitUntil(() => moved.length > 0, 'it does not come up');
    expect(moved).to.deep.equal(['transitionrun']);
    const { x, y, width } = marker.getBoundingClientRect();
    expect([x, y, width]).to.deep.equal([place.x, place.y, place.width]);
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  it('gives the whole widget the screen and takes it back, the focus on its button', async () => {
    const element = await approached();
    const button = one(element, 'button.full-screen');
    const asked: string[] = [];
    element.requestFullscreen = async () => void asked.push('enter');
    expect(button.getAttribute('aria-label')).to.equal('Plein écran');
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(asked).to.deep.equal(['enter']);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(button);
  });

  it('has no button for the full screen where the browser refuses it', async () => {
    const element = await approached();
    const button = one(element, 'button.full-screen');
    element.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
    button.click();
    await waitUntil(() => !button.isConnected);
    expect(all(element, '.bar .control')).to.have.length(4);
  });

  for (const width of [1000, 360]) {
    it(`adds its button beside the others without moving them, at ${width} px`, async () => {
      const places = (element: EssMemberMap) =>
        all(element, '.bar > *').map((each) => {
          const { left, top, width: own } = each.getBoundingClientRect();
          // The map is scrolled into view where it has the focus.
          return [left, top + scrollY, own].map(Math.round).join();
        });
      let before: readonly string[] = [];
      const element = await approached(width, (bare) => {
        before = places(bare);
      });
      expect(all(element, 'button.full-screen')).to.have.length(1);
      expect(places(element)).to.deep.equal(before);
      expect(before).to.have.length(5);
    });
  }

  for (const isAllowed of [true, false]) {
    it(`leaves no place empty on a telephone that ${isAllowed ? 'allows' : 'refuses'} the full screen`, async () => {
      const own = Object.getOwnPropertyDescriptor(Document.prototype, 'fullscreenEnabled') ?? {};
      Object.defineProperty(Document.prototype, 'fullscreenEnabled', { ...own, get: () => isAllowed });
      /** Widths of what is in the bar, in parts of it. */
      const parts = (element: EssMemberMap) => {
        const whole = one(element, '.bar').clientWidth;
        return all(element, '.bar > *').map(({ clientWidth, children }) => [
          Math.round((100 * clientWidth) / whole),
          children.length,
        ]);
      };
      const expected = isAllowed ? Array(5).fill([20, 1]) : Array(4).fill([25, 1]);
      let before: unknown;
      const element = await approached(360, (bare) => {
        before = parts(bare);
      });
      Object.defineProperty(Document.prototype, 'fullscreenEnabled', own);
      expect(before).to.deep.equal(expected);
      expect(parts(element)).to.deep.equal(expected);
    });
  }

  describe('says in passing', () => {
    const hint = (element: EssMemberMap) => one(element, '.gesture-hint');
    const touch = (element: EssMemberMap, type: string, ...at: readonly number[]) => {
      const stage = one(element, '.stage');
      const touches = at.map((y, identifier) => new Touch({ identifier, target: stage, clientX: 50, clientY: y }));
      stage.dispatchEvent(new TouchEvent(type, { touches, bubbles: true, cancelable: true }));
    };
    const wheel = (element: EssMemberMap, more: WheelEventInit = {}) =>
      one(element, '.stage').dispatchEvent(new WheelEvent('wheel', { deltaY: 100, cancelable: true, ...more }));
    /** As a pointer that came and has clicked nowhere. */
    const met = async () => {
      const element = await approached();
      one(element, '.stage').dispatchEvent(new PointerEvent('pointerleave'));
      return element;
    };

    it('that two fingers move it to whom one finger has moved the page, and is gone', async () => {
      const element = await met();
      touch(element, 'touchstart', 100);
      touch(element, 'touchmove', 104);
      expect(hint(element)).to.equal(null);
      touch(element, 'touchmove', 140);
      expect(hint(element).textContent).to.equal('Deux doigts pour déplacer la carte');
      expect(hint(element).getAttribute('aria-hidden')).to.equal('true');
      expect(getComputedStyle(hint(element)).animationName).to.equal('none');
      expect(getComputedStyle(hint(element)).pointerEvents).to.equal('none');
      await expect(element).to.be.accessible();
      await waitUntil(() => hint(element) === null);
    });

    it('the same under a finger that moved already when this code came', async () => {
      const element = await met();
      touch(element, 'touchmove', 100);
      touch(element, 'touchmove', 140);
      expect(hint(element).textContent).to.equal('Deux doigts pour déplacer la carte');
    });

    it('nothing to two fingers', async () => {
      const element = await met();
      touch(element, 'touchstart', 100);
      touch(element, 'touchmove', 140);
      touch(element, 'touchstart', 100, 200);
      expect(hint(element)).to.equal(null);
      touch(element, 'touchmove', 140, 260);
      touch(element, 'touchmove', 180);
      expect(hint(element)).to.equal(null);
    });

    it('what zooms it beside a wheel that scrolls the page, and nothing to a wheel that zooms', async () => {
      const element = await met();
      wheel(element, { ctrlKey: true });
      expect(hint(element)).to.equal(null);
      wheel(element);
      expect(hint(element).textContent).to.equal('Ctrl + molette pour zoomer');
      await waitUntil(() => hint(element) === null);
      one(element, '.stage').dispatchEvent(new PointerEvent('pointerdown'));
      wheel(element);
      expect(hint(element)).to.equal(null);
    });

    it('in the language of the page', async () => {
      const element = await met();
      element.lang = 'en';
      await waitUntil(() => {
        wheel(element);
        return hint(element)?.textContent === 'Ctrl + wheel to zoom';
      });
    });
  });

  describe('says where it stands', () => {
    const heard = (element: EssMemberMap) => one(element, '[aria-live]').textContent.trim();
    const press = (element: EssMemberMap, key: string) =>
      one(element, '.viewport').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const places = [{ name: 'Ville', lon: -4, lat: 48, rank: 1 }];
    const met = async () => {
      const element = await approached(1000, () => {}, { 'basemap.json': { json: { ...basemap, places } } });
      await waitUntil(() => all(element, '.town-name.shown').length === 1);
      return element;
    };

    it('to whoever moves it by keys, once it has come to rest', async () => {
      const element = await met();
      press(element, '+');
      await waitUntil(() => heard(element) !== '');
      expect(heard(element)).to.equal('Zoom 2, Ville\u202f: 0 organisation en vue');
      for (let n = 0; n < 3; n++) press(element, 'ArrowLeft');
      await waitUntil(() => heard(element).endsWith('1 organisation en vue'));
    });

    it('at the end of the scale too, where nothing moves', async () => {
      const element = await met();
      press(element, '-');
      await waitUntil(() => heard(element) !== '');
      expect(heard(element)).to.equal('Zoom 1, Ville\u202f: 1 organisation en vue');
    });

    it('to whoever moves it by its buttons, and in their language', async () => {
      const element = await met();
      element.lang = 'en';
      await waitUntil(() => one(element, '.zoomIn').title === 'Zoom in');
      one(element, '.zoomIn').click();
      await waitUntil(() => heard(element) !== '');
      expect(heard(element)).to.equal('Zoom 2, Ville: 0 organisations in view');
    });
  });

  it('keeps the smallest maps free of the scale', async () => {
    const element = await approached(320);
    expect(getComputedStyle(one(element, '.scale')).display).to.equal('none');
  });

  it('says on paper what its markers stand for, as far as it shows them', async () => {
    const element = await approached(1000);
    const seen = () => all(element, '.map-key span').filter((part) => part.checkVisibility());
    await waitUntil(() => one(element, '.map-key') !== null);
    expect(seen()).to.deep.equal([]);
    await emulateMedia({ media: 'print' });
    expect(seen()).to.deep.equal([]);
    one(element, '.marker').classList.add('hollow');
    expect(seen().map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Un repère creux est situé à la commune ou au territoire, pas à l’adresse.',
    ]);
    one(element, '.marker').classList.add('cluster');
    expect(seen()[0]?.textContent.trim()).to.equal('Repères regroupés.');
    await emulateMedia({ media: 'screen' });
  });
});
