import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setPageClient } from '../internal/page.ts';
import { came, clock, datasetFile, type FileAnswer, settle, useFiles, visibleText } from '../internal/testing.ts';
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
                fr: 'Le réseau compte [[members-stock]] adhérents, <b>dont</b> [[members-joined]] nouveaux.\n\nEt [[nope]].',
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
): Promise<EssReport> {
  useFiles({ 'data.json': datasetFile({ observations }, { ...manifest }), 'report.json': document });
  const element = window.document.createElement('ess-report');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
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
  for (let turn = 0; turn < 400 && !one(element, selector); turn++)
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

  it('writes the figures of its texts as the data have them, and markup as text', async () => {
    const element = await make();
    await until(element, 'button.figure');
    const [first, second] = all(element, '.text p');
    expect(said(first!)).to.equal('Le réseau compte 1 117 adhérents, <b>dont</b> 9 nouveaux.');
    expect(said(second!)).to.equal('Et Pas de donnée.');
  });

  it('opens the source of a figure from the keyboard, and gives the focus back', async () => {
    const element = await make();
    const button = await until(element, 'button.figure');
    expect(button.getAttribute('aria-label')).to.match(/^1.117, Adhérents.: voir la source$/);
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
    expect(breakdown.getAttribute('heading')).to.equal('Par collège');
    expect(one(element, 'ess-provider').getAttribute('period')).to.equal('2024');
    expect(all(element, '.opening ess-indicator')).to.have.length(1);
  });

  it('passes over a block that it does not know', async () => {
    const element = await make({ section: 'I.1.a' });
    expect(one(element, '.blocks').children).to.have.length(2);
    expect(visibleText(element)).not.to.contain('gauge');
  });

  it('lists the other published figures of a section: as printed, and those that were planned as planned', async () => {
    const element = await make({ section: 'I.1.a' });
    const others = await until(element, 'details.others table');
    const rows = [...others.querySelectorAll('tbody tr')].map(said);
    expect(rows[0]).to.match(/^Nouvelles adhésions|members-joined/);
    expect(rows.find((row) => row.startsWith('Tables rondes'))).to.match(/12 adhérents ?imprimé «.une douzaine.».*4$/);
    expect(rows.find((row) => row.startsWith('Rencontres'))).to.contain('(prévu)');
    // The breakdown shows it.
    expect(rows.some((row) => row.startsWith('members-stock'))).to.equal(false);
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
    await new Promise((resolve) => setTimeout(resolve, 50));
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

  it('searches titles, texts and names of figures, whatever the accents', async () => {
    const element = await make();
    const input = one(element, 'input[type=search]') as HTMLInputElement;
    input.focus();
    input.value = 'accompagnément';
    input.dispatchEvent(new Event('input'));
    await came(element, import('./search.ts'));
    const links = () => all(element, '.contents a').map((link) => link.dataset['to']);
    expect(said(await until(element, '.found'))).to.equal('1 section trouvée');
    expect(links()).to.deep.equal(['II', 'II.1']);
    input.value = 'zzz';
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(said(one(element, '.found'))).to.equal('Aucune section ne correspond');
    expect(links()).to.deep.equal([]);
  });

  it('runs the checks only where a visitor opens them, over all collections', async () => {
    const document = structuredClone(report) as { opening: { blocks: object[] } };
    document.opening.blocks.push({ type: 'checks' });
    const element = await make({}, { json: document });
    const details = one(element, 'details.others') as HTMLDetailsElement;
    expect(said(details)).to.contain('Ce que les contrôles ont trouvé');
    details.open = true;
    await until(element, '.opening details ul.findings, .opening details p');
    for (let turn = 0; turn < 400 && said(details).includes('Chargement'); turn++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(said(details)).not.to.contain('Chargement');
  });

  it('says which chapters there are when a section does not exist', async () => {
    expect(visibleText(await make({ section: 'X.9' }))).to.match(/«.X\.9.».*I, II/);
  });

  it('says that data have no report', async () => {
    expect(visibleText(await make({}, { json: report }, {}))).to.contain('n’ont pas de rapport');
  });

  it('says that the document could not be read, and tries again', async () => {
    for (const broken of [{ text: '<p>' }, { json: { format: 'ess-report/2' } }, { status: 404 }] as const) {
      const element = await make({}, broken);
      expect(visibleText(element)).to.contain('Le rapport n’a pas pu être lu');
      expect(element.state).to.equal('error');
    }
    const element = await make({}, { status: 404 });
    useFiles({
      'data.json': datasetFile({ observations }, { report: 'report.json' }),
      'report.json': { json: report },
    });
    clock.ahead += 10_000;
    one(element, '.notice button').click();
    await settle(element, 'ready');
    expect(titles(element)[0]).to.equal('h3 Rapport d’essai 2024');
  });

  it('reads in English where the page does, French texts marked as such', async () => {
    document.documentElement.lang = 'en';
    const element = await make();
    expect(titles(element).slice(0, 2)).to.deep.equal(['h3 Test report 2024', 'h4 I Movement']);
    expect(one(element, '.intro span').lang).to.equal('fr');
    expect(one(element, '.text p').lang).to.equal('fr');
    document.documentElement.lang = 'fr';
  });

  it('is accessible', async () => {
    await expect(await make()).to.be.accessible();
    await expect(await make({ section: 'I.1.a' })).to.be.accessible();
  });
});
