import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../ess-breakdown/define.ts';
import type { EssBreakdown } from '../../ess-breakdown/ess-breakdown.ts';
import '../../ess-event-counter/define.ts';
import '../../ess-indicator/define.ts';
import '../../ess-table/define.ts';
import type { EssIndicator } from '../../ess-indicator/ess-indicator.ts';
import {
  cardOpen,
  coloursIn,
  datasetFile,
  type GivenFile,
  openShare,
  settle,
  take,
  useFiles,
  visibleText,
  watchDownloads,
} from '../../testing/testing.ts';
import { setClock } from '../clock.ts';
import type { EssElement } from '../element.ts';
import { setPageClient } from '../page.ts';

const colleges = ['Coopératives', 'Associations'].map((fr, at) => ({
  id: `c${at + 1}`,
  network: 'reseau',
  label: { fr },
  order: at + 1,
}));
const events = [{ id: 'a', title: { fr: 'Atelier' }, date: '2024-06-18', status: 'held' }];
const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const figure = (indicator: string, value: number, extra: object = {}): object => ({
  id: `${indicator}-${JSON.stringify(extra)}`,
  indicator,
  label: { fr: indicator },
  period: '2024',
  quantity: { value, op: '=', unit: 'members' },
  source,
  ...extra,
});
const members = [
  figure('members-stock', 9),
  figure('members-stock', 3, { dimensions: { college: 'c1' } }),
  figure('members-stock', 6, { dimensions: { college: 'c2' } }),
];

/** Texts in the clipboard; `null` for a browser without one. */
let clipboard: string[] | null = [];
/** The files that were given to the visitor. */
let files: readonly GivenFile[] = [];
let stopWatching: (() => void) | undefined;

function watch(): void {
  clipboard = [];
  ({ files, stop: stopWatching } = watchDownloads());
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    // The address that "Partager" copies is left out.
    get: () =>
      clipboard && { writeText: async (text: string) => void (text.startsWith('http') || clipboard?.push(text)) },
  });
}

function unwatch(): void {
  Reflect.deleteProperty(navigator, 'clipboard');
  stopWatching?.();
}

async function open<T extends EssElement>(markup: string, observations = members, lang = 'fr'): Promise<T> {
  useFiles({ 'data.json': datasetFile({ observations, colleges, events }) });
  return opened(markup, lang);
}

/** An element over the files that are there, with its card. */
async function opened<T extends EssElement>(markup: string, lang = 'fr'): Promise<T> {
  const host = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  host.innerHTML = markup;
  const element = host.firstElementChild as T;
  element.evidence = 'full';
  await settle(element);
  element.shadowRoot?.querySelector<HTMLButtonElement>('button.badge')?.click();
  // Besides its code, the texts of another language are on their way.
  await until(() => card(element) !== null);
  return element;
}
const INDICATOR = '<ess-indicator src="data.json" indicator="members-stock"></ess-indicator>';
const BREAKDOWN = '<ess-breakdown src="data.json" indicator="members-stock" by="college" chart="bars"></ess-breakdown>';

const card = (element: EssElement): HTMLElement => element.shadowRoot?.querySelector('#card') as HTMLElement;
const plain = (text: string): string => text.replace(/[\u00a0\u202f\n\t ]+/g, ' ').trim();
const rows = (element: EssElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...card(element).querySelectorAll('dt')].map((dt) => [
      plain(dt.textContent),
      plain((dt.nextElementSibling as HTMLElement).innerText),
    ]),
  );
const buttons = (element: EssElement): readonly HTMLButtonElement[] => [...card(element).querySelectorAll('button')];
const field = (element: EssElement): HTMLTextAreaElement | null => element.renderRoot.querySelector('.taken textarea');

/** Waits until something is so: a text that is copied, a file that is made. */
async function until(ready: () => boolean): Promise<void> {
  for (let turns = 0; turns < 4000 && !ready(); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(ready()).to.equal(true);
}

describe('the source card', () => {
  before(() => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse('2026-11-25T12:00:00Z'));
  });
  after(() => setClock(undefined));
  beforeEach(watch);
  afterEach(() => {
    unwatch();
    setPageClient(undefined);
  });

  it('says what a figure is, where it stands, and explains its badge', async () => {
    const element = await open(INDICATOR);
    expect(rows(element)).to.deep.equal({
      Définition: 'Organisations dont l’adhésion est en cours le dernier jour de la période.',
      'Chiffre publié': '9 adhérents',
      Qualité: 'Publié : repris tel quel de la source.',
      Période: '2024',
      Source: 'Rapport d’essai 2024, I.1.a, p. 4',
      'Publié par': 'Réseau d’essai',
      Licence: 'CC0',
      'Données du': '5 mars 2025',
    });
    expect(card(element).querySelector('.what')?.textContent).to.equal('Adhérents');
  });

  /** The links of a card over a manifest, by their texts. */
  async function linksOf(manifest: Readonly<Record<string, unknown>>): Promise<readonly (readonly [string, string])[]> {
    useFiles({ 'data.json': datasetFile({ observations: members, colleges, events }, manifest) });
    const element = await opened<EssIndicator>(INDICATOR);
    await expect(element).to.be.accessible();
    return [...card(element).querySelectorAll('a')].map((a) => [plain(a.textContent), a.href] as const);
  }

  it('links the document, the publisher and the licence, where the manifest has their addresses', async () => {
    const links = await linksOf({
      documents: { rapport: { title: { fr: 'Rapport d’essai 2024' }, href: 'rapport.pdf' } },
      publisher: { name: 'Réseau d’essai', href: 'https://reseau.example/' },
      licence: { name: 'Licence Ouverte 2.0', href: 'https://licence.example/lo' },
    });
    expect(links).to.deep.equal([
      ['Rapport d’essai 2024, I.1.a, p. 4', new URL('rapport.pdf', document.baseURI).href],
      ['Réseau d’essai', 'https://reseau.example/'],
      ['Licence Ouverte 2.0', 'https://licence.example/lo'],
    ]);
  });

  it('names them without a link where their address is none of the web', async () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'mailto:a@reseau.example', 'tel:1', 'http://['])
      expect(
        await linksOf({
          documents: { rapport: { title: { fr: 'Rapport d’essai 2024' }, href } },
          publisher: { name: 'Réseau d’essai', href },
          licence: { name: 'Licence Ouverte 2.0', href },
        }),
        href,
      ).to.deep.equal([]);
  });

  /** Members of a year: those who left, who joined, and the stock at the end. */
  const year = (left: object): readonly object[] => [
    figure('members-left', 6, { quantity: { value: 6, op: '=', unit: 'members', ...left } }),
    figure('members-joined', 9),
    figure('members-stock', 117, { period: '2024-12-31' }),
  ];
  const RETENTION = '<ess-indicator src="data.json" indicator="members-retention"></ess-indicator>';
  /** The rows of the retention, with the lines of each apart. */
  const calculationOf = async (left: object, lang = 'fr', manifest: Readonly<Record<string, unknown>> = {}) => {
    useFiles({ 'data.json': datasetFile({ observations: year(left) }, manifest) });
    const element = await opened<EssIndicator>(RETENTION, lang);
    const label = lang === 'fr' ? 'Calcul' : 'Calculation';
    await until(() => visibleText(element).includes(lang === 'fr' ? 'Licence' : 'Published by'));
    const dt = [...card(element).querySelectorAll('dt')].find((each) => plain(each.textContent) === label);
    return (dt?.nextElementSibling as HTMLElement | null)?.innerText.split('\n').map(plain);
  };

  it('writes the formula of a rate with its operands, and says which these are, in numbers of the language', async () => {
    expect(await calculationOf({})).to.deep.equal([
      '1 − 6/114 = 94,7 %',
      'Adhésions non renouvelées : 6',
      'Adhérents, au 31 décembre 2023 : 114',
    ]);
    expect(await calculationOf({}, 'en')).to.deep.equal([
      '1 − 6/114 = 94.7%',
      'Memberships not renewed: 6',
      'Members, on 31 December 2023: 114',
    ]);
  });

  it('keeps the words of what is only about so much, or between two numbers', async () => {
    expect((await calculationOf({ op: '~' }))?.[0]).to.equal('1 − env. 6 / env. 114 = env. 94,7 %');
    expect((await calculationOf({ op: '~' }, 'en'))?.slice(0, 2)).to.deep.equal([
      '1 − about 6 / about 114 = about 94.7%',
      'Memberships not renewed: about 6',
    ]);
    const range = { value: undefined, op: 'range', min: 6, max: 8 };
    expect((await calculationOf(range))?.[0]).to.match(/^1 − \(6 à 8\) \/ \(114 à 116\) = /);
  });

  it('writes no formula with a figure that its visitors are not meant to see', async () => {
    expect(await calculationOf({}, 'fr', { audience: { 'members-left': 'internal' } })).to.equal(undefined);
  });

  it('writes sums, differences, ratios and growth that the build has calculated, and adds the parts of a sum up once', async () => {
    const quantity = (value: number, unit = 'members') => ({ value, op: '=', unit });
    const term = (fr: string, value: number, extra: object = {}) => ({
      ...{ label: { fr }, quantity: quantity(value), indicator: fr },
      ...extra,
    });
    const dimensions = [{ id: 'sorte', label: { fr: 'sorte' }, exclusive: true, exhaustive: true }];
    const rowsOf = async (calculation: object, result: object) => {
      const common = { indicator: 'x', period: '2024', basis: 'computed', population: null, missing: null, notes: [] };
      const alone = { ...common, quantity: result, sources: [source], calculation };
      const parts = [3, 4].map((n) => ({ id: `${n}`, label: { fr: `Sorte ${n}` }, quantity: quantity(n) }));
      const texts = { label: { fr: 'Effet' }, definition: { fr: '…' }, kind: 'flow', unit: 'members', dimensions };
      const measures = [alone, { ...alone, by: 'sorte', parts }];
      const json = { format: 'ess-measures/1', hashes: {}, indicators: { x: texts }, measures };
      useFiles({
        'data.json': { json: datasetFile({}, { measures: 'measures.json' }).json },
        'measures.json': { json },
      });
      return rows(await opened('<ess-indicator src="data.json" indicator="x"></ess-indicator>'));
    };
    const signed = [term('entrées', 2), term('sorties', -3, { minus: true }), term('autres', 1)];
    const difference = await rowsOf({ form: 'sum', operands: signed }, quantity(6));
    expect(difference['Calcul']).to.equal('2 − (−3) + 1 = 6 entrées : 2 sorties : −3 autres : 1');
    expect(difference['Vérification']).to.match(/^3 \+ 4 = 7, par sorte/);
    const growth = [term('Abonnés', 1500), term('Abonnés', 1000, { period: '2023' })];
    expect((await rowsOf({ form: 'growth', operands: growth }, quantity(50, 'percent')))['Calcul']).to.equal(
      '(1 500 − 1 000)/1 000 = 50 % Abonnés : 1 500 Abonnés, 2023 : 1 000',
    );
    const bounded = [term('Présents', 900, { quantity: { ...quantity(900), op: '>' } }), term('Réunions', 20)];
    expect((await rowsOf({ form: 'ratio', operands: bounded }, { ...quantity(45), op: '>' }))['Calcul']).to.equal(
      'plus de 900 / 20 = plus de 45 Présents : plus de 900 Réunions : 20',
    );
    const parts = [3, 4].map((n) => ({ ...term('Effet', n), indicator: 'x', where: `sorte=${n}` }));
    const sum = await rowsOf({ form: 'sum', operands: parts }, quantity(7));
    expect(sum['Calcul']).to.equal('3 + 4 = 7 Sorte 3 : 3 Sorte 4 : 4');
    expect(sum['Vérification']).to.equal(undefined);
  });

  it('says which figure of an earlier document it corrects', async () => {
    const before = { ...source, document: 'bilan', page: 2 };
    const element = await open(INDICATOR, [
      figure('members-stock', 8, { id: 'old', source: before }),
      figure('members-stock', 9, { corrects: ['old'] }),
    ]);
    expect(rows(element)['Corrige']).to.equal('8 adhérents – bilan, I.1.a, p. 2');
  });

  it('shows the figure as it was printed, where the value is a reading of it', async () => {
    const element = await open(INDICATOR, [figure('members-stock', 9, { printed: 'Neuf' })]);
    expect(rows(element)['Tel qu’imprimé']).to.equal('« Neuf »');
  });

  it('adds the parts up, and says when they make another total', async () => {
    expect(rows(await open(BREAKDOWN))['Vérification']).to.equal('3 + 6 = 9, par collège');
    const other = [figure('members-stock', 10), ...members.slice(1)];
    expect(rows(await open(BREAKDOWN, other))['Vérification']).to.equal(
      '3 + 6 = 9, par collège. Le total publié est 10.',
    );
    const unsure = { quantity: { value: 6, op: '~', unit: 'members' }, dimensions: { college: 'c2' } };
    const about = [...members.slice(0, 2), figure('members-stock', 6, unsure)];
    expect(rows(await open(BREAKDOWN, about))['Vérification']).to.equal(undefined);
  });

  /**
   * The row "Vérification" of a figure that is not split, whose total and splits the build has written.
   * @param splitTotal the total beside the splits, where that is another one
   */
  async function checkOf(
    total: number,
    splits: readonly { id: string; parts: readonly number[]; whole?: boolean }[],
    splitTotal = total,
  ) {
    const quantity = (value: number) => ({ value, op: '=', unit: 'members' });
    const common = { indicator: 'members-joined', period: '2024', basis: 'published', population: null, missing: null };
    const alone = { ...common, quantity: quantity(total), sources: [], notes: [] };
    const dimensions = splits.map(({ id, whole = true }) => ({
      ...{ id, label: { fr: id }, exclusive: true },
      ...(whole ? { exhaustive: true } : {}),
    }));
    const texts = { label: { fr: 'Nouvelles' }, definition: { fr: '…' }, kind: 'flow', unit: 'members', dimensions };
    const measures = splits.map(({ id, parts }) => ({
      ...{ ...alone, by: id, quantity: quantity(splitTotal) },
      parts: parts.map((n, at) => ({ id: `${at}`, label: { fr: `P${at}` }, quantity: quantity(n) })),
    }));
    const indicators = { 'members-joined': texts };
    useFiles({
      'data.json': { json: datasetFile({}, { measures: 'measures.json' }).json },
      'measures.json': { json: { format: 'ess-measures/1', hashes: {}, indicators, measures: [alone, ...measures] } },
    });
    const markup = '<ess-indicator src="data.json" indicator="members-joined"></ess-indicator>';
    return rows(await opened<EssIndicator>(markup))['Vérification']?.replaceAll('\u202f', ' ');
  }

  it('adds up, for a figure that is not split, the parts that the build has written, and no lots', async () => {
    const contract = { id: 'contrat', parts: [1779, 1283, 98] };
    // Not all organisations are of a lot: these make no total.
    const lots = { id: 'lot', parts: [1200, 900], whole: false };
    expect(await checkOf(3160, [lots, contract])).to.equal('1 779 + 1 283 + 98 = 3 160, par contrat');
    expect(await checkOf(3160, [lots])).to.equal(undefined);
  });

  it('writes no sum of parts that split another total', async () => {
    expect(await checkOf(33, [{ id: 'type', parts: [9, 24] }], 33)).to.equal('9 + 24 = 33, par type');
    expect(await checkOf(33, [{ id: 'type', parts: [9, 24] }], 34)).to.equal(undefined);
  });

  it('writes, of several splits, the one whose sum is not the total', async () => {
    const affiliation = { id: 'type', parts: [9, 24] };
    const gender = { id: 'genre', parts: [12, 11] };
    expect(await checkOf(33, [affiliation, gender])).to.equal('12 + 11 = 23, par genre. Le total publié est 33.');
    expect(await checkOf(33, [affiliation])).to.equal('9 + 24 = 33, par type');
  });

  it('says in the sentence what the figure is limited to, by its name', async () => {
    const element = await open(INDICATOR.replace('indicator=', 'where="college=c2" indicator='));
    await take(element, 'Copier une phrase');
    await until(() => clipboard?.length === 1);
    expect(plain(clipboard?.[0] ?? '')).to.match(/^Associations : au .* on compte 6 adhérents \(source : /);
    expect(clipboard?.[0]).not.to.contain('Réseau');
  });

  it('names it where only the records that it was computed with do', async () => {
    const bodies = [
      { id: 'bureau', name: { fr: 'Bureau' }, kind: 'governance' },
      { id: 'ca', name: { fr: 'Conseil d’administration' }, kind: 'governance' },
    ];
    const quantity = { value: 6, op: '=', unit: 'meetings' };
    const observations = [figure('body-meetings', 6, { quantity, dimensions: { body: 'ca' } })];
    useFiles({ 'data.json': datasetFile({ observations, bodies, meetings: [] }) });
    const element = await opened(
      '<ess-indicator src="data.json" where="body=ca" indicator="body-meetings"></ess-indicator>',
    );
    await take(element, 'Copier une phrase');
    await take(element, 'Citer');
    await until(() => clipboard?.length === 2);
    expect(plain(clipboard?.[0] ?? '')).to.match(
      /^Conseil d’administration : en 2024, on compte 6 réunions des instances \(source : /,
    );
    expect(plain(clipboard?.[1] ?? '')).to.contain('« Réunions des instances, Conseil d’administration », en 2024');
  });

  it('says which checks of the build put a figure in doubt, in the visitor’s words, and in each language', async () => {
    const quantity = { value: 33, op: '=', unit: 'people' };
    const common = { indicator: 'x', period: '2024', basis: 'published', population: null, missing: null, notes: [] };
    const texts = {
      label: { fr: 'Participants' },
      definition: { fr: '…' },
      kind: 'flow',
      unit: 'people',
      dimensions: [],
    };
    const withChecks = async (extra: object): Promise<HTMLElement> => {
      const measures = [{ ...common, quantity, sources: [source], ...extra }];
      const json = { format: 'ess-measures/1', hashes: {}, indicators: { x: texts }, measures };
      useFiles({
        'data.json': { json: datasetFile({}, { measures: 'measures.json' }).json },
        'measures.json': { json },
      });
      return opened('<ess-indicator src="data.json" indicator="x"></ess-indicator>');
    };
    const badges = (element: HTMLElement) =>
      [...(element.shadowRoot?.querySelectorAll('.badge') ?? [])].map((badge) => plain(badge.textContent));
    const sure = await withChecks({});
    expect(badges(sure)).to.deep.equal(['publié']);
    expect(visibleText(sure)).not.to.contain('Une vérification');
    const element = await withChecks({ checks: ['parts-and-totals', 'some-new-rule'] });
    expect(badges(element)).to.deep.equal(['publié', 'à vérifier']);
    const said = visibleText(element);
    expect(said).to.contain('Une vérification signale qu’une répartition publiée ne fait pas ce total.');
    expect(said).to.contain('Une vérification signale un doute sur ce chiffre.');
    expect(said).to.contain('une vérification des données met ce chiffre en doute');
    await expect(element).to.be.accessible();
    for (const [lang, words] of [
      ['en', 'A check reports'],
      // A card that lacks a word of Breton is French as a whole.
      ['br', 'Une vérification signale'],
    ] as const) {
      element.lang = lang;
      await until(() => visibleText(element).includes(words));
    }
  });

  it('names the part that a written figure is kept to as the title does, in sentence, reference and file', async () => {
    const quantity = { value: 103, op: '=', unit: 'organisations', partial: 'sans les dossiers retirés' };
    const common = { indicator: 'x', period: '2024', basis: 'computed', population: null, missing: null, notes: [] };
    const parts = [{ id: 'avis', label: { fr: 'Avis de recherche' }, quantity }];
    const written = [
      { ...common, quantity, sources: [source], where: 'call=avis' },
      { ...common, quantity: null, sources: [source], by: 'call', parts },
    ];
    const texts = { label: { fr: 'Candidatures' }, definition: { fr: '…' }, kind: 'flow', unit: 'organisations' };
    const dimensions = [{ id: 'call', label: { fr: 'appel' }, exclusive: true }];
    useFiles({
      'data.json': { json: datasetFile({}, { measures: 'measures.json' }).json },
      'measures.json': {
        json: {
          format: 'ess-measures/1',
          hashes: {},
          indicators: { x: { ...texts, dimensions } },
          measures: written,
        },
      },
    });
    const element = await opened('<ess-indicator src="data.json" where="call=avis" indicator="x"></ess-indicator>');
    expect(plain(element.shadowRoot?.querySelector('#title')?.textContent ?? '')).to.equal(
      'Candidatures · Avis de recherche',
    );
    await take(element, 'Copier une phrase');
    await take(element, 'Citer');
    await until(() => clipboard?.length === 2);
    expect(plain(clipboard?.[0] ?? '')).to.match(
      /^Avis de recherche : .* \(chiffre partiel ; chiffre calculé d’après « Rapport d’essai 2024 », I\.1\.a, p\. 4\)\.$/,
    );
    expect(plain(clipboard?.[1] ?? '')).to.match(
      /« Candidatures, Avis de recherche », en 2024\. Chiffre calculé d’après « Rapport d’essai 2024 », section/,
    );
    await take(element, 'CSV');
    expect(files[0]?.name).to.equal('call-avis-x-2024.csv');
    expect((await files[0]?.blob.text())?.replaceAll('"', '').trim().split('\r\n')[1]).to.equal(
      'x;2024;;;Avis de recherche · Candidatures;103;;;exact;organisations;;;;;sans les dossiers retirés;computed;call=avis;;;;;A',
    );
  });

  it('says what an incomplete list lacks', async () => {
    useFiles({
      'data.json': {
        json: {
          ...(datasetFile({}).json as object),
          collections: { events: { href: 'events.json', count: 1, hash: 'x' } },
        },
      },
      'events.json': { json: [{ id: 'a', title: { fr: 'A' }, date: '2024-06-18', status: 'held' }] },
    });
    const element = await fixture<EssIndicator>(
      html`<ess-indicator src="data.json" evidence="full" indicator="events-held"></ess-indicator>`,
    );
    await settle(element);
    element.shadowRoot?.querySelector<HTMLButtonElement>('button.badge')?.click();
    await cardOpen(element);
    expect(rows(element)['Complétude']).to.contain('le vrai nombre peut être plus grand');
    expect(rows(element)['Qualité']).to.match(/Liste : .* Partiel : /);
  });

  it('copies a sentence with the figure, shows it and says so once', async () => {
    const element = await open(INDICATOR);
    await take(element, 'Copier une phrase');
    await until(() => field(element) !== null);
    const sentence =
      'Au 31 décembre 2024, le Réseau d’essai compte 9 adhérents (source : Rapport d’essai 2024, I.1.a, p. 4).';
    expect(clipboard?.map(plain)).to.deep.equal([sentence]);
    expect(plain(field(element)?.value ?? '')).to.equal(sentence);
    expect(field(element)?.readOnly).to.equal(true);
    const region = element.shadowRoot?.querySelector('[aria-live]');
    await until(() => region?.textContent === 'Copié');
    expect(element.shadowRoot?.querySelectorAll('[role=status], [aria-live]')).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('copies in the language of its place', async () => {
    const english = await open(INDICATOR, members, 'en');
    await take(english, 'Copy a sentence');
    const breton = await open(INDICATOR, members, 'br');
    await take(breton, 'Copier une phrase');
    await until(() => clipboard?.length === 2);
    expect(plain(clipboard?.[0] ?? '')).to.match(/^On 31 December 2024, Réseau d’essai had 9 members \(/);
    // The card lacks Breton words, and is French as a whole.
    expect(plain(clipboard?.[1] ?? '')).to.match(/^Au 31 décembre 2024, le Réseau d’essai compte 9 adhérents/);
  });

  it('loses nothing where it cannot copy: the text stands there, selected and focused', async () => {
    const element = await open(INDICATOR);
    clipboard = null;
    await take(element, 'Citer');
    await until(() => element.shadowRoot?.activeElement?.localName === 'textarea');
    const text = field(element) as HTMLTextAreaElement;
    expect(plain(text.value)).to.match(
      /^Réseau d’essai \(2025\)\. « Adhérents », au 31 décembre 2024\. Dans Rapport d’essai 2024, section I\.1\.a, p\. 4\. Disponible sur http.* \(consulté le 25 novembre 2026\)\.$/,
    );
    expect(text.value.slice(text.selectionStart, text.selectionEnd)).to.equal(text.value);
    expect(plain(card(element).innerText)).to.contain('À copier : le texte est sélectionné');
    await expect(element).to.be.accessible();
  });

  it('gives a figure as a spreadsheet, and its parts where it is split', async () => {
    await take(await open(INDICATOR), 'CSV');
    await take(await open(BREAKDOWN), 'CSV');
    expect(files.map(({ name }) => name)).to.deep.equal(['members-stock-2024.csv', 'members-stock-college-2024.csv']);
    expect(await files[0]?.blob.text()).to.contain('"members-stock";"2024";"";"";"Adhérents";9;');
    expect((await files[1]?.blob.text())?.trim().split('\r\n')).to.have.length(4);
  });

  it('offers a picture of a chart and of a number', async () => {
    for (const markup of [INDICATOR, BREAKDOWN])
      expect((await openShare(await open(markup), 'image')).textContent).to.match(
        /Télécharger.*PNG.*Télécharger.*SVG/s,
      );
  });

  it('draws the chart as a file of its own: title, values, shapes, source, and a description', async () => {
    const element = await open<EssBreakdown>(BREAKDOWN);
    await take(element, 'SVG');
    await until(() => files.length === 1);
    expect(files[0]?.name).to.equal('members-stock-college-2024.svg');
    const text = (await files[0]?.blob.text()) ?? '';
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(drawn.querySelector('parsererror')).to.equal(null);
    expect(plain(drawn.querySelector('title')?.textContent ?? '')).to.equal(
      'Les associations forment 67 % des adhérents',
    );
    expect(plain(drawn.querySelector('desc')?.textContent ?? '')).to.equal(
      'Associations, 6, 67 % ; Coopératives, 3, 33 %',
    );
    const words = [...drawn.querySelectorAll('text')].map((each) => plain(each.textContent));
    expect(words).to.include.members([
      'Les associations forment 67 % des adhérents',
      'Associations',
      '6',
      '67 %',
      'Coopératives',
      '3',
      '33 %',
    ]);
    expect(words.at(-1)).to.equal(
      'Source : Rapport d’essai 2024, I.1.a, p. 4 (publié) – Réseau d’essai, données du 5 mars 2025',
    );
    expect(text)
      .to.contain('fill="#049db6"')
      .and.not.to.match(/style=|href|<image/);
    // The texts are measured in the browser, because none may reach beyond the picture as drawn.
    const shown = await fixture<HTMLElement>(html`<div></div>`);
    shown.append(document.importNode(drawn.documentElement, true));
    const frame = shown.firstElementChild?.getBoundingClientRect();
    const spills = [...shown.querySelectorAll('text')].filter(
      (each) => each.getBoundingClientRect().right > (frame?.right ?? 0) - 20,
    );
    expect(spills.map((each) => each.textContent)).to.deep.equal([]);
  });

  it('makes a PNG of it that is sharp on paper: the ground white, the bars in their colours', async () => {
    const element = await open<EssBreakdown>(BREAKDOWN);
    await take(element, 'PNG');
    await until(() => files.length === 1);
    expect(files[0]?.name).to.equal('members-stock-college-2024.png');
    const bitmap = await createImageBitmap(files[0]?.blob as Blob);
    expect(bitmap.width).to.equal(2160);
    const colours = coloursIn(bitmap);
    expect(colours.get('#ffffff')).to.be.above(0.5);
    for (const colour of ['#049db6', '#7a2f9f', '#0b5a6b']) expect(colours.get(colour), colour).to.be.above(0.0005);
  });

  it('says that a file was given to those who do not see it', async () => {
    const element = await open<EssBreakdown>(BREAKDOWN);
    await take(element, 'SVG');
    const region = element.shadowRoot?.querySelector('[aria-live]');
    await until(() => plain(region?.textContent ?? '') === 'Fichier téléchargé : members-stock-college-2024.svg');
    expect(card(element).querySelector('.said')).to.equal(null);
  });

  it('draws in the colours that are on the page: those of a dark theme, and an accent of its own', async () => {
    const element = await open<EssBreakdown>(BREAKDOWN.replace('by=', 'theme="dark" by='));
    // One that is read on a dark ground: others are lightened, a moment later.
    element.style.setProperty('--ess-accent', 'hsl(60 100% 50%)');
    await take(element, 'SVG');
    await until(() => files.length === 1);
    const text = (await files[0]?.blob.text()) ?? '';
    expect(text).to.contain('<rect width="100%" height="100%" fill="#10222a"/>');
    expect(text).to.contain('stroke="#ffff00" stroke-width="2"');
    expect(text).to.contain('fill="#4bcfe4"');
  });

  it('gives the drawing where the PNG cannot be made, and says so calmly', async () => {
    const element = await open<EssBreakdown>(BREAKDOWN);
    const { toBlob } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.toBlob = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    await take(element, 'PNG');
    await until(() => files.length === 1);
    HTMLCanvasElement.prototype.toBlob = toBlob;
    expect(files[0]?.name).to.equal('members-stock-college-2024.svg');
    await element.updateComplete;
    expect(visibleText(element)).to.contain('L’image n’a pas pu être faite ici');
    await expect(element).to.be.accessible();
  });

  it('is closed by Escape before the dialog that its widget may stand in', async () => {
    const element = await open<EssIndicator>(INDICATOR);
    const dialog = document.createElement('dialog');
    element.replaceWith(dialog);
    dialog.append(element);
    dialog.showModal();
    await element.updateComplete;
    element.shadowRoot?.querySelector<HTMLButtonElement>('button.badge')?.focus();
    if (!card(element)) await sendKeys({ press: 'Enter' });
    await cardOpen(element);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(card(element)).to.equal(null);
    expect(dialog.open).to.equal(true);
    dialog.remove();
  });

  it('is walked through with the keyboard alone: Enter on the badge, focus on its title, Tab through its share bar, Escape back', async () => {
    const element = await open<EssIndicator>(INDICATOR);
    await sendKeys({ press: 'Escape' });
    const badge = element.shadowRoot?.querySelector<HTMLButtonElement>('button.badge');
    badge?.focus();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(card(element)).to.equal(null);
    await sendKeys({ press: 'Enter' });
    await cardOpen(element);
    await until(() => element.shadowRoot?.activeElement?.className === 'what');
    const stops: string[] = [];
    for (const _ of buttons(element)) {
      await sendKeys({ press: 'Tab' });
      stops.push(plain(element.shadowRoot?.activeElement?.textContent ?? ''));
    }
    expect(stops).to.deep.equal(buttons(element).map((each) => plain(each.textContent)));
    await sendKeys({ press: 'Shift+Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => element.shadowRoot?.activeElement?.id === 'taken-card');
    await sendKeys({ press: 'Escape' });
    await until(() => element.shadowRoot?.activeElement?.textContent === 'Image');
    expect(card(element).querySelector('.taken')).to.equal(null);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(card(element)).to.equal(null);
    expect(element.shadowRoot?.activeElement).to.equal(badge);
  });

  it('forgets what was copied when it is closed', async () => {
    const element = await open(INDICATOR);
    await take(element, 'Copier une phrase');
    await until(() => field(element) !== null);
    const badge = element.shadowRoot?.querySelector<HTMLButtonElement>('button.badge');
    badge?.click();
    await element.updateComplete;
    badge?.click();
    await cardOpen(element);
    expect(field(element)).to.equal(null);
  });

  it('leaves markup in the data as text, in the card and in what is copied', async () => {
    const odd = { label: { fr: 'x' }, printed: '<img src=x onerror=alert(1)>' };
    const element = await open(INDICATOR, [figure('members-stock', 9, odd)]);
    expect(card(element).querySelector('img')).to.equal(null);
    expect(card(element).innerText).to.contain('<img src=x');
  });

  for (const [name, markup] of [
    ['a number', INDICATOR],
    ['a breakdown', BREAKDOWN],
    ['a counter', '<ess-event-counter src="data.json"></ess-event-counter>'],
  ] as const) {
    it(`of ${name} fits 320 px, and axe accepts it in light and dark`, async () => {
      const element = await open(markup, members);
      await openShare(element, 'share');
      await until(() => field(element) !== null);
      element.style.inlineSize = '320px';
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      await expect(element).to.be.accessible();
      element.theme = 'dark';
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await emulateMedia({ forcedColors: 'active' });
      const { color, borderInlineStartStyle } = getComputedStyle(card(element));
      expect(color).not.to.equal(getComputedStyle(card(element)).backgroundColor);
      expect(borderInlineStartStyle).to.equal('solid');
      await emulateMedia({ forcedColors: 'none' });
    });
  }
});
