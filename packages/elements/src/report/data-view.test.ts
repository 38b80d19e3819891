import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import type { EssReport } from '../ess-report/ess-report.ts';
import { datasetFile, settle, useFiles, waitUntil, watchDownloads } from '../testing/testing.ts';
import '../ess-report/define.ts';

const source = (section: string) => ({ document: 'rapport', section, page: 4 });
const figure = (at: number, more: object = {}) => ({
  ...{ id: `f${at}`, label: { fr: `Chiffre numéro ${at}` }, period: '2024', source: source(at < 50 ? 'I.1' : 'II.1') },
  ...{ quantity: { value: 1000 + at, op: '=', unit: 'members' } },
  ...more,
});
const observations = [
  ...Array.from({ length: 60 }, (_, at) => figure(at)),
  figure(60, { label: { fr: 'Élèves touchés' }, period: '2023', printed: 'une soixantaine' }),
];
const territories = [
  { id: 'region-53', kind: 'region', name: { fr: 'Bretagne' }, code: '53', parents: [] },
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, code: '29', parents: ['region-53'] },
  { id: 'commune-29151', kind: 'commune', name: { fr: 'Morlaix' }, code: '29151', parents: ['departement-29'] },
];
const events = [
  {
    ...{ id: 'fete', title: { fr: 'Fête du réemploi' }, date: '2025-06-01', status: 'planned', place: 'Morlaix' },
    ...{ territories: ['commune-29151'], organisers: [], themes: [], count: 1, online: false, sections: ['II.1'] },
    source: source('II.1'),
  },
];
const section = (id: string) => ({
  ...{ id, title: { fr: `Titre ${id}` }, text: { fr: 'Texte.' } },
  blocks: [{ type: 'observations', section: id }],
});
const report = {
  ...{ format: 'ess-report/1', id: 'rapport', title: { fr: 'Rapport 2024' }, period: '2024', language: 'fr' },
  document: 'rapport',
  chapters: [
    { id: 'I', title: { fr: 'Mouvement' }, sections: [section('I.1')] },
    { id: 'II', title: { fr: 'Accompagnement' }, sections: [section('II.1')] },
  ],
};

async function make(attributes: Readonly<Record<string, string>> = { view: 'data' }): Promise<EssReport> {
  useFiles({
    'data.json': datasetFile({ observations, territories, events }, { report: 'report.json' }),
    'report.json': { json: report },
  });
  const element = window.document.createElement('ess-report');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(element);
  await settle(element);
  return element;
}

const all = (element: EssReport, selector: string): readonly HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const one = (element: EssReport, selector: string): HTMLElement => all(element, selector)[0]!;
const said = (node: Element | undefined): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const names = (element: EssReport): readonly string[] =>
  all(element, '.data tbody th').map((each) => said(each).replace(/ (prévu|imprimé).*/, ''));
const count = (element: EssReport): string => said(one(element, '.count [role=status]'));
const shown = (element: EssReport) => waitUntil(() => all(element, '.data tbody tr, .data .empty').length > 0);
function set(element: EssReport, field: string, value: string): Promise<unknown> {
  const control = one(element, `.data-filters ${field}`) as HTMLInputElement;
  control.value = value;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type));
  return element.updateComplete;
}
const address = () => decodeURIComponent(location.hash);
async function turn(element: EssReport, hash: string, selector: string): Promise<void> {
  location.hash = hash;
  await waitUntil(() => all(element, selector).length > 0);
}

describe('the data of a report', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    setPageClient(undefined);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('come fifty rows at a time, and the next ones take the focus', async () => {
    const element = await make();
    await shown(element);
    expect(count(element)).to.equal('65 lignes sur 65');
    expect(names(element)).to.have.length(50);
    one(element, '.more button').click();
    await waitUntil(() => names(element).length === 65);
    await waitUntil(() => said(element.shadowRoot?.activeElement ?? undefined) === 'Chiffre numéro 50');
    expect(address()).to.equal('#donnees?shown=65');
  });

  it('are found by words, numbers and sections', async () => {
    const element = await make();
    await shown(element);
    for (const [query, found] of [
      ['eleves', ['Élèves touchés']],
      ['1 007', ['Chiffre numéro 7']],
      ['soixantaine', ['Élèves touchés']],
      ['II.1 reemploi', ['Fête du réemploi']],
    ] as const) {
      await set(element, 'input', query);
      expect(names(element), query).to.deep.equal(found);
    }
  });

  it('are kept to a kind, a section, a territory with all that lies in it, a year', async () => {
    const element = await make();
    await shown(element);
    for (const [field, value, found] of [
      ['kind', 'events', '1 ligne sur 65'],
      ['section', 'I.1', '50 lignes sur 65'],
      ['territory', 'departement-29', '3 lignes sur 65'],
      ['period', '2025', '1 ligne sur 65'],
      ['period', '2023', '1 ligne sur 65'],
    ] as const) {
      await set(element, `select[name=${field}]`, value);
      expect(count(element), `${field} ${value}`).to.equal(found);
      await set(element, `select[name=${field}]`, '');
    }
    expect(count(element)).to.equal('65 lignes sur 65');
  });

  it('are sorted by each column, which says so', async () => {
    const element = await make();
    await shown(element);
    const heads = all(element, '.data thead th');
    for (const head of heads) {
      const button = head.querySelector('button')!;
      button.click();
      await element.updateComplete;
      const first = head.getAttribute('aria-sort');
      button.click();
      await element.updateComplete;
      expect([first, head.getAttribute('aria-sort')].sort()).to.deep.equal(['ascending', 'descending']);
      expect(heads.filter((each) => each.hasAttribute('aria-sort'))).to.have.length(1);
    }
    await set(element, 'select[name=kind]', 'observations');
    one(element, '.data thead th:nth-child(2) button').click();
    await element.updateComplete;
    expect(names(element)[0]).to.equal('Élèves touchés');
  });

  it('keep what a reader has chosen on the way to another view and back, and in the address', async () => {
    const element = await make();
    await shown(element);
    await set(element, 'input', 'numero');
    await set(element, 'select[name=section]', 'II.1');
    expect(address()).to.equal('#donnees?words=numero&section=II.1');
    await turn(element, '#I', '.brief');
    await turn(element, '#donnees', '.data tbody tr');
    expect(count(element)).to.equal('10 lignes sur 65');
    expect(address()).to.equal('#donnees?words=numero&section=II.1');
    await turn(element, '#donnees?kind=events&sort=-value', '.data tbody tr');
    await waitUntil(() => count(element) === '1 ligne sur 65');
    expect((one(element, '.data-filters input') as HTMLInputElement).value).to.equal('');
  });

  it('begin with what the address names, and leave an address that is not theirs', async () => {
    history.replaceState(null, '', '#donnees?section=II.1&kind=observations');
    const element = await make({});
    await shown(element);
    expect(count(element)).to.equal('11 lignes sur 65');
    history.replaceState(null, '', '#autre');
    await set(element, 'input', 'eleves');
    expect(location.hash).to.equal('#autre');
  });

  it('have the source of each: a card for a figure, the section for a record', async () => {
    const element = await make();
    await shown(element);
    const button = one(element, '.data tbody button.figure');
    button.click();
    await waitUntil(() => all(element, '.data .card').length === 1);
    expect(said(one(element, '.data .card'))).to.include('I.1');
    // The styles of the card come besides those of the data.
    expect(getComputedStyle(one(element, '.data-filters')).display).to.equal('grid');
    button.click();
    await set(element, 'select[name=kind]', 'events');
    const link = one(element, '.data tbody tr td:last-child a') as HTMLAnchorElement;
    expect([said(link), link.hash]).to.deep.equal(['II.1, p. 4', '#II.1']);
  });

  it('are taken home as they are found, with all that is said of them', async () => {
    const watch = watchDownloads();
    try {
      const element = await make();
      await shown(element);
      await set(element, 'input', 'eleves');
      one(element, '.csv').click();
      const text = await watch.files[0]!.blob.text();
      expect(
        text
          .replace(/[\ufeff"]/g, '')
          .trim()
          .split('\r\n'),
      ).to.deep.equal([
        'entry;value;value_operator;value_unit;date;territories;kind;source;note',
        'Élèves touchés;1060;exact;members;2023;;Chiffre publié;II.1, p.\u00a04;imprimé «\u202fune soixantaine\u202f»',
      ]);
    } finally {
      watch.stop();
    }
  });

  it('are reached from the section of a report that is shown whole, kept to its figures', async () => {
    const element = await make({ view: 'whole' });
    await waitUntil(() => all(element, '.others a').length > 0);
    const link = one(element, '.others a') as HTMLAnchorElement;
    expect(said(link)).to.equal('Tous les chiffres de I.1 (50)');
    link.click();
    await shown(element);
    expect(count(element)).to.equal('50 lignes sur 65');
    await turn(element, '#I.1', '.chapters');
  });

  it('fit on a phone, with large letters too', async () => {
    const element = await make();
    for (const size of ['16px', '32px']) {
      Object.assign((element.parentElement as HTMLElement).style, { inlineSize: '360px', fontSize: size });
      await shown(element);
      const region = one(element, '.data .region');
      expect(region.scrollWidth, size).to.be.at.most(region.clientWidth);
      expect(element.scrollWidth, size).to.be.at.most(360);
    }
    await expect(element).to.be.accessible();
  });
});
