import { createMemoryCache } from '@ess-widgets/core/data';
import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { EssFilterEvent, EssSelectEvent } from '../base/events.ts';
import { setPageClient } from '../base/page.ts';
import {
  appears,
  coloursIn,
  datasetFile,
  type FileAnswer,
  type GivenFile,
  openShare,
  settle,
  useFiles,
  visibleText,
  waitUntil,
  watchDownloads,
} from '../testing/testing.ts';
import './define.ts';
import type { EssMemberMap } from './ess-member-map.ts';
import { GROUND_TIMEOUT_MS } from './map-controller.ts';

const at = (lon: number, lat: number, precision = 'address') => ({ lon, lat, precision });
const brest = { lon: -4.4863, lat: 48.3903, precision: 'commune', territory: 'commune-29019' };

const organisations = [
  {
    id: 'algue',
    name: 'Algue verte',
    territories: ['commune-29019'],
    position: brest,
    town: 'Brest',
    activities: ['littoral'],
  },
  { id: 'banc', name: 'Banc de sable', territories: ['commune-29019'], position: brest, town: 'Brest' },
  { id: 'cale', name: 'Cale sèche', territories: ['commune-35238'], position: at(-1.6743, 48.112), town: 'Rennes' },
  {
    id: 'digue',
    name: 'Digue',
    links: [
      { kind: 'site', url: 'https://digue.example/' },
      { kind: 'other', url: 'javascript:alert(1)' },
    ],
  },
  { id: 'ecluse', name: 'Écluse', territories: ['commune-56260'], position: at(-2.762, 47.6569), town: 'Vannes' },
];
const colleges = [
  { id: 'coops', network: 'reseau', label: { fr: 'Coopératives', en: 'Cooperatives' }, order: 1 },
  { id: 'assos', network: 'reseau', label: { fr: 'Associations', en: 'Associations' }, order: 3 },
];
const memberships = organisations.map(({ id }, index) => ({
  id: `m-${id}`,
  organisation: id,
  network: 'reseau',
  college: index === 2 ? 'coops' : 'assos',
}));
const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' } },
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
  { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' }, parents: ['region-53'] },
  { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, parents: ['departement-29'] },
  { id: 'commune-35238', kind: 'commune', name: { fr: 'Rennes' }, parents: ['departement-35'] },
];
const observations = [
  {
    id: 'o1',
    indicator: 'members-stock',
    label: { fr: 'Adhérents' },
    period: '2024-12-31',
    quantity: { value: 117, op: '=', unit: 'members' },
    source: { document: 'rapport', section: 'I.1.a', page: 4 },
  },
];
const events = [
  {
    id: 'forum',
    title: { fr: 'Forum' },
    date: '2024-05-23',
    status: 'planned',
    place: 'Lorient',
    position: at(-3.37, 47.75),
  },
];
const collections = { organisations, colleges, memberships, territories, observations, events };

const basemap = {
  format: 'ess-basemap/1',
  bbox: [-6, 46.6, 0, 49.6],
  focus: [-5.2, 47.2, -1, 49],
  topology: {
    type: 'Topology',
    transform: { scale: [0.001, 0.001], translate: [-5, 47.3] },
    arcs: [
      [
        [0, 0],
        [4000, 0],
        [0, 1500],
        [-4000, 0],
        [0, -1500],
      ],
    ],
    objects: { land: { type: 'Polygon', arcs: [[0]] }, region: { type: 'Polygon', arcs: [[0]] } },
  },
  places: [{ name: 'Brest', lon: -4.4863, lat: 48.3903, rank: 1 }],
  labels: [],
  attribution: { fr: 'Fond d’essai' },
  licences: [],
};

/** A map over these files, when its markers are there (or the map has failed). */
async function make(
  markup: (element: EssMemberMap) => void = () => undefined,
  files: Readonly<Record<string, FileAnswer>> = {},
  width = 900,
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
  markup(element);
  host.append(element);
  await settle(element);
  await waitUntil(() => all(element, '.marker, .notice').length > 0, 'neither markers nor a notice', { timeout: 8000 });
  await element.updateComplete;
  return element;
}

/** The same files, with other members or with more of them. */
function filesWith(
  more: Readonly<Record<string, readonly object[]>>,
  ground: object = basemap,
): Readonly<Record<string, FileAnswer>> {
  return {
    'data.json': datasetFile({ ...collections, ...more }, { basemap: 'basemap.json' }),
    'basemap.json': { json: ground },
  };
}

const all = (element: EssMemberMap, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (element: EssMemberMap, selector: string) => element.renderRoot.querySelector<HTMLElement>(selector)!;
const rows = (element: EssMemberMap) => all(element, '.list-panel .row').map((row) => row.dataset['id']);
const chip = (element: EssMemberMap, label: string) =>
  all(element, '.chip').find((node) => node.textContent.includes(label))!;
const marker = (element: EssMemberMap, start: string) =>
  all(element, '.marker').find((node) => node.getAttribute('aria-label')!.startsWith(start))!;

/** Opens the line under the list that what has no position is folded to. */
async function unfold(element: EssMemberMap): Promise<void> {
  one(element, '.list-panel .fold > summary').click();
  await appears(element, '.fold .row');
}

/** Has the same content drawn as a table. */
async function showTable(element: EssMemberMap): Promise<void> {
  (await openShare(element, 'data')).querySelector('button')!.click();
  await appears(element, 'tbody tr');
}

/** Waits for words that need the code of an indicator, which is loaded on demand. */
async function says(element: EssMemberMap, words: RegExp): Promise<void> {
  await waitUntil(() => words.test(visibleText(element)), `it never says ${String(words)}: ${visibleText(element)}`);
}

async function search(element: EssMemberMap, text: string): Promise<void> {
  const input = one(element, '#search') as HTMLInputElement;
  const heard = oneEvent(element, 'ess-filter');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await heard;
}

// Maps jump to what is found in place of flying there: no test sees one on its way.
before(() => emulateMedia({ reducedMotion: 'reduce' }));

describe('<ess-member-map>', () => {
  afterEach(() => setPageClient(undefined));

  it('shows every member in the list and those with a position on the map', async () => {
    const element = await make();
    expect(rows(element)).to.deep.equal(['cale', 'algue', 'banc', 'ecluse']);
    expect(one(element, '.list-panel .fold').innerText).to.equal('1 sans lieu');
    await unfold(element);
    expect(rows(element)).to.deep.equal(['cale', 'algue', 'banc', 'ecluse', 'digue']);
    expect(all(element, '.marker').map((node) => node.getAttribute('aria-label'))).to.deep.equal([
      'Cale sèche, Coopératives, Rennes (35)',
      '2 organisations, Brest, ouvrir',
      'Écluse, Associations, Vannes (56)',
    ]);
    await expect(element).to.be.accessible();
  });

  it('says first what is on it, then what is missing: published, named', async () => {
    const element = await make();
    await says(element, /4 adhérents sur la carte\s+117.adhérents publiés.; 5 nommés/);
  });

  it('says of a complete list how many are on the map', async () => {
    const coverage = { memberships: [{ complete: true }] };
    const element = await make(() => undefined, {
      'data.json': datasetFile(collections, { coverage, basemap: 'basemap.json' }),
    });
    expect(visibleText(element)).to.contain('5 adhérents, dont 4 situés sur la carte');
  });

  it('has a chip for a collège that another widget chose, though nobody is named in it, to give it up', async () => {
    const mutuals = { id: 'mutuelles', network: 'reseau', label: { fr: 'Mutuelles' }, order: 2 };
    const element = await make(() => undefined, filesWith({ colleges: [...colleges, mutuals] }));
    const chips = () => all(element, '.chip').map((node) => node.innerText.replace(/\s+/g, ' '));
    expect(chips()).to.deep.equal(['Coopératives 1', 'Associations 4']);
    element.provider.request({ facets: { college: ['mutuelles'] } });
    await says(element, /Aucun résultat/);
    expect(chips()).to.deep.equal(['Coopératives 1', 'Mutuelles 0', 'Associations 4']);
    const button = chip(element, 'Mutuelles');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    button.focus();
    button.click();
    await waitUntil(() => rows(element).length === 4);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(button);
    expect(button.getAttribute('aria-pressed')).to.equal('false');
  });

  it('says nothing of collèges where the data know none', async () => {
    const element = await make(() => undefined, {
      'data.json': datasetFile({ organisations, territories }, { basemap: 'basemap.json' }),
    });
    expect(one(element, '.list-panel [data-id="cale"] .detail').textContent).to.equal('Rennes (35)');
    expect(marker(element, 'Cale').getAttribute('aria-label')).to.equal('Cale sèche, Rennes (35)');
    await search(element, 'collège');
    expect(rows(element)).to.deep.equal([]);
    await search(element, '');
    await showTable(element);
    expect(all(element, 'thead th').map((node) => node.textContent)).to.deep.equal(['Nom', 'Lieu', 'Position', 'Date']);
    expect(all(element, 'tbody [data-id="cale"] > *').map((node) => node.textContent)).to.deep.equal([
      'Cale sèche',
      'Rennes (35)',
      'adresse',
      '',
    ]);
  });

  it('draws a position that is no address hollow, and says so', async () => {
    const element = await make((map) => map.setAttribute('where', 'college=assos'));
    expect(one(element, '.list-panel [data-id="algue"] .symbol').classList.contains('hollow')).to.equal(true);
    expect(one(element, '.list-panel [data-id="algue"] .detail').textContent).to.contain(
      'situé\u00a0à\u00a0la\u00a0commune',
    );
    await unfold(element);
    expect(one(element, '.list-panel [data-id="digue"] .detail').textContent).to.contain('non\u00a0situé');
  });

  it('draws a position of a precision that it does not know hollow, as that of a territory', async () => {
    const [algue, ...others] = organisations;
    const unknown = { ...algue!, position: at(-3, 48.2, 'quartier') };
    const element = await make(() => undefined, filesWith({ organisations: [unknown, ...others] }));
    const row = one(element, '.list-panel [data-id="algue"]');
    expect(row.querySelector('.symbol')!.classList.contains('hollow')).to.equal(true);
    expect(row.querySelector('.detail')!.textContent).to.contain('situé\u00a0au\u00a0territoire');
    expect(marker(element, 'Algue').classList.contains('hollow')).to.equal(true);
    expect(marker(element, 'Algue').getAttribute('aria-label')).to.contain('situé au territoire');
    await showTable(element);
    expect(one(element, 'tr[data-id="algue"]').textContent).to.contain('territoire');
  });

  it('keeps what the page’s author asks for', async () => {
    const element = await make((map) => map.setAttribute('where', 'college=coops'));
    expect(rows(element)).to.deep.equal(['cale']);
    const territory = await make((map) => map.setAttribute('territory', 'departement-29'));
    expect(rows(territory)).to.deep.equal(['algue', 'banc']);
  });

  it('filters by collège with chips that are the legend, with shapes and counts', async () => {
    const element = await make();
    expect(all(element, '.chip').map((node) => node.textContent.trim().replace(/\s+/g, ' '))).to.deep.equal([
      'Coopératives 1',
      'Associations 4',
    ]);
    expect(chip(element, 'Associations').querySelector('svg')).to.exist;
    const heard = oneEvent<EssFilterEvent>(element, 'ess-filter');
    chip(element, 'Associations').click();
    const { facets, count } = await heard;
    expect([facets, count]).to.deep.equal([{ college: ['assos'] }, 4]);
    expect(chip(element, 'Associations').getAttribute('aria-pressed')).to.equal('true');
    // As many as the chip says: what has no position is in the line under them.
    await unfold(element);
    expect(rows(element)).to.deep.equal(['algue', 'banc', 'ecluse', 'digue']);
    expect(all(element, '.marker')).to.have.length(2);
  });

  it('is fitted to the results of a filter, and to the whole region without one', async () => {
    const element = await make();
    // From the middle of what the controls do not cover.
    const away = () => {
      const nodes = [one(element, '.stage'), one(element, '.controls'), marker(element, 'Cale sèche')];
      const [stage, controls, found] = nodes.map((node) => node.getBoundingClientRect());
      return Math.hypot(
        (stage!.left + controls!.left) / 2 - found!.left - found!.width / 2,
        stage!.top + stage!.height / 2 - found!.top - found!.height / 2,
      );
    };
    const before = away();
    expect(before).to.be.above(100);
    chip(element, 'Coopératives').click();
    await waitUntil(() => away() < 5, 'it is not fitted');
    chip(element, 'Coopératives').click();
    await waitUntil(() => Math.abs(away() - before) < 1, 'it does not come back');
  });

  it('is fitted to other results, though there are as many of them', async () => {
    const element = await make();
    const middle = async (of: string) => {
      await waitUntil(() => {
        const [stage, found] = [one(element, '.stage'), marker(element, of)].map((node) =>
          node?.getBoundingClientRect(),
        );
        return found && Math.abs(stage!.top + stage!.height / 2 - found.top - found.height / 2) < 5;
      }, `${of} is not in the middle`);
    };
    await search(element, 'cale');
    await middle('Cale sèche');
    await search(element, 'ecluse');
    await middle('Écluse');
  });

  it('shows who has moved it what they search for, and again what they saw when they search no more', async () => {
    const element = await make();
    const press = (...keys: readonly string[]) => {
      for (const key of keys)
        one(element, '.viewport').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    };
    const seen = () => ({
      markers: all(element, '.marker').map((node) => node.getAttribute('aria-label')),
      // To the pixel: a view is kept to four decimals of a degree.
      ground: one(element, '.ground')
        .querySelector('g')!
        .getAttribute('transform')!
        .match(/-?\d+(?=\.)/g),
      view: element.provider.scope.state.view,
    });
    press('ArrowUp', '+', '+', '+');
    const away = seen();
    expect(away.view).to.match(/,8$/);
    expect(away.markers).to.deep.equal([]);
    await search(element, 'cale');
    expect(seen().markers).to.have.length(1);
    await search(element, '');
    expect(seen()).to.deep.equal(away);
    // Results inside the view do not move the view elsewhere.
    press('0', '+');
    const near = seen();
    await search(element, 'digue ecluse');
    expect(seen().ground).to.deep.equal(near.ground);
    expect(seen().view).to.equal(near.view);
  });

  it('opens five thousand organisations of one place as a list, page by page', async () => {
    const crowd = Array(5000)
      .fill(0)
      .map((_, index) => ({ id: `c-${index}`, name: `Organisation ${index}`, position: at(-3, 48.1) }));
    const joined = crowd.map(({ id }) => ({ id: `m-${id}`, organisation: id, network: 'reseau', college: 'assos' }));
    const files = filesWith({ organisations: [...organisations, ...crowd], memberships: [...memberships, ...joined] });
    const element = await make(() => undefined, files);
    const cluster = all(element, '.marker').find((node) =>
      /^5\D?000 organisations/.test(node.getAttribute('aria-label')!),
    )!;
    expect(cluster.getAttribute('aria-label')).to.contain('afficher la liste');
    cluster.click();
    await waitUntil(() => /5\D?000 organisations au même endroit/.test(one(element, '.list-panel').innerText));
    expect(rows(element)).to.have.length(50);
    const more = all(element, '.list-panel button').find((node) => node.textContent.includes('Afficher la suite'))!;
    more.click();
    await waitUntil(() => rows(element).length === 100);
  });

  it('searches without regard to accents and typing errors, in the list and on the map', async () => {
    const element = await make();
    await search(element, 'ecluze');
    expect(rows(element)).to.deep.equal(['ecluse']);
    expect(all(element, '.marker')).to.have.length(1);
    await search(element, 'littoral brest');
    expect(rows(element)).to.deep.equal(['algue']);
  });

  it('filters by département, and shows it', async () => {
    const element = await make();
    const select = one(element, '#departement') as HTMLSelectElement;
    expect([...select.options].map((option) => option.text)).to.deep.equal([
      'Toute la région Bretagne',
      'Finistère (29)',
      'Ille-et-Vilaine (35)',
      'Département 56',
    ]);
    const heard = oneEvent(element, 'ess-filter');
    select.value = 'departement-35';
    select.dispatchEvent(new Event('change'));
    await heard;
    expect(rows(element)).to.deep.equal(['cale']);
  });

  it('says calmly that nothing matches and gives the way back', async () => {
    const element = await make();
    await search(element, 'xylophone');
    expect(element.state).to.equal('empty');
    expect(visibleText(element)).to.contain('Aucun résultat');
    await expect(element).to.be.accessible();
    const heard = oneEvent(element, 'ess-filter');
    all(element, '.empty button')[0]!.click();
    await heard;
    expect(rows(element)).to.have.length(4);
    expect((element.renderRoot as ShadowRoot).activeElement === one(element, '#search')).to.equal(true);
  });

  it('announces the result of a search and nothing on the first load', async () => {
    const element = await make();
    const region = one(element, '[aria-live]');
    expect(region.textContent.trim()).to.equal('');
    await search(element, 'algue');
    await waitUntil(() => region.textContent.includes('1 résultat'));
  });

  it('selects both ways: the row of a marker, the marker of a row', async () => {
    const element = await make();
    const heard = oneEvent<EssSelectEvent>(element, 'ess-select');
    marker(element, 'Cale').click();
    const { id, collection } = await heard;
    expect([id, collection]).to.deep.equal(['cale', 'organisations']);
    await element.updateComplete;
    expect(one(element, '.row.selected').dataset['id']).to.equal('cale');
    one(element, '.list-panel [data-id="ecluse"] .name').click();
    await element.updateComplete;
    expect(marker(element, 'Écluse').getAttribute('aria-current')).to.equal('true');
    const labelled = (): boolean =>
      element.renderRoot.querySelector('.label-card')?.textContent.includes('Écluse') ?? false;
    await waitUntil(labelled, 'no label', { timeout: 10_000 });
  });

  it('brings the row of a chosen marker into the sight of its list, and leaves the page where it is', async () => {
    const element = await make();
    const scroller = one(element, '.scroller');
    // The height of a flexible item is what is left to it.
    scroller.style.flex = '0 0 90px';
    const last = all(element, '.list-panel .row').at(-1)!;
    element.provider.request({ selection: last.dataset['id']! });
    await element.updateComplete;
    const [box, row] = [
      scroller.getBoundingClientRect(),
      one(element, '.list-panel .row.selected').getBoundingClientRect(),
    ];
    expect(box.height).to.equal(90);
    expect(scroller.scrollTop).to.be.above(0);
    // A list scrolls by whole pixels.
    expect(row.top).to.be.within(box.top - 1, box.bottom);
    expect(scrollY).to.equal(0);
  });

  it('makes links of http, mailto and tel only', async () => {
    const element = await make();
    await unfold(element);
    one(element, '.list-panel [data-id="digue"] .name').click();
    await element.updateComplete;
    const links = all(element, '.about a') as HTMLAnchorElement[];
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['https://digue.example/']);
    expect(links[0]!.getAttribute('aria-label')).to.equal('Site\u202f: Digue');
  });

  /** Files with more members in Brest than are fanned out around their place. */
  function crowdedFiles(): Readonly<Record<string, FileAnswer>> {
    const crowd = Array(7)
      .fill(0)
      .map((_, index) => ({ ...organisations[0]!, id: `more-${index}`, name: `Brest ${index}` }));
    const joined = crowd.map(({ id }) => ({ id: `m-${id}`, organisation: id, network: 'reseau', college: 'assos' }));
    return filesWith({ organisations: [...organisations, ...crowd], memberships: [...memberships, ...joined] });
  }

  it('lists the members of a place that no zoom takes apart', async () => {
    const element = await make(() => undefined, crowdedFiles());
    marker(element, '9 organisations, Brest, afficher la liste').click();
    await waitUntil(() => rows(element).length === 9);
    expect(rows(element).slice(0, 2)).to.deep.equal(['algue', 'banc']);
    await appears(element, '.place');
    expect(visibleText(element)).to.contain('9 organisations au même endroit');
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.classList.contains('name'));
    one(element, '.place button').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(11);
  });

  it('fans out the members of a place that are few, each to be chosen', async () => {
    const element = await make();
    marker(element, '2 organisations').click();
    marker(element, 'Banc de sable').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(4);
    expect(one(element, '.list-panel .row.selected').dataset['id']).to.equal('banc');
    await expect(element).to.be.accessible();
  });

  it('says in words what a cluster holds', async () => {
    const mixed = memberships.map((one, index) => (index === 0 ? { ...one, college: 'coops' } : one));
    const element = await make(() => undefined, filesWith({ memberships: mixed }));
    const cluster = marker(element, '2 organisations');
    expect(cluster.getAttribute('aria-description')).to.equal('1 Coopératives, 1 Associations');
    expect(cluster.querySelectorAll('.ring path:not(.grain)')).to.have.length(2);
    cluster.focus();
    await waitUntil(() => one(element, '.label-card')?.textContent?.includes('1 Coopératives'), 'no card');
    await expect(element).to.be.accessible();
  });

  it('shows whoever is chosen under a narrow map alone, not as a page of the list', async () => {
    const crowd = Array(60)
      .fill(0)
      .map((_, index) => ({ id: `c-${index}`, name: `Organisation ${index}`, position: at(-3, 48.1) }));
    const joined = crowd.map(({ id }) => ({ id: `m-${id}`, organisation: id, network: 'reseau', college: 'assos' }));
    const files = filesWith({ organisations: [...organisations, ...crowd], memberships: [...memberships, ...joined] });
    const element = await make(() => undefined, files, 500);
    marker(element, 'Cale sèche').click();
    await waitUntil(() => one(element, '.below .row.selected') !== null);
    expect(all(element, '.below .row').map((row) => row.dataset['id'])).to.deep.equal(['cale']);
    expect(visibleText(element)).not.to.contain('Afficher la suite');
  });

  it('keeps all markers where they are while a place is open, and has the list of them all for who chooses one', async () => {
    const element = await make((map) => map.setAttribute('where', 'college=assos'), crowdedFiles());
    const seen = () =>
      all(element, '.marker').map((node) => `${node.getAttribute('aria-label')} ${node.style.transform}`);
    await search(element, 'associations');
    // A search may change the height of the map, which hears of it a frame later.
    let before: readonly string[] = [];
    await waitUntil(async () => {
      const earlier = before.join();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      before = seen();
      return before.length === 2 && before.join() === earlier;
    });
    marker(element, '9 organisations').click();
    await waitUntil(() => rows(element).length === 9);
    expect(seen()).to.deep.equal(before);
    marker(element, 'Écluse').click();
    await waitUntil(() => rows(element).length === 11, 'the list is still that of the place');
    expect(one(element, '.list-panel .row.selected').dataset['id']).to.equal('ecluse');
  });

  it('calls what a group holds organisations, and markers where it may hold others', async () => {
    const element = await make();
    expect(marker(element, '2 organisations, Brest, ouvrir')).to.exist;
    element.layers = 'members events';
    await waitUntil(() => marker(element, '2 repères, Brest, ouvrir'));
  });

  it('says of what kind the elements of one place are', async () => {
    const crowd = (record: object) => [record, ...[...Array(8).keys()].map((n) => ({ ...record, id: `more-${n}` }))];
    const project = { id: 'p', programme: 'x', title: { fr: 'Projet' }, period: '2024', status: 'held' };
    const files = filesWith({
      events: crowd(events[0]!),
      projects: crowd({ ...project, position: at(-2, 48.5) }),
      programmes: [{ id: 'x', name: { fr: 'Programme' } }],
    });
    const opened = async (layers: string, data = files) => {
      const element = await make((map) => map.setAttribute('layers', layers), data);
      marker(element, '9 repères').click();
      await waitUntil(() => one(element, '.place') !== null);
      return one(element, '.place strong').textContent;
    };
    expect(await opened('events')).to.equal('9 événements au même endroit');
    expect(await opened('projects')).to.equal('9 projets au même endroit');
    const [, , cale, ...others] = organisations;
    const beside = { ...cale!, position: events[0]!.position };
    const mixed = filesWith({ organisations: [beside, ...others], events: crowd(events[0]!).slice(1) });
    expect(await opened('members events', mixed)).to.equal('9 éléments au même endroit');
  });

  it('shows layers other than members with their own chips, and all of them in the order of the view', async () => {
    const element = await make((map) => map.setAttribute('layers', 'members events'));
    expect(
      all(element, '.chip')
        .map((node) => node.textContent.trim().replace(/\s+/g, ' '))
        .at(-1),
    ).to.equal('Événements 1');
    expect(all(element, '.list-panel .group').map((node) => node.textContent)).to.deep.equal([
      '5 dans cette vue',
      '1 sans lieu',
    ]);
    await says(element, /4 adhérents, 1 événement sur la carte\s+117.adhérents publiés.; 5 nommés/);
    expect(one(element, '[data-id="forum"] .detail').textContent).to.equal(
      'Événement · Lorient · 23\u00a0mai\u00a02024 · prévu',
    );
    chip(element, 'Événements').click();
    await element.updateComplete;
    expect(rows(element)).to.deep.equal(['forum']);
    await expect(element).to.be.accessible();
  });

  it('neither draws nor counts what may lie outside the period, and says how many that is', async () => {
    const dated = (id: string, date: string) => ({ ...events[0]!, id, date });
    const project = { id: 'school', programme: 'x', title: { fr: 'Projet' }, period: '2023-SY', status: 'held' };
    const files = filesWith({
      events: [...events, dated('year', '2024'), dated('spring', '2024-05/2024-07'), dated('after', '2025-01')],
      projects: [{ ...project, position: at(-2, 48.5) }],
      programmes: [{ id: 'x', name: { fr: 'Programme' } }],
    });
    const half = (layers: string, period = '2024-H1') =>
      make((map) => {
        map.setAttribute('layers', layers);
        map.setAttribute('period', period);
      }, files);
    const element = await half('events projects');
    await waitUntil(() => one(element, '.count').textContent.includes('vague'));
    expect(rows(element)).to.deep.equal(['forum']);
    expect(
      one(element, '.count')
        .innerText.split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal([
      'Événements : 1, dont 1 sur la carte',
      '2 événements dont la date est trop vague ou trop longue pour cette période',
      '1 projet qui peut dépasser cette période',
    ]);
    element.lang = 'en';
    await waitUntil(() => one(element, '.count').textContent.includes('1 project that may run beyond'));
    await expect(element).to.be.accessible();
    const year = await half('events', '2024');
    // Those of one title are one row.
    expect(rows(year)).to.deep.equal(['forum']);
    expect(one(year, '.same > .name').textContent).to.equal('Forum · 3 fois');
    expect(all(year, '.same li').map((row) => row.dataset['id'])).to.have.members(['forum', 'year', 'spring']);
    expect(one(year, '.count').textContent).not.to.contain('vague');
  });

  it('shows the same content as a table, and the map again', async () => {
    const element = await make();
    const button = (await openShare(element, 'data')).querySelector('button')!;
    expect(button.textContent).to.contain('Afficher le tableau');
    button.click();
    await appears(element, 'tbody tr');
    expect(all(element, 'tbody tr')).to.have.length(5);
    expect(one(element, '.split').checkVisibility()).to.equal(false);
    await expect(element).to.be.accessible();
    expect(button.textContent).to.contain('Afficher la carte');
    button.click();
    await element.updateComplete;
    expect(all(element, 'tbody tr')).to.have.length(0);
    expect(one(element, '.stage').checkVisibility()).to.equal(true);
  });

  it('has a way to the list before the map', async () => {
    const element = await make();
    const skip = one(element, '.skip');
    expect(skip.compareDocumentPosition(one(element, '.viewport')) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
    skip.click();
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.classList.contains('list-head'));
  });

  it('shows one of map and list at a time where there is no room for both', async () => {
    const element = await make(() => undefined, {}, 400);
    expect(one(element, '.list-panel').checkVisibility()).to.equal(false);
    one(element, '#tab-map').focus();
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(one(element, '.list-panel').checkVisibility()).to.equal(true);
    expect(one(element, '.map-panel').checkVisibility()).to.equal(false);
    expect(one(element, '#tab-list').getAttribute('aria-selected')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  describe('where the page has letters of another size', () => {
    afterEach(() => {
      document.documentElement.style.fontSize = '';
    });

    it('shows one of map and list at a time where large ones leave no room for both', async () => {
      document.documentElement.style.fontSize = '32px';
      const element = await make();
      expect(all(element, '.tab')).to.have.length(2);
      expect(one(element, '.list-panel').checkVisibility()).to.equal(false);
    });

    it('has a map above its credit on a telephone with large ones', async () => {
      const credit = 'Fond : Natural Earth ; lieux : GeoNames (CC BY 4.0)';
      document.documentElement.style.fontSize = '32px';
      const host = (element: EssMemberMap) => element.style.setProperty('font-size', '32px');
      const element = await make(host, filesWith({}, { ...basemap, attribution: { fr: credit } }), 328);
      const [stage, line] = ['.stage', '.attribution'].map((each) => one(element, each).clientHeight);
      expect(stage! - line!).to.be.above(200);
    });

    it('leaves a finger its room where the root is small, to count in tens', async () => {
      document.documentElement.style.fontSize = '62.5%';
      const element = await make();
      for (const [selector, least] of [
        ['#search', 44],
        ['.near', 44],
        ['.chip', 36],
      ] as const)
        expect(one(element, selector).getBoundingClientRect().height, selector).to.be.at.least(least);
      expect(getComputedStyle(one(element, '.frame')).paddingTop).to.equal('24px');
    });
  });

  it('does not say of no result how many of it are on the map', async () => {
    const element = await make();
    await search(element, 'zzzz');
    expect(one(element, '.list-panel .count').textContent.trim()).to.equal('0 résultat sur 5');
  });

  it('has a button for its filters where there is no room for them, with the number of those in force', async () => {
    const element = await make(() => undefined, {}, 400);
    const button = one(element, '.open-filters');
    expect(button.textContent.trim()).to.equal('Filtrer');
    expect(one(element, '.chips').checkVisibility()).to.equal(false);
    button.click();
    await appears(element, '.sheet:popover-open');
    expect(one(element, '.chips').checkVisibility()).to.equal(true);
    expect(one(element, '#departement').checkVisibility()).to.equal(true);
    chip(element, 'Coopératives').click();
    await element.updateComplete;
    expect(button.textContent.trim()).to.equal('Filtrer (1)');
    await expect(element).to.be.accessible();
  });

  it('has no such button where nothing can be chosen', async () => {
    const [, , cale] = organisations;
    const element = await make(() => undefined, filesWith({ organisations: [cale!] }), 400);
    expect(one(element, '.near').checkVisibility()).to.equal(true);
    expect(all(element, '.open-filters, .chips, #departement')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('goes from tabs to two columns when it gets wider, without losing the map', async () => {
    const element = await make(() => undefined, {}, 400);
    element.parentElement!.style.width = '900px';
    await waitUntil(() => one(element, '.tabs') === null);
    expect(one(element, '.list-panel').checkVisibility()).to.equal(true);
    expect(all(element, '.stage')).to.have.length(1);
  });

  it('shows the whole list when the ground cannot be had', async () => {
    const element = await make(() => undefined, { 'basemap.json': { status: 404 } });
    expect(visibleText(element)).to.contain('La carte ne peut pas s’afficher. La liste est complète.');
    expect(rows(element)).to.have.length(5);
    expect(element.state).to.equal('ready');
    await expect(element).to.be.accessible();
  });

  it('tries again to have the ground: its button stays until the map is there, which has the focus then', async () => {
    const answers: FileAnswer[] = [{ status: 503 }, { status: 503 }, { json: basemap }];
    const files = { 'data.json': datasetFile(collections, { basemap: 'basemap.json' }) };
    useFiles(Object.defineProperty(files, 'basemap.json', { get: () => answers.shift() }));
    const element = await fixture<EssMemberMap>(html`<ess-member-map src="data.json"></ess-member-map>`);
    const focused = () => (element.renderRoot as ShadowRoot).activeElement;
    await waitUntil(() => one(element, '.notice button') !== null);
    const retry = one(element, '.notice button');
    retry.focus();
    for (const left of [1, 0]) {
      retry.click();
      await waitUntil(() => answers.length === left);
      await settle(element);
      if (left) expect(focused()).to.equal(retry);
    }
    await waitUntil(() => all(element, '.marker').length === 3);
    expect(all(element, '.notice')).to.have.length(0);
    expect(focused()).to.equal(one(element, '.viewport'));
  });

  it('says of a map without members that nothing is found, not that there is no member', async () => {
    useFiles({ 'data.json': datasetFile({ ...collections, events: [] }) });
    const element = await fixture<EssMemberMap>(
      html`<ess-member-map src="data.json" layers="events" basemap="none"></ess-member-map>`,
    );
    await settle(element, 'empty');
    expect(visibleText(element)).to.contain('Aucun résultat').and.not.to.contain('adhérent');
  });

  it('is drawn at once, with its list, and without its ground where that takes long', async () => {
    const real = window.setTimeout;
    /** Callbacks that end the wait for the ground: this test calls them, however busy the machine is. */
    const ends: (() => void)[] = [];
    const held = (run: () => void, ms?: number) => (ms === GROUND_TIMEOUT_MS ? ends.push(run) : real(run, ms));
    window.setTimeout = held as typeof window.setTimeout;
    const show = async (ground: FileAnswer): Promise<EssMemberMap> => {
      useFiles({ 'data.json': datasetFile(collections, { basemap: 'basemap.json' }), 'basemap.json': ground });
      return fixture<EssMemberMap>(html`<ess-member-map src="data.json"></ess-member-map>`);
    };
    const seen = async (element: EssMemberMap): Promise<readonly number[]> => {
      await waitUntil(() => rows(element).length > 0, 'no list', { interval: 1 });
      return [rows(element).length, all(element, '.marker').length];
    };
    try {
      expect(await seen(await show({ json: basemap, after: 30 }))).to.deep.equal([4, 3]);
      ends.length = 0;
      const slow = await show('never');
      await waitUntil(() => ends.length > 0, 'no patience');
      expect(rows(slow)).to.have.length(0);
      ends.forEach((end) => end());
      expect(await seen(slow)).to.deep.equal([4, 0]);
    } finally {
      window.setTimeout = real;
    }
  });

  it('lists what is not seen once its map is drawn, and without it where it does not come', async () => {
    const many = [...Array(20).keys()].map((i) => ({ id: `o${i}`, name: `Organisation ${i}` }));
    const seen = async (ground: FileAnswer): Promise<EssMemberMap> => {
      const data = datasetFile({ organisations: many, colleges, territories }, { basemap: 'basemap.json' });
      useFiles({ 'data.json': data, 'basemap.json': ground });
      const element = await fixture<EssMemberMap>(html`<ess-member-map src="data.json"></ess-member-map>`);
      await settle(element);
      return element;
    };
    const drawn = await seen({ json: basemap, after: 400 });
    await waitUntil(() => rows(drawn).length === 20, 'the list stays cut');
    expect(all(drawn, '.stage')).to.have.length(1);
    const bare = await seen('never');
    expect(rows(bare)).to.have.length(12);
    await waitUntil(() => rows(bare).length === 20, 'the list waits for ever', { timeout: 6000 });
    expect(all(bare, '.stage')).to.have.length(0);
  });

  it('draws the ground that the page’s author names, or none', async () => {
    const other = { ...basemap, attribution: { fr: 'Autre fond' } };
    const named = await make((map) => map.setAttribute('basemap', 'autre.json'), { 'autre.json': { json: other } });
    expect(one(named, '.attribution').textContent).to.equal('Autre fond');
    const none = await make((map) => map.setAttribute('basemap', 'none'));
    expect(one(none, '.attribution').textContent).to.equal('');
    expect(all(none, '.marker')).to.have.length(3);
  });

  it('shows map and list again when every request fails on the second visit', async () => {
    const cache = createMemoryCache({});
    const files: Record<string, FileAnswer> = {
      'data.json': datasetFile(collections, { basemap: 'basemap.json' }),
      'basemap.json': { json: basemap },
    };
    useFiles(files, cache);
    const first = await fixture<EssMemberMap>(html`<ess-member-map src="data.json"></ess-member-map>`);
    await waitUntil(() => all(first, '.marker').length > 0, 'no markers', { timeout: 8000 });
    first.remove();
    useFiles({ 'data.json': 'offline', 'basemap.json': 'offline' }, cache);
    const second = await fixture<EssMemberMap>(html`<ess-member-map src="data.json" max-age="0s"></ess-member-map>`);
    await settle(second, 'error');
    await waitUntil(() => all(second, '.marker').length > 0, 'no markers', { timeout: 8000 });
    expect(visibleText(second)).to.match(/Données du \d/);
    expect(rows(second)).to.have.length(4);
  });

  it('puts whoever is chosen beyond the page first on it', async () => {
    const crowd = Array(300)
      .fill(0)
      .map((_, index) => ({ ...organisations[4]!, id: `o${index}`, name: `Zone ${1000 + index}` }));
    const joined = crowd.map(({ id }) => ({ id: `m-${id}`, organisation: id, network: 'reseau', college: 'assos' }));
    const files = filesWith({ organisations: [...organisations, ...crowd], memberships: [...memberships, ...joined] });
    const element = await make(() => undefined, files);
    const scope = (element as unknown as { provider: { request(patch: { selection: string }): void } }).provider;
    scope.request({ selection: 'o299' });
    await appears(element, '.list-panel .row.selected');
    expect(rows(element)).to.have.length(50);
    expect(rows(element)[0]).to.equal('o299');
    expect(new Set(rows(element)).size).to.equal(50);
  });

  it('gives lists in pages, with the focus on the first new row', async () => {
    const many = [...Array(120).keys()].map((i) => ({
      id: `o${i}`,
      name: `Organisation ${String(i).padStart(3, '0')}`,
    }));
    const data = datasetFile({ organisations: many, colleges, territories }, { basemap: 'basemap.json' });
    useFiles({ 'data.json': data, 'basemap.json': { json: basemap } });
    // No frame is painted until the first rows were counted.
    const { requestAnimationFrame: paint } = globalThis;
    const frames: FrameRequestCallback[] = [];
    globalThis.requestAnimationFrame = (run) => frames.push(run);
    const element = await fixture<EssMemberMap>(html`<ess-member-map src="data.json"></ess-member-map>`);
    await settle(element);
    globalThis.requestAnimationFrame = paint;
    // As many as are seen at first, then the page.
    expect(rows(element)).to.have.length(12);
    expect(all(element, '.list-panel .more')).to.have.length(0);
    for (const run of frames) requestAnimationFrame(run);
    await says(element, /1 à 50 sur 120/);
    expect(rows(element)).to.have.length(50);
    all(element, '.more button')[0]!.click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(100);
    const focused = (element.renderRoot as ShadowRoot).activeElement!;
    expect(focused.textContent).to.equal('Organisation 050');
    dispatchEvent(new Event('beforeprint'));
    expect(rows(element)).to.have.length(120);
    dispatchEvent(new Event('afterprint'));
  });

  it('without a ground stands on blank paper, not in the sea, all of it in sight', async () => {
    const at = (id: string, lon: number, lat: number) => ({
      id,
      name: id,
      position: { lon, lat, precision: 'address' },
    });
    const far = [at('montreal', -73.57, 45.5), at('quebec', -71.21, 46.81), at('noumea', 166.44, -22.27)];
    useFiles({ 'data.json': datasetFile({ organisations: far, colleges, territories }) });
    const element = await fixture<EssMemberMap>(
      html`<ess-member-map src="data.json" basemap="none" style="display:block;inline-size:60rem"></ess-member-map>`,
    );
    await settle(element);
    await waitUntil(() => all(element, '.marker').length > 1);
    const stage = one(element, '.stage').getBoundingClientRect();
    const paper = one(element, '.land-out').getBoundingClientRect();
    expect([
      paper.left < stage.left,
      paper.right > stage.right,
      paper.top < stage.top,
      paper.bottom > stage.bottom,
    ]).to.deep.equal([true, true, true, true]);
    expect(all(element, '.ground .wave, .ground .coast')).to.have.length(0);
    for (const marker of all(element, '.marker')) {
      const { left, right } = marker.getBoundingClientRect();
      expect(left >= stage.left && right <= stage.right).to.equal(true);
    }
  });

  it('says how many rows a printed page leaves out', async () => {
    const many = [...Array(520).keys()].map((i) => ({
      id: `o${i}`,
      name: `Organisation ${String(i).padStart(3, '0')}`,
    }));
    useFiles({ 'data.json': datasetFile({ organisations: many, colleges, territories }) });
    const element = await fixture<EssMemberMap>(html`<ess-member-map src="data.json" basemap="none"></ess-member-map>`);
    await settle(element);
    dispatchEvent(new Event('beforeprint'));
    expect(rows(element)).to.have.length(500);
    expect(one(element, '.paper').textContent).to.equal('et 20 autres, non imprimés');
    dispatchEvent(new Event('afterprint'));
    await waitUntil(() => rows(element).length === 50);
  });

  describe('on paper', () => {
    afterEach(() => emulateMedia({ media: 'screen' }));

    for (const width of [900, 360]) {
      it(`has the legend of its symbols, and none of its controls, at ${width} px`, async () => {
        const element = await make(undefined, {}, width);
        await emulateMedia({ media: 'print' });
        const isSeen = (selector: string) => all(element, selector).some((node) => node.checkVisibility());
        expect(isSeen('.chips .symbol')).to.equal(true);
        expect(one(element, '.chips').innerText.replace(/\s+/g, ' ')).to.equal('Coopératives 1 Associations 4');
        for (const control of ['#search', '#departement', '.near', '.open-filters', '.controls', '.tabs'])
          expect(isSeen(control), control).to.equal(false);
      });
    }
  });

  it('keeps its map through being moved in the page', async () => {
    const element = await make();
    const parent = element.parentElement!;
    for (let i = 0; i < 20; i++) {
      element.remove();
      parent.append(element);
    }
    await waitUntil(() => all(element, '.marker').length === 3);
    expect(all(element, '.stage')).to.have.length(1);
    element.remove();
    // An answer that arrives now is drawn without a map.
    element.requestUpdate();
    await element.updateComplete;
    expect(all(element, '.stage')).to.have.length(0);
  });
});

describe('<ess-member-map> and what lies beyond its ground', () => {
  afterEach(() => setPageClient(undefined));

  const paris = { lon: 2.35, lat: 48.86 };
  const far = { id: 'seine', name: 'Seine', territories: ['departement-75'], town: 'Paris' };
  const membership = { id: 'm-seine', organisation: 'seine', network: 'reseau', college: 'assos' };
  /** A member in Paris, placed at its département or at its door. */
  const files = (position: object) =>
    filesWith({
      organisations: [...organisations, { ...far, position }],
      memberships: [...memberships, membership],
      territories: [
        ...territories,
        { id: 'departement-75', kind: 'departement', name: { fr: 'Paris' }, position: paris },
      ],
    });
  /** The whole land is in sight. */
  const isWhole = (element: EssMemberMap): boolean => {
    const [stage, land] = ['.stage', '.land'].map((selector) => one(element, selector).getBoundingClientRect());
    return land!.left >= stage!.left && land!.right <= stage!.right && land!.width > stage!.width / 2;
  };
  const byTerritory = { ...paris, precision: 'departement', territory: 'departement-75' };

  it('does not count it as on the map, says that it is off it, and shows the whole region', async () => {
    const element = await make(() => undefined, files(byTerritory));
    const select = one(element, '#departement') as HTMLSelectElement;
    select.value = 'departement-75';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await says(element, /1 résultat sur 6, dont 0 sur la carte\s+1 hors de la région/);
    expect(rows(element)).to.deep.equal(['seine']);
    expect(one(element, '.list-panel [data-id="seine"] .detail').textContent).not.to.contain('non\u00a0situé');
    expect(all(element, '.marker')).to.have.length(0);
    await waitUntil(() => isWhole(element), 'it shows an empty corner');
  });

  it('says so of the whole, at once', async () => {
    const point = { lon: brest.lon, lat: brest.lat };
    const element = await make(
      () => undefined,
      // No position is the data's own: they are known to be on land, and not to be on the map.
      filesWith({
        organisations: [...organisations.slice(0, 2), { ...far, position: byTerritory }],
        memberships: [...memberships, membership],
        events: [],
        territories: [
          { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, position: point },
          { id: 'departement-75', kind: 'departement', name: { fr: 'Paris' }, position: paris },
        ],
      }),
    );
    await says(element, /2 adhérents sur la carte\s+117.adhérents publiés.; 3 nommés\s+1 hors de la région/);
  });

  it('says so of the one that is chosen, and stays where it is', async () => {
    const element = await make(() => undefined, files(byTerritory));
    one(element, '.list-panel [data-id="seine"] button').click();
    await says(element, /1 hors de la région «.Seine.» est hors de la carte\./);
    await waitUntil(() => isWhole(element), 'it shows an empty corner');
    await expect(element).to.be.accessible();
  });
});

describe('<ess-member-map> and a position in the sea', () => {
  const real = console.warn;
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    console.warn = (line: string) => lines.push(line);
  });
  afterEach(() => {
    console.warn = real;
    setPageClient(undefined);
  });

  const ground = { ...basemap, coastWithin: 6 };
  /** The lock, far out; its id is new each time, since a line is written once a page. */
  const adrift = (id: string, its: object = ground) => {
    const far = { id, name: 'Écluse', territories: ['commune-56260'], position: at(-5.5, 47.5), town: 'Vannes' };
    const membership = { id: `m-${id}`, organisation: id, network: 'reseau', college: 'assos' };
    return filesWith(
      {
        organisations: [...organisations.slice(0, 4), far],
        memberships: [...memberships.slice(0, 4), membership],
      },
      its,
    );
  };
  const remarks = (element: EssMemberMap) => all(element, '.issues li').map((node) => node.textContent);
  const REMARK = 'La position de «\u202fÉcluse\u202f» est en mer\u202f: elle n’est pas placée sur la carte.';

  it('keeps it in the list and off the map, counts it as not placed and says so', async () => {
    const element = await make(() => undefined, adrift('buoy'));
    await unfold(element);
    expect(rows(element)).to.deep.equal(['cale', 'algue', 'banc', 'digue', 'buoy']);
    expect(one(element, '.list-panel [data-id="buoy"] .detail').textContent).to.contain('non\u00a0situé');
    expect(all(element, '.marker').map((node) => node.getAttribute('aria-label'))).to.deep.equal([
      'Cale sèche, Coopératives, Rennes (35)',
      '2 organisations, Brest, ouvrir',
    ]);
    await says(element, /3 adhérents sur la carte\s+117.adhérents publiés.; 5 nommés/);
    await appears(element, '.issues li');
    expect(one(element, '.issues summary').textContent).to.equal('1 remarque sur les données');
    expect(remarks(element)).to.deep.equal([REMARK]);
    await expect(element).to.be.accessible();
  });

  it('is said under the actions, which stay at the right as in other widgets', async () => {
    const element = await make(() => undefined, adrift('buoy'));
    await appears(element, '.issues li');
    const [foot, actions, issues] = ['.foot', '.actions', '.issues'].map((part) =>
      one(element, part).getBoundingClientRect(),
    );
    expect(foot!.right - actions!.right).to.be.closeTo(0, 1);
    expect(issues!.top).to.be.at.least(actions!.bottom);
    expect(issues!.width).to.be.closeTo(foot!.width, 1);
  });

  it('is proposed the other way round where it lies so, and not moved', async () => {
    const turned = { id: 'turn', name: 'Écluse', territories: ['commune-56260'], position: at(47.6569, -2.762) };
    const membership = { id: 'm-turn', organisation: 'turn', network: 'reseau', college: 'assos' };
    const files = filesWith({
      organisations: [...organisations.slice(0, 4), turned],
      memberships: [...memberships.slice(0, 4), membership],
    });
    const element = await make(() => undefined, files);
    await waitUntil(() => remarks(element).length > 0, 'no remark');
    expect(remarks(element)[0]).to.contain('échangées (proposition\u202f: latitude 47,6569, longitude −2,762)');
    expect(all(element, '.marker')).to.have.length(2);
    await unfold(element);
    expect(one(element, '.list-panel [data-id="turn"] .detail').textContent).to.contain('non\u00a0situé');
    expect(lines.join()).to.contain('the wrong way round');
  });

  it('is named once in the console, for the page’s author', async () => {
    const files = adrift('float');
    await make(() => undefined, files);
    await make((map) => map.setAttribute('layers', 'members events'), files);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('"float" (Écluse: longitude -5.5, latitude 47.5)').and.to.contain('(position;');
  });

  it('is no remark where the page’s author does not ask for that member', async () => {
    const element = await make((map) => map.setAttribute('where', 'college=coops'), adrift('raft'));
    expect(rows(element)).to.deep.equal(['cale']);
    expect(remarks(element)).to.deep.equal([]);
  });

  it('falls back to French in Breton, and is said in English', async () => {
    const breton = await make((map) => map.setAttribute('lang', 'br'), adrift('bouée'));
    await appears(breton, '.issues li [lang="fr"]');
    expect(one(breton, '.issues li [lang="fr"]').textContent).to.equal(REMARK);
    const english = await make((map) => map.setAttribute('lang', 'en'), adrift('bouée'));
    await appears(english, '.issues li');
    expect(remarks(english)).to.deep.equal(['The position of “Écluse” is at sea: it is not on the map.']);
  });

  it('is drawn near an islet, and where nobody knows the coast', async () => {
    const islets = [{ name: 'Île', lon: -5.5, lat: 47.52, radius: 1 }];
    const near = await make(() => undefined, adrift('islander', { ...ground, islets }));
    expect(marker(near, 'Écluse')).to.exist;
    const unknown = await make(() => undefined, adrift('sailor', basemap));
    expect(marker(unknown, 'Écluse')).to.exist;
    const none = await make((map) => map.setAttribute('basemap', 'none'), adrift('diver'));
    expect(marker(none, 'Écluse')).to.exist;
    expect([...remarks(near), ...remarks(unknown), ...remarks(none), ...lines]).to.deep.equal([]);
  });

  it('is judged by the ground of its own data', async () => {
    const element = await make(() => undefined, {
      ...adrift('tender'),
      'plus.json': datasetFile(collections, { basemap: 'plus-fond.json' }),
      'plus-fond.json': { json: basemap },
    });
    await appears(element, '.issues li');
    expect(remarks(element)).to.have.length(1);
    element.src = 'plus.json';
    await waitUntil(() => all(element, '.marker').length === 3);
    expect(remarks(element)).to.deep.equal([]);
  });
});

describe('<ess-member-map> to take away', () => {
  let watch: ReturnType<typeof watchDownloads>;
  beforeEach(() => {
    watch = watchDownloads();
  });
  afterEach(() => {
    watch.stop();
    setPageClient(undefined);
  });
  const button = (element: EssMemberMap, text: string) =>
    all(element, '.taken button').find((node) => node.textContent.endsWith(text)) as HTMLButtonElement;
  const plain = (text: string | null | undefined) => (text ?? '').replace(/[\u00a0\u202f\n\t ]+/g, ' ').trim();

  /** Opens the files of a map and takes one of them. */
  async function take(element: EssMemberMap, kind: string): Promise<GivenFile> {
    await openShare(element, kind === 'SVG' || kind === 'PNG' ? 'image' : 'data');
    const before = watch.files.length;
    button(element, kind).click();
    await waitUntil(() => watch.files.length > before, 'no file', { timeout: 8000 });
    return watch.files[before]!;
  }
  async function picture(element: EssMemberMap): Promise<Document> {
    return new DOMParser().parseFromString(await (await take(element, 'SVG')).blob.text(), 'image/svg+xml');
  }
  const words = (drawn: Document) =>
    [...drawn.querySelectorAll('text:not([aria-hidden])')].map((text) => plain(text.textContent));
  /** The outline of the land. */
  const coast = (drawn: Document) => drawn.querySelector('path[stroke="#5f8794"]')?.getAttribute('d') ?? '';

  it('says nothing of what only a screen reader is told on the map', async () => {
    const element = await make();
    const unseen = [...one(element, '.stage').querySelectorAll('.hidden, [hidden]')].flatMap(({ textContent }) =>
      plain(textContent)
        .split(/\s+/)
        .filter((word) => word.length > 6),
    );
    expect(unseen).not.to.have.length(0);
    const texts = [...(await picture(element)).querySelectorAll('g[clip-path] text')].map((text) => text.textContent);
    for (const word of unseen) expect(texts.join(' ')).not.to.contain(word);
  });

  it('has the names of places and the counts of groups on the map, nothing else, and the credit under it', async () => {
    const element = await make();
    const counts = all(element, '.marker')
      .map((node) => plain(node.textContent))
      .filter((text) => /^\d+$/.test(text));
    expect(counts).to.deep.equal(['2']);
    const drawn = await picture(element);
    const texts = [...drawn.querySelectorAll('g[clip-path] text:not([aria-hidden])')].map((text) =>
      plain(text.textContent),
    );
    expect(texts.sort()).to.deep.equal([...counts, 'Brest'].sort());
    expect(words(drawn)).to.include('Fond d’essai');
    expect([...drawn.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()).join(' ')).not.to.match(
      /\bon|href/,
    );
    expect(drawn.querySelectorAll('script, foreignObject, a, image, use')).to.have.length(0);
  });

  it('is a drawing of what is seen: markers, names, counts, legend, credit, source, and no style of the page', async () => {
    const element = await make();
    await says(element, /117/);
    const { name, blob } = await take(element, 'SVG');
    expect(name).to.equal('adherents-2024.svg');
    const text = await blob.text();
    expect(text).not.to.match(/style=|class=|href|<image|<style|var\(|NaN|undefined/);
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(drawn.querySelector('parsererror')).to.equal(null);
    const said = words(drawn).join(' ');
    for (const each of [
      'Carte des adhérents',
      '4 adhérents sur la carte – 117 adhérents publiés ; 5 nommés. Adhérents au 31 décembre 2024.',
      'Coopératives 1',
      'Associations 3',
      'Repères regroupés',
      'Fond d’essai',
      'Source : Rapport d’essai 2024, I.1.a, p. 4 (publié) – Réseau d’essai, données du 5 mars 2025',
    ])
      expect(said).to.contain(each);
    expect(plain(drawn.querySelector('desc')?.textContent)).to.contain('Cale sèche, Coopératives, Rennes (35)');
  });

  it('has each marker where it is on the page, of its shape and colour', async () => {
    const element = await make();
    const drawn = await picture(element);
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.append(document.importNode(drawn.documentElement, true));
    const ground = host.querySelector('g[clip-path] > rect')!.getBoundingClientRect();
    const stage = one(element, '.stage').getBoundingClientRect();
    const shape = marker(element, 'Cale sèche').querySelector('.shape path:last-child')!;
    const colour = getComputedStyle(shape).fill;
    const twin = [...host.querySelectorAll(`path[d="${shape.getAttribute('d')}"]`)].find(
      (path) => getComputedStyle(path).fill === colour,
    )!;
    const [seen, copy] = [shape.getBoundingClientRect(), twin.getBoundingClientRect()];
    expect(copy.left - ground.left).to.be.closeTo(seen.left - stage.left - 1, 0.6);
    expect(copy.top - ground.top).to.be.closeTo(seen.top - stage.top - 1, 0.6);
    expect(copy.width).to.be.closeTo(seen.width, 0.6);
  });

  for (const look of ['zoom: 1.5', 'transform: scale(0.8)'])
    it(`is the same where the host page has ${look}`, async () => {
      const element = await make();
      /** Returns where its texts stand and its shapes begin, in whole px. */
      const places = async () =>
        [...(await picture(element)).querySelectorAll('g[clip-path] > :is(text, path)')].map((mark) => {
          const [, ...moved] = /matrix\((.*)\)/.exec(mark.getAttribute('transform') ?? '') ?? [];
          const at =
            moved[0]?.split(' ') ??
            mark
              .getAttribute('d')
              ?.match(/[\d.]+/g)
              ?.slice(0, 2);
          return [...(at ?? ['x', 'y'].map((name) => mark.getAttribute(name)))].map(Number);
        });
      element.style.width = '700px';
      await waitUntil(() => one(element, '.stage').clientWidth > 300 && one(element, '.stage').clientWidth <= 700);
      // The map follows its new width a moment later.
      let plain = await places();
      for (let again = await places(); String(again) !== String(plain); again = await places()) plain = again;
      element.style.cssText += look;
      const magnified = await places();
      expect(magnified).to.have.length(plain.length);
      const apart = plain.flatMap((numbers, at) =>
        numbers.map((n, which) => Math.abs(n - (magnified[at]?.[which] ?? 0))),
      );
      // Letters are not exactly as wide at another size.
      expect(Math.max(...apart)).to.be.below(2);
    });

  it('shows the filters in force, the chosen marker and the view', async () => {
    const element = await make();
    chip(element, 'Coopératives').click();
    await element.updateComplete;
    marker(element, 'Cale sèche').click();
    await appears(element, '.label-card:not([hidden])');
    const drawn = await picture(element);
    const said = words(drawn).join(' ');
    expect(said).to.contain('1 résultat sur 5, dont 1 sur la carte.').and.to.contain('Filtres : Coopératives.');
    expect(words(drawn)).to.include('Cale sèche');
    expect(said).not.to.contain('Associations');
    const widthOf = (picture: Document) => Number(/M([-\d.]+) [-\d.]+L/.exec(coast(picture))?.[1]);
    const before = widthOf(drawn);
    one(element, '.control').click();
    await nextFrame();
    expect(widthOf(await picture(element))).not.to.be.closeTo(before, 50);
    expect(said).not.to.contain('Vue rapprochée');
    chip(element, 'Coopératives').click();
    await element.updateComplete;
    for (let turns = 0; turns < 4; turns++) one(element, '.control').click();
    await nextFrame();
    expect(words(await picture(element)).join(' ')).to.match(/Vue rapprochée : \d des 4 situés y (est|sont)\./);
  });

  it('has no button of the line of numbers', async () => {
    const element = await make();
    await says(element, /117.adhérents publiés/);
    const button = document.createElement('button');
    button.textContent = 'Carte principale 61';
    one(element, '.count').append(button);
    const said = words(await picture(element)).join(' ');
    expect(said).to.contain('5 nommés.').and.not.to.contain('Carte principale');
  });

  it('counts those of a cluster whose number is written in groups of figures', async () => {
    const crowd = Array(3000)
      .fill(0)
      .map((_, index) => ({ id: `c-${index}`, name: `Organisation ${index}`, position: at(-3, 48.1) }));
    const joined = crowd.map(({ id }) => ({ id: `m-${id}`, organisation: id, network: 'reseau', college: 'assos' }));
    const element = await make(() => undefined, filesWith({ organisations: crowd, memberships: joined }));
    expect(all(element, '.marker')[0]?.textContent).to.match(/^3\D000$/);
    expect(words(await picture(element)).join(' ')).not.to.contain('Vue rapprochée');
  });

  it('has what else lies on the map: areas with their pattern and their legend, words, rings, a scale', async () => {
    const element = await make();
    const layer = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    layer.innerHTML = `<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6" fill="rgb(118, 137, 143)"/></pattern></defs>
      <path d="M900 900L1900 900L1900 1900Z" fill="url(#none)"/><path d="M900 900L900 1900L1900 1900Z" fill="rgb(85, 166, 179)"/>`;
    one(element, '.ground > g').append(layer);
    for (const path of layer.querySelectorAll<SVGPathElement>('path'))
      path.style.fill = path.getAttribute('fill') ?? '';
    const scale = document.createElement('div');
    scale.textContent = '20 km';
    Object.assign(scale.style, {
      position: 'absolute',
      left: '8px',
      bottom: '32px',
      width: '80px',
      border: 'solid rgb(1, 2, 3)',
      borderWidth: '0 2px 2px',
      boxShadow: 'rgb(4, 5, 6) 0px 0px 0px 2px',
    });
    one(element, '.stage').append(scale);
    const legend = document.createElement('div');
    legend.innerHTML = `<p class="over-title">Adhérents par département</p><ul class="scale-legend"><li><span class="swatch"></span>4 à 7</li><li><span class="swatch unknown"></span>Pas de donnée</li></ul>`;
    legend.querySelector<HTMLElement>('.swatch')!.style.backgroundColor = 'rgb(85, 166, 179)';
    one(element, '.map-panel').append(legend);
    const drawn = await picture(element);
    expect(drawn.querySelector('parsererror')).to.equal(null);
    expect(drawn.querySelector('pattern#ess-none rect')?.getAttribute('fill')).to.equal('#76898f');
    expect(drawn.querySelectorAll('path[fill="url(#ess-none)"]')).to.have.length(1);
    expect(drawn.querySelectorAll('path[stroke="#010203"]')).to.have.length(3);
    expect(drawn.querySelectorAll('path[stroke="#040506"]')).to.have.length(1);
    expect(drawn.querySelectorAll('path[fill="#55a6b3"]')).to.have.length(1);
    expect(drawn.querySelectorAll('rect[fill="rgb(85, 166, 179)"]')).to.have.length(1);
    expect(words(drawn)).to.include.members(['20 km', 'Adhérents par département', '4 à 7', 'Pas de donnée']);
  });

  it('has our own ground in place of a street map, and says so', async () => {
    const element = await make();
    const stage = one(element, '.stage');
    stage.classList.add('tiled');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.tiled .ground path { display: none }');
    const root = element.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const drawn = await picture(element);
    expect(coast(drawn)).to.match(/^M/);
    expect(words(drawn).join(' ')).to.contain('Le plan des rues n’est pas dans l’image');
    expect(stage.classList.contains('tiled')).to.equal(true);
  });

  it('says what a hollow marker is where one is seen', async () => {
    const only = async (id: string) => {
      const kept = organisations.filter((each) => each.id === id);
      return words(await picture(await make(undefined, filesWith({ organisations: kept })))).join(' ');
    };
    expect(await only('algue')).to.contain('Un repère creux est situé à la commune');
    expect(await only('cale')).not.to.match(/repère creux|Repères regroupés/);
  });

  it('is a PNG with the colours of sea, land and markers', async () => {
    const element = await make();
    const { name, blob } = await take(element, 'PNG');
    expect(name).to.equal('adherents-2024.png');
    const bitmap = await createImageBitmap(blob);
    expect(bitmap.width).to.equal(2160);
    const colours = coloursIn(bitmap);
    for (const [colour, least] of [
      ['#e6f1f3', 0.1],
      ['#ffffff', 0.1],
      ['#049db6', 0.00005],
    ] as const)
      expect(colours.get(colour), colour).to.be.above(least);
  });

  it('is dark where the map is', async () => {
    const element = await make((map) => {
      map.theme = 'dark';
    });
    const drawn = await picture(element);
    expect(drawn.querySelector('svg > rect')?.getAttribute('fill')).to.equal('#10222a');
    expect(drawn.querySelector('g[clip-path] > rect')?.getAttribute('fill')).to.equal('#0a1920');
  });

  it('says calmly that a map which is not seen makes no picture, and gives the data all the same', async () => {
    const element = await make(undefined, {}, 400);
    all(element, '[role=tab]')[1]!.click();
    await openShare(element, 'image');
    button(element, 'PNG').click();
    await waitUntil(() => all(element, '.taken .said').length === 1, 'nothing said', { timeout: 8000 });
    expect(one(element, '.taken .said').textContent).to.contain('affichez d’abord la carte');
    expect(watch.files).to.have.length(0);
    await expect(element).to.be.accessible();
    await take(element, 'CSV');
    await element.updateComplete;
    expect(all(element, '.taken .said')).to.have.length(0);
  });

  it('offers no picture where there is no map', async () => {
    const element = await make(undefined, { 'basemap.json': { status: 404 } });
    await take(element, 'CSV');
    expect(all(element, '[data-take=image]')).to.deep.equal([]);
    const names = all(element, '.taken button').map((node) => plain(node.textContent));
    expect(names.filter((name) => name.startsWith('Télécharger'))).to.deep.equal([
      'Télécharger : CSV',
      'Télécharger : JSON',
      'Télécharger : GeoJSON',
    ]);
  });

  it('gives what is listed as a spreadsheet and as GeoJSON, with the same columns', async () => {
    const element = await make();
    chip(element, 'Associations').click();
    await unfold(element);
    const csv = (await (await take(element, 'CSV')).blob.text()).trim().split('\r\n');
    const given = await take(element, 'GeoJSON');
    expect(given.name).to.equal('adherents-2024.geojson');
    expect(given.blob.type).to.equal('application/geo+json');
    const { features } = JSON.parse(await given.blob.text());
    expect(features).to.have.length(csv.length - 1);
    expect(features.map(({ id }: { id: string }) => id)).to.have.members(rows(element));
    expect(features[0]).to.deep.equal({
      type: 'Feature',
      id: 'algue',
      geometry: { type: 'Point', coordinates: [-4.4863, 48.3903] },
      properties: {
        nom: 'Algue verte',
        collège: 'Associations',
        activités: 'littoral',
        'code postal': null,
        commune: 'Brest',
        'code insee': '29019',
        précision: 'commune',
        adhésion: null,
        site: null,
      },
    });
    const digue = features.find(({ id }: { id: string }) => id === 'digue');
    expect(digue.geometry).to.equal(null);
    expect(digue.properties.précision).to.equal('non situé');
    expect(digue.properties.site).to.equal('https://digue.example/');
    expect(csv[0]?.replaceAll('"', '')).to.equal(
      'nom;collège;activités;code postal;commune;code insee;latitude;longitude;précision;adhésion;site',
    );
  });

  it('says of events what they are, when and whether they were held, and nothing that only members have', async () => {
    const held = { id: 'ag', title: { fr: 'Assemblée' }, date: '2024-06-18', status: 'held' };
    const element = await make(
      (map) => {
        map.layers = 'members events';
      },
      filesWith({ events: [...events, held] }),
    );
    const text = await (await take(element, 'CSV')).blob.text();
    const [header = '', ...lines] = text.replaceAll('"', '').trim().split('\r\n');
    expect(header).to.equal(
      'nom;couche;collège;activités;code postal;commune;code insee;lieu;latitude;longitude;précision;adhésion;date;statut;site',
    );
    const line = (name: string) => lines.find((each) => each.startsWith(`${name};`));
    expect(line('Forum')).to.equal('Forum;Événements;;;;;;Lorient;47,75;-3,37;adresse;;2024-05-23;prévu;');
    expect(line('Assemblée')).to.equal('Assemblée;Événements;;;;;;;;;non situé;;2024-06-18;tenu;');
    expect(line('Algue verte')).to.equal(
      'Algue verte;Adhérents;Associations;littoral;;Brest;29019;;48,3903;-4,4863;commune;;;;',
    );
    const { features } = JSON.parse(await (await take(element, 'GeoJSON')).blob.text());
    expect(features.find(({ id }: { id: string }) => id === 'forum').properties).to.deep.equal({
      nom: 'Forum',
      couche: 'Événements',
      collège: null,
      activités: null,
      'code postal': null,
      commune: null,
      'code insee': null,
      lieu: 'Lorient',
      précision: 'adresse',
      adhésion: null,
      date: '2024-05-23',
      statut: 'prévu',
      site: null,
    });
  });

  it('says what members do and the postal code of their town, unless it has several, so that the list is read again', async () => {
    const columns = {
      insee: ['29019', '35238'],
      name: ['Brest', 'Rennes'],
      lon: [-4.4863, -1.6743],
      lat: [48.3903, 48.112],
      postal: [['29200'], ['35000', '35700']],
      epci: [null, null],
    };
    const table = { format: 'ess-communes/1', columns, epci: [], attribution: { fr: '' }, licences: [] };
    const busy = { ...organisations[0], activities: ['littoral', 'réemploi'] };
    const element = await make(() => undefined, {
      'data.json': datasetFile(
        { ...collections, organisations: [busy, ...organisations.slice(1)] },
        { basemap: 'basemap.json', communes: 'communes.json' },
      ),
      'communes.json': { json: table },
    });
    const text = await (await take(element, 'CSV')).blob.text();
    const line = (name: string) => text.split('\r\n').find((each) => each.startsWith(`"${name}";`));
    expect(line('Algue verte')).to.equal(
      '"Algue verte";"Associations";"littoral; réemploi";"29200";"Brest";"29019";48,3903;-4,4863;"commune";;',
    );
    expect(line('Cale sèche')).to.equal('"Cale sèche";"Coopératives";;;"Rennes";"35238";48,112;-1,6743;"adresse";;');
    const { features } = JSON.parse(await (await take(element, 'GeoJSON')).blob.text());
    expect(features.find(({ id }: { id: string }) => id === 'banc').properties['code postal']).to.equal('29200');
    useFiles({ 'adherents.csv': { text, type: 'text/csv' } });
    const again = document.createElement('ess-member-map');
    again.setAttribute('src', 'adherents.csv');
    again.setAttribute('basemap', 'none');
    (await fixture(html`<div></div>`)).append(again);
    await settle(again);
    await unfold(again);
    expect(rows(again)).to.have.length(5);
    one(again, '[data-id="algue-verte"] .name').click();
    await again.updateComplete;
    expect(one(again, '.about').innerText).to.contain('littoral, réemploi');
  });

  it('says that a collège is not known on the page, and nothing in a file, which would be read again as its name', async () => {
    const unknown = memberships.map(({ college, ...one }) => (one.id === 'm-cale' ? one : { ...one, college }));
    const element = await make(() => undefined, filesWith({ memberships: unknown }));
    expect(one(element, '.list-panel [data-id="cale"] .detail').textContent).to.contain('Collège non précisé');
    const text = await (await take(element, 'CSV')).blob.text();
    expect(text).to.contain('"Cale sèche";;;;"Rennes";"35238";');
    const { features } = JSON.parse(await (await take(element, 'GeoJSON')).blob.text());
    expect(features.find(({ id }: { id: string }) => id === 'cale').properties['collège']).to.equal(null);
  });

  it('is reached with the keyboard, and tells who cannot see that it came', async () => {
    const element = await make();
    one(element, '[data-take=data]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => button(element, 'CSV'), 'no files', { timeout: 8000 });
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'taken', 'the focus');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(plain(element.shadowRoot!.activeElement!.textContent)).to.equal('Télécharger : CSV');
    one(element, '[data-take=image]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => button(element, 'SVG'), 'no pictures', { timeout: 8000 });
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'taken', 'the focus');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(plain(element.shadowRoot!.activeElement!.textContent)).to.contain('SVG');
    await sendKeys({ press: 'Enter' });
    const region = one(element, '[aria-live]');
    await waitUntil(() => plain(region.textContent) === 'Fichier téléchargé : adherents-2024.svg', 'not said', {
      timeout: 8000,
    });
    await expect(element).to.be.accessible();
  });
});

describe('the names of communes on the map', () => {
  afterEach(() => setPageClient(undefined));

  it('are asked for by a visitor who looks from near, not by the page', async () => {
    let asked = 0;
    const columns = {
      insee: ['22266', '29019'],
      name: ['Rostrenen', 'Brest'],
      lon: [-3.1, -4.4863],
      lat: [48.1, 48.3903],
      postal: [['22110'], ['29200']],
      epci: [null, null],
      population: [3041, 139_926],
    };
    const table = { format: 'ess-communes/1', columns, epci: [], attribution: { fr: '' }, licences: [] };
    const element = await make(() => undefined, {
      'data.json': datasetFile(collections, { basemap: 'basemap.json', communes: 'communes.json' }),
      'communes.json': {
        get json() {
          asked += 1;
          return table;
        },
      },
    });
    const names = () => all(element, '.town-name.shown').map(({ textContent }) => textContent);
    await nextFrame();
    expect([asked, names()]).to.deep.equal([0, ['Brest']]);
    for (const _ of [1, 2]) one(element, '.zoomIn').click();
    await waitUntil(() => names().includes('Rostrenen'), 'it is not named');
    expect([asked, names()]).to.deep.equal([1, ['Rostrenen']]);
  });
});

describe('the list of the map', () => {
  afterEach(() => setPageClient(undefined));

  const heads = (element: EssMemberMap) => all(element, '.list-panel .group').map(({ textContent }) => textContent);
  const zoomTo = async (element: EssMemberMap, centre: string) => {
    one(element, '.viewport').focus();
    element.provider.request({ view: `${centre},8` });
    await waitUntil(() => all(element, '.marker').length === 1, 'it stays where it was');
  };

  it('is in the order of the view: what is in it, what is elsewhere on the map, what has no position', async () => {
    const element = await make();
    expect([heads(element), rows(element)]).to.deep.equal([
      ['4 dans cette vue', '1 sans lieu'],
      ['cale', 'algue', 'banc', 'ecluse'],
    ]);
    await zoomTo(element, '-4.4863,48.3903');
    await waitUntil(() => heads(element)[0] === '2 dans cette vue');
    expect([heads(element), rows(element)]).to.deep.equal([
      ['2 dans cette vue', '2 ailleurs sur la carte', '1 sans lieu'],
      ['algue', 'banc', 'cale', 'ecluse'],
    ]);
    one(element, '.home').click();
    await waitUntil(() => heads(element)[0] === '4 dans cette vue');
    await expect(element).to.be.accessible();
  });

  it('stays as it is while it is read, and follows the map when the focus has left it', async () => {
    const element = await make();
    const [, name] = all(element, '.list-panel .name');
    name!.focus();
    element.provider.request({ view: '-4.4863,48.3903,8' });
    await waitUntil(() => all(element, '.marker').length === 1);
    await nextFrame();
    expect(rows(element)).to.deep.equal(['cale', 'algue', 'banc', 'ecluse']);
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(name);
    one(element, '.viewport').focus();
    await waitUntil(() => rows(element)[0] === 'algue', 'it does not follow');
  });

  it('keeps the order of a search, whatever the view', async () => {
    const element = await make();
    await search(element, 'digue');
    await waitUntil(() => rows(element).length === 1);
    expect(heads(element)).to.deep.equal([]);
  });

  it('shows six rows beside the map, however low that is', async () => {
    const element = await make(() => undefined, {}, 700);
    const { height } = one(element, '.scroller').getBoundingClientRect();
    expect(height).to.be.at.least(5.5 * one(element, '.list-panel .row').offsetHeight);
  });
});

describe('the card of a member', () => {
  afterEach(() => setPageClient(undefined));

  const phoned = organisations.map((each) =>
    each.id === 'cale' ? { ...each, links: [{ kind: 'phone', url: 'tel:+33298001122' }] } : each,
  );
  const opened = async (id: string, markup: (element: EssMemberMap) => void = () => undefined) => {
    const element = await make(markup, filesWith({ organisations: phoned }));
    if (id === 'digue') await unfold(element);
    one(element, `.list-panel [data-id="${id}"] .name`).click();
    await element.updateComplete;
    return element;
  };

  it('has the number to call and the way there, which nobody asks for before it is followed', async () => {
    const element = await opened('cale');
    const [call, way] = all(element, '.list-panel .about a') as HTMLAnchorElement[];
    expect([call!.getAttribute('href'), call!.innerText]).to.deep.equal([
      'tel:+33298001122',
      'Téléphone\u00a002\u00a098\u00a000\u00a011\u00a022',
    ]);
    expect(way!.href).to.equal('https://www.openstreetmap.org/directions?to=48.112%2C-1.6743');
    expect(way!.getAttribute('aria-label')).to.equal('Itinéraire\u202f: Cale sèche');
    expect(way!.rel).to.equal('noopener noreferrer');
    expect(all(element, '.share')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('says that the way to a member placed at its commune leads there, and has none to nowhere', async () => {
    expect(one(await opened('algue'), '.list-panel .ways').innerText.trim()).to.equal('Itinéraire vers la commune');
    expect(all(await opened('digue'), '.ways')).to.have.length(0);
  });

  it('copies the address of the page that holds the choice, and says so', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
      configurable: true,
    });
    // A browser that has nothing to share with.
    Reflect.deleteProperty(Navigator.prototype, 'share');
    const provider = await fixture<HTMLElement>(html`<div url-state="e"></div>`);
    const element = await opened('cale', (map) => provider.append(map));
    expect(all(element, '.share')).to.have.length(0);
    provider.append(element);
    element.requestUpdate();
    await waitUntil(() => one(element, '.list-panel .share') !== null);
    one(element, '.list-panel .share').click();
    await waitUntil(() => one(element, '.list-panel .share').innerText === 'Adresse copiée');
    expect(copied).to.deep.equal([location.href]);
    Reflect.deleteProperty(navigator, 'clipboard');
  });
});

describe('<ess-member-map> on a phone', () => {
  before(() => setViewport({ width: 400, height: 780 }));
  after(() => setViewport({ width: 1024, height: 768 }));
  afterEach(() => setPageClient(undefined));

  const focused = (element: EssMemberMap) => (element.renderRoot as ShadowRoot).activeElement;
  /** A map on a page that is longer than the window. */
  const onPage = async (markup: (element: EssMemberMap) => void = () => undefined) => {
    const element = await make(markup, {}, 360);
    element.style.marginBlockEnd = '1500px';
    return element;
  };
  const cardOf = async (element: EssMemberMap): Promise<HTMLElement> => {
    await appears(element, '.sheet.member:popover-open');
    return one(element, '.sheet.member');
  };
  const chosen = async (): Promise<{ readonly element: EssMemberMap; readonly card: HTMLElement }> => {
    const element = await onPage();
    marker(element, 'Cale sèche').click();
    return { element, card: await cardOf(element) };
  };

  it('has the shape of its region, with 12 px around, and that room before it is there', async () => {
    const element = await onPage();
    const stage = one(element, '.stage');
    const rest = Number(stage.style.getPropertyValue('--_rest'));
    expect(rest).to.be.within(0.5, 0.75);
    expect(stage.offsetHeight).to.be.closeTo((stage.offsetWidth - 24) * rest + 24, 1);
    const below = ['.attribution', '.controls'].reduce((sum, each) => sum + one(element, each).offsetHeight, 0);
    one(element, '.map-box').replaceChildren();
    const room = one(element, '.map-box');
    // Before its ground is there, that of most regions.
    expect(room.offsetHeight).to.be.closeTo((room.offsetWidth - 24) * 0.62 + 24, 1);
    expect(Number.parseFloat(getComputedStyle(room).marginBottom)).to.be.closeTo(below, 4);
  });

  it('is about 60 % as high as the screen, within reason, once the visitor zooms, and low again with the whole region', async () => {
    const element = await onPage();
    const high = () => one(element, '.stage').offsetHeight;
    const low = high();
    one(element, '.zoomIn').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    one(element, '.zoomIn').click();
    await waitUntil(() => high() > low, 'it stays low');
    expect(high()).to.be.closeTo(468, 1);
    for (const [screen, map] of [
      [1200, 480],
      [300, 208],
    ] as const) {
      await setViewport({ width: 400, height: screen });
      expect(high()).to.be.closeTo(map, 1);
    }
    await setViewport({ width: 400, height: 780 });
    one(element, '.home').click();
    await waitUntil(() => high() === low, 'it stays high');
  });

  it('shows whoever is chosen in a sheet at the foot of the window, under their marker', async () => {
    const { element, card } = await chosen();
    expect(card.innerText)
      .to.contain('Cale sèche')
      .and.to.contain('Coopératives · Rennes (35)')
      .and.to.contain('Itinéraire');
    expect(all(element, '.below .row')).to.have.length(0);
    const [sheet, stage, mark, close] = [
      card,
      ...['.stage', '.marker.selected', '.sheet .close'].map((each) => one(element, each)),
    ].map((each) => each.getBoundingClientRect());
    expect(Math.round(sheet!.bottom)).to.equal(innerHeight);
    expect(sheet!.height).to.be.at.most(0.4 * innerHeight + 1);
    expect(sheet!.top - Math.max(0, stage!.top)).to.be.above(stage!.height / 2);
    expect(mark!.bottom).to.be.below(sheet!.top);
    expect([close!.width, close!.height]).to.deep.equal([44, 44]);
    for (const way of all(element, '.sheet a')) expect(way.offsetHeight).to.be.at.least(44);
    await expect(element).to.be.accessible();
  });

  it('has the focus on the card while it is read, and on its marker again once it is closed', async () => {
    const { element, card } = await chosen();
    expect(focused(element)).to.equal(card);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => one(element, '.sheet') === null);
    expect(element.provider.scope.state.selection).to.equal(null);
    expect(focused(element)).to.equal(marker(element, 'Cale sèche'));
    marker(element, 'Cale sèche').click();
    await cardOf(element);
    one(element, '.sheet .close').click();
    await waitUntil(() => one(element, '.sheet') === null);
    expect(focused(element)).to.equal(marker(element, 'Cale sèche'));
  });

  it('has the card of the next marker in its place, and none once the ground is pressed', async () => {
    const { element, card } = await chosen();
    marker(element, 'Écluse').click();
    await waitUntil(() => card.innerText.includes('Écluse'));
    expect(card.matches(':popover-open')).to.equal(true);
    one(element, '.viewport').click();
    await waitUntil(() => one(element, '.sheet') === null);
  });

  it('takes the card away with the map, and leaves the focus where it is for a choice made elsewhere', async () => {
    const element = await onPage();
    element.provider.request({ selection: 'cale' });
    const card = await cardOf(element);
    expect(focused(element)).to.equal(null);
    scrollBy(0, 900);
    await waitUntil(() => !card.matches(':popover-open'));
    scrollBy(0, -900);
    await waitUntil(() => card.matches(':popover-open'));
    expect(element.provider.scope.state.selection).to.equal('cale');
  });

  it('has its filters in a sheet that says how many it will show', async () => {
    const element = await onPage();
    const [sheet, opener] = [() => one(element, '.sheet'), one(element, '.open-filters')];
    const show = () => one(element, '.sheet-foot .button');
    opener.click();
    await appears(element, '.sheet:popover-open');
    expect(focused(element)).to.equal(sheet());
    expect(show().textContent).to.equal('Afficher 5 résultats');
    for (const control of all(element, '.sheet :is(button, select)')) expect(control.offsetHeight).to.be.at.least(44);
    chip(element, 'Coopératives').click();
    await element.updateComplete;
    expect(show().textContent).to.equal('Afficher 1 résultat');
    await expect(element).to.be.accessible();
    show().click();
    await waitUntil(() => sheet() === null);
    expect(focused(element)).to.equal(opener);
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    element.lang = 'en';
    opener.click();
    await waitUntil(() => show()?.textContent === 'Show 1 result');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => sheet() === null);
    expect(focused(element)).to.equal(opener);
  });

  it('closes the sheet of its filters where the page is pressed beside it, and prints them in their place', async () => {
    const element = await onPage();
    const opener = one(element, '.open-filters');
    opener.click();
    await appears(element, '.sheet:popover-open');
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(all(element, '.filters > .chips')).to.have.length(1);
    dispatchEvent(new Event('afterprint'));
    await appears(element, '.sheet:popover-open');
    await sendMouse({ type: 'click', position: [5, 5] });
    await waitUntil(() => one(element, '.sheet') === null);
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
  });

  it('closes the sheet of its filters where the focus leaves it, which stays where it has gone', async () => {
    const element = await onPage();
    one(element, '.open-filters').click();
    await appears(element, '.sheet:popover-open');
    one(element, '.sheet-foot .button').focus();
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => one(element, '.sheet') === null);
    expect(focused(element)).to.equal(one(element, '#tab-map'));
  });
});
