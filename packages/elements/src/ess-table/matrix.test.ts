/** Participations as a matrix of dots; their rows are one control away. */
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { setPageClient } from '../base/page.ts';
import { wordsAmiss } from '../testing/layout.ts';
import { datasetFile, settle, useFiles, visibleText, waitUntil, watchDownloads } from '../testing/testing.ts';
import './define.ts';
import type { EssTable } from './ess-table.ts';

const LONG = 'Réseau régional des structures qui réemploient, réparent et partagent leurs outils';
const link = (organisation: string, of: string, role = 'partner'): object => ({
  ...{ id: `${of}/${organisation}/${role}`, organisation, of, role },
});
const organisations = [
  { id: 'adess', name: 'Adess du Léon' },
  { id: 'ecole', name: 'École de mer' },
  { id: 'img', name: '<img src=x onerror=alert(1)>' },
];
const programmes = [
  { id: 'mer', name: { fr: 'Mer et littoral' } },
  { id: 'long', name: { fr: LONG } },
  { id: 'anonyme', name: { fr: '' } },
];
const events = [{ id: 'salon', title: { fr: 'Salon' }, status: 'held' }];
const LINKS = [
  ...[link('ecole', 'mer'), link('ecole', 'salon', 'organiser'), link('ecole', 'salon'), link('ecole', 'anonyme')],
  ...[link('adess', 'mer'), link('adess', 'long', 'attendee'), link('img', 'long')],
];
/** So many organisations, each in some of so many programmes. */
const many = (rows: number, columns: number, name = 'programme'): readonly object[] =>
  [...Array(rows).keys()].flatMap((r) =>
    [...Array(columns).keys()].flatMap((c) => (r % (c + 1) === 0 ? [link(`organisation-${r}`, `${name}-${c}`)] : [])),
  );

async function matrix(
  participations: readonly object[] = LINKS,
  attributes: Readonly<Record<string, string>> = {},
  width = '60rem',
): Promise<EssTable> {
  useFiles({ 'data.json': datasetFile({ participations, organisations, programmes, events }) });
  const element = document.createElement('ess-table');
  element.src = 'data.json';
  element.style.inlineSize = width;
  const all = { collection: 'participations', columns: 'organisation of', chart: 'matrix', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: Element, selector: string): HTMLElement => all(element, selector)[0]!;
const words = (node: Element): string => node.textContent.replace(/[\s\u202f]+/g, ' ').trim();
const hidden = (node: Element): string => words(node.querySelector('.hidden') ?? node);
const heads = (element: Element): readonly string[] => all(element, '.matrix thead th').map(hidden);
const rows = (element: Element): readonly (readonly string[])[] =>
  all(element, '.matrix tbody tr').map((row) =>
    [...row.children].map((cell, at) => (at ? hidden(cell) : words(cell.querySelector('.row-name')!))),
  );
const marks = (element: Element): readonly HTMLElement[] => all(element, '.matrix td[tabindex]');
const press = async (element: EssTable, name: string): Promise<void> => {
  all(element, '.actions button')
    .find((button) => words(button).includes(name))!
    .click();
  await element.updateComplete;
};

async function warned(work: () => Promise<unknown>): Promise<string> {
  const { warn } = console;
  const said: string[] = [];
  console.warn = (...every: unknown[]) => said.push(every.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return said.join('\n');
}

describe('<ess-table> as a matrix', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  it('has a row for each organisation, a column for each programme or event, and words in each filled cell', async () => {
    const element = await matrix();
    expect(one(element, '.subtitle').textContent).to.equal('3 structures, 4 événements et programmes, 7 liens');
    expect(heads(element)).to.deep.equal(['Structure', 'Mer et littoral', LONG, 'Salon', 'anonyme']);
    expect(rows(element)).to.deep.equal([
      ['École de mer', 'partenaire', '', 'organise, partenaire (2 liens)', 'partenaire'],
      ['Adess du Léon', 'partenaire', 'participe', '', ''],
      ['<img src=x onerror=alert(1)>', '', 'partenaire', '', ''],
    ]);
    expect(all(element, 'img')).to.deep.equal([]);
    expect(hidden(one(element, '.matrix tbody th'))).to.equal(', 4 liens');
    // A heading is cut after a word that says something; readers have the whole.
    expect(all(element, '.head').map(words)).to.include('Réseau régional des structures…');
    expect(words(one(element, '.many'))).to.equal('2');
    expect(words(one(element, '.more'))).to.contain('plusieurs liens');
  });

  it('is a real table at every width, accessible in both themes', async () => {
    const element = await matrix();
    for (const width of ['60rem', '328px']) {
      element.style.inlineSize = width;
      expect(all(element, '[role="table"] [role="columnheader"][scope="col"]'), width).to.have.length(5);
      expect(all(element, '[role="rowheader"][scope="row"]'), width).to.have.length(3);
      expect(words(one(element, 'caption'))).to.equal('Participations');
      await expect(element).to.be.accessible();
    }
    element.theme = 'dark';
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('is one stop of the Tab key; arrows follow a row, and go up and down to the nearest dot', async () => {
    const element = await matrix();
    expect(marks(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    const readout = one(element, '.readout');
    expect(getComputedStyle(readout, '::before').content).to.contain('Choisissez un point');
    marks(element)[0]!.focus();
    expect(words(readout)).to.equal('École de mer – Mer et littoral – partenaire');
    await sendKeys({ press: 'ArrowRight' });
    expect(words(readout)).to.equal('École de mer – Salon – organise, partenaire (2 liens)');
    await sendKeys({ press: 'ArrowDown' });
    expect(words(readout)).to.equal(`Adess du Léon – ${LONG} – participe`);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(words(readout)).to.equal(`<img src=x onerror=alert(1)> – ${LONG} – partenaire`);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Home' });
    expect(element.shadowRoot!.activeElement).to.equal(marks(element)[0]);
    expect(marks(element).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    marks(element)[1]!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(words(readout)).to.contain('Salon');
  });

  it('has the rows behind one control, the way back, and all of them in its file', async () => {
    const element = await matrix();
    await press(element, 'Afficher le tableau');
    expect(all(element, '.grid tbody tr')).to.have.length(7);
    expect(one(element, '.subtitle').textContent).to.equal('7 lignes');
    await waitUntil(() => one(element, '[aria-live]').textContent.includes('Tableau affiché'));
    await press(element, 'Afficher le graphique');
    expect(rows(element)).to.have.length(3);
    const { files, stop } = watchDownloads();
    await press(element, 'CSV');
    await waitUntil(() => files.length > 0);
    stop();
    expect((await files[0]!.blob.text()).trim().split('\n')).to.have.length(8);
  });

  it('shows ten rows of a hundred, then thirty, and twelve columns of twenty, and says what is left', async () => {
    const element = await matrix(many(100, 20));
    expect(rows(element)).to.have.length(10);
    expect(visibleText(element)).to.contain('10 sur 100');
    one(element, '[part=more]').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(30);
    expect(element.shadowRoot!.activeElement).to.equal(all(element, '.matrix tbody th')[10]);
    expect(all(element, '[part=more]')).to.deep.equal([]);
    expect(heads(element)).to.have.length(13);
    expect(heads(element)[12]).to.equal('9 autres');
    expect(all(element, '.more > p').map(words)).to.include('Et 70 autres structures dans le tableau.');
    // The dot of several themes says which they are.
    expect(rows(element)[0]![12]).to.match(/^programme-\d+ \(partenaire\), .*\(9 liens\)$/);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows(element)).to.have.length(100);
    window.dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
  });

  it('has letters for its columns in a narrow place, with their key, and spills nothing', async () => {
    const element = await matrix(
      [...LINKS, ...many(100, 20, 'Transition écologique et énergétique'), link(LONG, 'mer')],
      {},
      '328px',
    );
    for (const width of ['240px', '328px', '560px', '680px', '720px', '760px', '800px', '900px']) {
      element.style.inlineSize = width;
      expect(element.scrollWidth, width).to.be.at.most(element.clientWidth);
      const [place, table] = ['.matrix-of', '.matrix'].map((each) => one(element, each).getBoundingClientRect());
      expect(table!.right, width).to.be.at.most(place!.right + 1);
      expect(wordsAmiss(element), width).to.deep.equal([]);
    }
    element.style.inlineSize = '328px';
    expect(all(element, '.letters li')).to.have.length(12);
    expect(words(one(element, '.letters li'))).to.match(/^A /);
    const [name, mark] = [one(element, '.matrix tbody th'), marks(element)[0]!];
    expect(name.getBoundingClientRect().bottom).to.be.at.most(mark.getBoundingClientRect().top + 1);
    expect(one(element, '.dot .letter').checkVisibility()).to.equal(true);
    element.style.inlineSize = '60rem';
    expect(one(element, '.letters').checkVisibility()).to.equal(false);
    expect(one(element, '.head').checkVisibility()).to.equal(true);
    expect(wordsAmiss(element)).to.deep.equal([]);
  });

  it('is the rows without a chart, left to few links, or on paper where it was left to the data', async () => {
    const isRows = (element: Element): boolean => all(element, '.grid').length > 0 && marks(element).length === 0;
    expect(isRows(await matrix(many(20, 5), { chart: 'table' }))).to.equal(true);
    expect(isRows(await matrix(LINKS, { chart: 'auto' }))).to.equal(true);
    const auto = await matrix(many(20, 5), { chart: 'auto', columns: 'role' });
    expect(isRows(auto)).to.equal(false);
    window.dispatchEvent(new Event('beforeprint'));
    expect(isRows(auto)).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    await auto.updateComplete;
    expect((await matrix([])).state).to.equal('empty');
  });

  it('tells the author that one partner, or other records, make no matrix, and names the charts there are', async () => {
    const alone = await warned(async () => {
      const element = await matrix([link('ecole', 'mer'), link('ecole', 'salon')]);
      expect(all(element, '.grid tbody tr')).to.have.length(2);
    });
    expect(alone).to.contain('so chart="table" is drawn');
    const other = await warned(() => matrix(LINKS, { collection: 'events', columns: 'title' }));
    expect(other).to.contain('collection="events"').and.to.contain('a matrix is of participations');
    const unknown = await matrix(LINKS, { chart: 'grille' });
    await waitUntil(() => /grille.*auto, table, list, matrix/s.test(visibleText(unknown)));
  });

  it('shows its dots in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      const element = await matrix();
      const ground = getComputedStyle(one(element, '.frame')).backgroundColor;
      expect(getComputedStyle(one(element, '.dot')).backgroundColor).not.to.equal(ground);
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });
});
