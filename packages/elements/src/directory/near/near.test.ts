import type { ScopeState } from '@ess-widgets/core/model';
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../ess-member-list/define.ts';
import type { EssMemberList } from '../../ess-member-list/ess-member-list.ts';
import '../../ess-member-map/define.ts';
import type { EssMemberMap } from '../../ess-member-map/ess-member-map.ts';
import '../../ess-provider/define.ts';
import type { EssElement } from '../../base/element.ts';
import type { EssFilterEvent } from '../../base/events.ts';
import { setPageClient } from '../../base/page.ts';
import type { EssProvider } from '../../ess-provider/ess-provider.ts';
import {
  appears,
  datasetFile,
  type FileAnswer,
  openShare,
  settle,
  useFiles,
  visibleText,
  waitUntil,
  watchDownloads,
} from '../../testing/testing.ts';

const at = (lon: number, lat: number, precision = 'address') => ({ lon, lat, precision });
const organisations = [
  { id: 'rennes', name: 'Cale sèche', town: 'Rennes', position: at(-1.6743, 48.112) },
  { id: 'brest', name: 'Algue verte', town: 'Brest', position: at(-4.4863, 48.3903, 'commune') },
  { id: 'guipavas', name: 'Digue', town: 'Guipavas', position: at(-4.4, 48.434) },
  { id: 'morlaix', name: 'Écluse', town: 'Morlaix', position: at(-3.83, 48.577) },
  { id: 'finistere', name: 'Fanal de Brest', position: at(-4.05, 48.25, 'departement') },
  { id: 'nulle-part', name: 'Gabare' },
].map((one) => ({ ...one, territories: [`departement-${one.id === 'rennes' ? '35' : '29'}`] }));
const colleges = ['coops', 'assos'].map((id, n) => ({ id, network: 'reseau', label: { fr: id }, order: n + 1 }));
const memberships = organisations.map(({ id }, n) => ({
  id: `m-${id}`,
  organisation: id,
  network: 'reseau',
  college: n === 2 ? 'coops' : 'assos',
}));
const territories = [
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: [] },
  { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' }, parents: [] },
];
/** insee, name, longitude, latitude, postal codes */
const COMMUNES = [
  ['29019', 'Brest', -4.4863, 48.3903, ['29200']],
  ['29151', 'Morlaix', -3.83, 48.577, ['29600']],
  ['22057', 'Le Faouët', -3.08, 48.68, ['22290']],
  ['56057', 'Le Faouët', -3.49, 48.03, ['56320']],
  ['35238', 'Rennes', -1.6743, 48.112, ['35000', '35200']],
  ['35288', 'Saint-Malo', -2.02, 48.65, ['35400']],
] as const;
const communes = {
  format: 'ess-communes/1',
  columns: {
    insee: COMMUNES.map(([insee]) => insee),
    name: COMMUNES.map(([, name]) => name),
    lon: COMMUNES.map(([, , lon]) => lon),
    lat: COMMUNES.map(([, , , lat]) => lat),
    postal: COMMUNES.map(([, , , , postal]) => postal),
    epci: COMMUNES.map(() => null),
  },
  epci: [],
  attribution: { fr: 'Communes : essai' },
  licences: [],
};
const files = (more: Readonly<Record<string, FileAnswer>> = {}): Readonly<Record<string, FileAnswer>> => ({
  'data.json': datasetFile(
    { organisations, colleges, memberships, territories },
    { communes: 'communes.json', basemap: 'none' },
  ),
  'communes.json': { json: communes },
  ...more,
});

async function listOf(more = {}): Promise<EssMemberList> {
  useFiles(files(more));
  const list = await fixture<EssMemberList>(html`<ess-member-list src="data.json" lang="fr"></ess-member-list>`);
  await settle(list);
  return list;
}

async function mapOf(): Promise<EssMemberMap> {
  useFiles(files());
  const map = await fixture<EssMemberMap>(
    html`<ess-member-map src="data.json" basemap="none" lang="fr" style="display:block;inline-size:60rem"></ess-member-map>`,
  );
  await settle(map);
  await appears(map, '.marker');
  return map;
}

const one = <T extends HTMLElement = HTMLElement>(element: EssElement, selector: string): T =>
  element.renderRoot.querySelector<T>(selector)!;
const all = (element: EssElement, selector: string): readonly HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const rows = (element: EssElement) => [...new Set(all(element, '.rows .row').map((row) => row.dataset['id']))];
const proposed = (element: EssElement) =>
  all(element, '.suggestions button').map(({ textContent }) => textContent.trim());
const countOf = (element: EssElement): string => one(element, '.count').textContent.replace(/\s+/g, ' ').trim();
const heard = (element: EssElement): string =>
  element.renderRoot.querySelector('[aria-live]')!.textContent.replace(/\s+/g, ' ').trim();
const scopeOf = (element: EssElement): ScopeState => element.provider.scope.state;
const button = (element: EssElement, text: string) =>
  all(element, 'button').find(({ textContent }) => textContent.replace(/\s+/g, ' ').includes(text))!;

function type(element: EssElement, text: string): void {
  const box = one<HTMLInputElement>(element, '#search');
  box.value = text;
  box.dispatchEvent(new InputEvent('input'));
}

async function lookAround(element: EssElement, km: string): Promise<void> {
  const select = one<HTMLSelectElement>(element, '#radius');
  select.value = km;
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

/** Types the name of a commune and takes what is proposed. */
async function choose(element: EssElement, name: string): Promise<void> {
  type(element, name);
  await appears(element, '.suggestions button');
  one(element, '.suggestions button').click();
  await appears(element, '#radius');
}

type Answer = (ok: PositionCallback, no: PositionErrorCallback) => void;
const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation')!;
let asked = 0;
function located(answer: Answer): void {
  const getCurrentPosition: Answer = (ok, no) => {
    asked += 1;
    answer(ok, no);
  };
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } });
}
const inBrest: Answer = (ok) => ok({ coords: { longitude: -4.48, latitude: 48.39 } } as GeolocationPosition);

afterEach(() => {
  setPageClient(undefined);
  asked = 0;
  Reflect.deleteProperty(navigator, 'geolocation');
  Object.defineProperty(Navigator.prototype, 'geolocation', real);
});

describe('near the visitor', () => {
  it('is asked for on a click only; then come those within 20 km, nearest first, and their distances', async () => {
    located(inBrest);
    const list = await listOf();
    type(list, 'brest');
    await appears(list, '.suggestions');
    type(list, '');
    expect(asked).to.equal(0);
    one(list, '.near').click();
    await appears(list, '#radius');
    expect(asked).to.equal(1);
    expect(rows(list)).to.deep.equal(['brest', 'guipavas']);
    expect(one(list, '[data-id="guipavas"] .distance').textContent).to.equal('7,7\u202fkm');
    expect(one(list, '[data-id="brest"] .distance').textContent).to.equal('env. 1\u202fkm');
    expect(one(list, '.near').getAttribute('aria-pressed')).to.equal('true');
    expect(countOf(list)).to.equal('2 résultats sur 6');
    expect(visibleText(list)).to.contain('2 sans adresse ni commune connue ne sont pas comptés');
    await expect(list).to.be.accessible();
    one(list, '.near').click();
    await waitUntil(() => rows(list).length === 6);
    expect(one(list, '#radius')).to.equal(null);
  });

  it('is kept out of the scope, which an address may say, and out of what the page hears', async () => {
    located(inBrest);
    const list = await listOf();
    const events: EssFilterEvent[] = [];
    list.addEventListener('ess-filter', (event) => events.push(event));
    one(list, '.near').click();
    await appears(list, '#radius');
    await waitUntil(() => events.length > 0);
    expect(scopeOf(list)).to.deep.equal({ query: '', facets: {}, selection: null, view: null });
    expect(events[0]).to.deep.include({ query: '', facets: {}, count: 2 });
  });

  it('says what to do instead when it is refused, to the eye and to the ear', async () => {
    located((_ok, no) => no({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError));
    const list = await listOf();
    one(list, '.near').click();
    await appears(list, '.notice');
    expect(visibleText(list)).to.contain('Position refusée. Indiquez une commune');
    expect(rows(list)).to.have.length(6);
    await waitUntil(() => heard(list).includes('Position refusée'));
  });

  it('is refused until something else is done: a place that is typed then is looked around', async () => {
    located((_ok, no) => no({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError));
    const list = await listOf();
    const isSaid = () => visibleText(list).includes('Position refusée');
    one(list, '.near').click();
    await waitUntil(isSaid);
    button(list, 'coops').click();
    await waitUntil(() => !isSaid());
    one(list, '.near').click();
    await waitUntil(isSaid);
    await choose(list, 'Brest');
    expect(isSaid()).to.equal(false);
    await waitUntil(() => heard(list) === '1 résultat. Près de Brest, à moins de 20 km');
    expect(rows(list)).to.deep.equal(['guipavas']);
  });

  it('is no longer asked for to the eye once something else is done, and heeded all the same', async () => {
    let answer: PositionCallback | undefined;
    located((ok) => (answer = ok));
    const list = await listOf();
    one(list, '.near').click();
    await waitUntil(() => visibleText(list).includes('Position demandée…'));
    type(list, 'algue');
    await waitUntil(() => !visibleText(list).includes('Position demandée…'));
    answer!({ coords: { longitude: -4.48, latitude: 48.39 } } as GeolocationPosition);
    await appears(list, '#radius');
  });

  it('listens to no answer to a button that was pressed again, or of an element that has gone', async () => {
    const answers: PositionCallback[] = [];
    located((ok) => answers.push(ok));
    const list = await listOf();
    one(list, '.near').click();
    await waitUntil(() => answers.length === 1);
    one(list, '.near').click();
    await waitUntil(() => answers.length === 2);
    answers[0]!({ coords: { longitude: -1.67, latitude: 48.11 } } as GeolocationPosition);
    await list.updateComplete;
    expect(one(list, '#radius')).to.equal(null);
    answers[1]!({ coords: { longitude: -4.48, latitude: 48.39 } } as GeolocationPosition);
    await appears(list, '#radius');
    expect(rows(list)[0]).to.equal('brest');
    one(list, '.near').click();
    await waitUntil(() => one(list, '#radius') === null);
    one(list, '.near').click();
    await waitUntil(() => answers.length === 3);
    const { parentElement } = list;
    list.remove();
    answers[2]!({ coords: { longitude: -4.48, latitude: 48.39 } } as GeolocationPosition);
    parentElement?.append(list);
    list.requestUpdate();
    await list.updateComplete;
    expect(one(list, '#radius')).to.equal(null);
  });
});

describe('near a commune', () => {
  it('is proposed while its name is typed, and changes nothing until it is taken', async () => {
    const list = await listOf();
    type(list, 'Brest');
    await appears(list, '.suggestions button');
    expect(proposed(list)).to.deep.equal(['Près de Brest (29)']);
    await waitUntil(() => heard(list) === '2 résultats. Proposition : Près de Brest (29)');
    expect(rows(list)).to.have.members(['brest', 'finistere']);
    expect(scopeOf(list).facets).to.deep.equal({});
    await expect(list).to.be.accessible();
    one(list, '.suggestions button').click();
    await appears(list, '#radius');
    expect(rows(list)).to.deep.equal(['brest', 'guipavas']);
    expect(one<HTMLInputElement>(list, '#search').value).to.equal('');
    expect(list.shadowRoot?.activeElement?.id).to.equal('radius');
    expect(scopeOf(list).facets).to.deep.equal({ near: ['commune-29019/20'] });
    const far = all(list, '.distance').map(({ textContent }) => textContent);
    expect(far).to.deep.equal(['même commune', '8,0\u202fkm']);
    await waitUntil(() => heard(list) === '2 résultats. Près de Brest, à moins de 20 km');
  });

  it('comes right after the search for who uses the keyboard', async () => {
    const list = await listOf();
    type(list, 'brest');
    await appears(list, '.suggestions button');
    const stops = all(list, '.filters :is(input, button, select)');
    expect(stops.map((stop) => stop.id || stop.textContent.trim()).slice(0, 2)).to.deep.equal([
      'search',
      'Près de Brest (29)',
    ]);
  });

  for (const [text, expected] of [
    ['29200', ['Près de Brest (29)']],
    ['35238', ['Près de Rennes (35)']],
    ['st malo', ['Près de Saint-Malo (35)']],
    ['le faouet', ['Près du Faouët (22)', 'Près du Faouët (56)']],
    ['35', ['Département\u202f: Ille-et-Vilaine (35)']],
  ] as const) {
    it(`is what "${text}" may mean`, async () => {
      const list = await listOf();
      // The code is there with any other words.
      type(list, 'brest');
      await appears(list, '.suggestions button');
      type(list, text);
      await list.updateComplete;
      expect(proposed(list)).to.deep.equal(expected);
    });
  }

  it('is not what "épicerie" may mean, nor a word of two letters', async () => {
    const list = await listOf();
    type(list, 'brest');
    await appears(list, '.suggestions button');
    for (const text of ['épicerie', 'br', '29']) {
      type(list, text);
      await list.updateComplete;
      if (text !== '29') expect(proposed(list), text).to.deep.equal([]);
    }
    button(list, 'Finistère').click();
    await list.updateComplete;
    expect(scopeOf(list)).to.deep.include({ query: '', facets: { departement: ['departement-29'] } });
  });

  it('is what a misspelt name may mean where nobody is found by it, whatever the filters leave', async () => {
    const list = await listOf();
    type(list, 'brst');
    await waitUntil(() => heard(list) === '0 résultat. Proposition : Près de Brest (29)');
    expect(proposed(list)).to.deep.equal(['Près de Brest (29)']);
    button(list, 'Près de Brest').click();
    await appears(list, '#radius');
    expect(rows(list)).to.deep.equal(['brest', 'guipavas']);
    button(list, 'Retirer').click();
    type(list, 'breste');
    await waitUntil(() => heard(list).startsWith('2 résultats'));
    expect(rows(list)).to.have.members(['brest', 'finistere']);
    expect(proposed(list)).to.deep.equal([]);
    // Nobody found is in that collège, which has no chip then: another widget chooses it.
    expect(button(list, 'coops')).to.equal(undefined);
    list.provider.request({ facets: { college: ['coops'] } });
    await waitUntil(() => rows(list).length === 0);
    expect(proposed(list)).to.deep.equal([]);
  });

  it('has a radius of the visitor’s choice that the counts of the chips follow', async () => {
    const list = await listOf();
    await choose(list, 'Brest');
    await lookAround(list, '5');
    expect(rows(list)).to.deep.equal(['brest']);
    const counts = () => all(list, '.chips .chip-count').map(({ textContent }) => textContent);
    // Those of one collège are left: there is nothing to choose among.
    expect(counts()).to.deep.equal([]);
    await lookAround(list, '50');
    expect(rows(list)).to.deep.equal(['brest', 'guipavas']);
    expect(counts()).to.deep.equal(['1', '1']);
    await lookAround(list, '');
    expect(rows(list)).to.deep.equal(['brest', 'guipavas', 'finistere', 'morlaix', 'rennes', 'nulle-part']);
    expect(scopeOf(list).facets).to.deep.equal({ near: ['commune-29019'] });
  });

  it('without a result says how far the nearest is, and widens to the radius that reaches it', async () => {
    const list = await listOf();
    await choose(list, 'saint-malo');
    expect(list.state).to.equal('empty');
    expect(visibleText(list)).to.contain('Aucun résultat à moins de 20\u202fkm de Saint-Malo');
    expect(visibleText(list)).to.contain('Le plus proche est à 65\u202fkm.');
    await expect(list).to.be.accessible();
    await choose(list, 'morlaix');
    await lookAround(list, '50');
    one(list, '.chips .chip').click();
    await lookAround(list, '5');
    expect(visibleText(list)).to.contain('Le plus proche est à 45\u202fkm.');
    button(list, 'Élargir à 50 km').click();
    await list.updateComplete;
    expect(rows(list)).to.deep.equal(['guipavas']);
    expect(list.shadowRoot?.activeElement?.id).to.equal('radius');
  });

  it('goes with the filters, or alone, and leaves the focus where one goes on', async () => {
    const list = await listOf();
    await choose(list, 'saint-malo');
    button(list, 'Effacer les filtres').click();
    await list.updateComplete;
    expect(rows(list)).to.have.length(6);
    expect(one(list, '#radius')).to.equal(null);
    await choose(list, 'brest');
    one(list, '.chips .chip').click();
    button(list, 'Retirer').click();
    await list.updateComplete;
    expect(scopeOf(list).facets).to.deep.equal({ college: ['coops'] });
    expect(list.shadowRoot?.activeElement?.id).to.equal('search');
  });

  it('takes the place of the visitor’s position, and the other way round', async () => {
    located(inBrest);
    const list = await listOf();
    one(list, '.near').click();
    await appears(list, '#radius');
    await choose(list, 'rennes');
    expect(one(list, '.near').getAttribute('aria-pressed')).to.equal('false');
    expect(rows(list)).to.deep.equal(['rennes']);
    one(list, '.near').click();
    await waitUntil(() => rows(list).join() === 'brest,guipavas');
    expect(scopeOf(list).facets).to.deep.equal({});
  });

  it('is the same for the widgets of a provider, and is read from its scope', async () => {
    useFiles(files());
    const provider = await fixture<EssProvider>(
      html`<ess-provider src="data.json" lang="fr">
        <ess-member-map basemap="none"></ess-member-map><ess-member-list></ess-member-list>
      </ess-provider>`,
    );
    const map = provider.querySelector('ess-member-map')!;
    const list = provider.querySelector('ess-member-list')!;
    await Promise.all([settle(map), settle(list)]);
    provider.scope.set({ facets: { near: ['commune-29151/5'] } });
    await Promise.all([appears(map, '#radius'), appears(list, '#radius')]);
    await waitUntil(() => rows(list).join() === 'morlaix' && rows(map).join() === 'morlaix');
    expect(visibleText(list)).to.contain('Près de Morlaix');
  });

  it('that the data do not know is said, and hides nothing', async () => {
    const list = await listOf();
    list.provider.scope.set({ facets: { near: ['commune-75056/20'] } });
    await appears(list, '.notice');
    expect(visibleText(list)).to.contain('Commune inconnue de ces données\u202f: 75056.');
    expect(rows(list)).to.have.length(6);
    button(list, 'Retirer').click();
    await list.updateComplete;
    expect(one(list, '.notice')).to.equal(null);
  });

  it('is not proposed where the data have no table of communes, and its loss costs nothing else', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    const list = await listOf({ 'communes.json': { status: 404 } });
    type(list, 'brest');
    await waitUntil(() => rows(list).length === 2);
    await waitUntil(() => heard(list) === '2 résultats');
    console.warn = warn;
    expect(proposed(list)).to.deep.equal([]);
    expect(lines.join()).to.contain('communes cannot be proposed');
  });

  it('is what the map shows: its markers, and its area', async () => {
    const map = await mapOf();
    const markers = () => all(map, '.marker').map((marker) => marker.getAttribute('aria-label')?.split(',')[0]);
    await choose(map, 'rennes');
    await waitUntil(() => markers().join() === 'Cale sèche');
    expect(countOf(map)).to.equal('1 résultat sur 6, dont 1 sur la carte');
    const isInSight = (): boolean => {
      const [marker, box] = ['.marker', '.map-box'].map((selector) => one(map, selector).getBoundingClientRect());
      return (
        marker!.left > box!.left && marker!.right < box!.right && marker!.top > box!.top && marker!.bottom < box!.bottom
      );
    };
    expect(isInSight()).to.equal(true);
    // Another place with as many results is another area.
    await choose(map, 'morlaix');
    await lookAround(map, '5');
    await waitUntil(() => markers().join() === 'Écluse');
    expect(isInSight()).to.equal(true);
  });

  it('is said in English and, as far as it goes, in Breton', async () => {
    for (const [lang, words] of [
      ['en', 'Near Brest'],
      ['br', 'Brest ha tro-dro'],
    ] as const) {
      const list = await listOf();
      list.lang = lang;
      await choose(list, 'brest');
      await waitUntil(() => visibleText(list).includes(words), words);
    }
  });
});

describe('filters on paper', () => {
  afterEach(() => emulateMedia({ media: 'screen' }));

  /** Returns the text of an element as it is printed, with the filters chosen. */
  async function printed(element: EssElement): Promise<string> {
    await appears(element, '.paper .place');
    expect(visibleText(element)).not.to.contain('Filtres');
    await emulateMedia({ media: 'print' });
    return visibleText(element);
  }

  it('say the radius and its place, beside the others', async () => {
    const list = await listOf();
    await choose(list, 'faouet');
    await lookAround(list, '');
    all(list, '.chip')[1]!.click();
    await lookAround(list, '20');
    await waitUntil(() => one(list, '.chip.pressed'));
    const text = await printed(list);
    expect(text).to.contain('Filtres\u202f: assos, à moins de 20\u202fkm du Faouët.');
    expect(text).not.to.contain('Retirer');
    await emulateMedia({ media: 'screen' });
    button(list, 'Retirer').click();
    type(list, 'digue');
    one<HTMLSelectElement>(list, '#departement').value = 'departement-29';
    one(list, '#departement').dispatchEvent(new Event('change'));
    await waitUntil(() => one(list, '.paper .place')?.textContent.includes('digue'));
    expect(await printed(list)).to.contain('Filtres\u202f: assos, Finistère (29), «\u202fdigue\u202f».');
  });

  it('say no more of where the visitor is than that they asked', async () => {
    located(inBrest);
    const map = await mapOf();
    one(map, '.near').click();
    await waitUntil(() => one(map, '.paper .place')?.textContent.includes('km'));
    expect(await printed(map)).to.contain('Filtres\u202f: à moins de 20\u202fkm de ma position.');
  });

  it('are not spoken of where there are none', async () => {
    const list = await listOf();
    type(list, 'digue');
    await appears(list, '.paper .place');
    type(list, '');
    await waitUntil(() => one(list, '.paper .place') === null);
    await emulateMedia({ media: 'print' });
    expect(visibleText(list)).not.to.contain('Filtres');
  });
});

describe('a place on the map', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  const boxOf = (map: EssMemberMap, selector: string): DOMRect => one(map, selector).getBoundingClientRect();
  const middleOf = (map: EssMemberMap, selector: string): readonly [number, number] => {
    const { left, right, top, bottom } = boxOf(map, selector);
    return [(left + right) / 2, (top + bottom) / 2];
  };
  const markName = (map: EssMemberMap): string | null => one(map, '.near-mark')?.getAttribute('aria-label') ?? null;
  const CIRCLE = '.near-map g .edge';

  /** The whole circle, and not much more. */
  function fits(map: EssMemberMap): boolean {
    const [circle, stage] = [boxOf(map, CIRCLE), boxOf(map, '.stage')];
    const isInside =
      circle.left > stage.left && circle.right < stage.right && circle.top > stage.top && circle.bottom < stage.bottom;
    return isInside && circle.height > stage.height / 3;
  }

  it('is marked, with a circle as wide as its radius on the scale of the map', async () => {
    const map = await mapOf();
    await choose(map, 'brest');
    await appears(map, CIRCLE);
    expect(markName(map)).to.equal('Près de Brest, à moins de 20\u202fkm');
    expect(one(map, '.near-radius').textContent).to.equal('20\u202fkm');
    // Nearer, so that the markers stand apart.
    await lookAround(map, '10');
    await appears(map, '.marker[aria-label^="Digue"]');
    await waitUntil(() => fits(map), 'the circle does not fit');
    const [x, y] = middleOf(map, '.near-mark');
    const [mx, my] = middleOf(map, '.marker[aria-label^="Digue"]');
    const circle = boxOf(map, CIRCLE);
    // Guipavas is 7.97 km from the middle of Brest.
    const km = Math.hypot(mx - x, my - y) / 7.97;
    expect(circle.width / 2 / km).to.be.closeTo(10, 0.15);
    expect(circle.height / 2 / km).to.be.closeTo(10, 0.15);
    expect((circle.left + circle.right) / 2).to.be.closeTo(x, 1);
    await expect(map).to.be.accessible();
  });

  it('is shown with its whole circle, whatever was found in it, and with another radius again', async () => {
    const map = await mapOf();
    await choose(map, 'morlaix');
    await appears(map, CIRCLE);
    await lookAround(map, '10');
    await waitUntil(() => one(map, '.near-radius').textContent === '10\u202fkm');
    await waitUntil(() => fits(map), 'the circle does not fit');
    expect(rows(map)).to.deep.equal(['morlaix']);
    await lookAround(map, '20');
    await waitUntil(() => one(map, '.near-radius').textContent === '20\u202fkm');
    expect(rows(map)).to.deep.equal(['morlaix']);
    await waitUntil(() => fits(map), 'the wider circle does not fit');
    await lookAround(map, '');
    await waitUntil(() => one(map, CIRCLE) === null);
    expect(markName(map)).to.equal('Près de Morlaix, à toute distance');
    button(map, 'Retirer').click();
    await waitUntil(() => one(map, '.near-mark') === null);
  });

  it('is shown where the address of a page says it, unless that says where to look', async () => {
    useFiles(files());
    const provider = await fixture<EssProvider>(
      html`<ess-provider src="data.json" lang="fr">
        <ess-member-map basemap="none" style="display:block;inline-size:60rem"></ess-member-map>
      </ess-provider>`,
    );
    provider.scope.set({ facets: { near: ['commune-29151/5'] } });
    const map = provider.querySelector('ess-member-map')!;
    await appears(map, CIRCLE);
    await waitUntil(() => fits(map), 'the circle does not fit');
    provider.scope.set({ facets: { near: ['commune-29019/5'] }, view: '-1.6743,48.112,2' });
    await waitUntil(() => markName(map)?.includes('Brest'));
    const circle = boxOf(map, CIRCLE);
    expect(circle.right).to.be.lessThan(boxOf(map, '.stage').left + boxOf(map, '.stage').width / 2);
  });

  it('is marked in forced colours by a line of its own', async () => {
    const map = await mapOf();
    await choose(map, 'brest');
    await appears(map, CIRCLE);
    await emulateMedia({ forcedColors: 'active' });
    const [edge, halo] = ['.edge', '.halo'].map((part) => getComputedStyle(one(map, `.near-mark ${part}`)).stroke);
    await emulateMedia({ forcedColors: 'none' });
    expect(edge).not.to.equal(halo);
    expect(edge).to.match(/^rgb/);
  });

  describe('taken away', () => {
    let watch: ReturnType<typeof watchDownloads>;
    beforeEach(() => {
      watch = watchDownloads();
    });
    afterEach(() => watch.stop());

    async function picture(map: EssMemberMap): Promise<Document> {
      await openShare(map, 'image');
      button(map, 'SVG').click();
      await waitUntil(() => watch.files.length > 0, 'no file', { timeout: 8000 });
      return new DOMParser().parseFromString(await watch.files[0]!.blob.text(), 'image/svg+xml');
    }
    /** The circle and the ring of the mark. */
    const lines = (drawn: Document) => drawn.querySelectorAll('path[fill-opacity="0.06"], path[d^="M-26 0"]').length;

    it('stands in the picture where it is a commune', async () => {
      const map = await mapOf();
      await choose(map, 'brest');
      await appears(map, CIRCLE);
      const drawn = await picture(map);
      expect(lines(drawn)).to.be.greaterThan(1);
      expect(drawn.documentElement.textContent).to.contain('20\u202fkm');
    });

    it('stands neither in a picture nor on paper where it is the visitor’s own', async () => {
      located(inBrest);
      const map = await mapOf();
      one(map, '.near').click();
      await appears(map, CIRCLE);
      expect(markName(map)).to.equal('Près de moi, à moins de 20\u202fkm');
      await waitUntil(() => fits(map), 'the circle does not fit');
      expect(lines(await picture(map))).to.equal(0);
      await emulateMedia({ media: 'print' });
      const isPrinted = one(map, CIRCLE).getClientRects().length > 0;
      await emulateMedia({ media: 'screen' });
      expect(isPrinted).to.equal(false);
      expect(one(map, CIRCLE).getClientRects()).to.have.length(1);
    });
  });
});
