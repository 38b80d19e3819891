import { expect, fixture, html } from '@open-wc/testing';
import { setPageClient } from '../base/page.ts';
import { datasetFile, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import type { EssReport } from './ess-report.ts';
import './define.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const figure = (id: string, value: number, indicator: string | null = id) => ({
  ...{ id, indicator, label: { fr: `Libellé ${id}` }, period: '2024', source },
  quantity: { value, op: '=', unit: 'members' },
});
const observations = [figure('members-stock', 1117), figure('members-joined', 9), figure('tables', 12, null)];

const part = (id: string, blocks: readonly object[]) => ({
  id,
  title: { fr: `Titre ${id}` },
  text: { fr: `Texte ${id}, [[members-joined]].` },
  blocks,
});
const figures = (...ids: readonly string[]) => ({
  type: 'indicators',
  figures: ids.map((indicator) => ({ indicator })),
});
const PARTNERS = {
  ...{ type: 'list', title: { fr: 'Partenaires' }, collection: 'participations', columns: ['organisation', 'of'] },
  where: 'role=partner',
};
const APPLICANTS = {
  ...{ type: 'table', title: { fr: 'Candidatures' }, collection: 'applications', columns: ['organisation', 'result'] },
};
const report = {
  ...{ format: 'ess-report/1', id: 'rapport', title: { fr: 'Rapport 2024' }, period: '2024', language: 'fr' },
  document: 'rapport',
  opening: { id: '0', title: { fr: 'Essentiel' }, blocks: [figures('members-stock')] },
  chapters: [
    {
      ...{ id: 'I', title: { fr: 'Mouvement' }, intro: { fr: 'Ce qui rassemble.' } },
      sections: [
        {
          ...part('I.1', [figures('members-stock', 'members-joined'), { type: 'observations', section: 'I.1.a' }]),
          sections: [
            part('I.1.a', [PARTNERS, APPLICANTS, { type: 'breakdown', indicator: 'members-stock', by: 'college' }]),
          ],
        },
      ],
    },
    { id: 'II', title: { fr: 'Accompagnement' }, sections: [part('II.1', [figures('members-joined')])] },
  ],
};
const story = {
  ...{ format: 'ess-story/1', period: '2024' },
  cover: { title: { fr: 'L’année' }, standfirst: { fr: 'Le réseau gagne [[members-joined]].' } },
  messages: [
    {
      ...{ id: 'stock', chapter: 'I', section: 'I.1.a', figure: { indicator: 'members-stock' } },
      title: { fr: '[[members-stock|number]] adhérents, [[#tables|word]] tables' },
      text: { fr: 'Une phrase.' },
      chart: { type: 'breakdown', indicator: 'members-stock', by: 'college' },
    },
  ],
  doors: [
    {
      ...{ id: 'elu', title: { fr: 'Élu·e' }, sections: ['II.1'] },
      figures: [{ indicator: 'members-stock', territory: 'region-53' }, { indicator: 'members-joined' }],
    },
  ],
  chapters: [
    {
      ...{ id: 'I', thesis: { fr: 'Le mouvement compte [[members-stock]].' } },
      steps: [
        {
          ...{ title: { fr: 'Une étape à [[#tables|word]] tables' }, sections: ['I.1.a'] },
          figure: { indicator: 'members-joined' },
          chart: { type: 'breakdown', indicator: 'members-stock', by: 'college' },
        },
      ],
    },
  ],
};

async function make(
  attributes: Readonly<Record<string, string>> = {},
  told: object | null = story,
  records: Readonly<Record<string, readonly object[]>> = {},
): Promise<EssReport> {
  useFiles({
    'data.json': datasetFile(
      { observations, ...records },
      { report: 'report.json', ...(told ? { story: 'story.json' } : {}) },
    ),
    'report.json': { json: report },
    'story.json': { json: told },
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
const current = (element: EssReport): string => said(one(element, '.views [aria-current="page"]'));
/** The address of this page with a territory in it, without one for null. */
function addressWith(territory: string | null): string {
  const address = new URL(location.href);
  address.searchParams.delete('territory');
  if (territory) address.searchParams.set('territory', territory);
  return `${address.pathname}${address.search}`;
}
const territoryInAddress = (): string | null => new URL(location.href).searchParams.get('territory');
async function turn(element: EssReport, hash: string, selector: string): Promise<void> {
  location.hash = hash;
  await waitUntil(() => all(element, selector).length > 0);
  await element.updateComplete;
}

describe('the views of a report', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    setPageClient(undefined);
    history.replaceState(null, '', addressWith(null));
  });

  it('begin with the overview where it has a story: messages, chapters, ways in', async () => {
    const element = await make();
    await waitUntil(
      () => !['.standfirst', '.messages', '.doors'].some((each) => said(one(element, each)).includes('…')),
    );
    expect(said(one(element, '.title'))).to.equal('L’année');
    expect(said(one(element, '.standfirst')))
      .to.include('Le réseau gagne 9 adhérents.')
      .and.include('Proposition');
    expect(said(one(element, '.message .heading'))).to.equal('1 117 adhérents, douze tables');
    expect(all(element, '.overview .heading button').length).to.equal(0);
    expect([...one(element, '.message').children].map(({ className }) => className)).to.deep.equal([
      ...['heading', 'blocks', 'link unfold', 'text', 'read'],
    ]);
    expect(all(element, '.door a').map(said)).to.deep.equal(['I Mouvement', 'II Accompagnement']);
    expect(said(one(element, '.door p'))).to.equal('Le mouvement compte 1 117 adhérents.');
    expect(said(one(element, '.way'))).to.include('Titre II.1');
    expect(all(element, '.chapters').length).to.equal(0);
    // The figures of a way in come with their names, once it is open.
    expect(all(element, '.way ess-indicator').length).to.equal(0);
    one(element, '.way > summary').click();
    await waitUntil(() => all(element, '.way ess-indicator').length > 0);
    expect(all(element, '.way ess-indicator').map((tile) => tile.getAttribute('territory'))).to.deep.equal([
      'region-53',
      null,
    ]);
  });

  it('say who approved the wording, once somebody has', async () => {
    const signed = { role: { fr: 'la présidence' }, date: '2025-04-01' };
    const element = await make({}, { ...story, signed });
    expect(said(one(element, '.signed'))).to.equal('Texte validé par la présidence, 1er avril 2025.');
  });

  for (const [name, attributes, told] of [
    ['it has none', {}, null],
    ['its page asks for it', { view: 'whole' }, story],
  ] as const)
    it(`are one whole where ${name}`, async () => {
      const element = await make(attributes, told);
      await waitUntil(() => all(element, '.chapters').length > 0);
      expect([all(element, '.views').length, all(element, '.opening').length]).to.deep.equal([0, 1]);
    });

  it('without a story have the opening and the chapters in their own words', async () => {
    const element = await make({ view: 'overview' }, null);
    expect(all(element, '.opening ess-indicator').length).to.equal(1);
    expect(said(one(element, '.door'))).to.equal('I Mouvement Ce qui rassemble.');
  });

  it('give the chart of a message its title, and draw that once', async () => {
    const element = await make();
    await waitUntil(() => all(element, '.message ess-breakdown').length === 1);
    const chart = one(element, '.message ess-breakdown');
    await waitUntil(() => chart.getAttribute('heading') === '1\u202f117 adhérents, douze tables');
    const title = () => chart.shadowRoot?.querySelector('#title');
    await waitUntil(() => title()?.textContent === chart.getAttribute('heading'));
    expect(getComputedStyle(title()!).display).to.equal('none');
    expect(chart.shadowRoot?.querySelectorAll('h1, h2, h3, h4, h5, h6').length).to.equal(0);
  });

  it('show the chapter that the address names, in steps, and what it says of the year', async () => {
    const element = await make();
    await turn(element, '#I.1.a', '.brief');
    expect(said(one(element, '.title'))).to.equal('I Mouvement');
    expect(current(element)).to.equal('I Mouvement');
    await waitUntil(() => !said(one(element, '.thesis')).includes('…'));
    expect(said(one(element, '.thesis'))).to.equal('Le mouvement compte 1 117 adhérents.');
    await waitUntil(() => said(element.shadowRoot?.activeElement ?? undefined) === 'I.1.a Titre I.1.a');
    // A section without a step of its own stands in that of its first part; none is there twice.
    await waitUntil(() => said(one(element, '.step > .heading')) === 'Une étape à douze tables');
    expect(all(element, '.step .part > .heading').map(said)).to.deep.equal(['I.1 Titre I.1', 'I.1.a Titre I.1.a']);
    await waitUntil(() => all(element, '.step > .number ess-indicator, .step > .chart ess-breakdown').length === 2);
    expect(all(element, 'details').length).to.equal(0);
    expect(said(one(element, '.next'))).to.equal('Chapitre suivant : II. Accompagnement');
  });

  const place = { document: 'rapport', section: 'I.1.a' };
  const territories = [
    ...['22', '29'].map((n) => ({
      id: `departement-${n}`,
      kind: 'departement',
      name: { fr: `Pays ${n}` },
      parents: [],
    })),
  ];
  const partner = (organisation: string, of: string) => ({
    ...{ id: `${of}/${organisation}`, organisation, of, role: 'partner', period: '2024', source: place },
  });
  const organisations = ['Udes', 'Adess', 'Mairie'].map((name) => ({ id: name.toLowerCase(), name, source: place }));
  const records = {
    territories,
    organisations,
    // One has no name: what became of it is none.
    applications: ['udes', null].map((organisation, at) => ({
      ...{ id: `candidature-${at}`, call: 'appel', organisation, period: '2024', result: 'other', source: place },
    })),
    participations: [partner('adess', 'a'), partner('udes', 'a'), partner('udes', 'b'), partner('mairie', 'a')],
    events: [
      {
        id: 'bal',
        title: { fr: 'Bal' },
        date: '2024-05-02',
        status: 'held',
        territories: ['departement-29'],
        source: place,
      },
      {
        id: 'lac',
        title: { fr: 'Lac' },
        date: '2024-05-03',
        status: 'held',
        territories: ['departement-22'],
        source: place,
      },
    ],
  };

  it('say what the data hold of a step, the most frequent first, and lead to the very rows', async () => {
    const element = await make({}, story, records);
    await turn(element, '#I', '.step');
    await waitUntil(() => all(element, '.step .names').some((each) => each.textContent.includes('Udes')));
    expect(all(element, '.step .names > p').map(said)).to.deep.equal([
      'Partenaires : Udes 2 fois, Adess et Mairie.',
      'Candidatures : Udes.',
    ]);
    const link = one(element, '.step .others a');
    const n = /\d+/.exec(said(link))?.[0] ?? '';
    link.click();
    await waitUntil(() => all(element, '.data .count [role=status]').length > 0);
    await waitUntil(() => said(one(element, '.data .count [role=status]')).startsWith(`${n} lignes`));
    expect(location.hash).to.equal('#donnees?section=I.1');
  });

  it('keep the territory of a reader: in its bar, in the address, under a step, in the rows', async () => {
    history.replaceState(null, '', `${addressWith('departement-29')}#I`);
    const element = await make({}, story, records);
    await waitUntil(() => all(element, '.near').length === 1);
    expect(said(one(element, '.place > button'))).to.equal('Mon territoire : Pays 29');
    expect(said(one(element, '.near'))).to.equal('Chez vous, Pays 29Bal, 2 mai 2024, Pays 29');
    const chart = one(element, '.step > .chart ess-breakdown');
    expect(Reflect.get(chart, 'place')).to.equal('departement-29');
    await turn(element, '#donnees', '.data tbody');
    await waitUntil(() => all(element, '.data tbody tr').length === 2);
    expect(territoryInAddress()).to.equal('departement-29');
  });

  it('say that a chapter names nothing in a territory, and no more', async () => {
    history.replaceState(null, '', `${addressWith('departement-22')}#I`);
    const element = await make({}, story, { ...records, events: [] });
    await waitUntil(() => said(one(element, '.brief')).includes('ne nomme rien qui soit situé là'));
    expect(all(element, '.near').length).to.equal(0);
  });

  it('let a reader choose a territory, which the address then says', async () => {
    const element = await make({}, story, records);
    expect(said(one(element, '.place > button'))).to.equal('Mon territoire : toute la région');
    one(element, '.place > button').click();
    const select = () =>
      one(element, 'ess-territory-picker')?.shadowRoot?.querySelector<HTMLSelectElement>('select') ?? null;
    await waitUntil(() => (select()?.options.length ?? 0) > 2);
    select()!.value = 'departement-29';
    select()!.dispatchEvent(new Event('change'));
    await waitUntil(() => territoryInAddress() === 'departement-29');
    await waitUntil(() => said(one(element, '.place > button')) === 'Mon territoire : Pays 29');
    // Messages stay those of the whole, and so do their charts.
    expect(all(element, '.message .notice').length).to.equal(0);
  });

  it('keep the current one in sight in a narrow bar', async () => {
    const element = await make();
    element.style.inlineSize = '200px';
    await turn(element, '#donnees', '.data');
    await new Promise(requestAnimationFrame);
    const [bar, link] = [one(element, '.views'), one(element, '.views [aria-current="page"]')].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(said(one(element, '.views [aria-current="page"]'))).to.equal('Données');
    expect(link!.right).to.be.at.most(bar!.right + 1);
    expect(link!.left).to.be.at.least(bar!.left - 1);
  });

  it('go from one to another by links and back by the button of the browser', async () => {
    const element = await make();
    one(element, '.views a:nth-of-type(3)').click();
    await waitUntil(() => current(element) === 'II Accompagnement');
    expect(location.hash).to.equal('#II');
    history.back();
    await waitUntil(() => current(element) === 'L’essentiel');
    expect(all(element, '.message').length).to.equal(1);
  });

  it('have a row for every published figure, found by a word', async () => {
    const element = await make({ view: 'data' });
    await waitUntil(() => all(element, '.data tbody tr').length === 3);
    expect(current(element)).to.equal('Données');
    const field = one(element, '.data-filters input') as HTMLInputElement;
    field.value = 'tables';
    field.dispatchEvent(new Event('input'));
    await waitUntil(() => all(element, '.data tbody tr').length === 1);
    expect([...one(element, '.data tbody tr').children].map(said)).to.deep.equal([
      ...['Libellé tables', '12 adhérents', '2024', '–Pas de donnée', 'Chiffre publié', 'I.1.a, p. 4'],
    ]);
    expect(said(one(element, '.count [role=status]'))).to.equal('1 ligne sur 3');
    field.value = 'nope';
    field.dispatchEvent(new Event('input'));
    await waitUntil(() => all(element, '.data .empty').length === 1);
    one(element, '.data .empty button').click();
    await waitUntil(() => all(element, '.data tbody tr').length === 3);
  });

  it('print the whole after its messages in words, and come back', async () => {
    const print = globalThis.print;
    const element = await make();
    let printed = '';
    globalThis.print = () => {
      const messages = all(element, '.essentials article .heading').map(said);
      printed = [all(element, '.overview').length, all(element, '.chapters .part').length, ...messages].join(' ');
      dispatchEvent(new Event('afterprint'));
    };
    try {
      await element.print();
    } finally {
      globalThis.print = print;
    }
    await waitUntil(() => all(element, '.overview').length === 1);
    expect(printed).to.equal('0 1 1 117 adhérents, douze tables');
    expect(all(element, '.essentials').length).to.equal(0);
  });

  it('lead to other pages where the story names them', async () => {
    const element = await make({}, { ...story, pages: { data: 'donnees/', chapters: { II: 'deux/' } } });
    expect(all(element, '.views a').map((link) => link.getAttribute('href'))).to.deep.equal([
      `${location.pathname}${location.search}#essentiel`,
      `${location.pathname}${location.search}#I`,
      'deux/#II',
      'donnees/#donnees',
    ]);
  });

  it('say that the story could not be read, and show the report', async () => {
    const element = await make({}, { format: 'ess-story/9' });
    await waitUntil(() => all(element, '.chapters').length > 0);
    expect(visibleText(element)).to.include('n’a pas pu être lu');
  });

  for (const view of ['overview', 'chapter', 'data'])
    it(`are accessible: ${view}`, async () => {
      const element = await make({ view });
      await waitUntil(() => all(element, '.message, .brief, .data tbody').length > 0);
      await expect(element).to.be.accessible();
    });
});
