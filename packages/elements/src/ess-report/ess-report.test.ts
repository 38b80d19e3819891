import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EssElement } from '../base/element.ts';
import type { EssErrorEvent } from '../base/events.ts';
import { setPageClient } from '../base/page.ts';
import type { EssIndicator } from '../ess-indicator/ess-indicator.ts';
import {
  came,
  clock,
  datasetFile,
  type FileAnswer,
  settle,
  useFiles,
  visibleText,
  waitUntil,
  watchDownloads,
} from '../testing/testing.ts';
import type { EssReport } from './ess-report.ts';
import './define.ts';

const source = (section: string, page: number) => ({ document: 'rapport', section, page });
const figure = (id: string, value: number, extra: object = {}) => ({
  id,
  indicator: id,
  label: { fr: id },
  period: '2024',
  quantity: { value, op: '=', unit: 'members' },
  source: source('I.1.a', 4),
  ...extra,
});
const observations = [
  figure('members-stock', 1117),
  figure('members-joined', 9),
  figure('tables', 12, { indicator: null, label: { fr: 'Tables rondes' }, printed: 'une douzaine' }),
  figure('next', 3, { indicator: null, label: { fr: 'Rencontres à venir' }, status: 'planned' }),
];

const report = {
  format: 'ess-report/1',
  id: 'rapport',
  title: { fr: 'Rapport d’essai 2024', en: 'Test report 2024' },
  period: '2024',
  language: 'fr',
  document: 'rapport',
  opening: {
    id: '0',
    title: { fr: 'Essentiel' },
    blocks: [{ type: 'indicators', figures: [{ indicator: 'members-stock' }] }],
  },
  chapters: [
    {
      id: 'I',
      title: { fr: 'Mouvement', en: 'Movement' },
      intro: { fr: 'Ce qui rassemble.' },
      sections: [
        {
          id: 'I.1',
          title: { fr: 'Le réseau' },
          sections: [
            {
              id: 'I.1.a',
              title: { fr: 'Les adhérents' },
              text: {
                fr: 'Le réseau compte [[members-stock]], <b>dont</b> [[members-joined|number]] nouveaux.\n\nEt [[nope]], et [[members-stock@2024-13]].',
              },
              blocks: [
                { type: 'breakdown', indicator: 'members-stock', by: 'college', title: { fr: 'Par collège' } },
                { type: 'gauge', indicator: 'members-stock' },
                { type: 'observations', section: 'I.1.a' },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'II',
      title: { fr: 'Accompagnement' },
      sections: [
        {
          id: 'II.1',
          title: { fr: 'L’accueil' },
          blocks: [{ type: 'indicators', figures: [{ indicator: 'members-joined' }] }],
        },
      ],
    },
  ],
};

async function make(
  attributes: Readonly<Record<string, string>> = {},
  document: FileAnswer = { json: report },
  manifest: object = { report: 'report.json' },
  collections: Readonly<Record<string, readonly object[]>> = {},
): Promise<EssReport> {
  useFiles({ 'data.json': datasetFile({ observations, ...collections }, { ...manifest }), 'report.json': document });
  const element = window.document.createElement('ess-report');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  // Its chapters come once its opening has been on screen.
  if (!('section' in attributes)) await waitUntil(() => element.state !== 'ready' || one(element, '.chapters'));
  return element;
}

const all = (element: EssReport, selector: string): readonly HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (element: EssReport, selector: string): HTMLElement => all(element, selector)[0]!;
const said = (node: Element): string => node.textContent.replace(/\s+/g, ' ').trim();
const titles = (element: EssReport): readonly string[] =>
  all(element, '.title, .heading').map((each) => `${each.localName} ${said(each)}`);

/** Waits until something is there that comes later: what sections hold, what is loaded on demand. */
async function until(element: EssReport, selector: string): Promise<HTMLElement> {
  for (let turn = 0; turn < 4000 && !one(element, selector); turn++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  await element.updateComplete;
  return one(element, selector);
}

describe('<ess-report>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    setPageClient(undefined);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('shows its chapters and sections under titles of increasing level', async () => {
    expect(titles(await make({ 'heading-level': '2' }))).to.deep.equal([
      'h2 Rapport d’essai 2024',
      'h3 I Mouvement',
      'h4 I.1 Le réseau',
      'h5 I.1.a Les adhérents',
      'h3 II Accompagnement',
      'h4 II.1 L’accueil',
    ]);
  });

  it('shows its opening first, and its chapters under the same figures a moment later', async () => {
    useFiles({
      'data.json': datasetFile({ observations }, { report: 'report.json' }),
      'report.json': { json: report },
    });
    const element = window.document.createElement('ess-report');
    element.src = 'data.json';
    (await fixture(html`<div></div>`)).append(element);
    const drawn: string[] = [];
    const watch = new MutationObserver(() => {
      const parts = ['.opening', '.chapters'].filter((selector) => one(element, selector));
      if (parts.length && drawn.at(-1) !== parts.join(' ')) drawn.push(parts.join(' '));
    });
    watch.observe(element.renderRoot, { childList: true, subtree: true });
    const first = await until(element, '.opening ess-indicator');
    await until(element, '.chapters');
    watch.disconnect();
    expect(drawn).to.deep.equal(['.opening', '.opening .chapters']);
    expect(first.isConnected).to.equal(true);
  });

  it('writes the figures of its texts as the data have them, and markup as text', async () => {
    const element = await make();
    await until(element, 'button.figure');
    const [first, second] = all(element, '.text p');
    await waitUntil(() => !said(second!).includes('…'));
    expect(said(first!)).to.equal('Le réseau compte 1 117 adhérents, <b>dont</b> 9 nouveaux.');
    expect(said(second!)).to.equal('Et (pas de donnée), et (pas de donnée).');
  });

  it('says to whoever wrote a figure that has no value which one it is, where, and why', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    const fr =
      '[[members-stock@2024-00 college=a]], [[members-stock@2024-00 college=a]], [[members-left]], [[nobody]].';
    const chapter = { id: 'I', title: { fr: 'Un' }, sections: [{ id: 'I.7', title: { fr: 'Deux' }, text: { fr } }] };
    const element = await make({}, { json: { ...report, chapters: [chapter] } });
    // A line about the report of the test before may come late, with the code that says it.
    const own = () => lines.filter((line) => line.includes('[[') && !line.includes('section I.1.a'));
    const missing = () => all(element, '.missing').length;
    for (let turn = 0; turn < 4000 && (missing() < 4 || own().length < 2); turn++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    console.warn = warn;
    expect(own().map((line) => line.replace(/ \(config;.*/, ''))).to.deep.equal([
      '[ess-widgets] <ess-report>: [[members-stock@2024-00 college=a]] in the text of section I.7 has no value: "2024-00" is no period (as 2024, 2024-H1, 2024-06 or 2023-SY)',
      '[ess-widgets] <ess-report>: [[nobody]] in the text of section I.7 has no value: there is no indicator "nobody"',
    ]);
  });

  it('says once where its figures come from; with full evidence all in it have their badges', async () => {
    const element = await make();
    expect(said(one(element, '.subtitle'))).to.match(/^Chiffres publiés par .*, sauf mention\. Touchez un chiffre/);
    const badges = async (from: EssReport) => {
      const tile = (await until(from, 'ess-indicator')) as unknown as EssIndicator;
      await settle(tile, 'ready');
      return tile.renderRoot.querySelectorAll('.badge').length;
    };
    expect(await badges(element)).to.equal(0);
    const full = await make({ evidence: 'full' });
    expect(said(one(full, '.subtitle'))).to.match(/souligné de points ouvre sa source\.$/);
    expect(await badges(full)).to.equal(1);
  });

  it('opens the source of a figure from the keyboard, and gives the focus back', async () => {
    const element = await make();
    const button = await until(element, 'button.figure');
    expect(button.getAttribute('aria-label')).to.match(/^1.117.adhérents, source$/);
    button.focus();
    await sendKeys({ press: 'Enter' });
    const card = await until(element, '.text > .card');
    expect(card.textContent).to.contain('I.1.a');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(all(element, '.text > .card')).to.have.length(0);
    expect(element.shadowRoot!.activeElement).to.equal(button);
  });

  it('shows each block with the element that suits it, in the period of the report', async () => {
    const element = await make();
    const breakdown = await until(element, 'ess-breakdown');
    expect(breakdown.getAttribute('indicator')).to.equal('members-stock');
    expect(breakdown.getAttribute('by')).to.equal('college');
    expect(breakdown.getAttribute('subject')).to.equal('Par collège');
    expect(one(element, 'ess-provider').getAttribute('period')).to.equal('2024');
    expect(all(element, '.opening ess-indicator')).to.have.length(1);
  });

  it('shows its own year and the one before beside it, of which its document speaks in words', async () => {
    const figures = ['@period', '@previous'].map((period) => ({ indicator: 'members-joined', period }));
    const section = {
      id: 'I.1',
      title: { fr: 'L’année [[@period]]' },
      text: { fr: 'De [[members-joined@previous]] à [[members-joined@period|number]] en [[@period]].' },
      blocks: [{ type: 'indicators', figures }],
    };
    const next = { ...report, period: '2025', chapters: [{ ...report.chapters[0], sections: [section] }] };
    const joined = (period: string, value: number) =>
      figure('members-joined', value, { id: `joined-${period}`, period });
    const years = { observations: [joined('2024', 9), joined('2025', 14)] };
    const manifest = { report: 'report.json', periods: ['2024', '2025'] };
    const element = await make({ section: 'I.1' }, { json: next }, manifest, years);
    const values = () => all(element, 'ess-indicator').map((each) => visibleText(each as EssIndicator));
    await waitUntil(() => values().length === 2 && !values().join(' ').includes('…'));
    await waitUntil(() => /14/.test(values()[0] ?? '') && /9/.test(values()[1] ?? ''));
    await waitUntil(() => all(element, '.text button.figure').length === 2);
    expect(titles(element)[0]).to.contain('L’année 2025');
    expect(said(one(element, '.text p'))).to.match(/^De 9\sadhérents à 14 en 2025\.$/);
  });

  it('passes over a block that it does not know', async () => {
    const element = await make({ section: 'I.1.a' });
    expect(one(element, '.blocks').children).to.have.length(2);
    expect(visibleText(element)).not.to.contain('gauge');
  });

  it('leaves a malformed block out alone: calm for the reader, precise for whoever keeps the document', async () => {
    const document = structuredClone(report) as typeof report & { chapters: { sections: { blocks: object[] }[] }[] };
    document.chapters[1]!.sections[0]!.blocks.push({ type: 'breakdown', by: 'college', title: { fr: 'Par collège' } });
    document.chapters[1]!.sections.push({ title: { fr: 'Sans numéro' }, blocks: [] } as never);
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    const element = await make({ section: 'II', findings: 'author' }, { json: document });
    console.warn = warn;
    expect(titles(element)).to.deep.equal(['h3 Accompagnement', 'h4 II.1 L’accueil', 'h4 II.?2 Sans numéro']);
    const left = all(element, '[data-section="II.1"] .left');
    expect(left).to.have.length(1);
    expect(said(left[0]!.querySelector('.notice')!)).to.match(/^Une partie de cette section ne peut pas être montrée/);
    const why = left[0]!.querySelector('details')!;
    expect(why.open).to.equal(false);
    expect(said(why)).to.match(
      /breakdown.: indicator manque, attendu.: un texte\. ?chapters\.1\.sections\.0\.blocks\.1\.indicator/,
    );
    expect(all(element, '[data-section="II.1"] ess-indicator')).to.have.length(1);
    expect(lines.filter((line) => /section II\.1 .*indicator is missing, expected: a text/.test(line))).to.have.length(
      1,
    );
    expect(lines.filter((line) => /section II\.\?2 .*id is missing/.test(line))).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('gives a figure the sign that its document wishes', async () => {
    const document = structuredClone(report) as typeof report & { chapters: { sections: { blocks?: object[] }[] }[] };
    const figures = [{ indicator: 'members-joined', sign: 'plus' }, { indicator: 'members-joined' }];
    document.chapters[1]!.sections[0]!.blocks = [{ type: 'indicators', figures }];
    const element = await make({ section: 'II.1' }, { json: document });
    await until(element, 'ess-indicator');
    const tiles = all(element, 'ess-indicator') as unknown as EssIndicator[];
    for (const tile of tiles) await settle(tile, 'ready');
    expect(tiles.map((tile) => /\+9/.test(visibleText(tile)))).to.deep.equal([true, false]);
  });

  it('says of an indicator that does not exist which one it is, where it would stand', async () => {
    const document = structuredClone(report) as typeof report & { chapters: { sections: { blocks?: object[] }[] }[] };
    document.chapters[1]!.sections[0]!.blocks = [{ type: 'indicators', figures: [{ indicator: 'members-stok' }] }];
    const element = await make({ section: 'II.1' }, { json: document });
    const tile = (await until(element, 'ess-indicator')) as unknown as EssIndicator;
    await settle(tile, 'error');
    expect(visibleText(tile)).to.match(/members-stok/);
    expect(element.state).to.equal('ready');
  });

  it('leads from a section to all its published figures, on its own page and back', async () => {
    const element = await make({ section: 'I.1.a' });
    const link = (await until(element, '.others a')) as HTMLAnchorElement;
    expect(said(link)).to.match(/^Tous les chiffres de I\.1\.a \(\d+\)$/);
    const n = /\((\d+)\)/.exec(said(link))?.[1];
    link.click();
    await until(element, '.data tbody tr');
    expect(all(element, '.data tbody tr')).to.have.length(Number(n));
    const rows = all(element, '.data tbody tr').map(said);
    expect(rows.find((row) => row.startsWith('Tables rondes'))).to.match(/imprimé «.une douzaine.».*12 adhérents/);
    expect(rows.find((row) => row.startsWith('Rencontres'))).to.match(/^Rencontres à venir prévu/);
    (one(element, '.data-filters input') as HTMLInputElement).focus();
    // What is no longer kept to the section stays the same view.
    const section = one(element, '.data-filters select[name=section]') as HTMLSelectElement;
    section.value = '';
    section.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(all(element, '.data')).to.have.length(1);
    one(element, '.back a').click();
    await until(element, '.others a');
    expect(all(element, '.data')).to.have.length(0);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('says in its row that a figure is to be checked', async () => {
    const data = datasetFile({ observations }, { report: 'report.json', measures: 'measures.json' });
    const measures = {
      format: 'ess-measures/1',
      hashes: { observations: '' },
      indicators: {},
      measures: [],
      doubted: ['tables'],
    };
    useFiles({ 'data.json': data, 'report.json': { json: report }, 'measures.json': { json: measures } });
    const element = document.createElement('ess-report');
    element.src = 'data.json';
    element.setAttribute('view', 'data');
    (await fixture(html`<div></div>`)).append(element);
    await settle(element);
    await until(element, '.data tbody tr');
    const doubted = all(element, '.data tbody tr')
      .map(said)
      .filter((row) => row.includes('à vérifier'));
    expect(doubted).to.have.length(1);
    expect(doubted[0]).to.match(/^Tables rondes ?à vérifier/);
  });

  it('gives all its figures as a file, those too that belong to no indicator', async () => {
    const watch = watchDownloads();
    try {
      const element = await make();
      const button = all(element, 'button').find((each) => said(each).includes('Tous les chiffres'))!;
      button.click();
      await waitUntil(() => watch.files.length > 0, 'no file');
      const text = (await watch.files[0]!.blob.text()).replaceAll('"', '');
      expect(text).to.match(/\r\n;2024;;tables;Tables rondes;12;.*;held;I\.1\.a;4\r\n/);
      expect(text).to.match(/;next;.*;planned;/);
    } finally {
      watch.stop();
    }
  });

  it('shows a section or a chapter alone, without contents', async () => {
    const section = await make({ section: 'i.1.a' });
    expect(titles(section)).to.deep.equal(['h3 Les adhérents']);
    expect(all(section, '.contents')).to.have.length(0);
    expect(titles(await make({ section: 'II' }))).to.deep.equal(['h3 Accompagnement', 'h4 II.1 L’accueil']);
    expect(titles(await make({ section: 'I.1' }))).to.deep.equal(['h3 Le réseau', 'h4 I.1.a Les adhérents']);
  });

  it('goes to a section from the contents: its title has the focus, the address of the page is left alone', async () => {
    const element = await make();
    const before = location.href;
    const link = one(element, '.contents a[data-to="II.1"]');
    expect(link.getAttribute('href')).to.match(/#II\.1$/);
    link.click();
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said(element.shadowRoot!.activeElement!)).to.equal('II.1 L’accueil');
    expect(location.href).to.equal(before);
  });

  it('follows the fragment of the page’s address to one of its sections', async () => {
    const element = await make();
    location.hash = '#I.1.a';
    await waitUntil(() => element.shadowRoot!.activeElement !== null);
    expect(said(element.shadowRoot!.activeElement!)).to.equal('I.1.a Les adhérents');
  });

  it('marks what is read in the contents', async () => {
    const element = await make();
    // Room to scroll, so that the section comes to the top of the window.
    const room = document.createElement('div');
    room.style.height = '3000px';
    element.after(room);
    one(element, '[data-section="I.1.a"]').scrollIntoView();
    const current = await until(element, '.contents [aria-current="location"]');
    expect(current.dataset['to']).to.equal('I.1.a');
    const open = all(element, '.contents li.open > a').map((link) => link.dataset['to']);
    expect(open).to.deep.equal(['I', 'I.1', 'I.1.a']);
  });

  it('keeps what follows a block that is on its way unseen until it has come, once somebody scrolls', async () => {
    const element = await make();
    await until(element, 'ess-breakdown');
    const room = document.createElement('div');
    room.className = 'room';
    one(element, '[data-section="I.1.a"] > .blocks').prepend(room);
    const held = () => all(element, '.held').map((each) => each.dataset['section'] ?? each.localName);
    room.scrollIntoView();
    window.dispatchEvent(new Event('scroll'));
    expect(held()).to.include.members(['ess-breakdown', 'II']);
    expect(getComputedStyle(one(element, '[data-section="II"] > .heading')).visibility).to.equal('hidden');
    // The text before it, and the contents, are visible.
    expect(getComputedStyle(one(element, '[data-section="I.1.a"] > .text')).visibility).to.equal('visible');
    expect(getComputedStyle(one(element, '.contents')).visibility).to.equal('visible');
    room.remove();
    for (let turn = 0; turn < 400 && held().length; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(held()).to.deep.equal([]);
  });

  it('searches titles, texts and names of figures, whatever the accents', async () => {
    const element = await make();
    const input = one(element, 'input[type=search]') as HTMLInputElement;
    input.focus();
    input.value = 'accompagnément';
    input.dispatchEvent(new Event('input'));
    await came(element, import('../report/search.ts'));
    const links = () => all(element, '.contents a').map((link) => link.dataset['to']);
    expect(said(await until(element, '.found'))).to.equal('1 section trouvée');
    expect(links()).to.deep.equal(['II', 'II.1']);
    input.value = 'zzz';
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(said(one(element, '.found'))).to.equal('Aucune section ne correspond');
    expect(links()).to.deep.equal([]);
  });

  it('finds what stands in its tables, once somebody searches', async () => {
    const document = structuredClone(report);
    (document.chapters[1]!.sections[0] as unknown as { blocks: object[] }).blocks.push({
      type: 'table',
      collection: 'publications',
    });
    const publications = [{ id: 'atlas', title: { fr: 'Atlas du réemploi' }, date: '2024' }];
    const element = await make({}, { json: document }, { report: 'report.json' }, { publications });
    const input = one(element, 'input[type=search]') as HTMLInputElement;
    input.value = 'atlas';
    input.dispatchEvent(new Event('input'));
    await waitUntil(() => all(element, '.found')[0]?.textContent.includes('1 section') ?? false);
    expect(all(element, '.contents a').map((link) => link.dataset['to'])).to.deep.equal(['II', 'II.1']);
  });

  it('says how many sections it found to those who type, not what the address of the page asked for', async () => {
    const element = await make();
    const heard: string[] = [];
    element.announce = (text) => void heard.push(text);
    element.scope.set({ query: 'accompagnement' });
    await came(element, import('../report/search.ts'));
    await until(element, '.found');
    expect(heard).to.deep.equal([]);
    const input = one(element, 'input[type=search]') as HTMLInputElement;
    input.value = 'zzz';
    input.dispatchEvent(new Event('input'));
    expect(heard).to.deep.equal(['Aucune section ne correspond']);
  });

  it('has a way past its contents, and names its chapters alone', async () => {
    const element = await make();
    const skip = one(element, '.skip');
    expect(skip.compareDocumentPosition(one(element, '.contents'))).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    skip.click();
    await until(element, '[data-section="I"] > .heading:focus');
    const named = all(element, '.chapters section[aria-labelledby], .chapters section[aria-label]');
    expect(named.map((section) => section.dataset['section'])).to.deep.equal(['I', 'II']);
  });

  it('draws its contents alone at a letter of a search, and itself at anything else', async () => {
    const element = await make();
    const shown = () => said(one(element, '.found'));
    element.scope.set({ query: 'zzz' });
    await came(element, import('../report/search.ts'));
    await until(element, '.found');
    let asked = 0;
    const { requestUpdate } = element;
    element.requestUpdate = (...of) => {
      asked += 1;
      requestUpdate.apply(element, of);
    };
    element.scope.set({ query: 'accompagn' });
    expect([shown(), asked]).to.deep.equal(['1 section trouvée', 0]);
    element.scope.set({ query: 'zzz', territory: 'departement-35' });
    await element.updateComplete;
    expect([shown(), asked > 0]).to.deep.equal(['Aucune section ne correspond', true]);
  });

  it('runs the checks only where a visitor opens them, over all collections', async () => {
    const document = structuredClone(report) as { opening: { blocks: object[] } };
    document.opening.blocks.push({ type: 'checks' });
    const element = await make({ findings: 'author' }, { json: document });
    const details = one(element, 'details.others') as HTMLDetailsElement;
    expect(said(details)).to.contain('Ce que les contrôles ont trouvé');
    details.open = true;
    await until(element, '.opening details ul.findings, .opening details p');
    for (let turn = 0; turn < 4000 && said(details).includes('Chargement'); turn++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(said(details)).not.to.contain('Chargement');
  });

  it('says which chapters there are when a section does not exist', async () => {
    expect(visibleText(await make({ section: 'X.9' }))).to.match(/«.X\.9.».*I, II/);
  });

  it('says once, for all that is in it, that it is compared with what is no period', async () => {
    const element = await make({ compare: 'hier' });
    await waitUntil(() => element.state === 'error');
    expect(visibleText(element)).to.match(/«.hier.» n’est pas une période/);
    expect(all(element, 'ess-indicator').length).to.equal(0);
    for (const compare of ['none', 'previous', '2023']) expect((await make({ compare })).state).to.equal('ready');
  });

  it('names the field of a map that has a word which does not exist, and the words that do', async () => {
    for (const layers of [['stars'], ['members', 'stars']]) {
      const section = { id: 'I.8', title: { fr: 'Carte' }, blocks: [{ type: 'map', layers }] };
      const chapters = [{ id: 'I', title: { fr: 'Un' }, sections: [section] }];
      const heard: string[] = [];
      const hear = ({ error }: EssErrorEvent): void => void heard.push(error.message);
      // Around it: the code of the map may come, and say so, before anybody has found the map.
      document.addEventListener('ess-error', hear);
      const element = await make({ section: 'I.8' }, { json: { ...report, chapters } });
      const map = (await until(element, 'ess-member-map')) as unknown as EssElement;
      await settle(map, 'error');
      document.removeEventListener('ess-error', hear);
      const known = 'members, events, projects, programmes';
      const said = `«\u202fstars\u202f» n’est pas une valeur de «\u202flayers\u202f». Valeurs possibles\u202f: ${known}.`;
      expect(visibleText(map)).to.contain(said);
      expect(heard).to.deep.equal([`<ess-member-map>: ${said}`]);
    }
  });

  it('keeps the records of a map, an agenda and a list by the pairs of their block, and refuses a key that they lack', async () => {
    const event = (id: string, date: string, more: object) => ({
      id,
      title: { fr: id },
      date,
      status: 'held',
      ...more,
    });
    const events = [
      event('Atelier', '2024-03-01', { themes: ['mer'], sections: ['III.6'] }),
      event('Forum', '2024-04-01', { themes: ['terre'], sections: ['III.6'] }),
      event('Ancien', '2023-04-01', { themes: ['mer'], sections: ['III.6'] }),
    ];
    const shownBy = async (block: object, tag: string): Promise<string> => {
      const section = { id: 'I.8', title: { fr: 'Carte' }, blocks: [block] };
      const chapters = [{ id: 'I', title: { fr: 'Un' }, sections: [section] }];
      const element = await make({ section: 'I.8' }, { json: { ...report, chapters } }, undefined, { events });
      const shown = (await until(element, tag)) as unknown as EssElement;
      await settle(shown);
      await waitUntil(() => ['ready', 'empty', 'error'].includes(shown.state));
      if (JSON.stringify(block).includes('college')) await settle(shown, 'error');
      return visibleText(shown).replace(/[\u00a0\u202f]/g, ' ');
    };
    const map = { type: 'map', layers: ['events'], where: 'theme=mer section=III' };
    expect(await shownBy(map, 'ess-member-map'))
      .to.contain('Atelier')
      .and.not.to.match(/Forum|Ancien/);
    expect(await shownBy({ ...map, period: '2023' }, 'ess-member-map'))
      .to.contain('Ancien')
      .and.not.to.match(/Forum|Atelier/);
    expect(await shownBy({ ...map, where: 'theme=air' }, 'ess-member-map')).not.to.match(/Forum|Atelier|Ancien/);
    const agenda = { type: 'agenda', where: 'theme=terre' };
    expect(await shownBy(agenda, 'ess-event-agenda'))
      .to.contain('Forum')
      .and.not.to.match(/Atelier|Ancien/);
    for (const [block, tag] of [
      [map, 'ess-member-map'],
      [agenda, 'ess-event-agenda'],
      [{ type: 'list', collection: 'events' }, 'ess-table'],
      [{ type: 'timeline', collections: ['events'] }, 'ess-timeline'],
    ] as const) {
      const said = await shownBy({ ...block, where: 'college=associations' }, tag);
      expect(said).to.contain('« college » ne filtre pas les événements. Filtres possibles : ');
      expect(said).not.to.match(/Forum|Atelier|Ancien/);
    }
  });

  it('says that data have no report', async () => {
    expect(visibleText(await make({}, { json: report }, {}))).to.contain('n’ont pas de rapport');
  });

  it('says once that its source fails, for all that is in it, and asks again for all of it', async () => {
    const files: Record<string, FileAnswer> = {
      'data.json': datasetFile({ observations }, { report: 'report.json' }),
      'report.json': { json: report },
    };
    useFiles(files);
    const element = await fixture<EssReport>(html`<ess-report src="data.json" section="II.1"></ess-report>`);
    const tile = (await until(element, 'ess-indicator')) as unknown as EssIndicator;
    await settle(tile, 'ready');
    const strips = () => [element, tile].map((each) => each.renderRoot.querySelectorAll('.notice').length);
    files['data.json'] = 'offline';
    clock.ahead += 10_000;
    element.reload();
    await settle(element, 'error');
    for (let turn = 0; turn < 4000 && tile.state !== 'error'; turn++) await new Promise((r) => setTimeout(r, 5));
    expect(tile.state).to.equal('error');
    expect(strips()).to.deep.equal([1, 0]);
    expect(visibleText(element)).to.match(/ne répond pas.*Réessayer/);
    expect(visibleText(tile)).to.match(/9.*p\.\s4/);
    // With data of its own, it says so itself.
    tile.src = 'data.json';
    await tile.updateComplete;
    await settle(tile, 'error');
    expect(strips()).to.deep.equal([1, 1]);
    tile.src = undefined;
    await tile.updateComplete;
    files['data.json'] = datasetFile({ observations }, { report: 'report.json' });
    clock.ahead += 10_000;
    one(element, '.notice button').click();
    await settle(tile, 'ready');
    await settle(element, 'ready');
    expect(strips()).to.deep.equal([0, 0]);
  });

  it('says once that its data are old', async () => {
    const old = { report: 'report.json', nextUpdate: '2025-06-01' };
    const element = await make({ section: 'II.1' }, { json: report }, old);
    const tile = (await until(element, 'ess-indicator')) as unknown as EssIndicator;
    await settle(tile, 'stale');
    expect(all(element, '.notice.warn')).to.have.length(1);
    expect(tile.renderRoot.querySelectorAll('.notice')).to.have.length(0);
  });

  it('says that the document could not be read, and tries again', async () => {
    for (const broken of [{ text: '<p>' }, { json: { format: 'ess-report/2' } }, { status: 404 }] as const) {
      const element = await make({}, broken);
      expect(visibleText(element)).to.contain('Le rapport n’a pas pu être lu');
      expect(element.state).to.equal('error');
    }
    const element = await make({}, { status: 404 });
    let answer = (_file: FileAnswer): void => undefined;
    useFiles({
      'data.json': datasetFile({ observations }, { report: 'report.json' }),
      'report.json': new Promise((resolve) => {
        answer = resolve;
      }),
    });
    clock.ahead += 10_000;
    const button = one(element, '.notice button');
    button.focus();
    button.click();
    await waitUntil(() => button.ariaDisabled === 'true');
    expect(element.shadowRoot?.activeElement).to.equal(button);
    answer({ json: report });
    await settle(element, 'ready');
    expect(titles(element)[0]).to.equal('h3 Rapport d’essai 2024');
  });

  it('reads in English where the page does, French texts marked as such', async () => {
    document.documentElement.lang = 'en';
    const element = await make();
    expect(titles(element).slice(0, 2)).to.deep.equal(['h3 Test report 2024', 'h4 I Movement']);
    expect(one(element, '.intro span').lang).to.equal('fr');
    expect(one(element, '.text p').lang).to.equal('fr');
    // In a French sentence a figure is French: "1 117 adhérents", not "1,117 members".
    await waitUntil(() => one(element, '.text button.figure'), 'the figure');
    expect(said(one(element, '.text p'))).to.contain('Le réseau compte 1 117 adhérents');
    expect(one(element, '.text button.figure').ariaLabel).to.contain('adhérents');
    document.documentElement.lang = 'fr';
  });

  it('begins its last line where its title begins', async () => {
    const element = await make();
    const left = (selector: string) => one(element, selector).getBoundingClientRect().left;
    expect(left('.foot > *')).to.be.closeTo(left('.title'), 1);
  });

  it('has French dates in a sentence that its language lacks', async () => {
    document.documentElement.lang = 'br';
    const element = await make();
    await waitUntil(() => /sauf mention/.test(said(one(element, '.subtitle'))));
    expect(said(one(element, '.subtitle')))
      .to.match(/Données du \d+(er)? \p{L}+ \d{4}\.$/u)
      .and.not.contain('viz');
    document.documentElement.lang = 'fr';
  });

  describe('with url-state', () => {
    const was = location.search;
    const own = () => location.search.slice(was.length).replace(/^[?&]/, '');
    const address = (parameters: string, hash = '') =>
      history.replaceState(null, '', `${location.pathname}${was}${was ? '&' : '?'}${parameters}${hash}`);
    const sure = async (done: () => boolean) => {
      for (let turn = 0; turn < 4000 && !done(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(done()).to.equal(true);
    };
    afterEach(() => history.replaceState(null, '', location.pathname + was));

    it('tells of the whole in its sentences whatever is chosen, and says so', async () => {
      const plain = await make();
      const told = async (element: EssReport) => {
        await until(element, '.text button.figure');
        // One figure may stand while the next is on its way.
        await sure(() => !said(one(element, '.text')).includes('…'));
        return said(one(element, '.text'));
      };
      const before = await told(plain);
      expect(before).to.contain('117');
      expect(visibleText(plain)).not.to.contain('Les phrases restent');
      const narrowed = await make({ period: '2023', territory: 'departement-35' });
      expect(await told(narrowed)).to.equal(before);
      expect(visibleText(narrowed)).to.contain('Les phrases restent celles du rapport entier (2024)');
    });

    it('shows the period and the territory of the address in its blocks, and keeps the section in it', async () => {
      address('r-period=2024-H1&r-territory=departement-35&r-view=1,2,3', '#II.1');
      const element = await make({ 'url-state': 'r', period: '2024' });
      const inside = one(element, 'ess-provider');
      expect([inside.getAttribute('period'), inside.getAttribute('territory')]).to.deep.equal([
        '2024-H1',
        'departement-35',
      ]);
      element.scope.set({ period: undefined });
      await sure(() => own() === 'r-view=1,2,3&r-territory=departement-35&r-period=');
      expect(location.hash).to.equal('#II.1');
      await element.updateComplete;
      expect(one(element, '.contents a[data-to="I"]').getAttribute('href')).to.contain('r-territory=departement-35');
    });

    it('keeps the words searched, and finds them again', async () => {
      const element = await make({ 'url-state': 'r' });
      const steps = history.length;
      const input = one(element, 'input[type=search]') as HTMLInputElement;
      input.value = 'accueil';
      input.dispatchEvent(new Event('input'));
      await sure(() => own() === 'r-q=accueil');
      expect(history.length).to.equal(steps);
      element.remove();
      const other = await make({ 'url-state': 'r' });
      expect(said(await until(other, '.found'))).to.equal('1 section trouvée');
      expect((one(other, 'input[type=search]') as HTMLInputElement).value).to.equal('accueil');
    });

    it('says that a territory of the address does not exist, and shows the rest', async () => {
      const territories = [{ id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, code: '29' }];
      address('r-territory=departement-99&r-period=hier');
      useFiles({
        'data.json': datasetFile({ observations, territories }, { report: 'report.json' }),
        'report.json': { json: report },
      });
      const lines: string[] = [];
      const { warn } = console;
      console.warn = (line: string) => lines.push(line);
      const element = await fixture<EssReport>(html`<ess-report src="data.json" url-state="r"></ess-report>`);
      await settle(element);
      console.warn = warn;
      const notices = all(element, '.notice.info').map(said);
      expect(notices[0]).to.match(/« r-period=hier »|«.r-period=hier.»/);
      expect(notices[1]).to.match(/«.departement-99.», qui n’est pas dans ces données/);
      expect(one(element, 'ess-provider').hasAttribute('territory')).to.equal(false);
      expect(lines.some((line) => line.includes('"departement-99"'))).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('leaves the prefix of a provider to it', async () => {
      const { warn } = console;
      const lines: string[] = [];
      console.warn = (line: string) => lines.push(line);
      useFiles({
        'data.json': datasetFile({ observations }, { report: 'report.json' }),
        'report.json': { json: report },
      });
      const host = await fixture(
        html`<ess-provider src="data.json" url-state="p"><ess-report url-state="p"></ess-report></ess-provider>`,
      );
      const element = host.querySelector('ess-report')!;
      await settle(element);
      console.warn = warn;
      element.scope.set({ query: 'mot' });
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(own()).to.equal('');
      expect(lines.filter((line) => line.includes('"p"') && line.includes('ess-report'))).to.have.length(1);
    });
  });

  it('is accessible', async () => {
    await expect(await make()).to.be.accessible();
    await expect(await make({ section: 'I.1.a' })).to.be.accessible();
  });

  it('shows the projects of one school year on each of its maps', async () => {
    const element = await fixture<EssReport>(
      html`<ess-report src="/packages/bretagne/data/manifest.json" section="I.4.b"></ess-report>`,
    );
    await settle(element, 'ready');
    const maps = all(element, 'ess-member-map') as unknown as readonly EssElement[];
    expect(maps).to.have.length(2);
    for (const [at, said] of [/Projets\s: 16/, /Projets\s: 15/].entries()) {
      const map = maps[at]!;
      map.scrollIntoView();
      await settle(map, 'ready');
      expect(visibleText(map)).to.match(said);
      expect(visibleText(map)).not.to.contain('dépasser');
    }
  });

  it('finds in the data what the command line finds, as sure of it', async () => {
    const element = await fixture<EssReport>(
      html`<ess-report src="/packages/bretagne/data/manifest.json" section="0" findings="author"></ess-report>`,
    );
    await settle(element, 'ready');
    const panel = element.shadowRoot!.querySelector<HTMLDetailsElement>('details.checks')!;
    panel.open = true;
    await until(element, 'details.checks ul.findings');
    const found = [...panel.querySelectorAll('li')].map((line) => line.textContent.replace(/\s+/g, ' ').trim());
    const towns = found.filter((line) => line.includes('St Briec'));
    // An event, a figure, and two projects of which the same is said.
    expect(towns).to.have.length(3);
    expect(towns.every((line) => line.includes('(certain)'))).to.equal(true);
    expect(towns.filter((line) => line.includes('Saint-Brieuc (22278)'))).to.have.length(3);
    expect(towns[2]).to.match(/^«\sMon ESS à l’École\s» \(I\.4\.b, p\. 11\)\s: /);
  });

  /** A section of the report of the repository's data. */
  async function published(section: string, attributes: Readonly<Record<string, string>> = {}): Promise<EssReport> {
    const element: EssReport = document.createElement('ess-report');
    for (const [name, value] of Object.entries({
      src: '/packages/bretagne/data/manifest.json',
      section,
      ...attributes,
    }))
      element.setAttribute(name, value);
    (await fixture(html`<div></div>`)).append(element);
    await settle(element, 'ready');
    await until(element, '.blocks > *');
    return element;
  }

  it('keeps what the checks find for its author', async () => {
    const element = await published('0');
    expect(all(element, '.checks')).to.have.length(0);
    expect(visibleText(element)).not.to.match(/contrôle/);
    expect(all(await published('0', { findings: 'author' }), '.checks')).to.have.length(1);
  });

  it('shows no movement of staff, and no heading where one is hidden', async () => {
    const hidden = ['Arrivées', 'Départs', 'Tous les mouvements'];
    const headings = (element: EssReport) =>
      all(element, '[heading], [subject]').map(
        (each) => each.getAttribute('heading') ?? each.getAttribute('subject') ?? '',
      );
    const element = await published('IV.5');
    expect(headings(element).filter((each) => hidden.includes(each))).to.deep.equal([]);
    expect(visibleText(element)).not.to.match(/arrivées|départs|démission/i);
    expect(headings(await published('IV.5', { audience: 'internal' }))).to.include.members(hidden);
  });

  it('shows who left without the reason, which it shows to an internal page', async () => {
    const columns = async (attributes = {}) =>
      all(await published('I.1.a', attributes), 'ess-table[collection="memberships"]').map((each) =>
        each.getAttribute('columns'),
      );
    expect(await columns()).to.include('organisation end');
    expect(await columns({ audience: 'internal' })).to.include('organisation end exitReason');
  });
});
