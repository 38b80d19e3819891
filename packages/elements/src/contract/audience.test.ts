/** Internal data is in nothing that a visitor sees, finds or downloads; an internal page has it everywhere. */
import { expect, fixture, html } from '@open-wc/testing';
import { setClock } from '../base/clock.ts';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';
import { registry } from '../loader/registry.ts';
import { datasetFile, type FileAnswer, settle, take, useFiles, waitUntil, watchDownloads } from '../testing/testing.ts';

const SECRET = /réserv|reserve/i;

const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const internal = { audience: 'internal' };
const figure = (id: string, value: number, more: object = {}) => ({
  ...{ id, indicator: 'members-stock', label: { fr: id }, period: '2024', source },
  ...{ quantity: { value, op: '=', unit: 'members' }, ...more },
});
const collections = {
  organisations: [
    { id: 'a', name: 'Atelier', position: { lon: -4.48, lat: 48.39, precision: 'address' } },
    {
      id: 'reserve',
      name: 'Coopérative réservée',
      position: { lon: -1.68, lat: 48.11, precision: 'address' },
      ...internal,
    },
  ],
  memberships: [
    { id: 'm1', organisation: 'a', network: 'reseau', start: '2024-03' },
    { id: 'm2', organisation: 'reserve', network: 'reseau', start: '2024-04', ...internal },
  ],
  networks: [{ id: 'reseau', name: { fr: 'Réseau' } }],
  colleges: [
    { id: 'c1', network: 'reseau', label: { fr: 'Associations' }, order: 1 },
    { id: 'reserve', network: 'reseau', label: { fr: 'Collège réservé' }, order: 2, ...internal },
  ],
  events: [
    { id: 'e1', title: { fr: 'Rencontre' }, date: '2025-06-18', status: 'planned' },
    { id: 'e2', title: { fr: 'Réunion réservée' }, date: '2025-06-20', status: 'planned', ...internal },
  ],
  publications: [
    { id: 'p1', title: { fr: 'Atlas' }, date: '2024' },
    { id: 'p2', title: { fr: 'Note réservée' }, date: '2024', ...internal },
  ],
  observations: [
    figure('members', 9),
    figure('c1', 6, { dimensions: { college: 'c1' } }),
    figure('c2', 3, { dimensions: { college: 'reserve' }, ...internal }),
  ],
};
const report = {
  format: 'ess-report/1',
  id: 'rapport',
  title: { fr: 'Rapport' },
  period: '2024',
  language: 'fr',
  document: 'rapport',
  chapters: [
    {
      id: 'I',
      title: { fr: 'Publier' },
      sections: [
        { id: 'I.1', title: { fr: 'Publications' }, blocks: [{ type: 'table', collection: 'publications' }] },
        { id: 'I.2', title: { fr: 'Suite' }, text: { fr: 'Fin.' } },
      ],
    },
  ],
};
const files = (): Record<string, FileAnswer> => ({
  'data.json': datasetFile(collections, { report: 'report.json' }),
  'report.json': { json: report },
});

async function make(tag: string, attributes: Readonly<Record<string, string>>): Promise<EssElement> {
  const element = document.createElement(tag) as EssElement;
  for (const [name, value] of Object.entries({ src: 'data.json', evidence: 'full', ...attributes }))
    element.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(element);
  await settle(element, 'ready');
  return element;
}

/** Texts and attributes of an element, drawn or not. */
const seen = (element: EssElement): string => element.shadowRoot?.innerHTML ?? '';

/** The file behind a button of the share bar of an element. */
async function taken(element: EssElement, label: string): Promise<string> {
  const watch = watchDownloads();
  await take(element, label);
  await waitUntil(() => watch.files.length > 0, `a file ${label}`);
  watch.stop();
  return (await watch.files[0]?.blob.text()) ?? '';
}

/** Types into the search field of an element. */
function type(element: EssElement, words: string): void {
  const field = element.shadowRoot?.querySelector('input[type=search]') as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

const kinds: readonly (readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
  files: readonly string[],
])[] = [
  ['ess-table', { collection: 'publications' }, ['CSV']],
  ['ess-table', { indicator: 'members-stock', by: 'college' }, ['CSV']],
  ['ess-timeline', { collections: 'events memberships' }, ['CSV']],
  ['ess-breakdown', { indicator: 'members-stock', by: 'college' }, ['CSV', 'SVG']],
  ['ess-event-agenda', {}, ['CSV', 'ICS']],
  ['ess-member-list', {}, ['CSV', 'GeoJSON']],
  ['ess-member-map', { basemap: 'none' }, ['CSV', 'GeoJSON']],
];

describe('what is internal', () => {
  before(async () => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse('2025-03-05T12:00:00Z'));
    await Promise.all(Object.values(registry).map((load) => load()));
  });
  after(() => setClock(undefined));
  beforeEach(() => void useFiles(files()));
  afterEach(() => setPageClient(undefined));

  for (const [tag, attributes, labels] of kinds) {
    const name = `<${tag} ${Object.values(attributes).join(' ')}>`;
    it(`is neither shown nor given as ${labels.join(', ')} by ${name}, but to an internal page`, async () => {
      for (const audience of ['', 'internal']) {
        const element = await make(tag, { ...attributes, audience });
        const given = [['text', seen(element)]];
        for (const label of labels) given.push([label, await taken(element, label)]);
        const found = given.filter(([, text = '']) => SECRET.test(text)).map(([label]) => label);
        expect(found, audience).to.deep.equal(audience ? ['text', ...labels] : []);
      }
    });

    it(`comes and goes with the audience of ${name}`, async () => {
      const element = await make(tag, attributes);
      element.audience = 'internal';
      await element.updateComplete;
      await waitUntil(() => SECRET.test(seen(element)), 'what is internal');
      element.audience = 'public';
      await element.updateComplete;
      expect(seen(element)).not.to.match(SECRET);
    });
  }

  it('is not found by the search of a list of members, but on an internal page', async () => {
    for (const [audience, found] of [
      ['', 0],
      ['internal', 1],
    ] as const) {
      const element = await make('ess-member-list', { audience });
      type(element, 'réservée');
      const rows = () => element.shadowRoot?.querySelectorAll('[data-id]').length;
      await waitUntil(() => rows() === found, `${found} members`);
    }
  });

  it('is not found by the search of a report, which follows its audience', async () => {
    const element = await make('ess-report', {});
    const found = () => element.shadowRoot?.querySelector('.found')?.textContent ?? '';
    type(element, 'atlas');
    await waitUntil(() => found().includes('1 section'), 'the public row');
    type(element, 'réservée');
    await waitUntil(() => found().includes('Aucune'), 'nothing');
    element.audience = 'internal';
    await waitUntil(() => found().includes('1 section'), 'the internal row');
    element.audience = 'public';
    await element.updateComplete;
    expect(found()).to.include('Aucune');
  });

  it('leaves at once what is shown while other data are on their way', async () => {
    const element = await make('ess-table', { collection: 'publications', audience: 'internal' });
    expect(seen(element)).to.match(SECRET);
    useFiles({ 'data.json': 'never' });
    Object.assign(element, { src: 'data.json?2', audience: 'public' });
    await element.updateComplete;
    expect(seen(element)).to.contain('Atlas').and.not.to.match(SECRET);
  });

  it('never shows where the audience is narrowed before the data have come', async () => {
    let answer: (file: FileAnswer) => void = () => undefined;
    useFiles({ 'data.json': new Promise((resolve) => (answer = resolve)) });
    const element = document.createElement('ess-table');
    Object.assign(element, { src: 'data.json', collection: 'publications', audience: 'internal' });
    (await fixture(html`<div></div>`)).append(element);
    await element.updateComplete;
    element.audience = undefined;
    answer(datasetFile(collections));
    await settle(element, 'ready');
    expect(seen(element)).to.contain('Atlas').and.not.to.match(SECRET);
  });
});
