import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { setClock } from '../base/clock.ts';
import type { EssErrorEvent, EssFilterEvent, EssSelectEvent } from '../base/events.ts';
import { setPageClient } from '../base/page.ts';
import type { EssProvider } from '../ess-provider/ess-provider.ts';
import {
  came,
  datasetFile,
  type FileAnswer,
  openShare,
  settle,
  take,
  useFiles,
  visibleText,
  waitUntil,
} from '../testing/testing.ts';
import { setReaderZone } from '../views/reader-zone.ts';
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
  { id: 'web', title: { fr: 'Webinaires' }, date: '2024-Q4', status: 'held', online: true, count: 2, approx: true },
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

const fileOf = (element: EssEventAgenda, label: string): Promise<string> => given(element, () => take(element, label));

/** Returns the text of a download, in place of a file on disk. */
async function given(element: EssEventAgenda, act: () => unknown): Promise<string> {
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
    await act();
    await came(element, import('./agenda-files.ts'));
    await waitUntil(() => blob !== undefined);
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
    expect(plain(element)).to.contain('11 rendez-vous : 5 à venir, 1 non confirmé, 3 passés, 1 annulé, 1 reporté');
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
    expect(textOf(element, 'Webinaires')).to.match(/env\. 2 séances/);
    expect(plain(element)).to.contain('Source : Rapport d’essai 2024');
  });

  it('says that no date lies ahead, with the date of the data, above what is over', async () => {
    setClock(() => Date.parse('2026-11-25T12:00:00Z'));
    // A year that goes on is not told by itself.
    const list = events.filter(({ id }) => id !== 'open');
    useFiles({ 'data.json': datasetFile({ events: list, series, territories }, { periods: ['2026'] }) });
    const element = await fixture<EssEventAgenda>(html`<ess-event-agenda src="data.json"></ess-event-agenda>`);
    await settle(element);
    expect(visibleText(element)).to.contain('Aucune date à venir dans ces données (données du 5 mars 2025)');
    expect(element.state).to.equal('ready');
    expect(all(element, '.group').map((group) => group.textContent)).to.deep.equal(['Passés, non confirmés', 'Passés']);
    await expect(element).to.be.accessible();
  });

  it('does not miss dates ahead where a past period is asked for', async () => {
    const element = await agenda({ period: '2024' });
    expect(visibleText(element)).not.to.contain('Aucune date à venir');
  });

  describe('over a period that is over', () => {
    const closed = [
      { id: 'march', title: { fr: 'Salon' }, date: '2024-03-19', status: 'held' },
      { id: 'two', title: { fr: 'Colloque' }, date: '2024-10-30/2024-11-02', status: 'held' },
      { id: 'off', title: { fr: 'Visite' }, date: '2024-10-03', status: 'cancelled' },
      { id: 'open', title: { fr: 'Atelier' }, date: '2024-10-21', status: 'planned' },
      { id: 'rough', title: { fr: 'Tournée' }, date: '2024-Q2', status: 'held' },
      ...events,
    ];
    const headings = (element: Element) => all(element, '.group').map((group) => group.textContent);

    it('is the year in dates: by month from January on, counted, without a word for what is ahead or behind', async () => {
      const element = await agenda({ period: '2024' }, closed);
      expect(element.shadowRoot!.querySelector('h3')!.textContent).to.equal('L’année en dates');
      expect(headings(element)).to.deep.equal([
        'Mars 2024 – 1 rendez-vous',
        'Octobre 2024 – 4 rendez-vous, dont 1 non confirmé, 1 annulé',
        '2024, mois à préciser – 3 rendez-vous',
      ]);
      expect(names(element).slice(0, 5)).to.deep.equal(['Salon', 'Visite', 'Séminaire', 'Atelier', 'Colloque']);
      expect(tagsOf(element, 'Visite')).to.deep.equal(['Annulé']);
      expect(tagsOf(element, 'Atelier')).to.deep.equal(['Non confirmé']);
      expect(visibleText(element)).not.to.match(/Passés|passé|Prévu|prévu|à venir/);
      expect(rowOf(element, 'Salon').querySelector('.date b')!.textContent).to.equal('19');
      expect(rowOf(element, 'Salon').querySelector('.date')!.textContent).not.to.match(/mars\s2024.*2024/);
      await expect(element).to.be.accessible();
    });

    it('says so in English, names a month by its name, and leaves the title of a series alone', async () => {
      const english = await agenda({ period: '2024', lang: 'en' }, closed);
      expect(english.shadowRoot!.querySelector('h3')!.textContent).to.equal('The year in dates');
      expect(headings(english)[1]).to.equal('October 2024 – 4 entries, of which 1 not confirmed, 1 cancelled');
      expect(headings(await agenda({ period: '2024-03' }, closed))[0]).to.equal('Mars 2024 – 1 rendez-vous');
      const month = await agenda({ period: '2024-03' }, closed);
      expect(month.shadowRoot!.querySelector('h3')!.textContent).to.equal('Mars 2024 en dates');
      const series = await agenda({ period: '2024', series: 'mois' }, closed);
      expect(series.shadowRoot!.querySelector('h3')!.textContent).to.equal('Mois d’essai');
    });

    it('takes the period of its provider, and starts with what is coming where that is not over', async () => {
      useFiles({ 'data.json': datasetFile({ events: closed, series, territories }) });
      const provider = await fixture<EssProvider>(
        html`<ess-provider src="data.json" period="2024"><ess-event-agenda></ess-event-agenda></ess-provider>`,
      );
      const element = provider.querySelector('ess-event-agenda')!;
      await settle(element);
      expect(headings(element)[0]).to.contain('Mars 2024');
      provider.period = '2025';
      await provider.updateComplete;
      await element.updateComplete;
      expect(headings(element)[0]).to.equal('À venir');
      expect(element.shadowRoot!.querySelector('h3')!.textContent).to.equal('Agenda');
    });

    it('adds lines in the order of the year', async () => {
      const element = await agenda({ period: '2024', limit: '2' }, closed);
      expect(names(element)).to.deep.equal(['Salon', 'Visite']);
      all(element, '.more button')[0]!.click();
      await element.updateComplete;
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement!.querySelector('.name')!.textContent.trim()).to.equal('Séminaire');
    });
  });

  it('lists a milestone, and counts it as no appointment', async () => {
    const milestone = {
      id: 'union',
      title: { fr: 'Création d’une union' },
      date: '2024-10-02',
      status: 'held',
      count: 0,
    };
    const element = await agenda({ period: '2024-10' }, [...events, milestone]);
    expect(visibleText(element)).to.match(/octobre 2024 – 1 rendez-vous et 1 jalon/);
    expect(names(element)).to.include('Création d’une union');
    const alone = await agenda({ period: '2024-10' }, [milestone]);
    expect(visibleText(alone)).to.match(/octobre 2024 – 0 rendez-vous et 1 jalon/);
  });

  it('counts only what lies in the period, and shows apart what may lie outside it', async () => {
    const element = await agenda({ period: '2024-10' });
    expect(visibleText(element)).to.match(/octobre 2024 – 1 rendez-vous/);
    expect(all(element, '.group').map((group) => group.textContent)).to.deep.equal([
      'Octobre 2024 – 1 rendez-vous',
      '2 événements dont la date est trop vague ou trop longue pour cette période',
    ]);
    expect(names(element)).to.deep.equal(['Séminaire', 'Webinaires', 'Mois d’essai 2024']);
    await expect(element).to.be.accessible();
    const vague = await agenda({ period: '2024-02' }, events.slice(-2, -1));
    expect(vague.state).to.equal('ready');
    expect(visibleText(vague)).to.match(/février 2024 – 0 rendez-vous/);
    expect(visibleText(vague)).to.contain('1 événement dont la date est trop vague');
    const month = await agenda({ period: '2024-02', view: 'month' }, events.slice(-2, -1));
    expect(visibleText(month)).to.contain('1 événement dont la date est trop vague');
  });

  it('counts what was cancelled neither as held nor as ahead', async () => {
    const cancelled = { id: 'gone', title: { fr: 'Visite' }, date: '2024-10-03', status: 'cancelled' };
    const element = await agenda({ period: '2024-10' }, [...events, cancelled]);
    expect(visibleText(element)).to.match(/octobre 2024 – 2 rendez-vous, dont 1 annulé/);
  });

  it('does not say how many a milestone is', async () => {
    const element = await agenda({}, [{ ...events.at(-1), count: 0 }]);
    expect(visibleText(element)).not.to.match(/0 (événement|séance)/);
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
    ['view', 'week', '« week » n’est pas une valeur de « view ». Valeurs possibles : list, month.'],
    ['calendar', 'javascript:alert(1)', '« javascript:alert(1) » n’est pas l’adresse d’un agenda'],
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

  it('says in a calendar, as on screen, that what was planned and has passed is not confirmed', async () => {
    const planned = (id: string, date: string) => ({ id, title: { fr: id }, date, status: 'planned' });
    const element = await agenda({}, [planned('before', '2025-01-15'), planned('ahead', '2025-06-15')]);
    const ics = await fileOf(element, 'ICS');
    const statusOf = (id: string) => new RegExp(`SUMMARY:${id}\\r\\nSTATUS:(\\w+)`).exec(ics)?.[1];
    expect([statusOf('before'), statusOf('ahead')]).to.deep.equal(['TENTATIVE', 'CONFIRMED']);
  });

  it('says which lines are not in the calendar that it gives, and why', async () => {
    const element = await agenda();
    expect(all(element, '.left')).to.have.length(0);
    await fileOf(element, 'ICS');
    await waitUntil(() => all(element, '.left').length);
    expect(all(element, '.left')[0]!.textContent.replaceAll('\u202f', ' ')).to.equal(
      '8 dates sur 11 sont dans ce calendrier : les autres ne sont connues ni au jour ni au mois.',
    );
    const whole = await agenda({}, events.slice(0, 3));
    await fileOf(whole, 'ICS');
    await whole.updateComplete;
    expect(all(whole, '.left')).to.have.length(0);
  });

  it('gives a calendar of what a calendar can hold: days, hours, and months that leave the reader free', async () => {
    const element = await agenda();
    const ics = await fileOf(element, 'ICS');
    expect(ics.match(/BEGIN:VEVENT/g)).to.have.length(8);
    expect(ics).to.match(
      /UID:ag@essai\r\nDTSTAMP:20250305T000000Z[^]{0,80}\r\nDTSTART;VALUE=DATE:20250522\r\nDTEND;VALUE=DATE:20250523/,
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

  it('says in words in a calendar what most calendars show nothing of, and leaves free the days of what is off', async () => {
    const on = (id: string, status: string, fields: object = {}) => ({
      ...{ id, title: { fr: id }, date: '2025-06-15', status, ...fields },
    });
    const element = await agenda({}, [
      on('late', 'postponed'),
      on('off', 'cancelled', { place: 'Brest', online: true }),
      on('full', 'full', { online: true }),
      on('before', 'planned', { date: '2025-01-15' }),
      on('plain', 'planned'),
      on('month', 'full', { date: '2025-07' }),
    ]);
    const ics = (await fileOf(element, 'ICS')).replaceAll('\r\n', ' ');
    const saidOf = (id: string) => new RegExp(`SUMMARY:${id} STATUS:\\w+ (.*?)END:VEVENT`).exec(ics)?.[1]?.trim();
    expect(saidOf('late')).to.equal('DESCRIPTION:Reporté TRANSP:TRANSPARENT');
    expect(saidOf('off')).to.equal('LOCATION:Brest DESCRIPTION:Annulé TRANSP:TRANSPARENT');
    expect(saidOf('full')).to.equal('LOCATION:En ligne DESCRIPTION:Complet');
    expect(saidOf('before')).to.equal('DESCRIPTION:Était prévu');
    expect(saidOf('plain')).to.equal('');
    expect(saidOf('month')).to.equal('DESCRIPTION:Complet\\, jour à préciser TRANSP:TRANSPARENT');
  });

  it('gives a calendar the hours that it says, and no others', async () => {
    const planned = (id: string, startsAt: string, endsAt?: string) => ({
      ...{ id, title: { fr: id }, date: '2025-06-15', status: 'planned' },
      ...{ startsAt: `${startsAt}:00+02:00`, ...(endsAt ? { endsAt: `${endsAt}:00+02:00` } : {}) },
    });
    const element = await agenda({}, [
      planned('evening', '2025-06-15T18:00', '2025-06-15T20:00'),
      planned('other-day', '2025-06-16T18:00'),
      planned('other-end', '2025-06-15T18:00', '2025-06-18T20:00'),
      planned('whole', '2025-06-15T00:00', '2025-06-16T00:00'),
    ]);
    const ics = (await fileOf(element, 'ICS')).replaceAll('\r\n', ' ');
    const timesOf = (id: string) => new RegExp(`UID:${id}@essai .*? (DTSTART.*?) SUMMARY`).exec(ics)?.[1];
    expect(timesOf('evening')).to.equal('DTSTART:20250615T160000Z DTEND:20250615T180000Z');
    for (const id of ['other-day', 'whole'])
      expect(timesOf(id), id).to.equal('DTSTART;VALUE=DATE:20250615 DTEND;VALUE=DATE:20250616');
    expect(timesOf('other-end')).to.equal('DTSTART:20250615T160000Z');
    expect(rowOf(element, 'other-day').textContent).not.to.contain('18');
  });

  it('gives a spreadsheet of all lines, with where each was published', async () => {
    const sheet = (await fileOf(await agenda(), 'CSV')).replaceAll('"', '');
    const lines = sheet.trim().split('\r\n');
    expect(lines).to.have.length(events.length + 1);
    // Told by its hours, it has its day all the same.
    expect(lines.find((line) => line.startsWith('dla;'))).to.contain(';2025-03-18;2025-03-18T');
    expect(lines.find((line) => line.startsWith('rab;'))).to.contain(';200;>;people;;;rapport;I.2.b;9;');
    const exact = { ...events[0], id: 'exact', attendance: { value: 12, op: '=', unit: 'people' } };
    // As every other file says it: `=` would begin a formula.
    expect(await fileOf(await agenda({}, [exact]), 'CSV')).to.contain(';12;"exact";"people";');
  });

  it('has no calendar to give when no event has a day', async () => {
    const element = await agenda({ series: 'mois' });
    const names = [...(await openShare(element, 'data')).querySelectorAll('button')].map((each) => each.textContent);
    expect(names.filter((name) => name.includes('ICS'))).to.deep.equal([]);
    expect(names.some((name) => name.includes('CSV'))).to.equal(true);
  });

  it('counts down in words where it helps: today, tomorrow, within two weeks', async () => {
    const soon = [
      '2025-03-01/2025-03-05',
      '2025-03-05',
      '2025-03-06',
      '2025-03-08/2025-03-09',
      '2025-03-20',
      '2025-03',
    ];
    const element = await agenda(
      {},
      soon.map((date) => ({ id: date, title: { fr: date }, date, status: 'planned' })),
    );
    const said = (title: string) => rowOf(element, title).querySelector('.soon')?.textContent;
    expect(soon.map(said)).to.deep.equal(['en cours', 'aujourd’hui', 'demain', 'dans 3 jours', undefined, undefined]);
  });

  it('moves on when the day ends, without a word', async () => {
    const { setInterval } = window;
    let tick = () => {};
    window.setInterval = ((each: () => void) => {
      tick = each;
      return 0;
    }) as typeof window.setInterval;
    try {
      const element = await agenda({}, [{ id: 'a', title: { fr: 'A' }, date: '2025-03-07', status: 'planned' }]);
      expect(textOf(element, 'A')).to.contain('après-demain');
      setClock(() => Date.parse('2025-03-06T00:00:30+01:00'));
      tick();
      await element.updateComplete;
      expect(textOf(element, 'A')).to.contain('demain');
      expect(element.shadowRoot!.querySelector('[aria-live]')!.textContent.trim()).to.equal('');
    } finally {
      window.setInterval = setInterval;
    }
  });

  it('gives one event to the visitor’s calendar, and only what is ahead and on', async () => {
    const element = await agenda();
    const adders = all(element, '.add').map((button) => button.getAttribute('aria-label'));
    expect(adders).to.deep.equal([
      'Ajouter à mon agenda – Comité',
      'Ajouter à mon agenda – Visite',
      'Ajouter à mon agenda – Assemblée générale',
      'Ajouter à mon agenda – Forum',
    ]);
    const ics = await given(element, () => all(element, '.add')[0]!.click());
    expect(ics.match(/BEGIN:VEVENT/g)).to.have.length(1);
    expect(ics).to.contain('UID:dla@essai');
  });

  it('offers the calendar that the data or the page name to calendar programs, and nothing else', async () => {
    const link = async (element: EssEventAgenda) =>
      (await openShare(element, 'data')).querySelector('a')?.getAttribute('href') ?? undefined;
    expect(await link(await agenda())).to.equal(undefined);
    const element = await agenda({ calendar: 'https://cress.example/a.ics' });
    await came(element, import('./agenda-files.ts'));
    expect(await link(element)).to.equal('webcal://cress.example/a.ics');
    useFiles({ 'data.json': datasetFile({ events }, { calendar: 'agenda.ics' }) });
    const named = await fixture<EssEventAgenda>(html`<ess-event-agenda src="data.json"></ess-event-agenda>`);
    await settle(named);
    await came(named, import('./agenda-files.ts'));
    expect(await link(named)).to.equal(new URL('agenda.ics', document.baseURI).href.replace('http:', 'webcal:'));
    await expect(named).to.be.accessible();
  });

  describe('with events that come back', () => {
    const weekly = {
      id: 'w',
      title: { fr: 'Permanence' },
      startsAt: '2025-03-18T18:30:00+01:00',
      status: 'planned',
      recurrence: { frequency: 'weekly', interval: 2, count: 4, exceptions: ['2025-04-15'] },
    };

    it('shows each time, says how often, and gives them to a calendar as one event, by the clocks of its place', async () => {
      const element = await agenda({}, [weekly]);
      expect(names(element)).to.have.length(3);
      expect(textOf(element, 'Permanence')).to.contain('à 18 h 30, toutes les 2 semaines');
      const ics = await fileOf(element, 'ICS');
      expect(ics.match(/UID:.*/g)).to.deep.equal(['UID:w@essai']);
      expect(ics).to.contain('TZID:Europe/Paris').and.to.contain('DTSTART;TZID=Europe/Paris:20250318T183000');
      expect(ics).to.contain('RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20250429T163000Z');
      expect(ics).to.contain('EXDATE;TZID=Europe/Paris:20250415T183000');
    });

    it('gives one of its times alone as an event of its own', async () => {
      const element = await agenda({}, [weekly]);
      const ics = await given(element, () => all(element, '.add')[1]!.click());
      expect(ics.match(/UID:.*/g)).to.deep.equal(['UID:w-2025-04-01@essai']);
      expect(ics).to.contain('DTSTART:20250401T163000Z').and.not.to.contain('RRULE');
    });

    it('shows the record of one time in its place, and gives it to a calendar as that time', async () => {
      const instead = (date: string, fields: object) => ({
        ...{ id: `w-${date}`, title: { fr: 'Permanence' }, status: 'planned', date, place: 'Brest' },
        ...{ occurrenceOf: { event: 'w', date }, ...fields },
      });
      const element = await agenda({}, [
        weekly,
        instead('2025-04-01', { date: '2025-04-02', title: { fr: 'Permanence au port' }, place: 'Quimper' }),
        instead('2025-04-29', { status: 'cancelled' }),
      ]);
      expect(plain(element)).to.contain('3 rendez-vous : 2 à venir, 1 annulé');
      expect(textOf(element, 'Permanence au port')).to.contain('au lieu du 1er avril 2025, Quimper');
      expect(all(element, '.row')[2]!.textContent).to.contain('Annulé').and.not.to.contain('au lieu');
      const ics = await fileOf(element, 'ICS');
      expect(ics.match(/UID:.*/g)).to.deep.equal(Array(3).fill('UID:w@essai'));
      expect(ics).to.contain('RECURRENCE-ID;TZID=Europe/Paris:20250401T183000\r\nDTSTART;VALUE=DATE:20250402');
      expect(ics).to.match(/RECURRENCE-ID;TZID=Europe\/Paris:20250429T183000[^]*?STATUS:CANCELLED/);
      await expect(element).to.be.accessible();
    });

    it('holds for held what was when the data were written, as figures do', async () => {
      setClock(() => Date.parse('2025-04-02T12:00:00+02:00'));
      const held = {
        ...weekly,
        startsAt: '2025-02-18T18:30:00+01:00',
        status: 'held',
        recurrence: { frequency: 'weekly' },
      };
      // The data are of 5 March.
      expect(plain(await agenda({}, [held]))).to.contain('3 rendez-vous : 3 passés');
    });

    it('never counts a passed time as held', async () => {
      setClock(() => Date.parse('2025-04-02T12:00:00+02:00'));
      const element = await agenda({}, [weekly]);
      expect(plain(element)).to.contain('3 rendez-vous : 1 à venir, 2 non confirmés');
    });
  });

  describe('by month', () => {
    const month = (attributes: Readonly<Record<string, string>> = {}, list = events as readonly object[]) =>
      agenda({ view: 'month', ...attributes }, list);
    const cell = (element: Element, day: string) =>
      element.shadowRoot!.querySelector<HTMLElement>(`.cell[data-day="${day}"]`)!;
    const heard = (element: Element, day: string) =>
      cell(element, day)
        .textContent.replace(/[ \n]+/g, ' ')
        .trim();
    const chosen = (element: Element) =>
      all(element, '[aria-selected="true"] .cell').map((button) => button.dataset['day']);
    const focused = (element: Element) => (element.shadowRoot!.activeElement as HTMLElement | null)?.dataset['day'];
    const press = async (element: EssEventAgenda, key: string, more: KeyboardEventInit = {}) => {
      const init = { key, bubbles: true, cancelable: true, ...more };
      element.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init));
      await element.updateComplete;
      await element.updateComplete;
    };

    it('names each day with its events, marks today, and lists the next day with some', async () => {
      const element = await month();
      expect(element.shadowRoot!.querySelector('#month-name')!.textContent).to.equal('Mars 2025');
      expect(element.shadowRoot!.querySelector('#of-day')!.textContent).to.match(/^[LMJVSD]/);
      expect(all(element, '.grid .cell')).to.have.length(31);
      expect(heard(element, '2025-03-18')).to.equal('mardi 18 mars 2025, 1 rendez-vous\u202f: Comité');
      expect(heard(element, TODAY)).to.equal('mercredi 5 mars 2025, aujourd’hui');
      expect(all(element, '[aria-current="date"]')).to.deep.equal([cell(element, TODAY)]);
      expect(chosen(element)).to.deep.equal(['2025-03-18']);
      expect(names(element)).to.deep.equal(['Comité']);
      expect(plain(element)).to.contain('1 rendez-vous sans jour connu figure seulement dans la liste.');
      await expect(element).to.be.accessible();
    });

    it('says in words that an event is cancelled, and sets apart what has no day', async () => {
      const element = await month({}, [
        { id: 'a', title: { fr: 'Atelier' }, date: '2025-03-06', status: 'cancelled' },
        { id: 'b', title: { fr: 'Forum' }, date: '2025-03', status: 'planned' },
      ]);
      expect(heard(element, '2025-03-06')).to.contain('Atelier (annulé)');
      expect(all(element, '#rough ~ .events .name').map((name) => name.textContent.trim())).to.deep.equal(['Forum']);
    });

    it('draws the dots of what is planned, of what is off and of what was held each in its own way', async () => {
      const on = (day: string, status: string) => ({ id: day, title: { fr: day }, date: `2025-03-${day}`, status });
      const element = await month({}, [on('04', 'held'), on('06', 'planned'), on('07', 'cancelled')]);
      element.style.inlineSize = '320px';
      const [held, planned, off] = ['04', '06', '07'].map((day) => {
        const { backgroundColor } = getComputedStyle(cell(element, `2025-03-${day}`).querySelector('.dots > i')!);
        return backgroundColor;
      });
      expect(off).to.equal('rgba(0, 0, 0, 0)');
      expect(new Set([held, planned, off])).to.have.property('size', 3);
    });

    it('shows an event of several days on each of them, and one that comes back each time', async () => {
      const element = await month({}, [
        { id: 'a', title: { fr: 'Salon' }, date: '2025-03-30/2025-04-01', status: 'planned' },
        {
          id: 'b',
          title: { fr: 'Permanence' },
          date: '2025-03-04',
          status: 'planned',
          recurrence: { frequency: 'weekly', count: 3 },
        },
      ]);
      const busy = all(element, '.cell')
        .filter((button) => button.querySelector('.titles'))
        .map((button) => button.dataset['day']!.slice(8));
      expect(busy).to.deep.equal(['04', '11', '18', '30', '31']);
    });

    it('is one stop: arrows, Home, End and Page keys move in it, from month to month', async () => {
      const element = await month();
      const stops = () => all(element, '.grid [tabindex="0"]').map((button) => button.dataset['day']);
      cell(element, '2025-03-18').focus();
      for (const [key, day, shiftKey] of [
        ['ArrowRight', '2025-03-19'],
        ['ArrowUp', '2025-03-12'],
        ['Home', '2025-03-10'],
        ['End', '2025-03-16'],
        ['ArrowDown', '2025-03-23'],
        ['PageDown', '2025-04-23'],
        ['PageUp', '2025-03-23'],
        ['PageDown', '2026-03-23', true],
        ['ArrowLeft', '2026-03-22'],
      ] as const) {
        await press(element, key, { shiftKey: shiftKey ?? false });
        expect(focused(element), key).to.equal(day);
        expect(stops()).to.deep.equal([day]);
        expect(chosen(element)).to.deep.equal([day]);
      }
      await press(element, 'ArrowLeft', { altKey: true });
      expect(focused(element)).to.equal('2026-03-22');
    });

    it('goes its own way on a page from right to left', async () => {
      const element = await month();
      element.dir = 'rtl';
      cell(element, '2025-03-18').focus();
      await press(element, 'ArrowRight');
      expect(focused(element)).to.equal('2025-03-19');
      const left = (day: string) => cell(element, day).getBoundingClientRect().left;
      expect(left('2025-03-19')).to.be.above(left('2025-03-18'));
    });

    it('turns its pages with buttons, says what is there, and comes back to today', async () => {
      const element = await month();
      const turn = async (label: string) => {
        all(element, '.month-bar button')
          .find((button) => (button.getAttribute('aria-label') ?? button.textContent).includes(label))!
          .click();
        await element.updateComplete;
      };
      await turn('Mois suivant');
      expect(names(element)).to.deep.equal(['Atelier']);
      await new Promise((resolve) => setTimeout(resolve, 450));
      expect(element.shadowRoot!.querySelector('[aria-live]')!.textContent.trim()).to.equal(
        'avril 2025\u202f: 3 rendez-vous',
      );
      await turn('Revenir');
      expect(chosen(element)).to.deep.equal(['2025-03-18']);
    });

    it('says that a month is empty, with the way to those that are not', async () => {
      const element = await month();
      for (let turns = 0; turns < 4; turns++) {
        all(element, '.turn')[0]!.click();
        await element.updateComplete;
      }
      expect(plain(element)).to.contain('Aucun rendez-vous daté ce mois-ci. octobre 2024 mars 2025');
      all(element, '.month-none .link')[0]!.click();
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Séminaire', 'Webinaires', 'Mois d’essai 2024']);
    });

    it('opens where the next event is, else the latest one', async () => {
      setClock(() => Date.parse('2026-11-25T12:00:00Z'));
      const element = await month();
      expect(element.shadowRoot!.querySelector('#month-name')!.textContent).to.equal('Mai 2025');
      expect(names(element)[0]).to.equal('Assemblée générale');
      expect(tagsOf(element, 'Assemblée générale')).to.deep.equal(['Était prévu']);
    });

    it('is one press away from the list, and back: the button keeps the focus and changes its words', async () => {
      const element = await agenda();
      const [, button] = all(element, '.tools button');
      expect(button!.textContent).to.equal('Afficher le mois');
      button!.focus();
      button!.click();
      await came(element, import('./agenda-views.ts'));
      expect(all(element, '.grid')).to.have.length(1);
      expect(element.shadowRoot!.activeElement).to.equal(button);
      expect(button!.textContent).to.equal('Afficher la liste');
      button!.click();
      await came(element, Promise.resolve());
      expect(all(element, '.grid')).to.have.length(0);
      expect(all(element, '.row')).to.have.length(events.length);
    });

    it('is printed as a list', async () => {
      const element = await month();
      window.dispatchEvent(new Event('beforeprint'));
      expect(all(element, '.grid')).to.have.length(0);
      expect(all(element, '.row')).to.have.length(events.length);
      window.dispatchEvent(new Event('afterprint'));
      expect(all(element, '.grid')).to.have.length(1);
    });

    for (const [lang, name, first] of [
      ['br', 'Meurzh 2025', 'Lun'],
      ['en', 'March 2025', 'Monday'],
    ] as const) {
      it(`speaks ${lang}`, async () => {
        const element = await month({ lang });
        expect(element.shadowRoot!.querySelector('#month-name')!.textContent).to.equal(name);
        expect(all(element, 'th .hidden')[0]!.textContent).to.equal(first);
        await expect(element).to.be.accessible();
      });
    }

    it('keeps what the data say as text in a day, and fits into 320 px', async () => {
      const element = await month({}, [
        { id: 'a', title: { fr: '<img src=x onerror=alert(1)>' }, date: '2025-03-06', status: 'planned' },
        { id: 'b', title: { fr: 'x'.repeat(500) }, date: '2025-03-06', status: 'planned' },
        { id: 'c', title: { fr: 'C' }, date: '2025-03-06', status: 'planned' },
        { id: 'old', title: { fr: 'Ancien' }, date: '1970-01-01', status: 'held' },
        { id: 'far', title: { fr: 'Lointain' }, date: '2200-12-31', status: 'planned' },
      ]);
      element.style.inlineSize = '320px';
      expect(all(element, 'img')).to.have.length(0);
      const frame = element.shadowRoot!.querySelector('.frame')!;
      expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
      const { height, width } = cell(element, '2025-03-06').getBoundingClientRect();
      expect(Math.min(height, width)).to.be.at.least(38);
      expect(cell(element, '2025-03-06').querySelector<HTMLElement>('.titles')!.offsetWidth).to.equal(1);
      expect(cell(element, '2025-03-06').querySelectorAll('.dots > i')).to.have.length(4);
      await expect(element).to.be.accessible();
    });
  });

  describe('with its filters open', () => {
    const organisations = [{ id: 'cress', name: 'Cress d’essai' }];
    const categories = [{ id: 'mer', dimension: 'theme', label: { fr: 'Mer' } }];
    const places = [
      { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' }, parents: ['region-53'] },
      { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: ['region-53'] },
      { id: 'commune-35238', kind: 'commune', name: { fr: 'Rennes' }, parents: ['departement-35'] },
      { id: 'commune-29019', kind: 'commune', name: { fr: 'Brest' }, parents: ['departement-29'] },
    ];
    const list = [
      { id: 'a', territories: ['commune-35238'], themes: ['mer'], organisers: ['cress'] },
      { id: 'b', territories: ['commune-29019'], themes: ['mer'], organisers: ['autre'] },
      { id: 'c', territories: ['commune-29019'], online: true },
    ].map((fields) => ({ ...fields, title: { fr: fields.id }, date: '2025-04-01', status: 'planned' }));
    const files = { 'data.json': datasetFile({ events: list, organisations, categories, territories: places }) };

    async function open(element: EssEventAgenda) {
      all(element, '.tools button')[0]!.click();
      await came(element, import('./agenda-views.ts'));
      for (let turns = 0; turns < 4000 && !all(element, '#by-departement').length; turns++) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return element;
    }
    const select = (element: Element, key: string) =>
      element.shadowRoot!.querySelector<HTMLSelectElement>(`#by-${key}`)!;
    const options = (element: Element, key: string) =>
      [...select(element, key).options].map((option) => option.textContent.trim());
    const choose = async (element: EssEventAgenda, key: string, value: string) => {
      select(element, key).value = value;
      select(element, key).dispatchEvent(new Event('change'));
      await element.updateComplete;
      await element.updateComplete;
    };

    it('offers what there is to choose by, in words, with how many each would leave', async () => {
      const element = await open(await agenda({}, list, files));
      expect(options(element, 'place')).to.deep.equal(['Tous', 'Brest (2)', 'Rennes (1)']);
      expect(options(element, 'departement')).to.deep.equal(['Tous', 'Finistère (2)', 'Ille-et-Vilaine (1)']);
      expect(options(element, 'organiser')).to.deep.equal(['Tous', 'autre (1)', 'Cress d’essai (1)']);
      expect(options(element, 'theme')).to.deep.equal(['Tous', 'Mer (2)']);
      expect(options(element, 'mode')).to.deep.equal(['Tous', 'En ligne (1)', 'Sur place (2)']);
      expect(all(element, '.tools button')[0]!.getAttribute('aria-expanded')).to.equal('true');
      await expect(element).to.be.accessible();
    });

    it('keeps what is chosen, tells how many are left, and clears it', async () => {
      const element = await open(await agenda({}, list, files));
      const heard = oneEvent<EssFilterEvent>(element, 'ess-filter');
      await choose(element, 'theme', 'mer');
      expect(await heard).to.deep.include({ count: 2, facets: { theme: ['mer'] } });
      expect(names(element)).to.deep.equal(['a', 'b']);
      expect(plain(element)).to.contain('2 rendez-vous : 2 à venir');
      await choose(element, 'departement', 'departement-29');
      expect(names(element)).to.deep.equal(['b']);
      expect(options(element, 'theme')).to.deep.equal(['Tous', 'Mer (1)']);
      await new Promise((resolve) => setTimeout(resolve, 450));
      expect(element.shadowRoot!.querySelector('[aria-live]')!.textContent.trim()).to.equal('1 rendez-vous correspond');
      all(element, '.clear')[0]!.click();
      await element.updateComplete;
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['a', 'b', 'c']);
      expect(element.shadowRoot!.activeElement).to.equal(select(element, 'place'));
      expect(all(element, '.clear')).to.have.length(0);
    });

    it('keeps what was chosen when they close, and a way out when nothing is left', async () => {
      const element = await open(await agenda({}, list, files));
      await choose(element, 'mode', 'online');
      await choose(element, 'organiser', '');
      all(element, '.tools button')[0]!.click();
      await came(element, Promise.resolve());
      expect(all(element, '.filters')).to.have.length(0);
      expect(names(element)).to.deep.equal(['c']);
      element.period = '2030';
      await element.updateComplete;
      expect(element.state).to.equal('empty');
      all(element, '.empty .clear')[0]!.click();
      await element.updateComplete;
      element.period = undefined;
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['a', 'b', 'c']);
    });

    it('follows the département that a map beside it has chosen', async () => {
      useFiles(files);
      const provider = await fixture<EssProvider>(
        html`<ess-provider src="data.json"><ess-event-agenda></ess-event-agenda></ess-provider>`,
      );
      const element = provider.querySelector('ess-event-agenda')!;
      await settle(element);
      provider.scope.set({ facets: { departement: ['departement-35'] } });
      for (let turns = 0; turns < 4000 && names(element).length > 1; turns++) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(names(element)).to.deep.equal(['a']);
    });

    it('are not offered where nothing sets the events apart', async () => {
      const same = [1, 2].map((n) => ({ id: `${n}`, title: { fr: `${n}` }, date: '2025-04-01', status: 'planned' }));
      const element = await agenda({}, same);
      expect(all(element, '.tools button').map((button) => button.textContent)).to.deep.equal(['Afficher le mois']);
    });
  });

  describe('with odd events', () => {
    const odd = (id: string, fields: object) => ({ id, title: { fr: id }, status: 'planned', ...fields });

    it('shows what has no date, what is of 1970 and what is of 2200, each where it stands', async () => {
      const element = await agenda({}, [
        odd('Sans date', {}),
        odd('Ancien', { date: '1970-01-01', status: 'held' }),
        odd('Lointain', { date: '2200-12-31' }),
        odd('Tenu en 2200', { date: '2200', status: 'held' }),
      ]);
      expect(names(element)).to.deep.equal(['Lointain', 'Tenu en 2200', 'Sans date', 'Ancien']);
      expect(textOf(element, 'Sans date')).to.contain('date à préciser');
      expect(textOf(element, 'Lointain')).to.contain('mercredi 31 décembre 2200').and.not.to.contain('dans');
      expect(tagsOf(element, 'Tenu en 2200')).to.deep.equal(['Date à vérifier']);
      expect(rowOf(element, 'Ancien').querySelector<HTMLElement>('.date')!.innerText.replace(/\s+/g, ' ')).to.contain(
        '1er janv. 1970',
      );
      expect(rowOf(element, 'Sans date').querySelector('.add')).to.equal(null);
      await expect(element).to.be.accessible();
    });

    it('has the hour of its place, of its own day, and that of an end after midnight', async () => {
      const element = await agenda({}, [
        odd('Guadeloupe', { date: '2025-03-15', startsAt: '2025-03-15T20:00:00-04:00' }),
        odd('Universel', { date: '2025-03-16', startsAt: '2025-03-16T23:30:00Z' }),
        odd('Fest-noz', {
          date: '2025-03-22',
          startsAt: '2025-03-22T21:00:00+01:00',
          endsAt: '2025-03-23T02:00:00+01:00',
        }),
      ]);
      expect(textOf(element, 'Guadeloupe')).to.contain('15 mars').and.to.contain('à 20 h (UTC−04:00)');
      expect(textOf(element, 'Universel')).to.contain('16 mars').and.not.to.match(/ h\b/);
      expect(textOf(element, 'Fest-noz')).to.contain('de 21 h à 2 h');
    });

    describe('says the zone of an hour to those whose clocks show another one', () => {
      afterEach(() => setReaderZone(undefined));
      const at = (title: string, hours: string) => odd(title, { date: '2025-03-15', startsAt: `2025-03-15T${hours}` });
      const list = [at('Paris', '18:00'), at('Réunion', '18:00+04:00'), at('Martinique', '18:00-04:00')];
      const ZONES = { Paris: 'Europe/Paris', Réunion: 'Indian/Reunion', Martinique: 'America/Martinique' } as const;
      const OFFSETS = { Paris: '+01:00', Réunion: '+04:00', Martinique: '−04:00' } as const;
      const titles = ['Paris', 'Réunion', 'Martinique'] as const;
      const read = (element: Element) =>
        titles.filter((title) => textOf(element, title).includes(`UTC${OFFSETS[title]}`));
      const open = (zone?: string) =>
        agenda({}, [], { 'data.json': datasetFile({ events: list }, zone === undefined ? {} : { zone }) });

      for (const home of titles)
        it(`and not to those of ${home}`, async () => {
          setReaderZone(ZONES[home]);
          expect(read(await open())).to.deep.equal(titles.filter((title) => title !== home));
        });

      it('and on paper, which nobody in particular reads, where it is not that of the data', async () => {
        setReaderZone(ZONES.Martinique);
        for (const [zone, home] of [
          [undefined, 'Paris'],
          [ZONES.Réunion, 'Réunion'],
        ] as const) {
          const element = await open(zone);
          window.dispatchEvent(new Event('beforeprint'));
          expect(read(element)).to.deep.equal(titles.filter((title) => title !== home));
          window.dispatchEvent(new Event('afterprint'));
          expect(read(element)).to.deep.equal(['Paris', 'Réunion']);
        }
      });
    });

    it('has the first and the last hour of several days, in the list and under the month', async () => {
      const fair = odd('Salon', { startsAt: '2025-03-20T10:00:00+01:00', endsAt: '2025-03-22T17:00:00+01:00' });
      const ball = odd('Bal', { startsAt: '2025-03-22T20:00:00+01:00', endsAt: '2025-03-23T00:00:00+01:00' });
      const element = await agenda({}, [fair, ball]);
      expect(textOf(element, 'Salon')).to.contain('de 10 h le premier jour à 17 h le dernier');
      expect(textOf(element, 'Salon')).to.contain('du 20 au 22 mars 2025');
      expect(textOf(element, 'Bal')).to.contain('de 20 h à minuit');
      const month = await agenda({ view: 'month' }, [fair, ball]);
      all(month, '[data-day="2025-03-22"]')[0]!.click();
      await month.updateComplete;
      expect(textOf(month, 'Salon')).to.contain('de 10 h le premier jour à 17 h le dernier');
      expect(textOf(month, 'Bal')).to.contain('de 20 h à minuit');
    });

    it('is on the day of its end, and says until when, where no other hour is known', async () => {
      const element = await agenda({}, [odd('Clôture', { endsAt: '2025-03-20T17:00:00+01:00' })]);
      expect(textOf(element, 'Clôture')).to.contain('jeudi 20 mars 2025').and.to.contain('jusqu’à 17 h');
    });

    it('says of what ends before it begins, and of a second event of one id, that they could not be read as they are', async () => {
      const element = await agenda({}, [
        odd('a', { startsAt: '2025-03-14T18:00:00+01:00', endsAt: '2025-03-14T10:00:00+01:00' }),
        odd('b', { date: '2025-03-20/2025-03-10' }),
        odd('c', { date: '2025-03-21' }),
        odd('c', { date: '2025-03-22' }),
      ]);
      expect(names(element)).to.deep.equal(['a', 'c']);
      expect(textOf(element, 'a')).to.contain('à 18 h').and.not.to.contain('10 h');
      const said = element.shadowRoot!.querySelector('.issues')!.textContent;
      expect(said).to.contain('2 lignes de la source n’ont pas pu être lues');
      expect(said).to.contain('cet identifiant est déjà pris').and.to.contain('endsAt');
    });

    it('shows a thousand events of one day fifty at a time, in the list and under the month', async () => {
      const crowd = [...Array(1000).keys()].map((at) => odd(`Stand ${at}`, { date: '2025-03-12' }));
      const list = await agenda({}, crowd);
      expect(names(list)).to.have.length(50);
      const element = await agenda({ view: 'month' }, crowd);
      expect(element.shadowRoot!.querySelector('.cell[data-day="2025-03-12"]')!.textContent).to.contain(
        '1\u202f000 rendez-vous',
      );
      expect(names(element)).to.have.length(50);
      expect(visibleText(element)).to.contain('50 sur 1\u202f000');
      all(element, '.more button')[0]!.click();
      await element.updateComplete;
      await element.updateComplete;
      expect(names(element)).to.have.length(100);
      expect(element.shadowRoot!.activeElement!.textContent).to.contain('Stand 50');
      element.shadowRoot!.querySelector<HTMLElement>('.cell[data-day="2025-03-13"]')!.click();
      await element.updateComplete;
      element.shadowRoot!.querySelector<HTMLElement>('.cell[data-day="2025-03-12"]')!.click();
      await element.updateComplete;
      expect(names(element)).to.have.length(50);
    });

    it('writes what comes back without an end a year ahead, and says how often it comes', async () => {
      const element = await agenda({}, [
        odd('Permanence', { date: '2025-03-04', recurrence: { frequency: 'weekly' } }),
      ]);
      expect(plain(element)).to.contain('53 rendez-vous');
      expect(textOf(element, 'Permanence')).to.contain('chaque semaine');
    });
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

describe('the dates of an agenda on a phone', () => {
  before(() => setClock(() => Date.parse(`${TODAY}T12:00:00+01:00`)));
  after(() => setClock(undefined));
  afterEach(() => setPageClient(undefined));

  it('are a first and a last day where they span two months, each with its month', async () => {
    const winter = { id: 'w', title: { fr: 'Hiver' }, date: '2025-12-28/2026-01-03', status: 'planned' };
    const lines = all(await agenda({}, [winter]), '.date [aria-hidden]').map((line) => line.textContent);
    expect(lines).to.deep.equal(['28 déc.\u00a0–', '3 janv. 2026']);
  });

  it('stay in their block, however many months or years they span', async () => {
    const days = ['2024-10-09/2024-10-10', '2024-09-28/2024-10-02', '2024-11-01/2024-11-28', '2024-11-01/2024-12-28'];
    const dates = ['2024-10/2024-12', '2023/2024', '2024-Q3', ...days];
    const list = dates.map((date, at) => ({ id: `e${at}`, title: { fr: 'Cycle' }, date, status: 'held' }));
    const element = await agenda({}, list);
    Object.assign(element.style, { fontFamily: 'sans-serif', inlineSize: '320px' });
    await nextFrame();
    const blocks = all(element, '.date');
    expect(blocks).to.have.length(dates.length);
    for (const block of blocks) {
      // With some air before the rule at its edge.
      const { left, right } = block.getBoundingClientRect();
      for (const line of block.querySelectorAll('[aria-hidden]')) {
        const words = document.createRange();
        words.selectNodeContents(line);
        expect(words.getBoundingClientRect().right, line.textContent).to.be.at.most(right - 3);
        expect(words.getBoundingClientRect().left, line.textContent).to.be.at.least(left);
      }
    }
  });

  it('stand above their events in a narrow column of large letters, whose words stay whole', async () => {
    const list = [
      { id: 'ag', title: { fr: 'Assemblée extraordinaire' }, date: '2025-05-22', status: 'planned', place: 'Morlaix' },
    ];
    const element = await agenda({}, list);
    Object.assign(element.style, { font: '20px sans-serif', inlineSize: '198px' });
    await nextFrame();
    const [date, add, name] = ['.date', '.add', '.name'].map((each) => all(element, each)[0]!);
    expect(date!.getBoundingClientRect().bottom).to.be.at.most(name!.getBoundingClientRect().top + 1);
    expect(add!.getBoundingClientRect().top).to.be.below(date!.getBoundingClientRect().bottom);
    // Two words, two lines.
    const range = document.createRange();
    range.selectNodeContents(name!);
    expect(new Set([...range.getClientRects()].map(({ top }) => top)).size).to.equal(2);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    await expect(element).to.be.accessible();
  });

  describe('of several sources', () => {
    const shared = { id: 'uid-1', title: { fr: 'Fest-noz' }, startsAt: '2025-03-18T19:00:00+01:00', status: 'planned' };
    const own = { id: 'own', title: { fr: 'Café' }, date: '2025-03-20', status: 'planned' };
    const agenda = (title: string, list: readonly object[]): FileAnswer =>
      datasetFile({ events: list }, { title: { fr: title } });

    it('shows an event of two agendas once, with both origins and what they contradict', async () => {
      useFiles({
        'a.json': agenda('Agenda A', [shared]),
        'b.json': agenda('Agenda B', [{ ...shared, startsAt: '2025-03-18T17:00:00Z' }, own]),
      });
      const element = await fixture<EssEventAgenda>(html`<ess-event-agenda src="a.json b.json"></ess-event-agenda>`);
      await settle(element);
      await waitUntil(() => element.renderRoot.querySelector('.origin') !== null, 'no origin is shown');
      const rows = [...element.renderRoot.querySelectorAll('.row')].map((row) =>
        row.textContent.replace(/\s+/g, ' ').trim(),
      );
      expect(rows).to.have.length(2);
      expect(rows[0]).to.contain('Fest-noz');
      expect(rows[0]).to.contain('Source : Agenda A ; aussi dans Agenda B. Agenda B indique 18 h.');
      expect(rows[1]).to.contain('Source : Agenda B.');
      expect(rows[1]).not.to.contain('indique');
      await expect(element).to.be.accessible();
    });

    it('says nothing of origins where there is one', async () => {
      useFiles({ 'a.json': agenda('Agenda A', [shared]) });
      const element = await fixture<EssEventAgenda>(html`<ess-event-agenda src="a.json"></ess-event-agenda>`);
      await settle(element);
      expect(visibleText(element)).to.contain('Fest-noz');
      expect(element.renderRoot.querySelector('.origin')).to.equal(null);
    });

    it('speaks English', async () => {
      useFiles({
        'a.json': agenda('Agenda A', [shared]),
        'b.json': agenda('Agenda B', [{ ...shared, status: 'cancelled' }]),
      });
      const element = await fixture<EssEventAgenda>(
        html`<ess-event-agenda lang="en" src="a.json b.json"></ess-event-agenda>`,
      );
      await settle(element);
      await waitUntil(() => element.renderRoot.querySelector('.origin') !== null, 'no origin is shown');
      const text = element.renderRoot.querySelector('.origin')!.textContent.replace(/\s+/g, ' ');
      expect(text).to.equal('Source: Agenda A; also in Agenda B. Agenda A says: planned.');
    });
  });
});

describe('an agenda of data whose year is over', () => {
  const past = [
    { id: 'a', title: { fr: 'Forum' }, date: '2024-03-12', status: 'held' },
    { id: 'b', title: { fr: 'Avant' }, date: '2023-02-10', status: 'held' },
  ];
  const ahead = { id: 'c', title: { fr: 'Assemblée' }, date: '2026-12-24', status: 'planned' };
  before(() => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse('2026-12-01T12:00:00Z'));
  });
  after(() => setClock(undefined));
  afterEach(() => setPageClient(undefined));

  it('is the year in dates by itself: that year alone, by month, and nothing of what is to come', async () => {
    const element = await agenda({}, past);
    expect(all(element, '#title')[0]!.textContent).to.equal('L’année en dates');
    expect(names(element)).to.deep.equal(['Forum']);
    expect(visibleText(element))
      .to.contain('Mars 2024')
      .and.not.to.match(/à venir/i);
  });

  it('begins with a date ahead where there is one', async () => {
    const element = await agenda({}, [...past, ahead]);
    expect(all(element, '#title')[0]!.textContent).to.equal('Agenda');
    expect(names(element)[0]).to.equal('Assemblée');
    expect(visibleText(element)).to.match(/À venir/);
  });
});
