import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { EssElement as BaseElement } from './base/element.ts';
import './ess-indicator/define.ts';
import './ess-provider/define.ts';
import './ess-report/define.ts';
import { essDataset } from '@ess-widgets/core/data';
import { ContextConsumer } from '@lit/context';
import { LitElement, html as lit } from 'lit';
import {
  DataController,
  type Dataset,
  type DatasetNeed,
  EssElement,
  type IndicatorEntry,
  providerContext,
  registerBlock,
  registerIndicator,
  registerLanguage,
  registerSource,
  type Source,
  setPageClient,
} from './extend.ts';
import { datasetFile, serve, settle, useFiles, visibleText, waitUntil } from './testing/testing.ts';
import { base } from './texts/base.fr.ts';

const figure = (indicator: string, value: number) => ({
  id: indicator,
  indicator,
  label: { fr: indicator },
  period: '2024',
  quantity: { value, op: '=', unit: 'members' },
  source: { document: 'rapport', page: 1 },
});

const data = datasetFile(
  { observations: [{ ...figure('bikes-repaired', 30), of: 'bikes-bought' }, figure('bikes-bought', 120)] },
  { catalogue: undefined },
);

const entry = (id: string, more: Partial<IndicatorEntry> = {}): IndicatorEntry => ({
  id,
  kind: 'flow',
  unit: 'members',
  label: { fr: `Vélos : ${id}` },
  definition: { fr: 'Vélos.' },
  dimensions: [],
  needs: ['observations'],
  ...more,
});

const indicatorOf = (id: string, lang = 'fr') =>
  fixture<BaseElement>(html`<ess-indicator src="data.json" indicator=${id} lang=${lang}></ess-indicator>`);

/** Waits until an element shows a text. */
const shows = (element: BaseElement, text: string): Promise<void> =>
  waitUntil(() => visibleText(element).includes(text), `"${text}" in ${visibleText(element)}`);

/** Lines that the console is given meanwhile. */
async function linesOf(work: (lines: readonly string[]) => unknown): Promise<readonly string[]> {
  const { warn } = console;
  const lines: string[] = [];
  console.warn = (line: unknown) => lines.push(String(line));
  await work(lines);
  console.warn = warn;
  return lines;
}

/** Returns the one line that a bad registration writes, however often it is made. */
async function refusalOf(work: () => void): Promise<string> {
  const lines = await linesOf(async (written) => {
    work();
    await waitUntil(() => written.length > 0, 'a line on the console');
    work();
    await aTimeout(50);
  });
  expect(lines.length, lines.join('\n')).to.equal(1);
  expect(lines[0]).to.contain('(extend; see the guide "Messages")');
  return lines[0] ?? '';
}

afterEach(() => setPageClient(undefined));

describe('an indicator of the page', () => {
  beforeEach(() => void useFiles({ 'data.json': data }));

  it('is shown by an element that comes later, with a formula of the core', async () => {
    registerIndicator(entry('bikes-repaired'));
    registerIndicator(entry('bikes-bought'));
    const formula = { name: 'share', part: 'bikes-repaired', whole: 'bikes-bought' };
    registerIndicator(entry('bikes-share', { kind: 'rate', unit: 'percent', formula }));
    await shows(await indicatorOf('bikes-share'), '25');
  });

  it('is shown by an element that waits for it, with an arithmetic of its own', async () => {
    const element = await indicatorOf('bikes-doubled');
    await settle(element, 'error');
    registerIndicator(entry('bikes-doubled'), {
      value: () => ({ quantity: { value: 246, op: '=', unit: 'members' }, complete: true }),
    });
    await shows(element, '246');
    expect(element.state).to.equal('ready');
  });

  it('computes with another one of the page', async () => {
    registerIndicator(entry('bikes-bought'));
    registerIndicator(entry('bikes-again'), {
      operands: () => ['bikes-bought'],
      value: ({ dataset, period }, { indicator }) => ({
        quantity: indicator('bikes-bought').compute(dataset, { period }).quantity,
        complete: true,
      }),
    });
    await shows(await indicatorOf('bikes-again'), '120');
  });

  it('has its last definition, where a server of developers runs its module again', async () => {
    registerIndicator(entry('bikes-renamed', { label: { fr: 'Avant' } }));
    const element = await indicatorOf('bikes-renamed');
    await shows(element, 'Avant');
    registerIndicator(entry('bikes-renamed', { label: { fr: 'Après' } }));
    await shows(element, 'Après');
  });

  it('takes the place of a general one', async () => {
    const element = await indicatorOf('school-teachers');
    await settle(element);
    expect(visibleText(element)).to.contain('Enseignants impliqués');
    registerIndicator(entry('school-teachers', { label: { fr: 'Enseignants à vélo' } }));
    await shows(element, 'Enseignants à vélo');
  });

  it('is refused where it has two formulas, and where its definition is none', async () => {
    const formula = { name: 'share', part: 'bikes-repaired', whole: 'bikes-bought' };
    expect(await refusalOf(() => registerIndicator(entry('bikes-two', { formula }), {}))).to.contain(
      '"bikes-two" names a formula and brings another one',
    );
    const reads = {
      value: ({ dataset }: { dataset: Dataset }) => ({ quantity: null, complete: !dataset.collections.events }),
    };
    expect(await refusalOf(() => registerIndicator(entry('bikes-events'), reads))).to.contain(
      'it reads "events", which its "needs" does not name',
    );
    const wrong = { ...entry('bikes-wrong'), kind: 'flaw' } as unknown as IndicatorEntry;
    expect(await refusalOf(() => registerIndicator(wrong))).to.match(/"indicators\.0\.kind".*received "flaw"/);
    const element = await indicatorOf('bikes-wrong');
    await settle(element, 'error');
  });
});

describe('a source of the page', () => {
  /** Reads a list of bikes. */
  const bikes = (id: string): Source => ({
    id,
    title: 'Vélos',
    detect: (src) => (src.endsWith(`#${id}`) ? 1 : 0),
    load: (request, context) => {
      const read = async (url: string): Promise<unknown> => {
        const { bought } = await (await context.fetch(url)).json();
        return datasetFile({ observations: [figure('bikes-read', bought)] }, { catalogue: undefined }).json;
      };
      return essDataset.load(request, { ...context, read });
    },
  });
  const elementOf = (src: string) =>
    fixture<BaseElement>(html`<ess-indicator src=${src} indicator="bikes-read" lang="fr"></ess-indicator>`);

  before(() => registerIndicator(entry('bikes-read')));

  it('reads for an element that comes later', async () => {
    registerSource(bikes('bikes-1'));
    await shows(await elementOf(`${serve('{"bought": 17}')}#bikes-1`), '17');
  });

  it('reads for an element that nobody could read for', async () => {
    const element = await elementOf(`${serve('{"bought": 18}')}#bikes-2`);
    await settle(element, 'error');
    registerSource(bikes('bikes-2'));
    await shows(element, '18');
    expect(element.state).to.equal('ready');
  });

  it('reads for an element that is being refused meanwhile', async () => {
    const element = await elementOf(`${serve('{"bought": 19}')}#bikes-3`);
    expect(element.state).to.equal('loading');
    registerSource(bikes('bikes-3'));
    await shows(element, '19');
  });

  it('is found by its name', async () => {
    registerSource({ ...bikes('bikes-4'), detect: () => 0 });
    const src = serve('{"bought": 20}');
    const element = await fixture<BaseElement>(
      html`<ess-indicator src=${src} format="bikes-4" indicator="bikes-read" lang="fr"></ess-indicator>`,
    );
    await shows(element, '20');
  });

  it('is refused under a name of ours, under several words, and without its functions', async () => {
    expect(await refusalOf(() => registerSource(bikes('csv')))).to.contain('"csv" cannot be the id of a source');
    expect(await refusalOf(() => registerSource(bikes('two words')))).to.contain('expected a word of its own');
    const { load: _, ...rest } = bikes('bikes-5');
    expect(await refusalOf(() => registerSource(rest as Source))).to.contain('"bikes-5" has no function "load"');
  });
});

describe('a language of the page', () => {
  beforeEach(() => void useFiles({ 'data.json': data }));

  it('is spoken by an element that comes later', async () => {
    registerLanguage('oc', { ...base, source: 'Font' });
    registerIndicator(entry('bikes-bought', { label: { fr: 'Vélos', oc: 'Bicicletas' } }));
    const element = await indicatorOf('bikes-bought', 'oc');
    await shows(element, 'Bicicletas');
    expect(element.renderRoot.querySelector('.frame')?.getAttribute('lang')).to.equal('oc');
  });

  it('that lacks words of a figure leaves all of it in French, and says so', async () => {
    registerLanguage('ca', { loading: 'Càrrega…' });
    registerIndicator(entry('bikes-bought', { label: { fr: 'Vélos', ca: 'Bicicletes' } }));
    const element = await indicatorOf('bikes-bought', 'ca');
    await shows(element, 'Vélos');
    expect(visibleText(element)).not.to.contain('Bicicletes');
    expect(element.renderRoot.querySelector('.frame')?.getAttribute('lang')).to.equal('fr');
  });

  it('is spoken by an element that waits for it, with its own numbers', async () => {
    const many = datasetFile({ observations: [figure('bikes-many', 12_345)] }, { catalogue: undefined });
    useFiles({ 'data.json': many });
    registerIndicator(entry('bikes-many'));
    const element = await indicatorOf('bikes-many', 'gsw-CH');
    await shows(element, '12\u202f345');
    registerLanguage('gsw', base, { thousands: '’' });
    await shows(element, '12’345');
  });

  it('is refused where its code is none, or one of ours', async () => {
    expect(await refusalOf(() => registerLanguage('oc-FR', {}))).to.contain('"oc-FR" cannot be a new language');
    expect(await refusalOf(() => registerLanguage('en', {}))).to.contain('not fr, br, en');
  });
});

describe('a block of the page', () => {
  const block = (type: string) => ({ type, text: 'Un <b>mot</b>', author: { fr: 'Le bureau' } });
  const report = (...types: readonly string[]) => ({
    json: {
      format: 'ess-report/1',
      id: 'essai',
      title: { fr: 'Rapport' },
      period: '2024',
      language: 'fr',
      chapters: [
        { id: 'I', title: { fr: 'Un' }, sections: [{ id: 'I.1', title: { fr: 'A' }, blocks: types.map(block) }] },
      ],
    },
  });
  const shown = async (...types: readonly string[]) => {
    useFiles({
      'data.json': datasetFile({}, { catalogue: undefined, report: 'report.json' }),
      'report.json': report(...types),
    });
    const element = await fixture<BaseElement>(html`<ess-report src="data.json" section="I.1" lang="fr"></ess-report>`);
    await settle(element, 'ready');
    return element;
  };
  const quotation = (fields: Readonly<Record<string, unknown>>, { lang, level }: { lang: string; level: number }) =>
    lit`<blockquote lang=${lang} data-level=${level}>${fields['text']}</blockquote>`;
  const quoted = (element: BaseElement) => element.renderRoot.querySelector('blockquote');

  it('is drawn in a report that comes later, its fields as text', async () => {
    registerBlock('quotation', quotation);
    const lines = await linesOf(async () => {
      const element = await shown('quotation');
      expect(quoted(element)?.textContent).to.equal('Un <b>mot</b>');
      expect(quoted(element)?.dataset['level']).to.equal('4');
    });
    expect(lines).to.deep.equal([]);
  });

  it('is drawn in a report that is there', async () => {
    const element = await shown('motto');
    expect(quoted(element)).to.equal(null);
    registerBlock('motto', quotation);
    await waitUntil(() => quoted(element), 'the block');
  });

  it('harms no other where it fails', async () => {
    registerBlock('broken', () => {
      throw new Error('no author');
    });
    registerBlock('sound', quotation);
    const lines = await linesOf(async () => {
      expect(quoted(await shown('broken', 'sound'))).not.to.equal(null);
    });
    expect(lines).to.deep.equal([
      '[ess-widgets] the block "broken" of a report could not be drawn: Error: no author (extend; see the guide "Messages")',
    ]);
  });

  it('is refused where reports have it, and without a function', async () => {
    expect(await refusalOf(() => registerBlock('table', quotation))).to.contain('reports have blocks "table" already');
    expect(await refusalOf(() => registerBlock('empty', undefined as never))).to.contain('"empty" has no function');
  });
});

describe('an element of the page', () => {
  class NetworkTitle extends EssElement {
    protected override needs(): readonly DatasetNeed[] {
      return ['observations'];
    }
    protected override show({ manifest, collections }: Dataset) {
      return { title: String(manifest.title['fr']), body: lit`<p>${collections.observations?.length} figures</p>` };
    }
  }
  before(() => customElements.define('network-title', NetworkTitle));

  it('has data, states and texts of a provider around it', async () => {
    useFiles({ 'data.json': data });
    const provider = await fixture(html`
      <ess-provider src="data.json" lang="fr"><network-title></network-title></ess-provider>
    `);
    const element = provider.querySelector<NetworkTitle>('network-title');
    if (!element) throw new Error('no element');
    await settle(element, 'ready');
    await shows(element, 'Données d’essai');
    await shows(element, '2 figures');
    await expect(element).to.be.accessible();
  });

  /** Counts observations, with a base class of its own: as the guide shows it. */
  class FigureCount extends LitElement {
    readonly #provider = new ContextConsumer(this, { context: providerContext, subscribe: true });
    readonly #data: DataController = new DataController(
      this,
      () => this.#request(),
      () => undefined,
    );
    readonly reload = () => this.#data.refresh(true);
    get state() {
      return this.#data.state.error ? 'error' : 'ready';
    }
    #request() {
      const { src, audience, waiting } = this.#provider.value ?? {};
      if (!src || waiting) return null;
      const need = ['observations'] as const;
      return { src: [src], format: [], need, maxAge: undefined, refresh: undefined, audience };
    }
    override render() {
      return lit`<p>${this.#data.state.data?.collections.observations?.length ?? '…'}</p>`;
    }
  }

  it('may have a base class of its own, and be refused until its source is registered', async () => {
    customElements.define('figure-count', FigureCount);
    setPageClient(undefined);
    const src = `${serve('{}')}#bikes-6`;
    const provider = await fixture(html`<ess-provider src=${src}><figure-count></figure-count></ess-provider>`);
    const element = provider.querySelector<FigureCount>('figure-count');
    await waitUntil(() => element?.state === 'error', 'an error');
    registerSource({
      id: 'bikes-6',
      title: 'Vélos',
      detect: (address) => (address.endsWith('#bikes-6') ? 1 : 0),
      load: (request, context) => essDataset.load(request, { ...context, read: async () => data.json }),
    });
    await waitUntil(() => element?.renderRoot.textContent?.includes('2'), 'the number');
  });

  it('says that its source is missing', async () => {
    const element = await fixture<NetworkTitle>(html`<network-title lang="fr"></network-title>`);
    await settle(element, 'error');
  });
});
