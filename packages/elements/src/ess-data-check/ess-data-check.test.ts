import { expect } from '@open-wc/testing';
import { pageDefaults } from '../base/defaults.ts';
import { setPageClient } from '../base/page.ts';
import { COMMUNES, datasetFile, serve, useFiles, waitUntil } from '../testing/testing.ts';
import './define.ts';
import { EssDataCheck } from './ess-data-check.ts';

const LIST = 'Structure;Commune;Prénom;Libre\nKerhea;Brestt;X;Y\nXylm;Quimper;Z;Coop\nTOTAL;2;;\n';
const fileOf = (text: string, name = 'liste.csv') => new File([text], name);

/** A file that is never read to its end. */
const endless = () => Object.assign(fileOf(''), { arrayBuffer: () => new Promise<ArrayBuffer>(() => undefined) });

/** Text of the element's own, with plain spaces. */
const textOf = (element: EssDataCheck): string =>
  (element.renderRoot.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ');
const buttons = (element: EssDataCheck) => [...element.renderRoot.querySelectorAll('button')];
const button = (element: EssDataCheck, label: string): HTMLButtonElement => {
  const found = buttons(element).find(({ textContent }) => textContent?.replace(/[\u202f\s]+/g, ' ').includes(label));
  if (!found) throw new Error(`no button "${label}" among ${buttons(element).map((each) => each.textContent?.trim())}`);
  return found;
};

let shared: EssDataCheck | undefined;

/** Returns one element for all tests: each has a worker of its own, which takes its time to come. */
async function element(): Promise<EssDataCheck> {
  if (!shared) {
    shared = document.createElement('ess-data-check');
    document.body.append(shared);
  }
  const made = shared;
  const word = document.documentElement.lang === 'en' ? 'nothing is sent' : 'rien n’est envoyé';
  await waitUntil(() => textOf(made).includes(word), 'the texts');
  return made;
}

async function checked(text = LIST, name?: string): Promise<EssDataCheck> {
  const made = await element();
  await made.check(fileOf(text, name));
  await made.updateComplete;
  return made;
}

const idle = async (made: EssDataCheck): Promise<void> => {
  await waitUntil(() => made.state !== 'loading', 'the reading');
  await made.updateComplete;
};

describe('<ess-data-check>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
    pageDefaults.src = '/data.json';
    useFiles({ 'data.json': datasetFile({}, { communes: 'communes.json' }), 'communes.json': { json: COMMUNES } });
  });
  after(() => {
    delete pageDefaults.src;
    setPageClient(undefined);
    shared?.remove();
    shared = undefined;
  });
  afterEach(() => {
    document.documentElement.lang = 'fr';
  });

  it('waits for a file, which a button takes as a drop does', async () => {
    const made = await element();
    expect(made.state).to.equal('empty');
    let isAsked = false;
    const input = made.renderRoot.querySelector('input') as HTMLInputElement;
    input.click = () => void (isAsked = true);
    button(made, 'Choisir un fichier').click();
    expect(isAsked).to.equal(true);
    const transfer = new DataTransfer();
    transfer.items.add(fileOf(LIST));
    made.renderRoot.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }));
    await waitUntil(() => made.state === 'ready', 'the findings');
  });

  it('shows the findings in groups, the gravest first, with their remedy, and says so to screen readers', async () => {
    const made = await checked();
    const text = textOf(made);
    expect(text).to.include('liste.csv : 2 adhérents');
    expect(text).to.include('Commune inconnue : ligne 2, colonne B');
    expect(text).to.include('À faire : Écrivez le nom officiel');
    expect(text).to.include('Colonnes qui semblent personnelles');
    expect(text.indexOf('À vérifier')).to.be.lessThan(text.indexOf('À savoir'));
    await waitUntil(
      () => made.renderRoot.querySelector('[aria-live]')?.textContent?.includes('constats'),
      'the announcement',
    );
  });

  it('accepts a proposal, keeps the focus in the findings, and takes it back', async () => {
    const made = await checked();
    const accept = button(made, '« Brestt » → « Brest »');
    accept.focus();
    accept.click();
    await idle(made);
    await waitUntil(() => !textOf(made).includes('Commune inconnue'), 'the correction');
    expect(made.shadowRoot?.activeElement).to.not.equal(null);
    expect(textOf(made)).to.include('1 correction acceptée.');
    button(made, 'Annuler les corrections').click();
    await idle(made);
    await waitUntil(() => textOf(made).includes('Commune inconnue'), 'the finding');
  });

  it('maps a column by hand, which wins over its title', async () => {
    const made = await checked();
    const select = made.renderRoot.querySelector<HTMLSelectElement>('select[aria-label="Colonne D, Libre"]');
    if (!select) throw new Error('no select of the column');
    expect(select.value).to.equal('');
    select.value = 'name';
    select.dispatchEvent(new Event('change'));
    await idle(made);
    const fields = [...made.renderRoot.querySelectorAll<HTMLSelectElement>('.column select')].map(({ value }) => value);
    expect(fields).to.deep.equal(['', 'town', '', 'name']);
  });

  it('asks which columns hold names where nobody recognises them', async () => {
    const made = await checked('Libre A;Libre B\nKerhea;Brest\nXylm;Quimper');
    expect(textOf(made)).to.include('aucune donnée ne peut être lue');
    const select = made.renderRoot.querySelector<HTMLSelectElement>('.column select');
    if (!select) throw new Error('no column');
    select.value = 'name';
    select.dispatchEvent(new Event('change'));
    await idle(made);
    expect(textOf(made)).to.include('liste.csv : 2 adhérents');
  });

  it('shows the records in the list, on the map and in the agenda, handed over and asked for nowhere', async () => {
    const made = await checked();
    button(made, 'Liste').click();
    await waitUntil(() => made.renderRoot.querySelector('ess-member-list')?.state === 'ready', 'the list');
    expect(made.renderRoot.querySelector('ess-member-list')?.shadowRoot?.textContent).to.include('Kerhea');
    button(made, 'Carte').click();
    await waitUntil(() => made.renderRoot.querySelector('ess-member-map')?.state === 'ready', 'the map');
    const agenda = await checked('Titre;Date;Ville\nApéro;03/12/2036;Brest');
    button(agenda, 'Agenda').click();
    await waitUntil(() => agenda.renderRoot.querySelector('ess-event-agenda')?.state === 'ready', 'the agenda');
    expect(agenda.renderRoot.querySelector('ess-event-agenda')?.shadowRoot?.textContent).to.include('Apéro');
  });

  it('sends nothing: once a file is there, only code is asked for', async () => {
    const made = await element();
    const asked: string[] = [];
    const { fetch: own } = globalThis;
    const { send } = XMLHttpRequest.prototype;
    globalThis.fetch = async (...[input]: Parameters<typeof fetch>) => {
      asked.push(String(input));
      throw new TypeError('offline');
    };
    XMLHttpRequest.prototype.send = () => void asked.push('XMLHttpRequest');
    const { sendBeacon } = navigator;
    navigator.sendBeacon = () => Boolean(asked.push('beacon'));
    performance.clearResourceTimings();
    try {
      await made.check(fileOf(LIST));
      button(made, '« Brestt » → « Brest »').click();
      await idle(made);
      button(made, 'Liste').click();
      await waitUntil(() => made.renderRoot.querySelector('ess-member-list')?.state === 'ready', 'the list');
    } finally {
      globalThis.fetch = own;
      XMLHttpRequest.prototype.send = send;
      navigator.sendBeacon = sendBeacon;
    }
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
    expect(asked).to.deep.equal([]);
    expect(
      loaded.filter(({ origin, pathname }) => origin !== location.origin || !/\.[mc]?[jt]s$/.test(pathname)),
    ).to.deep.equal([]);
  });

  it('gives the corrected list, the data set and the report', async () => {
    const made = await checked();
    button(made, '« Brestt » → « Brest »').click();
    await idle(made);
    const { createObjectURL } = URL;
    const given: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => `#${given.push(blob)}`;
    const names: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      for (const label of ['Liste corrigée', 'Jeu de données', 'Rapport (page', 'Rapport (texte']) {
        const before = given.length;
        button(made, label).click();
        await waitUntil(() => given.length > before, label);
      }
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(names).to.deep.equal(['liste-corrige.csv', 'liste.json', 'liste-rapport.html', 'liste-rapport.md']);
    const [csv = '', json = '', page = '', text = ''] = await Promise.all(given.map((blob) => blob.text()));
    expect(csv).to.include('"Kerhea";"Brest"');
    expect(JSON.parse(json).format).to.equal('ess-dataset/1');
    expect(page).to.include('<h1>Vérification de liste.csv</h1>');
    expect(text).to.include('# Vérification de liste.csv');
  });

  it('reads a live address, and gives it back with its recipe, or as sources.json', async () => {
    const src = serve('Chose;Endroit\nKerhea;Brest\nXylm;Quimper\n');
    const made = await element();
    const field = made.renderRoot.querySelector<HTMLInputElement>('#address');
    if (!field) throw new Error('no field of an address');
    field.value = `${src}#kind=members&columns=Chose:name`;
    button(made, 'Lire cette adresse').click();
    await waitUntil(() => made.state === 'ready' && textOf(made).includes('2 adhérents'), 'the members');
    expect(textOf(made)).to.include(`${src} : 2 adhérents`).and.not.include('Chose:name');
    const town = made.renderRoot.querySelectorAll<HTMLSelectElement>('.column select')[1];
    if (!town) throw new Error('no select of the column');
    town.value = 'town';
    town.dispatchEvent(new Event('change'));
    await idle(made);
    const { clipboard } = navigator;
    let copied = '';
    const writeText = async (text: string) => void (copied = text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    const given: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => `#${given.push(blob)}`;
    HTMLAnchorElement.prototype.click = () => undefined;
    try {
      button(made, 'Copier l’adresse avec sa recette').click();
      await waitUntil(() => textOf(made).includes('Adresse copiée'), 'the word that it is copied');
      button(made, 'Télécharger sources.json').click();
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    expect(copied).to.equal(`${src}#kind=members&columns=Chose:name,Endroit:town`);
    expect(JSON.parse((await given[0]?.text()) ?? '').sources.adherents.src).to.equal(src);
  });

  it('is cancelled by a button, and takes the next file', async () => {
    const made = await element();
    void made.check(endless());
    await waitUntil(() => made.renderRoot.querySelector('progress'), 'the progress');
    button(made, 'Annuler').click();
    await made.updateComplete;
    expect([made.state, textOf(made).includes('Lecture annulée')]).to.deep.equal(['empty', true]);
    await waitUntil(() => made.shadowRoot?.activeElement?.id === 'choose', 'the focus');
    await made.check(fileOf(LIST));
    expect(made.state).to.equal('ready');
  });

  it('refuses what is no data in words', async () => {
    const made = await checked('%PDF-1.7', 'rapport.pdf');
    expect(textOf(made)).to.include('rapport.pdf est un PDF');
    expect(made.renderRoot.querySelector('[part=preview]')).to.equal(null);
  });

  it('speaks English where its page does', async () => {
    document.documentElement.lang = 'en';
    const made = await checked();
    expect(textOf(made)).to.include('liste.csv: 2 members');
    expect(textOf(made)).to.include('Unknown commune: line 2, column B');
    expect(button(made, 'Corrected list (CSV)').isConnected).to.equal(true);
  });

  it('has nothing for axe in any of its states, also at 360 px', async () => {
    const made = await element();
    const isAccepted = () => expect(made).to.be.accessible();
    made.style.maxInlineSize = '360px';
    await isAccepted();
    void made.check(endless());
    await waitUntil(() => made.renderRoot.querySelector('progress'), 'the progress');
    await isAccepted();
    button(made, 'Annuler').click();
    await made.check(fileOf('Structure;Commune\n;Brest\n'));
    await made.updateComplete;
    await isAccepted();
    expect(made.scrollWidth).to.be.at.most(360);
    made.style.maxInlineSize = '';
  });

  it('gives the recipe of a table to the settings of a host site', async () => {
    const recipeOf = async (text: string) => {
      const bytes = await fileOf(text).arrayBuffer();
      return EssDataCheck.recipeOf({ name: 'source.csv', bytes }, JSON.stringify(COMMUNES));
    };
    expect(await recipeOf('Structure;Commune;Prénom;Libre\nKerhea;Brest;X;Y\nXylm;Quimper;Z;Coop\n')).to.deep.equal({
      kind: 'members',
      recipe: 'columns=Structure:name,Commune:town,Prénom:-',
      count: 2,
      placed: 2,
      read: ['Structure', 'Commune'],
      unread: ['Libre'],
      personal: ['Prénom'],
    });
    expect(await recipeOf('Titre;Date;Horodateur\nBal, fête;16/03/2026;01/01/2026\n')).to.deep.include({
      kind: 'events',
      recipe: 'columns=Titre:name,Date:start',
      count: 1,
    });
    expect(await recipeOf('a;b\n1;2\n')).to.equal(null);
  });
});
