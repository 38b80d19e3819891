/** Records of two columns as a ranking. */
import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { datasetFile, settle, take, useFiles, visibleText, waitUntil, watchDownloads } from '../testing/testing.ts';
import './define.ts';
import type { EssTable } from './ess-table.ts';

const link = (organisation: string, of: string): object => ({
  ...{ id: `${of}/${organisation}`, organisation, of, role: 'partner' },
});
const organisations = [
  { id: 'udes', name: 'Udes' },
  { id: 'img', name: '<img src=x onerror=alert(1)>' },
];
const programmes = ['mer', 'bois', 'sel'].map((id) => ({ id, name: { fr: `Programme ${id}` } }));
const LINKS = [
  ...['mer', 'bois', 'sel'].map((of) => link('udes', of)),
  ...['mer', 'bois', 'sel'].map((of) => link('img', of)),
  ...[...Array(10).keys()].map((at) => link(`ile-${at}`, 'mer')),
];

async function ranking(attributes: Readonly<Record<string, string>> = {}, participations = LINKS): Promise<EssTable> {
  useFiles({ 'data.json': datasetFile({ participations, organisations, programmes, events: [] }) });
  const element = document.createElement('ess-table');
  element.src = 'data.json';
  const all = { collection: 'participations', columns: 'organisation of', chart: 'ranking', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  const host = await fixture(html`<div></div>`);
  host.append(element);
  await settle(element);
  return element;
}

const all = (element: Element, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const words = (node: Element): string => node.textContent.replace(/[\s\u202f]+/g, ' ').trim();
const rows = (element: Element): readonly string[] => all(element, 'ol > li').map(words);
const isRanked = (element: Element): boolean => rows(element).length > 0 && all(element, 'table').length === 0;

describe('<ess-table> as a ranking', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => setPageClient(undefined));

  it('ranks names by how many values they have, and says who is first', async () => {
    const element = await ranking();
    expect(words(all(element, '.subtitle')[0]!)).to.equal('<img src=x onerror=alert(1)> et Udes, 3 fois chacune');
    expect(rows(element).slice(0, 3)).to.deep.equal([
      '<img src=x onerror=alert(1)>, 3, Programme mer, Programme bois, Programme sel',
      'Udes, 3, Programme mer, Programme bois, Programme sel',
      'ile-0, 1, Programme mer',
    ]);
    expect(all(element, 'img')).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('shows eight, then all by a button that hands on the focus; paper counts the rest', async () => {
    const element = await ranking();
    expect(rows(element)).to.have.length(8);
    expect(visibleText(element)).to.contain('8 sur 12');
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows(element)).to.have.length(8);
    expect(visibleText(element)).to.contain('et 4 autres, non imprimées');
    window.dispatchEvent(new Event('afterprint'));
    all(element, '[part=more]')[0]!.click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(12);
    expect(element.shadowRoot!.activeElement).to.equal(all(element, '.name')[8]);
    expect(all(element, '[part=more]')).to.deep.equal([]);
  });

  it('gives its rows as a file', async () => {
    const element = await ranking();
    const { files, stop } = watchDownloads();
    await take(element, 'CSV');
    await waitUntil(() => files.length > 0);
    stop();
    const lines = (await files[0]!.blob.text()).trim().split(/\r?\n/);
    expect(lines[0]).to.contain('"organisation";"count";"count_operator";"count_unit";"of"');
    expect(lines).to.have.length(13);
    expect(lines[2]).to.contain('"Udes";3;"exact";').and.to.contain('"Programme mer, Programme bois, Programme sel"');
  });

  it('is the rows without the word, and is left to the data only where it has eight rows', async () => {
    expect(isRanked(await ranking({ chart: 'table' }))).to.equal(false);
    expect(isRanked(await ranking({ chart: 'auto' }))).to.equal(true);
    expect(isRanked(await ranking({ chart: 'auto' }, LINKS.slice(0, 6)))).to.equal(false);
    expect((await ranking({}, [])).state).to.equal('empty');
  });

  it('tells the author that other columns make none, and names the charts there are', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...every: unknown[]) => said.push(every.join(' '));
    try {
      expect(isRanked(await ranking({ columns: 'organisation' }))).to.equal(false);
    } finally {
      console.warn = warn;
    }
    expect(said.join('\n')).to.contain('columns="organisation"').and.to.contain('so chart="table" is drawn');
    const unknown = await ranking({ chart: 'grille' });
    await waitUntil(() => /grille.*auto, table, list, ranking/s.test(visibleText(unknown)));
  });
});
