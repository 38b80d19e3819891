import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { EssProvider } from '../ess-provider/ess-provider.ts';
import { setClock } from '../internal/clock.ts';
import type { EssErrorEvent, EssSelectEvent } from '../internal/events.ts';
import { setPageClient } from '../internal/page.ts';
import { came, datasetFile, type FileAnswer, settle, useFiles, visibleText } from '../internal/testing.ts';
import '../ess-provider/define.ts';
import './define.ts';
import type { EssEventAgenda } from './ess-event-agenda.ts';

const TODAY = '2025-03-05';
const DATA = '/packages/bretagne/data/';

const series = [{ id: 'mois', name: { fr: 'Mois d’essai' } }];
const events = [
  { id: 'ag', title: { fr: 'Assemblée générale' }, date: '2025-05-22', status: 'planned' },
  {
    id: 'dla',
    title: { fr: 'Comité' },
    startsAt: '2025-03-18T18:30:00+01:00',
    endsAt: '2025-03-18T20:00:00+01:00',
    status: 'planned',
    place: 'Rennes',
  },
  { id: 'gsef', title: { fr: 'Forum' }, date: '2025-10', status: 'planned', place: 'Bordeaux' },
  { id: 'open', title: { fr: 'À caler' }, status: 'planned' },
  { id: 'off', title: { fr: 'Atelier' }, date: '2025-04-01', status: 'cancelled' },
  { id: 'late', title: { fr: 'Fête' }, date: '2025-04-02', status: 'postponed', url: 'https://fete.example/' },
  { id: 'full', title: { fr: 'Visite' }, date: '2025-04-03', status: 'full', online: true },
  { id: 'missed', title: { fr: 'Réunion' }, date: '2025-02', status: 'planned' },
  {
    id: 'rab',
    title: { fr: 'Séminaire' },
    date: '2024-10-09/2024-10-10',
    status: 'held',
    place: 'Rennes',
    territories: ['commune-35238'],
    position: { lon: -1.67, lat: 48.11, precision: 'commune', territory: 'commune-35238' },
    attendance: { value: 200, op: '>', unit: 'people' },
    source: { document: 'rapport', section: 'I.2.b', page: 9 },
  },
  {
    id: 'mois',
    title: { fr: 'Mois d’essai 2024' },
    date: '2024',
    status: 'held',
    series: 'mois',
    edition: 17,
    count: 330,
    territories: ['region-53'],
    attendance: { value: 20000, op: '~', unit: 'people' },
  },
  { id: 'web', title: { fr: 'Webinaires' }, date: '2024-Q4', status: 'held', online: true, count: 2 },
];
const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' } },
  { id: 'commune-35238', kind: 'commune', name: { fr: 'Rennes' }, parents: ['region-53'] },
];

async function agenda(
  attributes: Readonly<Record<string, string>> = {},
  list: readonly object[] = events,
  files: Readonly<Record<string, FileAnswer>> = {},
) {
  useFiles({ 'data.json': datasetFile({ events: list, series, territories }), ...files });
  const element = document.createElement('ess-event-agenda');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
/** With ordinary spaces, so that the expected words can be read in this file. */
const plain = (element: Element): string => visibleText(element).replaceAll('\u202f', ' ');
const names = (element: Element): readonly string[] => all(element, '.name').map((name) => name.textContent.trim());
const rowOf = (element: Element, title: string): HTMLElement =>
  all(element, '.row').find((row) => row.querySelector('.name')!.textContent.trim() === title)!;
const textOf = (element: Element, title: string): string =>
  rowOf(element, title).querySelector<HTMLElement>('.what')!.innerText.replace(/\s+/g, ' ').trim();
const tagsOf = (element: Element, title: string): readonly string[] =>
  [...rowOf(element, title).querySelectorAll('.tag')].map((tag) => tag.textContent);

/** What the visitor would be given, instead of a file on disk. */
async function fileOf(element: EssEventAgenda, label: string): Promise<string> {
  const before = URL.createObjectURL;
  let blob: Blob | undefined;
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return 'blob:none';
  };
  const stop = (event: Event): void => event.preventDefault();
  document.addEventListener('click', stop, true);
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = () => undefined;
  try {
    all(element, '.actions button')
      .find((button) => button.textContent.includes(label))!
      .click();
    await came(element, import('./agenda-files.ts'));
  } finally {
    URL.createObjectURL = before;
    HTMLAnchorElement.prototype.click = click;
    document.removeEventListener('click', stop, true);
  }
  return blob!.text();
}

describe('<ess-event-agenda>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse(`${TODAY}T12:00:00+01:00`));
  });
  afterEach(() => {
    setPageClient(undefined);
    setClock(undefined);
  });

  it('shows the next dates first, then what was planned and is not confirmed, then what is over', async () => {
    const element = await agenda();
    expect(all(element, '.group').map((group) => group.textContent)).to.deep.equal([
      'À venir',
      'Passés, non confirmés',
      'Passés',
    ]);
    expect(names(element)).to.deep.equal([
      'Comité',
      'Atelier',
      'Fête',
      'Visite',
      'Assemblée générale',
      'Forum',
      'À caler',
      'Réunion',
      'Séminaire',
      'Webinaires',
      'Mois d’essai 2024',
    ]);
    expect(plain(element)).to.contain('11 rendez-vous : 7 à venir, 1 non confirmé, 3 passés');
    await expect(element).to.be.accessible();
  });

  it('says in words what became of an event, and strikes the title of a cancelled one', async () => {
    const element = await agenda();
    expect(tagsOf(element, 'Comité')).to.deep.equal(['Prévu']);
    expect(tagsOf(element, 'Réunion')).to.deep.equal(['Était prévu']);
    expect(tagsOf(element, 'Atelier')).to.deep.equal(['Annulé']);
    expect(tagsOf(element, 'Fête')).to.deep.equal(['Reporté']);
    expect(tagsOf(element, 'Visite')).to.deep.equal(['Prévu', 'Complet', 'En ligne']);
    expect(tagsOf(element, 'Séminaire')).to.deep.equal([]);
    expect(rowOf(element, 'Atelier').querySelector('s')).to.exist;
    expect(all(element, 's')).to.have.length(1);
  });

  it('dates an event as exactly as is known, for eyes and for machines', async () => {
    const element = await agenda();
    const block = (title: string) => rowOf(element, title).querySelector<HTMLElement>('.date')!;
    const seen = (title: string) => [...block(title).querySelectorAll('[aria-hidden]')].map((line) => line.textContent);
    const read = (title: string) => block(title).querySelector('.hidden')!.textContent;
    expect(seen('Assemblée générale')).to.deep.equal(['22', 'mai']);
    expect(read('Assemblée générale')).to.equal('jeudi 22 mai 2025');
    expect(block('Assemblée générale').getAttribute('datetime')).to.equal('2025-05-22');
    expect(seen('Forum')).to.deep.equal(['oct.', '2025']);
    expect(block('Forum').getAttribute('datetime')).to.equal('2025-10');
    expect(seen('Séminaire')).to.deep.equal(['9–10', 'oct. 2024']);
    expect(read('Séminaire')).to.equal('9 et 10 octobre 2024');
    expect(seen('Mois d’essai 2024')).to.deep.equal(['2024']);
    expect(seen('Webinaires')).to.deep.equal(['oct.–déc.', '2024']);
    expect(block('Webinaires').localName).to.equal('span');
    expect(seen('À caler')).to.deep.equal(['–']);
    expect(read('À caler')).to.equal('date à préciser');
    expect(block('Comité').getAttribute('datetime')).to.equal('2025-03-18T18:30:00+01:00');
  });

  it('tells the hours, the place, how many and who came, and where that was published', async () => {
    const element = await agenda();
    expect(textOf(element, 'Comité')).to.match(/mardi 18 mars 2025, de 18 h 30 à 20 h, Rennes/);
    expect(textOf(element, 'Assemblée générale')).to.contain('lieu à préciser');
    expect(textOf(element, 'Forum')).to.contain('Bordeaux, jour à préciser');
    expect(textOf(element, 'Séminaire')).to.match(/Rennes, plus de 200 participants I\.2\.b, p\. 9/);
    expect(textOf(element, 'Mois d’essai 2024')).to.match(/330 événements, env\. 20\s000 participants/);
    expect(textOf(element, 'Webinaires')).to.contain('2 séances');
    expect(plain(element)).to.contain('Source : Rapport d’essai 2024');
  });

  it('says that no date lies ahead, with the date of the data, above what is over', async () => {
    setClock(() => Date.parse('2026-11-25T12:00:00Z'));
    const element = await agenda(
      {},
      events.filter(({ id }) => id !== 'open'),
    );
    expect(visibleText(element)).to.contain('Aucune date à venir dans ces données (données du 5 mars 2025)');
    expect(element.state).to.equal('ready');
    expect(all(element, '.group').map((group) => group.textContent)).to.deep.equal(['Passés, non confirmés', 'Passés']);
    await expect(element).to.be.accessible();
  });

  it('does not miss dates ahead where a past period is asked for', async () => {
    const element = await agenda({ period: '2024' });
    expect(visibleText(element)).not.to.contain('Aucune date à venir');
  });

  it('is empty, in words, when the data hold no event or none matches', async () => {
    const element = await agenda({}, []);
    expect(element.state).to.equal('empty');
    expect(visibleText(element)).to.contain('Aucun événement dans ces données');
    const filtered = await agenda({ period: '1999' });
    expect(filtered.state).to.equal('empty');
    expect(visibleText(filtered)).to.match(/Aucun événement ne correspond 1999/);
  });

  it('keeps one series or one edition, and takes the name of the series as its title', async () => {
    const element = await agenda({ series: 'mois', edition: '17' });
    expect(names(element)).to.deep.equal(['Mois d’essai 2024']);
    expect(element.shadowRoot!.querySelector('h3')!.textContent).to.equal('Mois d’essai');
    expect(names(await agenda({ edition: '2024' }))).to.deep.equal(['Séminaire', 'Webinaires', 'Mois d’essai 2024']);
  });

  it('keeps a period and a territory, names them, and says how many events it cannot judge', async () => {
    const element = await agenda({ territory: 'commune-35238', period: '2024' });
    expect(names(element)).to.deep.equal(['Séminaire']);
    expect(visibleText(element)).to.match(/Rennes, 2024 – 1 rendez-vous/);
    expect(visibleText(element)).to.contain('2 événements sans date ou sans lieu connu ne sont pas affichés.');
  });

  for (const [attribute, value, words] of [
    ['series', 'moi', 'La série « moi » n’existe pas dans ces données. Séries possibles : mois.'],
    ['edition', 'dernière', 'L’édition « dernière » n’est pas dans ces données. Éditions possibles : 2024, 2025, 17.'],
    ['limit', '-3', '« -3 » n’est pas un nombre d’événements.'],
    ['where', 'college=mutuelles', '« college » ne filtre pas les événements.'],
    ['period', 'hier', '« hier » n’est pas une période.'],
  ] as const) {
    it(`says what is wrong with ${attribute}="${value}"`, async () => {
      useFiles({ 'data.json': datasetFile({ events, series }) });
      const host = await fixture(html`<div></div>`);
      const heard = oneEvent<EssErrorEvent>(host, 'ess-error');
      const element = document.createElement('ess-event-agenda');
      element.src = 'data.json';
      element.setAttribute(attribute, value);
      host.append(element);
      expect((await heard).code).to.equal('config');
      await settle(element, 'error');
      expect(plain(element)).to.contain(words);
    });
  }

  it('passes over the pairs of its provider that are meant for members', async () => {
    useFiles({ 'data.json': datasetFile({ events }) });
    const provider = await fixture<EssProvider>(
      html`<ess-provider src="data.json" where="college=mutuelles"><ess-event-agenda></ess-event-agenda></ess-provider>`,
    );
    const element = provider.querySelector('ess-event-agenda')!;
    await settle(element);
    expect(all(element, '.row')).to.have.length(events.length);
  });

  it('adds fifty lines at a time, moves the focus to the first new one and leaves no button at the end', async () => {
    const many = [...Array(120).keys()].map((n) => ({
      id: `e${n}`,
      title: { fr: `N° ${n}` },
      date: '2024-01-01',
      status: 'held',
    }));
    const element = await agenda({ limit: '5' }, many);
    expect(all(element, '.row')).to.have.length(5);
    expect(visibleText(element)).to.contain('5 sur 120');
    for (const [shown, focused] of [
      [55, 'N° 5'],
      [105, 'N° 55'],
      [120, 'N° 105'],
    ] as const) {
      all(element, '.more button')[0]!.click();
      await element.updateComplete;
      await element.updateComplete;
      expect(all(element, '.row')).to.have.length(shown);
      expect(element.shadowRoot!.activeElement!.querySelector('.name')!.textContent.trim()).to.equal(focused);
    }
    expect(all(element, '.more')).to.have.length(0);
  });

  it('prints five hundred lines and says how many are left out', async () => {
    const many = [...Array(620).keys()].map((n) => ({
      id: `e${n}`,
      title: { fr: `N° ${n}` },
      date: '2024-01-01',
      status: 'held',
    }));
    const element = await agenda({}, many);
    expect(all(element, '.row')).to.have.length(50);
    window.dispatchEvent(new Event('beforeprint'));
    expect(all(element, '.row')).to.have.length(500);
    expect(element.shadowRoot!.querySelector('.more')!.textContent).to.contain('et 120 autres, non imprimés');
    window.dispatchEvent(new Event('afterprint'));
    expect(all(element, '.row')).to.have.length(50);
  });

  it('keeps what the data say as text, however long or odd, inside its box', async () => {
    const odd = [
      {
        id: 'html',
        title: { fr: '<img src=x onerror=alert(1)><b>gras</b>' },
        date: '2025-06-01',
        status: 'planned',
        place: '<i>Brest</i>',
        url: 'javascript:alert(1)',
      },
      { id: 'long', title: { fr: 'x'.repeat(500) }, date: '2025-06-02', status: 'planned' },
      { id: 'old', title: { fr: 'Ancien' }, date: '1970-01-01', status: 'held' },
      { id: 'far', title: { fr: 'Lointain' }, date: '2200-12-31', status: 'held' },
      {
        id: 'end',
        title: { fr: 'À l’envers' },
        startsAt: '2025-06-03T18:00:00+02:00',
        endsAt: '2025-06-03T10:00:00+02:00',
        status: 'planned',
      },
    ];
    const element = await agenda({}, odd);
    element.style.inlineSize = '320px';
    expect(names(element)[0]).to.equal('<img src=x onerror=alert(1)><b>gras</b>');
    expect(all(element, 'img, .row b:not([aria-hidden]), .row a, i')).to.have.length(0);
    expect(textOf(element, '<img src=x onerror=alert(1)><b>gras</b>')).to.contain('<i>Brest</i>');
    expect(tagsOf(element, 'Lointain')).to.deep.equal(['Date à vérifier']);
    expect(textOf(element, 'À l’envers')).to.contain('à 18 h,');
    for (const row of all(element, '.row')) expect(row.scrollWidth).to.be.at.most(row.clientWidth);
    await expect(element).to.be.accessible();
  });

  it('links a title to the page of its event', async () => {
    const element = await agenda();
    expect(rowOf(element, 'Fête').querySelector('a')!.getAttribute('href')).to.equal('https://fete.example/');
  });

  it('alone, offers nothing to select; in a provider, selects for the map, says so, and lets go again', async () => {
    expect(all(await agenda(), '.select')).to.have.length(0);
    useFiles({ 'data.json': datasetFile({ events }) });
    const provider = await fixture<EssProvider>(
      html`<ess-provider src="data.json"><ess-event-agenda></ess-event-agenda></ess-provider>`,
    );
    const element = provider.querySelector('ess-event-agenda')!;
    await settle(element);
    const [button] = all(element, '.select');
    expect(button!.textContent.trim()).to.equal('Séminaire');
    const heard = oneEvent<EssSelectEvent>(provider, 'ess-select');
    button!.click();
    expect(await heard).to.include({ id: 'rab', collection: 'events' });
    expect(provider.scope.state.selection).to.equal('rab');
    await element.updateComplete;
    expect(rowOf(element, 'Séminaire').getAttribute('aria-current')).to.equal('true');
    expect(button!.getAttribute('aria-pressed')).to.equal('true');
    await expect(element).to.be.accessible();
    button!.click();
    expect(provider.scope.state.selection).to.equal(null);
  });

  it('shows the line that the map selects, even beyond those shown', async () => {
    useFiles({ 'data.json': datasetFile({ events }) });
    const provider = await fixture<EssProvider>(
      html`<ess-provider src="data.json"><ess-event-agenda limit="2"></ess-event-agenda></ess-provider>`,
    );
    const element = provider.querySelector('ess-event-agenda')!;
    await settle(element);
    expect(all(element, '.row')).to.have.length(2);
    provider.scope.set({ selection: 'rab' });
    await element.updateComplete;
    expect(rowOf(element, 'Séminaire').classList.contains('selected')).to.equal(true);
  });

  it('gives a calendar of what a calendar can hold: days, hours, and months that leave the reader free', async () => {
    const element = await agenda();
    const ics = await fileOf(element, 'ICS');
    expect(ics.match(/BEGIN:VEVENT/g)).to.have.length(8);
    expect(ics).to.contain(
      'UID:ag@essai\r\nDTSTAMP:20250305T000000Z\r\nDTSTART;VALUE=DATE:20250522\r\nDTEND;VALUE=DATE:20250523',
    );
    expect(ics).to.contain('DTSTART:20250318T173000Z\r\nDTEND:20250318T190000Z');
    expect(ics).to.contain('DTSTART;VALUE=DATE:20241009\r\nDTEND;VALUE=DATE:20241011');
    expect(ics).to.match(
      /DTSTART;VALUE=DATE:20251001\r\nDTEND;VALUE=DATE:20251101[^]*?STATUS:TENTATIVE[^]*?TRANSP:TRANSPARENT/,
    );
    expect(ics).to.contain('STATUS:CANCELLED');
    expect(ics).not.to.contain('À caler');
    expect(ics).not.to.contain('330');
  });

  it('gives a spreadsheet of all lines, with where each was published', async () => {
    const sheet = await fileOf(await agenda(), 'CSV');
    const lines = sheet.trim().split('\r\n');
    expect(lines).to.have.length(events.length + 1);
    expect(lines.find((line) => line.startsWith('rab;'))).to.contain(';200;>;people;;;rapport;I.2.b;9;');
  });

  it('has no calendar to give when no event has a day', async () => {
    const element = await agenda({ series: 'mois' });
    const buttons = all(element, '.actions button');
    expect(buttons).to.have.length(1);
    expect(buttons[0]!.textContent).to.contain('CSV');
  });

  it('follows the clock: a day later, what was planned is not confirmed', async () => {
    const element = await agenda();
    setClock(() => Date.parse('2025-03-19T00:30:00+01:00'));
    element.requestUpdate();
    await element.updateComplete;
    expect(tagsOf(element, 'Comité')).to.deep.equal(['Était prévu']);
  });

  it('shows the events of the published data set', async function () {
    const there = await fetch(`${DATA}manifest.json`);
    if (!there.ok) {
      console.info('the data set of Brittany is not built: this test has nothing to read');
      return;
    }
    const element = await fixture<EssEventAgenda>(
      html`<ess-event-agenda src="${DATA}manifest.json"></ess-event-agenda>`,
    );
    await settle(element);
    expect(element.state).to.be.oneOf(['ready', 'stale']);
    expect(all(element, '.group')[0]!.textContent).to.equal('À venir');
    expect(textOf(element, 'Assemblée générale 2025')).to.contain('jeudi 22 mai 2025');
    expect(visibleText(element)).not.to.match(/undefined|NaN|\[object/);
    await expect(element).to.be.accessible();
  });
});
