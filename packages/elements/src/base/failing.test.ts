/** Behaviour when a source cannot be read: the words, the button, and the announcements. */
import { expect, fixture, html } from '@open-wc/testing';
import '../ess-indicator/define.ts';
import '../ess-provider/define.ts';
import '../ess-report/define.ts';
import type { EssIndicator } from '../ess-indicator/ess-indicator.ts';
import type { EssReport } from '../ess-report/ess-report.ts';
import { clock, datasetFile, type FileAnswer, settle, useFiles, visibleText, waitUntil } from '../testing/testing.ts';
import { setPageClient } from './page.ts';

const good = datasetFile({});
const refused: FileAnswer = { status: 503, headers: { 'retry-after': '600' } };
const named = (href: string): FileAnswer => {
  const { json } = datasetFile({});
  const observations = { href, count: 0, hash: '', coverage: [] };
  return { json: { ...(json as object), collections: { observations } } };
};

const make = async (): Promise<EssIndicator> => {
  const element = await fixture<EssIndicator>(
    html`<ess-indicator src="data.json" indicator="members-stock"></ess-indicator>`,
  );
  await settle(element, 'error');
  return element;
};
const buttonOf = (element: Element): HTMLButtonElement =>
  element.shadowRoot?.querySelector('.notice button') as HTMLButtonElement;
const saidIn = (element: Element): string =>
  element.shadowRoot?.querySelector('[aria-live]')?.textContent?.trim() ?? '';

/** All that is announced while something is done. */
async function announced(element: Element, work: () => Promise<unknown>): Promise<readonly string[]> {
  const said: string[] = [];
  const region = element.shadowRoot?.querySelector('[aria-live]') as Element;
  const watch = new MutationObserver(() => {
    const text = saidIn(element);
    if (text) said.push(text);
  });
  watch.observe(region, { childList: true, characterData: true, subtree: true });
  await work();
  watch.disconnect();
  return said;
}

describe('a source that is not read', () => {
  before(() => {
    document.documentElement.lang = 'fr';
  });
  afterEach(() => {
    clock.ahead = 0;
    setPageClient(undefined);
  });

  it('is said in its place, and announces nothing while the page loads', async () => {
    useFiles({ 'data.json': refused });
    const element = await make();
    expect(visibleText(element)).to.contain('la source demande d’attendre 10\u00a0min');
    const late = document.createElement('p');
    await announced(element, async () => element.append(late));
    expect(saidIn(element)).to.equal('');
  });

  it('says to who presses too early how long is left, once, and keeps the focus on its button', async () => {
    const files: Record<string, FileAnswer> = { 'data.json': refused };
    useFiles(files);
    const element = await make();
    clock.ahead += 18_000;
    const button = buttonOf(element);
    button.focus();
    const said = await announced(element, async () => {
      button.click();
      await waitUntil(() => saidIn(element) !== '', 'the announcement');
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^réessayez dans 1[12]\u00a0s$/);
    expect(visibleText(element)).to.match(/réessayez dans 1[12]\ss/);
    expect(element.shadowRoot?.activeElement).to.equal(buttonOf(element));
    expect(buttonOf(element).textContent).to.equal('Réessayer');
    files['data.json'] = good;
    clock.ahead += 13_000;
    buttonOf(element).click();
    await waitUntil(() => element.state !== 'error', 'the data');
  });

  it('leads elsewhere: the visitor reads that this page does not allow it', async () => {
    useFiles({ 'data.json': named('https://canary.example/observations.json') });
    const element = await make();
    expect(visibleText(element)).to.contain(
      'les données renvoient vers un autre site, canary.example, que cette page n’autorise pas',
    );
  });

  it('is read where the provider lists its host', async () => {
    useFiles({ 'data.json': named('https://cdn.example/observations.json'), 'observations.json': { json: [] } });
    const provider = await fixture(
      html`<ess-provider src="data.json" hosts=" CDN.example "><ess-indicator indicator="members-stock"></ess-indicator></ess-provider>`,
    );
    const element = provider.querySelector('ess-indicator') as EssIndicator;
    await settle(element);
    expect(element.state).not.to.equal('error');
  });

  it('is too large: the visitor reads the limit, which the provider may raise', async () => {
    const text = `${JSON.stringify(good.json)}${' '.repeat(1_000_000)}`;
    useFiles({ 'data.json': { text, type: 'application/json' } });
    const within = async (bytes: number): Promise<EssIndicator> => {
      const provider = await fixture(
        html`<ess-provider src="data.json" max-bytes=${bytes}><ess-indicator indicator="members-stock"></ess-indicator></ess-provider>`,
      );
      const element = provider.querySelector('ess-indicator') as EssIndicator;
      await settle(element);
      return element;
    };
    expect(visibleText(await within(1_000_000))).to.contain('le fichier dépasse la taille permise (1\u00a0Mo)');
    expect((await within(5_000_000)).state).not.to.equal('error');
  });

  it('names a report whose address is none: calm words in place of waiting for ever', async () => {
    useFiles({ 'data.json': datasetFile({}, { report: 'http://[' }) });
    const report = await fixture<EssReport>(html`<ess-report src="data.json"></ess-report>`);
    await settle(report, 'error');
    expect(visibleText(report)).to.contain('les données reçues n’ont pas la forme attendue');
  });
});
