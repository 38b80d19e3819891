import { createMemoryCache } from '@ess-widgets/core/cache';
import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { EssFilterEvent, EssSelectEvent } from '../internal/events.ts';
import { setPageClient } from '../internal/page.ts';
import { came, datasetFile, type FileAnswer, settle, useFiles, visibleText } from '../internal/testing.ts';
import './define.ts';
import type { EssMemberMap } from './ess-member-map.ts';

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

describe('<ess-member-map>', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));
  afterEach(() => setPageClient(undefined));

  it('shows every member in the list and those with a position on the map', async () => {
    const element = await make();
    expect(rows(element)).to.deep.equal(['cale', 'algue', 'banc', 'digue', 'ecluse']);
    expect(all(element, '.marker').map((node) => node.getAttribute('aria-label'))).to.deep.equal([
      'Cale sèche, Coopératives, Rennes (35)',
      '2 repères, Brest, afficher la liste',
      'Écluse, Associations, Vannes (56)',
    ]);
    await expect(element).to.be.accessible();
  });

  it('says what is missing: published, named, placed', async () => {
    const element = await make();
    await says(element, /117.adhérents publiés.; 5 nommés, dont 4 situés/);
  });

  it('says of a complete list how many are on the map', async () => {
    const coverage = { memberships: [{ complete: true }] };
    const element = await make(() => undefined, {
      'data.json': datasetFile(collections, { coverage, basemap: 'basemap.json' }),
    });
    expect(visibleText(element)).to.contain('5 adhérents, dont 4 situés sur la carte');
  });

  it('draws a position that is no address hollow, and says so', async () => {
    const element = await make((map) => map.setAttribute('where', 'college=assos'));
    expect(one(element, '.list-panel [data-id="algue"] .symbol').classList.contains('hollow')).to.equal(true);
    expect(one(element, '.list-panel [data-id="algue"] .detail').textContent).to.contain('situé à la commune');
    expect(one(element, '.list-panel [data-id="digue"] .detail').textContent).to.contain('non situé');
  });

  it('draws a position of a precision that it does not know hollow, as that of a territory', async () => {
    const [algue, ...others] = organisations;
    const unknown = { ...algue!, position: at(-3, 48.2, 'quartier') };
    const element = await make(() => undefined, filesWith({ organisations: [unknown, ...others] }));
    const row = one(element, '.list-panel [data-id="algue"]');
    expect(row.querySelector('.symbol')!.classList.contains('hollow')).to.equal(true);
    expect(row.querySelector('.detail')!.textContent).to.contain('situé au territoire');
    expect(marker(element, 'Algue').classList.contains('hollow')).to.equal(true);
    expect(marker(element, 'Algue').getAttribute('aria-label')).to.contain('situé au territoire');
    all(element, '.actions .link')[0]!.click();
    await came(element, import('../internal/directory/rows-table.ts'));
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
    expect(rows(element)).to.deep.equal(['algue', 'banc', 'digue', 'ecluse']);
    expect(all(element, '.marker')).to.have.length(2);
  });

  it('is fitted to the results of a filter, and to the whole region without one', async () => {
    const element = await make();
    const away = () => {
      const [stage, found] = [one(element, '.stage'), marker(element, 'Cale sèche')].map((node) =>
        node.getBoundingClientRect(),
      );
      return Math.hypot(
        stage!.left + stage!.width / 2 - found!.left - found!.width / 2,
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

  it('opens five thousand organisations of one place as a list, page by page', async () => {
    const crowd = Array(5000)
      .fill(0)
      .map((_, index) => ({ id: `c-${index}`, name: `Organisation ${index}`, position: at(-3, 48.1) }));
    const joined = crowd.map(({ id }) => ({ id: `m-${id}`, organisation: id, network: 'reseau', college: 'assos' }));
    const files = filesWith({ organisations: [...organisations, ...crowd], memberships: [...memberships, ...joined] });
    const element = await make(() => undefined, files);
    const cluster = all(element, '.marker').find((node) => /^5\D?000 repères/.test(node.getAttribute('aria-label')!))!;
    expect(cluster.getAttribute('aria-label')).to.contain('afficher la liste');
    const start = performance.now();
    cluster.click();
    await waitUntil(() => /5\D?000 organisations au même endroit/.test(one(element, '.list-panel').innerText));
    expect(performance.now() - start).to.be.below(2000);
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
    expect(rows(element)).to.have.length(5);
    expect((element.renderRoot as ShadowRoot).activeElement === one(element, '#search')).to.equal(true);
  });

  it('announces the result of a search and nothing on the first load', async () => {
    const element = await make();
    const region = one(element, '[role="status"]');
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
    expect(one(element, '.label-card').textContent).to.contain('Écluse');
  });

  it('makes links of http, mailto and tel only', async () => {
    const element = await make();
    one(element, '.list-panel [data-id="digue"] .name').click();
    await element.updateComplete;
    const links = all(element, '.about a') as HTMLAnchorElement[];
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['https://digue.example/']);
    expect(links[0]!.getAttribute('aria-label')).to.equal('Site\u202f: Digue');
  });

  it('lists the members of a place that no zoom takes apart', async () => {
    const element = await make();
    marker(element, '2 repères').click();
    await waitUntil(() => rows(element).length === 2);
    expect(rows(element)).to.deep.equal(['algue', 'banc']);
    expect(visibleText(element)).to.contain('2 organisations au même endroit');
    await waitUntil(() => (element.renderRoot as ShadowRoot).activeElement?.classList.contains('name'));
    one(element, '.place button').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(5);
  });

  it('says of what kind the elements of one place are', async () => {
    const twice = (record: object) => [record, { ...record, id: 'second' }];
    const project = { id: 'p', programme: 'x', title: { fr: 'Projet' }, period: '2024', status: 'held' };
    const files = filesWith({
      events: twice(events[0]!),
      projects: twice({ ...project, position: at(-2, 48.5) }),
      programmes: [{ id: 'x', name: { fr: 'Programme' } }],
    });
    const opened = async (layers: string, data = files) => {
      const element = await make((map) => map.setAttribute('layers', layers), data);
      marker(element, '2 repères').click();
      await waitUntil(() => one(element, '.place') !== null);
      return one(element, '.place strong').textContent;
    };
    expect(await opened('events')).to.equal('2 événements au même endroit');
    expect(await opened('projects')).to.equal('2 projets au même endroit');
    const [, , cale, ...others] = organisations;
    const beside = { ...cale!, position: events[0]!.position };
    const mixed = filesWith({ organisations: [beside, ...others] });
    expect(await opened('members events', mixed)).to.equal('2 éléments au même endroit');
  });

  it('shows layers other than members with their own chips and headings', async () => {
    const element = await make((map) => map.setAttribute('layers', 'members events'));
    expect(
      all(element, '.chip')
        .map((node) => node.textContent.trim().replace(/\s+/g, ' '))
        .at(-1),
    ).to.equal('Événements 1');
    expect(all(element, '.list-panel .group').map((node) => node.textContent)).to.deep.equal([
      'Adhérents',
      'Événements',
    ]);
    expect(one(element, '[data-id="forum"] .detail').textContent).to.equal('Lorient · 23 mai 2024 · prévu');
    chip(element, 'Événements').click();
    await element.updateComplete;
    expect(rows(element)).to.deep.equal(['forum']);
    await expect(element).to.be.accessible();
  });

  it('shows the same content as a table, and the map again', async () => {
    const element = await make();
    const button = all(element, '.actions .link')[0]!;
    expect(button.textContent).to.contain('Afficher le tableau');
    button.click();
    await came(element, import('../internal/directory/rows-table.ts'));
    expect(all(element, 'tbody tr')).to.have.length(5);
    expect(one(element, '.split').checkVisibility()).to.equal(false);
    await expect(element).to.be.accessible();
    expect(button.textContent).to.contain('Afficher la carte');
    button.click();
    await came(element, import('../internal/directory/rows-table.ts'));
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

  it('goes from tabs to two columns when it gets wider, without losing the map', async () => {
    const element = await make(() => undefined, {}, 400);
    element.parentElement!.style.width = '900px';
    await waitUntil(() => one(element, '.tabs') === null);
    expect(one(element, '.list-panel').checkVisibility()).to.equal(true);
    expect(all(element, '.stage')).to.have.length(1);
  });

  it('shows the whole list when the ground cannot be had', async () => {
    const element = await make(() => undefined, { 'basemap.json': { status: 404 } });
    expect(visibleText(element)).to.contain('La carte ne peut pas s’afficher sur ce site. La liste est complète.');
    expect(rows(element)).to.have.length(5);
    expect(element.state).to.equal('ready');
    await expect(element).to.be.accessible();
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
    expect(rows(second)).to.have.length(5);
  });

  it('gives lists in pages, with the focus on the first new row', async () => {
    const many = [...Array(120).keys()].map((i) => ({
      id: `o${i}`,
      name: `Organisation ${String(i).padStart(3, '0')}`,
    }));
    const data = datasetFile({ organisations: many, colleges, territories }, { basemap: 'basemap.json' });
    useFiles({ 'data.json': data, 'basemap.json': { json: basemap } });
    const element = await fixture<EssMemberMap>(html`<ess-member-map src="data.json"></ess-member-map>`);
    await settle(element);
    expect(rows(element)).to.have.length(50);
    expect(visibleText(element)).to.contain('1–50 sur 120');
    all(element, '.more button')[0]!.click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(100);
    const focused = (element.renderRoot as ShadowRoot).activeElement!;
    expect(focused.textContent).to.equal('Organisation 050');
    dispatchEvent(new Event('beforeprint'));
    expect(rows(element)).to.have.length(120);
    dispatchEvent(new Event('afterprint'));
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
    await element.updateComplete;
    expect(rows(element)).to.have.length(50);
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
    await nextFrame();
    expect(all(element, '.stage')).to.have.length(0);
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
    expect(rows(element)).to.deep.equal(['cale', 'algue', 'banc', 'digue', 'buoy']);
    expect(one(element, '.list-panel [data-id="buoy"] .detail').textContent).to.contain('non situé');
    expect(all(element, '.marker').map((node) => node.getAttribute('aria-label'))).to.deep.equal([
      'Cale sèche, Coopératives, Rennes (35)',
      '2 repères, Brest, afficher la liste',
    ]);
    await says(element, /117.adhérents publiés.; 5 nommés, dont 3 situés/);
    expect(one(element, '.issues summary').textContent).to.equal('1 remarque sur les données');
    expect(remarks(element)).to.deep.equal([REMARK]);
    await expect(element).to.be.accessible();
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
    expect(one(element, '.list-panel [data-id="turn"] .detail').textContent).to.contain('non situé');
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
    expect(one(breton, '.issues li [lang="fr"]').textContent).to.equal(REMARK);
    const english = await make((map) => map.setAttribute('lang', 'en'), adrift('bouée'));
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
    expect(remarks(element)).to.have.length(1);
    element.src = 'plus.json';
    await waitUntil(() => all(element, '.marker').length === 3);
    expect(remarks(element)).to.deep.equal([]);
  });
});

describe('<ess-member-map> near the visitor', () => {
  type Answer = (ok: PositionCallback, no: PositionErrorCallback) => void;
  const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation')!;
  const located = (answer: Answer) =>
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition: answer } });

  afterEach(() => {
    setPageClient(undefined);
    Reflect.deleteProperty(navigator, 'geolocation');
    Object.defineProperty(Navigator.prototype, 'geolocation', real);
  });

  it('asks for the position only on a click, then sorts the list by distance', async () => {
    let asked = 0;
    located((ok) => {
      asked += 1;
      ok({ coords: { longitude: -2.75, latitude: 47.66 } } as GeolocationPosition);
    });
    const element = await make();
    expect(asked).to.equal(0);
    one(element, '.near').click();
    await element.updateComplete;
    expect(asked).to.equal(1);
    expect(rows(element)).to.deep.equal(['ecluse', 'cale', 'algue', 'banc', 'digue']);
    expect(one(element, '[data-id="ecluse"] .distance').textContent).to.equal('1,0\u202fkm');
    expect(one(element, '.near').getAttribute('aria-pressed')).to.equal('true');
    one(element, '.near').click();
    await element.updateComplete;
    expect(rows(element)[0]).to.equal('cale');
  });

  it('says what to do instead when it is refused', async () => {
    located((_ok, no) => no({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError));
    const element = await make();
    one(element, '.near').click();
    await element.updateComplete;
    expect(visibleText(element)).to.contain('Position refusée. Indiquez une commune');
    expect(rows(element)).to.have.length(5);
  });
});
