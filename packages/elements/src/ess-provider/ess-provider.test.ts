import type { Client } from '@ess-widgets/core/data';
import type { Dataset, ScopeState } from '@ess-widgets/core/model';
import { expect, fixture, html } from '@open-wc/testing';
import type { EssIndicator } from '../ess-indicator/ess-indicator.ts';
import '../ess-indicator/define.ts';
import { pageDefaults } from '../base/defaults.ts';
import { pageClient, setPageClient } from '../base/page.ts';
import { EssScopeRequestEvent } from '../base/provider-controller.ts';
import { datasetFile, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import './define.ts';
import type { EssProvider } from './ess-provider.ts';

const observed = (id: string, period: string, value: number) => ({
  id,
  indicator: 'members-stock',
  label: { fr: 'Adhérents' },
  period,
  quantity: { value, op: '=', unit: 'members' },
  source: { document: 'rapport', section: 'I.1.a', page: 4 },
});
const file = (offset = 0) =>
  datasetFile(
    { observations: [observed('a', '2023', 114 + offset), observed('b', '2024', 117 + offset)] },
    { periods: ['2023', '2024'] },
  );

async function page(provider: string, child = '<ess-indicator indicator="members-stock"></ess-indicator>') {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.innerHTML = provider.replace('…', child);
  const element = host.querySelector('ess-indicator') as EssIndicator;
  await settle(element);
  return { provider: host.querySelector('ess-provider') as EssProvider, element };
}

describe('<ess-provider>', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  beforeEach(() => {
    useFiles({ 'data.json': file(), 'other.json': file(100) });
  });
  afterEach(() => setPageClient(undefined));

  it('says whom its elements show internal data to; an element may say it itself', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    const internal = { audience: { 'members-stock': 'internal' } };
    const observations = [observed('b', '2024', 117)];
    useFiles({ 'data.json': datasetFile({ observations }, { periods: ['2024'], ...internal }) });
    const child = '<ess-indicator indicator="members-stock"></ess-indicator>';
    const shown = async (provider: string, inside = child) => visibleText((await page(provider, inside)).element);
    const calm = await shown('<ess-provider src="data.json">…</ess-provider>');
    console.warn = warn;
    expect(calm).to.contain('Ces données sont réservées à l’usage interne');
    expect(calm).not.to.match(/117|Pas de donnée|members-stock/);
    expect(lines.filter((line) => line.includes('ajoutez l’attribut audience="internal"'))).to.have.lengthOf(1);
    expect(await shown('<ess-provider src="data.json" audience="internal">…</ess-provider>')).to.contain('117');
    const own = child.replace(' ', ' audience="internal" ');
    expect(await shown('<ess-provider src="data.json">…</ess-provider>', own)).to.contain('117');
    const open = child.replace(' ', ' audience="public" ');
    const narrower = await shown('<ess-provider src="data.json" audience="internal">…</ess-provider>', open);
    expect(narrower).not.to.contain('117');
  });

  it('gives its source and its period to what is inside it', async () => {
    const { element } = await page('<ess-provider src="data.json" period="2023">…</ess-provider>');
    expect(visibleText(element)).to.contain('114');
  });

  it('gives way to a child’s own attributes', async () => {
    const child = '<ess-indicator src="other.json" period="2024" indicator="members-stock"></ess-indicator>';
    const { element } = await page('<ess-provider src="data.json" period="2023">…</ess-provider>', child);
    expect(visibleText(element)).to.contain('217');
  });

  it('moves its elements when its period changes', async () => {
    const { provider, element } = await page('<ess-provider src="data.json" period="2023">…</ess-provider>');
    provider.period = '2024';
    await provider.updateComplete;
    await element.updateComplete;
    expect(visibleText(element)).to.contain('117');
  });

  it('asks for its own data alone where a page moves what is inside it to another place', async () => {
    const { provider, element } = await page('<ess-provider src="data.json"><p></p>…</ess-provider>');
    const client = pageClient();
    const asked: unknown[] = [];
    const query: Client['query'] = (request) => {
      asked.push(request.src);
      return client.query(request);
    };
    setPageClient({ ...client, query });
    pageDefaults.src = 'other.json';
    provider.querySelector('p')?.append(element);
    // The code that chooses among addresses comes first.
    await waitUntil(() => asked.length > 0);
    await settle(element);
    delete pageDefaults.src;
    expect(visibleText(element)).to.contain('117');
    expect(asked).to.deep.equal([[new URL('data.json', document.baseURI).href]]);
  });

  it('takes up what an element asks for, and keeps the request to itself', async () => {
    const { provider, element } = await page('<ess-provider src="data.json">…</ess-provider>');
    let escaped = 0;
    const count = () => escaped++;
    document.addEventListener(EssScopeRequestEvent.type, count);
    element.dispatchEvent(new EssScopeRequestEvent({ selection: 'x' }));
    document.removeEventListener(EssScopeRequestEvent.type, count);
    expect(provider.scope.state.selection).to.equal('x');
    expect(escaped).to.equal(0);
  });

  it('says in one region of its own what its elements have to announce', async () => {
    const { provider, element } = await page('<ess-provider src="data.json">…</ess-provider>');
    const region = provider.shadowRoot?.querySelector('[aria-live]');
    expect(region?.textContent).to.equal('');
    expect(region?.hasAttribute('role')).to.equal(false);
    (element as unknown as { announce(text: string): void }).announce('3 adhérents');
    for (let turns = 0; turns < 4000 && !region?.textContent; turns++) await new Promise((r) => setTimeout(r, 5));
    expect(region?.textContent).to.equal('3 adhérents');
    expect(element.shadowRoot?.querySelector('[aria-live]')?.textContent?.trim()).to.equal('');
  });

  it('hands a data set over to the elements inside, which then ask for nothing, but for those with an address of their own', async () => {
    const own = '<ess-indicator indicator="members-stock"></ess-indicator>';
    const other = '<ess-indicator id="own" src="other.json" indicator="members-stock"></ess-indicator>';
    useFiles({ 'data.json': file() });
    const given = (await pageClient().query({ src: 'data.json', need: ['observations', 'catalogue'] }).ready).data;
    useFiles({ 'other.json': file(100) });
    const { provider, element } = await page('<ess-provider>…</ess-provider>', own + other);
    // Of a query it says which parts were asked for: as if the whole had been read at once.
    const { need: _asked, ...whole } = given ?? {};
    provider.data = whole as Dataset;
    await waitUntil(() => visibleText(element).includes('117'), 'the data that are handed over');
    const beside = provider.querySelector('#own') as EssIndicator;
    await waitUntil(() => visibleText(beside).includes('217'), 'the data of its own address');
  });
});

describe('<ess-provider url-state>', () => {
  const before = location.search;
  const address = (parameters: string) => history.replaceState(null, '', location.pathname + join(before, parameters));
  const own = () => location.search.slice(before.length).replace(/^[?&]/, '');
  const until = async (done: () => boolean) => {
    for (let turns = 0; turns < 4000 && !done(); turns++) await new Promise((r) => setTimeout(r, 5));
    expect(done()).to.equal(true);
  };
  const FULL = {
    territory: 'departement-29',
    period: '2023',
    compare: 'none',
    query: 'café',
    facets: { college: ['associations', 'mutuelles'] },
    selection: 'e1',
    view: '-4.5,48.4,2',
  } as const satisfies Partial<ScopeState>;

  beforeEach(() => {
    document.documentElement.lang = 'fr';
    useFiles({ 'data.json': file() });
  });
  afterEach(() => {
    setPageClient(undefined);
    history.replaceState(null, '', location.pathname + before);
  });

  it('shows what the address says, and never what it does not say before', async () => {
    address('ess-period=2023');
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const seen: string[] = [];
    host.innerHTML =
      '<ess-provider src="data.json" period="2024" url-state="ess"><ess-indicator indicator="members-stock"></ess-indicator></ess-provider>';
    const element = host.querySelector('ess-indicator') as EssIndicator;
    element.addEventListener('ess-load', () =>
      seen.push((element.closest('ess-provider') as EssProvider).scope.state.period ?? ''),
    );
    await settle(element);
    expect(visibleText(element)).to.contain('114');
    expect([...new Set(seen)]).to.deep.equal(['2023']);
  });

  it('writes what differs from its attributes, without a step in the history and beside the parameters of others', async () => {
    const { provider } = await page('<ess-provider src="data.json" period="2024" url-state="ess">…</ess-provider>');
    const steps = history.length;
    await until(() => provider.hasUpdated);
    provider.scope.set({ period: '2023' });
    await until(() => own() === 'ess-period=2023');
    provider.scope.set({ period: '2024', territory: 'departement-29' });
    await until(() => own() === 'ess-territory=departement-29');
    expect(location.search.startsWith(before)).to.equal(true);
    expect(history.length).to.equal(steps);
    provider.scope.set({ territory: undefined });
    await until(() => own() === '');
  });

  it('gives the same view to whom the address is sent to', async () => {
    const { provider } = await page('<ess-provider src="data.json" url-state>…</ess-provider>');
    provider.scope.set(FULL);
    await until(() => own() !== '');
    provider.remove();
    const other = await page('<ess-provider src="data.json" url-state>…</ess-provider>');
    await until(() => other.provider.scope.state.period !== undefined);
    expect(other.provider.scope.state).to.deep.include(FULL);
  });

  it('reads the address again when the visitor goes back', async () => {
    const { provider } = await page('<ess-provider src="data.json" url-state="ess">…</ess-provider>');
    provider.scope.set({ period: '2023' });
    await until(() => own() === 'ess-period=2023');
    history.pushState(null, '', `${location.pathname}${before}`);
    provider.scope.set({ period: '2024' });
    await until(() => own() === 'ess-period=2024');
    history.back();
    await until(() => provider.scope.state.period === '2023');
    expect(own()).to.equal('ess-period=2023');
  });

  it('keeps two providers with prefixes of their own apart', async () => {
    const one = await page('<ess-provider src="data.json" url-state="a">…</ess-provider>');
    const two = await page('<ess-provider src="data.json" url-state="b">…</ess-provider>');
    one.provider.scope.set({ period: '2023' });
    two.provider.scope.set({ territory: 'departement-35' });
    await until(() => own() === 'a-period=2023&b-territory=departement-35');
    one.provider.scope.set({ period: undefined });
    await until(() => own() === 'b-territory=departement-35');
    expect(two.provider.scope.state.period).to.equal(undefined);
  });

  it('passes over what says nothing, with one line in the console that names it', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    address('ess-period=demain&ess-territory=%3Cb%3E&ess-compare=none');
    const { provider, element } = await page('<ess-provider src="data.json" url-state="ess">…</ess-provider>');
    console.warn = warn;
    expect(provider.scope.state).to.include({ compare: 'none' });
    expect(provider.scope.state.period).to.equal(undefined);
    expect(visibleText(element)).to.contain('117');
    expect(provider.renderRoot.querySelector('[part="notice"]')?.textContent).to.contain('ess-period=demain');
    expect(lines.filter((line) => line.includes('ess-period=demain') && line.includes('(address;'))).to.have.lengthOf(
      1,
    );
  });

  it('does not let two providers of one prefix overwrite each other: the first has it, the console names the second', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    const one = await page('<ess-provider src="data.json" url-state="same">…</ess-provider>');
    await until(() => one.provider.hasUpdated);
    const two = await page('<ess-provider src="data.json" url-state="same">…</ess-provider>');
    await until(() => lines.length > 0);
    console.warn = warn;
    expect(lines).to.have.lengthOf(1);
    expect(lines[0]).to.match(/"same".*ess-provider.*\(address;/);
    one.provider.scope.set({ period: '2023' });
    await until(() => own() === 'same-period=2023');
    two.provider.scope.set({ period: '2024' });
    await new Promise((r) => setTimeout(r, 400));
    expect(own()).to.equal('same-period=2023');
    // The second element takes over the prefix that the first one has released.
    one.provider.remove();
    two.provider.requestUpdate();
    await until(() => two.provider.scope.state.period === '2023');
  });

  it('passes over a territory that the data do not know, and says so to the visitor and in the console', async () => {
    const territories = [{ id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, code: '29' }];
    useFiles({ 'data.json': datasetFile({ observations: [observed('a', '2024', 117)], territories }) });
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    address('ess-territory=departement-99&ess-compare=none');
    const { provider, element } = await page('<ess-provider src="data.json" url-state="ess">…</ess-provider>');
    const said = () => provider.renderRoot.querySelector('[part="notice"]')?.textContent ?? '';
    await until(() => said() !== '');
    console.warn = warn;
    expect(provider.scope.state.territory).to.equal(undefined);
    expect(provider.scope.state.compare).to.equal('none');
    expect(visibleText(element)).to.contain('117');
    expect(said()).to.match(/«.departement-99.», qui n’est pas dans ces données/);
    expect(lines.filter((line) => line.includes('"departement-99"'))).to.have.lengthOf(1);
    provider.scope.set({ territory: 'departement-29' });
    await until(() => said() === '');
    await until(() => own() === 'ess-territory=departement-29&ess-compare=none');
  });

  for (const off of ['', 'url-state="false"']) {
    it(`leaves the address alone without the attribute (${off || 'none'})`, async () => {
      address('ess-period=2023&period=2023');
      const { provider, element } = await page(`<ess-provider src="data.json" ${off}>…</ess-provider>`);
      expect(visibleText(element)).to.contain('117');
      const search = location.search;
      provider.scope.set({ period: '2024' });
      await new Promise((r) => setTimeout(r, 400));
      expect(location.search).to.equal(search);
    });
  }

  it('stops when it is taken out, and goes on when it comes back', async () => {
    const { provider } = await page('<ess-provider src="data.json" url-state="ess">…</ess-provider>');
    const parent = provider.parentElement as HTMLElement;
    provider.remove();
    provider.scope.set({ period: '2023' });
    await new Promise((r) => setTimeout(r, 400));
    expect(own()).to.equal('');
    parent.append(provider);
    await settle(provider.querySelector('ess-indicator') as EssIndicator);
    provider.scope.set({ period: '2024' });
    await until(() => own() === 'ess-period=2024');
  });
});

const join = (search: string, parameters: string): string => `${search}${search ? '&' : '?'}${parameters}`;
