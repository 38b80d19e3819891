import { expect, fixture, html } from '@open-wc/testing';
import '../ess-member-list/define.ts';
import { setPageClient } from '../base/page.ts';
import type { EssMemberList } from '../ess-member-list/ess-member-list.ts';
import { datasetFile, type FileAnswer, settle, useFiles, waitUntil } from '../testing/testing.ts';
import './define.ts';
import type { EssProvider } from './ess-provider.ts';

const organisations = [
  { id: 'abri', name: 'Abri', territories: ['commune-29019'] },
  { id: 'barque', name: 'Barque', territories: ['commune-35238'] },
];
const colleges = [{ id: 'assos', network: 'reseau', label: { fr: 'Associations' }, order: 3 }];
const memberships = organisations.map(({ id }) => ({
  id,
  organisation: id,
  network: 'reseau',
  college: 'assos',
  start: '2021',
}));
const events = [{ id: 'forum', title: { fr: 'Forum' }, date: '2019-05-23', status: 'held' }];
const programmes = [{ id: 'p', name: { fr: 'Programme' }, territories: ['commune-29019'] }];
const data = (more = {}) => datasetFile({ organisations, colleges, memberships, ...more });

describe('an address of a page', () => {
  const before = location.search;
  const lines: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    document.documentElement.lang = 'fr';
    lines.length = 0;
    console.warn = (line: string) => lines.push(line);
  });
  afterEach(() => {
    console.warn = warn;
    setPageClient(undefined);
    history.replaceState(null, '', location.pathname + before);
  });

  /** A list whose provider reads such an address. */
  async function opened(parameters: string, file: FileAnswer = data()): Promise<EssProvider> {
    useFiles({ 'data.json': file });
    history.replaceState(null, '', `${location.pathname}${before}${before ? '&' : '?'}${parameters}`);
    const provider = await fixture<EssProvider>(
      html`<ess-provider src="data.json" url-state="x"><ess-member-list></ess-member-list></ess-provider>`,
    );
    await settle(provider.querySelector<EssMemberList>('ess-member-list')!);
    return provider;
  }
  /** The same of an address that asks for what is not there: it is said once the code that knows has come. */
  async function told(parameters: string): Promise<EssProvider> {
    const provider = await opened(parameters);
    await waitUntil(() => said(provider) !== '');
    return provider;
  }
  const said = (provider: EssProvider) => provider.renderRoot.querySelector('[part="notice"]')?.textContent ?? '';
  const rows = (provider: EssProvider) =>
    provider.querySelector('ess-member-list')!.renderRoot.querySelectorAll('.row').length;

  for (const [what, parameters, value] of [
    ['a member', 'x-selection=personne', 'personne'],
    ['a collège', 'x-filter=college=mutuelles', 'mutuelles'],
    ['a layer', 'x-filter=layer=projects', 'projects'],
    ['a département', 'x-filter=departement=departement-22', 'departement-22'],
    ['a period', 'x-period=2019', '2019'],
    ['a period to come', 'x-period=2035', '2035'],
    ['a period compared with', 'x-compare=2018', '2018'],
  ] as const) {
    it(`that asks for ${what} no longer there shows all and says so, calmly, until something is chosen`, async () => {
      const provider = await told(parameters);
      expect(rows(provider)).to.equal(2);
      expect(said(provider).replaceAll('\u202f', ' ')).to.contain(
        `Ce que le lien demandait n’existe plus ici : « ${value} ». Le reste est montré.`,
      );
      const { facets, selection, period, compare } = provider.scope.state;
      expect([facets, selection, period, compare]).to.deep.equal([{}, null, undefined, undefined]);
      expect(lines.filter((line) => line.includes(`"${value}"`) && line.includes('(address;'))).to.have.lengthOf(1);
      provider.scope.set({ query: 'abri' });
      await waitUntil(() => said(provider) === '');
    });
  }

  for (const pair of ['near=foo', 'near=commune-29019/far']) {
    it(`that asks for ${pair}, which says nothing, shows all and says so, calmly, until something is chosen`, async () => {
      const provider = await told(`x-filter=${pair}&x-filter=college=assos`);
      expect(said(provider).replaceAll('\u202f', ' ')).to.contain(
        `Une partie de l’adresse de cette page ne veut rien dire ici : « ${pair} ». Le reste est montré.`,
      );
      expect(provider.scope.state.facets).to.deep.equal({ college: ['assos'] });
      expect(lines.filter((line) => line.includes(pair) && line.includes('(address;'))).to.have.lengthOf(1);
      provider.scope.set({ query: 'abri' });
      await waitUntil(() => said(provider) === '');
    });
  }

  it('keeps what is there of it beside what is not', async () => {
    const provider = await told(
      'x-filter=college=assos&x-filter=college=mutuelles&x-filter=departement=departement-29&x-filter=near=commune-29019/20&x-selection=abri',
    );
    expect(provider.scope.state.facets).to.deep.equal({
      college: ['assos'],
      departement: ['departement-29'],
      near: ['commune-29019/20'],
    });
    expect(provider.scope.state.selection).to.equal('abri');
    expect(said(provider)).to.contain('mutuelles').and.not.to.contain('assos');
  });

  for (const [what, parameters] of [
    ['a period of the data', 'x-period=2024'],
    ['a part of it', 'x-period=2024-03'],
    ['the year of an event', 'x-period=2019'],
    ['a year with members', 'x-period=2022'],
    ['a programme in one of its territories', 'x-selection=p/commune-29019'],
    ['an event', 'x-selection=forum'],
    ['a layer', 'x-filter=layer=events'],
    ['members without a collège', 'x-filter=college='],
    ...['theme', 'organiser', 'status', 'series', 'online'].map(
      (key) => [`what an agenda is filtered by (${key})`, `x-filter=${key}=velo`] as const,
    ),
    ['a facet of an application of its own', 'x-filter=skill=carpentry'],
    ['one that is called as what every object has', 'x-filter=constructor=x'],
    ['no comparison', 'x-compare=none'],
  ] as const) {
    it(`may ask for ${what}`, async () => {
      const provider = await opened(parameters, data({ events, programmes }));
      expect(said(provider)).to.equal('');
      expect(location.search).to.contain(parameters);
    });
  }

  it('that says nothing is quoted as it reads, however long and whatever its letters', async () => {
    const provider = await opened(`x-view=${encodeURIComponent('é'.repeat(90))}`);
    expect(said(provider))
      .to.contain(`x-view=${'é'.repeat(52)}…`)
      .and.not.to.contain('%');
  });

  it('that says nothing is quoted as it is written where it is no text', async () => {
    expect(said(await opened('x-view=100%'))).to.contain('x-view=100%');
  });

  it('is not contradicted by data that cannot be had', async () => {
    const provider = await opened('x-selection=abri&x-period=2019', { status: 500 });
    expect(provider.scope.state).to.include({ selection: 'abri', period: '2019' });
    expect(said(provider)).to.equal('');
  });
});
