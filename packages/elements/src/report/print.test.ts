import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { setClock } from '../base/clock.ts';
import { setPageClient } from '../base/page.ts';
import type { EssReport } from '../ess-report/ess-report.ts';
import { datasetFile, settle, useFiles, waitUntil } from '../testing/testing.ts';
import { cssString } from './print-pages.ts';
import '../ess-report/define.ts';

const source = { document: 'rapport', section: 'I.1', page: 4 };
const observation = (id: string, indicator: string | null, value: number) => ({
  id,
  indicator,
  label: { fr: id },
  period: '2024',
  quantity: { value, op: '=', unit: 'members' },
  source,
});
const report = {
  format: 'ess-report/1',
  id: 'rapport',
  title: { fr: 'Rapport « d’essai »' },
  period: '2024',
  language: 'fr',
  document: 'rapport',
  chapters: [
    {
      id: 'I',
      title: { fr: 'Mouvement' },
      sections: [
        {
          id: 'I.1',
          title: { fr: 'Le réseau' },
          text: { fr: 'Le réseau compte [[members-stock]].' },
          blocks: [{ type: 'observations', section: 'I.1' }],
        },
      ],
    },
  ],
};

/** A report of which one table reads a file that is on its way for ever. */
const slow = structuredClone(report);
slow.chapters[0]?.sections[0]?.blocks.push({ type: 'table', collection: 'publications' } as never);

/** A page with a menu, a report and an aside. */
async function make(
  attributes: Readonly<Record<string, string>> = {},
  shown = report,
): Promise<{ page: Element; element: EssReport }> {
  const observations = [observation('members-stock', 'members-stock', 117), observation('tables', null, 12)];
  const data = datasetFile({ observations }, { report: 'report.json', contact: 'a@example.org' });
  const files = {
    observations: { href: 'observations.json', count: 2, hash: 'a' },
    publications: { href: 'publications.json', count: 1, hash: 'b' },
  };
  useFiles({
    'data.json': shown === slow ? { json: { ...(data.json as object), collections: files } } : data,
    'observations.json': { json: observations },
    'publications.json': 'never',
    'report.json': { json: shown },
  });
  const element = document.createElement('ess-report');
  element.src = 'data.json';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const page = await fixture(html`<div><nav>Menu</nav><div class="column"></div></div>`);
  page.querySelector('.column')?.append(element);
  await settle(element);
  return { page, element };
}

const one = (element: EssReport, selector: string): HTMLElement | null =>
  element.renderRoot.querySelector<HTMLElement>(selector);
const said = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rules = (): string =>
  document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');

describe('a report on paper', () => {
  const print = globalThis.print;
  let printed = 0;
  before(() => {
    document.documentElement.lang = 'fr';
    setClock(() => Date.parse('2025-04-02T10:00:00+02:00'));
    globalThis.print = () => void printed++;
  });
  after(() => {
    globalThis.print = print;
    setClock(undefined);
  });
  afterEach(async () => {
    dispatchEvent(new Event('afterprint'));
    await emulateMedia({ media: 'screen' });
    setPageClient(undefined);
    document.querySelector('link[rel=canonical]')?.remove();
  });

  it('is printed once all of it is there, with its title, its sources, and what closes it', async () => {
    const { element } = await make();
    printed = 0;
    expect(await element.print()).to.equal(true);
    expect(printed).to.equal(1);
    expect(said(one(element, '.lead'))).to.match(/^.+Données du \d+ \S+ \d{4}$/);
    expect(said(one(element, '.text .sources'))).to.match(/^Sources des chiffres : .*I\.1, p\. 4 \(publié\)$/);
    // The address at its end leads to the figures that a section has besides.
    expect(getComputedStyle(one(element, '.others')!).display).to.equal('none');
    expect(said(one(element, '.last'))).to.match(/a@example\.org\. Imprimé le 2 avril 2025\.$/);
  });

  describe('by the browser’s own menu or keys', () => {
    const isLaid = (element: EssReport) => element.hasAttribute('data-ess-paper') && one(element, '.last') !== null;
    /** A key that begins a shortcut goes down; waits until what it loads has come. */
    const ready = async (element: EssReport): Promise<void> => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Control' }));
      for (let turns = 0; turns < 4000 && !isLaid(element); turns++) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        dispatchEvent(new Event('beforeprint'));
      }
      expect(isLaid(element)).to.equal(true);
      dispatchEvent(new Event('afterprint'));
    };

    it('is laid at once, as by its own button, and the screen is given back', async () => {
      const { element } = await make();
      dispatchEvent(new Event('beforeprint'));
      expect(isLaid(element)).to.equal(false);
      await ready(element);
      for (const turn of ['first', 'second']) {
        dispatchEvent(new Event('beforeprint'));
        expect(isLaid(element), turn).to.equal(true);
        dispatchEvent(new Event('afterprint'));
        expect(isLaid(element), turn).to.equal(false);
      }
    });

    it('says on its first page that it is incomplete, and where, for as long as something is on its way', async () => {
      const { element } = await make({}, slow);
      await ready(element);
      // Asked for, and without its rows: until then a room is kept for it.
      await waitUntil(() => one(element, 'ess-table'), 'no table', { timeout: 10_000 });
      dispatchEvent(new Event('beforeprint'));
      expect(said(one(element, '.lead'))).to.match(/Exemplaire incomplet : tout n’était pas encore chargé$/);
      const table = one(element, 'ess-table');
      expect(said(table?.previousElementSibling ?? null)).to.match(/^Ce qui manque ici s’imprime avec/);
      expect(table && getComputedStyle(table).display).to.equal('none');
      dispatchEvent(new Event('afterprint'));
      expect(table && getComputedStyle(table).display).not.to.equal('none');
      expect(table?.className).to.equal('');
    });

    it('is laid once where its own button prints', async () => {
      const { element } = await make();
      await ready(element);
      await element.print();
      dispatchEvent(new Event('beforeprint'));
      expect(element.renderRoot.querySelectorAll('.last')).to.have.length(1);
    });

    it('leaves a page alone that shows a part of it, or has taken it away', async () => {
      const { element: gone } = await make();
      await ready(gone);
      gone.remove();
      const { element: part } = await make();
      await ready(part);
      part.section = 'I.1';
      await part.updateComplete;
      dispatchEvent(new Event('beforeprint'));
      expect([isLaid(part), isLaid(gone)]).to.deep.equal([false, false]);
    });
  });

  it('has a foot on every page, written by the data and never read as a rule', async () => {
    const { element } = await make();
    await element.print();
    expect(rules()).to.match(/@bottom-left \{ content: "Rapport [^"]+ d’essai [^"]+ – [^"]+ – données du [^"]+"/);
    expect(rules()).to.contain('counter(page) " / " counter(pages)');
    expect(cssString('"; } body { display: none } \\')).to.equal('"\\22 ; \\7d  body \\7b  display: none \\7d  \\5c "');
  });

  it('is alone on paper, whatever stands around it', async () => {
    const { page, element } = await make();
    const menu = page.querySelector('nav');
    const shown = () => menu && getComputedStyle(menu).display;
    await element.print();
    expect(shown()).to.equal('block');
    await emulateMedia({ media: 'print' });
    expect(shown()).to.equal('none');
    expect(element.getBoundingClientRect().height).to.be.greaterThan(0);
    dispatchEvent(new Event('afterprint'));
    expect(shown()).to.equal('block');
  });

  it('names the address that its host gives, else that of the page, in words and in the name of a code', async () => {
    const { element } = await make();
    await element.print();
    expect(one(element, '.address')?.textContent).to.equal(location.href.replace(/#.*/, ''));
    dispatchEvent(new Event('afterprint'));
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = 'https://rapport.example.org/';
    document.head.append(link);
    await element.print();
    expect(one(element, '.address')?.textContent).to.equal('https://rapport.example.org/');
    expect(one(element, 'svg.qr')?.getAttribute('aria-label')).to.match(
      /^Code QR.: https:\/\/rapport\.example\.org\/$/,
    );
    expect(one(element, 'svg.qr path')?.getAttribute('d')).to.match(/^M4 4h7v1h-7z/);
  });

  it('leaves nothing behind', async () => {
    const { element } = await make();
    const inside = () =>
      [...element.renderRoot.querySelectorAll('*')].map(({ localName, className }) => `${localName} ${className}`);
    const sheets = () => element.shadowRoot?.adoptedStyleSheets.length;
    await element.updateComplete;
    const before = [sheets(), document.adoptedStyleSheets.length];
    await element.print();
    expect(inside()).to.include('div last');
    dispatchEvent(new Event('afterprint'));
    expect([sheets(), document.adoptedStyleSheets.length]).to.deep.equal(before);
    for (const name of ['div last', 'div lead', 'div sources']) expect(inside()).not.to.include(name);
    expect(element.getAttributeNames()).not.to.include('data-ess-paper');
  });

  it('gives the screen back when a visitor goes on where the browser did not print', async () => {
    const { element } = await make();
    await element.print();
    dispatchEvent(new Event('keydown'));
    expect(one(element, '.last')).to.equal(null);
  });

  it('prints a section alone, with the address of its page', async () => {
    const { element } = await make({ section: 'I.1' });
    await element.print();
    expect(said(one(element, '.last .address'))).to.contain(location.host);
  });

  it('prints nothing where there is no such section', async () => {
    const { element } = await make({ section: 'X.9' });
    printed = 0;
    expect(await element.print()).to.equal(false);
    expect(printed).to.equal(0);
  });
});
