import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EssErrorEvent, EssFilterEvent } from '../base/events.ts';
import { setPageClient } from '../base/page.ts';
import type { EssProvider } from '../ess-provider/ess-provider.ts';
import { came, datasetFile, settle, useFiles, visibleText } from '../testing/testing.ts';
import '../ess-breakdown/define.ts';
import '../ess-event-agenda/define.ts';
import '../ess-event-counter/define.ts';
import '../ess-indicator/define.ts';
import '../ess-member-list/define.ts';
import '../ess-member-map/define.ts';
import '../ess-provider/define.ts';
import '../ess-table/define.ts';
import '../ess-trend/define.ts';
import './define.ts';
import type { EssTerritoryPicker } from './ess-territory-picker.ts';

const territory = (id: string, name: string, ...parents: readonly string[]) => ({
  id,
  kind: id.split('-', 1)[0],
  name: { fr: name },
  parents,
});
const BRETAGNE = [
  { ...territory('region-53', 'Bretagne'), name: { fr: 'Bretagne', br: 'Breizh' } },
  territory('departement-29', 'Finistère', 'region-53'),
  territory('departement-35', 'Ille-et-Vilaine', 'region-53'),
  territory('departement-22', 'Côtes-d’Armor', 'region-53'),
  territory('departement-56', 'Morbihan', 'region-53'),
  territory('pole-brest', 'Pays de Brest', 'departement-29'),
  territory('epci-1', 'Brest Métropole', 'departement-29'),
  territory('epci-2', 'Vide Communauté', 'departement-29'),
];
const observed = (id: string, value: number, extra: object = {}) => ({
  id,
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period: '2024',
  quantity: { value, op: '=', unit: 'members' },
  source: { document: 'rapport', section: 'I.1.a', page: 4 },
  ...extra,
});
const COLLECTIONS = {
  territories: BRETAGNE,
  organisations: [
    { id: 'a', name: 'A', territories: ['epci-1', 'pole-brest'] },
    { id: 'b', name: 'B', territories: ['departement-35'] },
    { id: 'c', name: 'C' },
  ],
  events: [
    { id: 'e1', title: { fr: 'Rencontre à Brest' }, date: '2024-06-18', status: 'held', territories: ['epci-1'] },
    {
      id: 'e2',
      title: { fr: 'Rencontre ailleurs' },
      date: '2024-06-19',
      status: 'held',
      territories: ['departement-22'],
    },
  ],
  observations: [observed('whole', 117), observed('part', 12, { territory: 'departement-29' })],
};
const PERIODS = ['2022', '2023', '2023-SY', '2024'];

async function make(markup: string, collections: Readonly<Record<string, readonly object[]>> = COLLECTIONS) {
  useFiles({ 'data.json': datasetFile(collections, { periods: PERIODS }) });
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.innerHTML = markup;
  const picker = host.querySelector('ess-territory-picker') as EssTerritoryPicker;
  for (const element of host.querySelectorAll<EssTerritoryPicker>(
    'ess-territory-picker, ess-indicator, ess-event-agenda',
  ))
    await settle(element);
  return { host, picker, provider: host.querySelector('ess-provider') as EssProvider };
}

const alone = (attributes = '') => `<ess-territory-picker src="data.json" ${attributes}></ess-territory-picker>`;
const inside = (attributes = '', provided = '') =>
  `<ess-provider src="data.json" ${provided}><ess-territory-picker ${attributes}></ess-territory-picker><ess-indicator indicator="members-stock"></ess-indicator><ess-event-agenda></ess-event-agenda></ess-provider>`;

const select = (picker: EssTerritoryPicker, id = 'territory') =>
  picker.renderRoot.querySelector<HTMLSelectElement>(`select#${id}`) as HTMLSelectElement;
const options = (list: HTMLSelectElement) => [...list.options].map(({ text }) => text);

async function choose(picker: EssTerritoryPicker, value: string, id = 'territory'): Promise<void> {
  const list = select(picker, id);
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await came(picker, import('./choose.ts'));
}

async function until(done: () => boolean): Promise<void> {
  for (let turns = 0; turns < 4000 && !done(); turns++) await new Promise((r) => setTimeout(r, 5));
  expect(done()).to.equal(true);
}

describe('<ess-territory-picker>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    setPageClient(undefined);
    document.documentElement.lang = 'fr';
  });

  it('offers the territories that something lies in, with how much, by kind then by name; the region is all', async () => {
    const { picker } = await make(alone());
    expect(options(select(picker))).to.deep.equal([
      'Toute la région Bretagne',
      'Côtes-d’Armor · 1',
      'Finistère · 2',
      'Ille-et-Vilaine · 1',
      'Pays de Brest · 1',
      'Brest Métropole · 2',
    ]);
    const groups = [...select(picker).querySelectorAll('optgroup')].map(({ label }) => label);
    expect(groups).to.deep.equal(['Départements', 'Pôles ESS', 'Intercommunalités']);
    expect(select(picker).labels[0]?.textContent).to.equal('Territoire');
    await expect(picker).to.be.accessible();
  });

  it('offers the kinds asked for, in that order', async () => {
    const { picker } = await make(alone('kinds="epci departement"'));
    expect([...select(picker).querySelectorAll('optgroup')].map(({ label }) => label)).to.deep.equal([
      'Intercommunalités',
      'Départements',
    ]);
  });

  it('offers a territory that only a figure is of', async () => {
    const { picker } = await make(alone(), { ...COLLECTIONS, organisations: [], events: [] });
    await until(() => options(select(picker) ?? document.createElement('select')).includes('Finistère · 1'));
    expect(options(select(picker))).to.deep.equal(['Toute la région Bretagne', 'Finistère · 1']);
  });

  // The first switch of the file: a warning is said once.
  it('has its neighbours wait for what a territory needs, without a word of a fault', async () => {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    const { host, picker } = await make(inside());
    await choose(picker, 'departement-29');
    await until(() => !visibleText(host.querySelector('ess-event-agenda') as Element).includes('ailleurs'));
    console.warn = warn;
    expect(lines).to.deep.equal([]);
  });

  it('moves what is in its provider, by keyboard, and says so once', async () => {
    const { host, picker, provider } = await make(inside());
    const text = (tag: string) => visibleText(host.querySelector(tag) as Element);
    expect(text('ess-indicator')).to.contain('117');
    const said: string[] = [];
    const region = provider.shadowRoot?.querySelector('[aria-live]') as Element;
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    select(picker).focus();
    await sendKeys({ type: 'Fin' });
    await until(() => provider.scope.state.territory === 'departement-29');
    await until(() => /\b12\b/.test(text('ess-indicator')));
    expect(text('ess-indicator')).not.to.contain('117');
    await until(() => text('ess-event-agenda').includes('Rencontre à Brest'));
    expect(text('ess-event-agenda')).not.to.contain('ailleurs');
    await until(() => said.length > 0);
    await new Promise((r) => setTimeout(r, 450));
    expect(said).to.deep.equal(['Territoire\u202f: Finistère']);
    await choose(picker, '');
    await until(() => text('ess-indicator').includes('117'));
    expect(text('ess-event-agenda')).to.contain('ailleurs');
  });

  it('shows what the provider has, whoever changed it', async () => {
    const { picker, provider } = await make(inside('', 'territory="departement-35"'));
    expect(select(picker).value).to.equal('departement-35');
    provider.scope.set({ territory: 'epci-2' });
    await picker.updateComplete;
    expect(select(picker).selectedOptions[0]?.text).to.equal('Vide Communauté');
    provider.scope.set({ territory: 'epci-404' });
    await picker.updateComplete;
    expect(select(picker).selectedOptions[0]?.text).to.equal('epci-404');
  });

  it('sets its own scope where it is alone, and says so by an event', async () => {
    const { host, picker } = await make(alone('territory="departement-35"'));
    expect(select(picker).value).to.equal('departement-35');
    const heard = oneEvent<EssFilterEvent>(host, 'ess-filter');
    await choose(picker, 'departement-29');
    const { territory: chosen, period, count } = await heard;
    expect({ chosen, period, count }).to.deep.equal({ chosen: 'departement-29', period: undefined, count: 2 });
    expect(select(picker).value).to.equal('departement-29');
  });

  it('takes the place of a département chosen in a list, and leaves the other filters', async () => {
    const { picker, provider } = await make(inside());
    provider.scope.set({ facets: { departement: ['departement-35'], college: ['x'] } });
    await choose(picker, 'departement-29');
    expect(provider.scope.state.facets).to.deep.equal({ college: ['x'] });
  });

  it('has periods and what they are compared with, never a school year with a year', async () => {
    const { picker, provider } = await make(inside('fields="territory period compare"'));
    expect(options(select(picker, 'period'))).to.deep.equal([
      'La plus récente',
      '2024',
      'année scolaire 2023-2024',
      '2023',
      '2022',
    ]);
    expect(options(select(picker, 'compare'))).to.deep.equal([
      'La période précédente',
      'Aucune comparaison',
      '2023',
      '2022',
    ]);
    await choose(picker, '2022', 'compare');
    await choose(picker, '2023', 'period');
    expect(provider.scope.state).to.include({ period: '2023', compare: '2022' });
    expect(options(select(picker, 'compare'))).to.deep.equal([
      'La période précédente',
      'Aucune comparaison',
      '2024',
      '2022',
    ]);
    await choose(picker, '2023-SY', 'period');
    expect(provider.scope.state.compare).to.equal(undefined);
    expect(options(select(picker, 'compare'))).to.deep.equal(['La période précédente', 'Aucune comparaison']);
    await expect(picker).to.be.accessible();
  });

  it('speaks Breton, and marks the names that are French', async () => {
    const { picker } = await make(alone());
    document.documentElement.lang = 'br';
    await until(() => select(picker).labels[0]?.textContent === 'Tiriad');
    expect(select(picker).options[0]?.text).to.equal('Breizh a-bezh');
    expect(select(picker).options[2]?.lang).to.equal('fr');
  });

  it('offers the regions of a federation, and a network that has no usual kind of territory its communes', async () => {
    const groups = ({ renderRoot }: EssTerritoryPicker) =>
      [...renderRoot.querySelectorAll('optgroup')].map(({ label, children }) => `${label} ${children.length}`);
    const nantes = [
      territory('region-52', 'Pays de la Loire'),
      territory('departement-44', 'Loire-Atlantique', 'region-52'),
    ];
    const members = ['departement-29', 'departement-44'].map((id) => ({ id, name: id, territories: [id] }));
    const wide = {
      territories: [...BRETAGNE.slice(0, 2), ...nantes],
      organisations: members,
      events: [],
      observations: [],
    };
    expect(groups((await make(alone(), wide)).picker)).to.deep.equal(['Régions 2', 'Départements 2']);
    const abroad = {
      territories: [territory('region-estrie', 'Estrie'), territory('commune-43027', 'Sherbrooke', 'region-estrie')],
      organisations: [{ id: 'a', name: 'A', territories: ['commune-43027'] }],
      events: [],
      observations: [],
    };
    expect(groups((await make(alone(), abroad)).picker)).to.deep.equal(['Communes 1']);
    expect((await make(alone('kinds="epci"'), abroad)).picker.state).to.equal('empty');
  });

  it('says that there is nothing to choose', async () => {
    const { picker } = await make(alone(), { observations: [] });
    expect(picker.state).to.equal('empty');
    expect(visibleText(picker)).to.contain('Aucun territoire à choisir');
  });

  it('names a word that its attributes do not know', async () => {
    useFiles({ 'data.json': datasetFile(COLLECTIONS) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const heard = oneEvent<EssErrorEvent>(host, 'ess-error');
    host.innerHTML = alone('kinds="departement canton"');
    expect((await heard).error.message).to.contain('canton');
    await settle(host.firstElementChild as EssTerritoryPicker, 'error');
    expect(visibleText(host.firstElementChild as Element)).to.match(/«\scanton\s».*region, departement, pole/);
  });
});

/** Elements with a territory of which only the name is known, and with one that has its own figure. */
describe('the elements of a provider', () => {
  const planned = (id: string, name: string, date: string, place: string) => ({
    id,
    title: { fr: `Rendez-vous ${name}` },
    date,
    status: 'planned',
    territories: [place],
  });
  const next = [
    planned('e3', 'rennais', '2099-01-01', 'departement-35'),
    planned('e4', 'brestois', '2099-02-01', 'epci-1'),
  ];
  const data = { ...COLLECTIONS, events: [...COLLECTIONS.events, ...next] };
  const ALL = [
    '<ess-indicator indicator="members-stock"></ess-indicator>',
    '<ess-breakdown indicator="members-stock" by="college"></ess-breakdown>',
    '<ess-event-counter></ess-event-counter>',
    '<ess-event-agenda></ess-event-agenda>',
    '<ess-member-list></ess-member-list>',
    '<ess-member-map basemap="none"></ess-member-map>',
  ].join('');
  const show = async (territory: string) => {
    useFiles({ 'data.json': datasetFile(data, { periods: ['2024'] }) });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML = `<ess-provider src="data.json">${ALL}</ess-provider>`;
    const elements = [...host.querySelectorAll<EssTerritoryPicker>('ess-provider > *')];
    for (const element of elements) await settle(element);
    (host.firstElementChild as EssProvider).scope.set({ territory });
    for (const element of elements) {
      await element.updateComplete;
      await settle(element);
    }
    return (tag: string) => visibleText(host.querySelector(tag) as Element);
  };

  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  it('say calmly that they have nothing of a territory, by its name, and show nothing of another', async () => {
    const text = await show('departement-56');
    // The one figure that is known of the whole stays, and says that it is regional.
    expect(text('ess-indicator')).to.match(/117 Chiffre régional \(Bretagne\), au 31 décembre 2024/);
    expect(text('ess-indicator')).not.to.contain('Morbihan');
    expect(text('ess-breakdown')).to.match(/^Morbihan · .* Aucun détail dans ces données 2024/);
    expect(text('ess-event-counter')).to.contain('Morbihan').and.not.to.contain('rennais');
    expect(text('ess-event-agenda')).to.contain('Morbihan').and.not.to.contain('Rencontre');
    expect(text('ess-member-list')).to.contain('Aucun adhérent dans ces données Morbihan');
    expect(text('ess-member-map')).to.contain('Morbihan');
    for (const tag of ['ess-breakdown', 'ess-event-counter', 'ess-member-list', 'ess-member-map'])
      expect(text(tag), tag).not.to.match(/117|\b12\b/);
  });

  it('keep “no data” where the page’s author asks one figure for a territory, and where the whole is unknown too', async () => {
    useFiles({ 'data.json': datasetFile(data, { periods: ['2024'] }) });
    const provider = await fixture<EssProvider>(html`<ess-provider src="data.json" territory="departement-56">
      <ess-indicator indicator="members-stock" territory="departement-56"></ess-indicator>
      <ess-indicator indicator="members-joined"></ess-indicator>
    </ess-provider>`);
    for (const each of provider.querySelectorAll('ess-indicator')) {
      await settle(each, 'empty');
      expect(visibleText(each)).to.contain('Pas de donnée').and.to.contain('Morbihan').and.not.to.contain('régional');
    }
    expect(provider.regional).to.equal(undefined);
  });

  it('have the picker say once for the page which figures stay regional, and only while a territory is chosen', async () => {
    const { host, picker, provider } = await make(inside('', 'territory="departement-56"'));
    const said = () => picker.renderRoot.querySelector('.regional')?.textContent ?? '';
    await until(() => said() !== '');
    expect(said().replaceAll('\u202f', ' ')).to.equal(
      'Chiffres régionaux : ceux qui ne sont pas connus pour « Morbihan » restent ceux de la région Bretagne, et le disent.',
    );
    await expect(picker).to.be.accessible();
    await choose(picker, 'departement-29');
    await until(() => visibleText(host.querySelector('ess-indicator') as Element).includes('12'));
    expect(said()).to.equal('');
    expect(provider.scope.state.territory).to.equal('departement-29');
  });

  it('draw parts, a table and a line of all of the data in the same words, and none of it as the territory’s', async () => {
    const colleges = [{ id: 'associations', network: 'n', label: { fr: 'Associations' }, order: 1 }];
    const parts = ['2023', '2024'].flatMap((period) => [
      observed(`whole-${period}`, 117, { period }),
      observed(`part-${period}`, 60, { period, dimensions: { college: 'associations' } }),
    ]);
    useFiles({ 'data.json': datasetFile({ ...data, colleges, observations: parts }, { periods: ['2023', '2024'] }) });
    const provider = await fixture<EssProvider>(html`<ess-provider src="data.json" territory="departement-56">
      <ess-breakdown indicator="members-stock" by="college"></ess-breakdown>
      <ess-table indicator="members-stock" by="college"></ess-table>
      <ess-trend indicator="members-stock"></ess-trend>
    </ess-provider>`);
    for (const each of provider.querySelectorAll<EssTerritoryPicker>('ess-provider > *')) {
      await until(() => each.renderRoot.querySelector('.subtitle:not(.reserved)') !== null);
      expect(visibleText(each), each.localName).to.contain('Chiffre régional (Bretagne).');
      expect(visibleText(each), each.localName).not.to.contain('Morbihan');
    }
  });

  it('show the figure, the members and the events of a territory that has some', async () => {
    const text = await show('departement-29');
    expect(text('ess-indicator')).to.match(/12 Finistère, au 31 décembre 2024/);
    expect(text('ess-event-counter'))
      .to.match(/1.*Finistère/)
      .and.not.to.contain('rennais');
    expect(text('ess-event-agenda')).to.contain('Rencontre à Brest').and.not.to.contain('ailleurs');
  });
});

describe('<ess-territory-picker> with more territories than a list can have', () => {
  const many = Array.from({ length: 70 }, (_, n) => territory(`epci-${100 + n}`, `Communauté ${n}`, 'departement-29'));
  const crowded = {
    ...COLLECTIONS,
    territories: [...BRETAGNE, ...many],
    organisations: [
      ...COLLECTIONS.organisations,
      ...many.map(({ id }) => ({ id: `in-${id}`, name: id, territories: [id] })),
    ],
  };
  const input = (picker: EssTerritoryPicker) =>
    picker.renderRoot.querySelector<HTMLInputElement>('input[role="combobox"]') as HTMLInputElement;
  const active = (picker: EssTerritoryPicker) => picker.renderRoot.querySelector('.option.active')?.textContent;
  const crowd = async (markup: string) => {
    const made = await make(markup, crowded);
    await came(made.picker, import('./combobox.ts'));
    await until(() => input(made.picker) !== null);
    return made;
  };

  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  it('is searched without accents, by keyboard alone', async () => {
    const { picker, provider } = await crowd(inside());
    expect(input(picker).value).to.equal('Toute la région Bretagne');
    input(picker).focus();
    await sendKeys({ type: 'cotes' });
    await picker.updateComplete;
    expect(input(picker).getAttribute('aria-expanded')).to.equal('true');
    expect(active(picker)).to.equal('Côtes-d’Armor · 1');
    expect(
      picker.renderRoot.querySelector(`#${input(picker).getAttribute('aria-activedescendant')}`)?.textContent,
    ).to.equal('Côtes-d’Armor · 1');
    await expect(picker).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await came(picker, import('./choose.ts'));
    expect(provider.scope.state.territory).to.equal('departement-22');
    expect(input(picker).value).to.equal('Côtes-d’Armor');
    expect(input(picker).getAttribute('aria-expanded')).to.equal('false');
  });

  it('moves with the arrows, and gives up with Escape', async () => {
    const { picker, provider } = await crowd(inside());
    input(picker).focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await picker.updateComplete;
    expect(active(picker)).to.equal('Toute la région Bretagne');
    await sendKeys({ press: 'ArrowUp' });
    await picker.updateComplete;
    expect(active(picker)).to.equal('Communauté 9 · 1');
    await sendKeys({ press: 'Escape' });
    await picker.updateComplete;
    expect(input(picker).getAttribute('aria-expanded')).to.equal('false');
    expect(provider.scope.state.territory).to.equal(undefined);
  });

  it('writes over the name that Escape has put back, and over the one chosen', async () => {
    const { picker } = await crowd(inside());
    input(picker).focus();
    await sendKeys({ type: 'morb' });
    await sendKeys({ press: 'Escape' });
    await picker.updateComplete;
    expect(input(picker).value).to.equal('Toute la région Bretagne');
    await sendKeys({ type: 'cotes' });
    await picker.updateComplete;
    expect(input(picker).value).to.equal('cotes');
    await sendKeys({ press: 'Enter' });
    await came(picker, import('./choose.ts'));
    await until(() => input(picker).value === 'Côtes-d’Armor');
    await sendKeys({ type: 'ille' });
    await picker.updateComplete;
    expect(input(picker).value).to.equal('ille');
    expect(active(picker)).to.equal('Ille-et-Vilaine · 1');
  });

  it('takes a click, and goes back to all', async () => {
    const { picker, provider } = await crowd(inside('', 'territory="departement-29"'));
    input(picker).click();
    await picker.updateComplete;
    picker.renderRoot.querySelector<HTMLElement>('.option')?.click();
    await came(picker, import('./choose.ts'));
    expect(provider.scope.state.territory).to.equal(undefined);
    expect(input(picker).value).to.equal('Toute la région Bretagne');
  });

  it('says that nothing matches, and forgets it when it is left', async () => {
    const { picker } = await crowd(alone());
    input(picker).focus();
    await sendKeys({ type: 'zzz' });
    await picker.updateComplete;
    expect(visibleText(picker)).to.contain('Aucun territoire ne correspond');
    input(picker).blur();
    await picker.updateComplete;
    expect(input(picker).value).to.equal('Toute la région Bretagne');
  });
});
