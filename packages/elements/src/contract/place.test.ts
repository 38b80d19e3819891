/** The place that a page gives to a widget: as wide as that, or as a card where the place takes its width from what is in it. */
import { expect, fixture, html } from '@open-wc/testing';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';
import { registry } from '../loader/registry.ts';
import { settle, useFiles } from '../testing/testing.ts';
import { cases, workingData, workingReport } from './cases.ts';

/** Places of page builders that take their width from what stands in them. */
const SHRINKING = {
  row: (markup: string) => `<div style="display:flex;flex-wrap:wrap;align-items:center">${markup}</div>`,
  'centred column': (markup: string) =>
    `<div style="display:flex;flex-direction:column;align-items:center">${markup}</div>`,
  float: (markup: string) => `<div style="float:left">${markup}</div>`,
  'positioned box': (markup: string) => `<div style="position:absolute">${markup}</div>`,
  cell: (markup: string) => `<table><tbody><tr><td>${markup}</td></tr></tbody></table>`,
  'inline block': (markup: string) => `<div style="display:inline-block">${markup}</div>`,
};

async function shown(markup: string): Promise<EssElement> {
  useFiles({ 'data.json': workingData(), 'report.json': workingReport });
  const host = await fixture(html`<div></div>`);
  host.innerHTML = markup;
  const element = host.querySelector<EssElement>('[src]')!;
  await settle(element);
  return element;
}

describe('the place of a widget', () => {
  before(async () => {
    await Promise.all(Object.values(registry).map((load) => load()));
  });
  afterEach(() => setPageClient(undefined));

  for (const [tag, markup] of Object.entries(cases)) {
    it(`gives <${tag}> a width that can be read, whatever it takes its own from`, async () => {
      const narrow: string[] = [];
      for (const [place, around] of Object.entries(SHRINKING)) {
        const { width } = (await shown(around(markup))).getBoundingClientRect();
        if (width < 240) narrow.push(`${place}: ${width}`);
      }
      expect(narrow).to.deep.equal([]);
    });

    it(`keeps <${tag}> inside a column that is narrower than that`, async () => {
      for (const display of ['flex', 'grid']) {
        const element = await shown(`<div style="display:${display};inline-size:200px">${markup}</div>`);
        expect(element.getBoundingClientRect().width, display).to.be.at.most(200);
      }
    });

    it(`does not lend <${tag}> its capitals, in which a reference or a unit is another`, async () => {
      const element = await shown(`<div style="text-transform:uppercase">${markup}</div>`);
      const frame = element.shadowRoot?.querySelector<HTMLElement>('.frame');
      expect(getComputedStyle(frame!).textTransform).to.equal('none');
    });

    it(`may hide <${tag}> by its own styles`, async () => {
      const element = await shown(markup);
      expect(element.offsetHeight).to.be.greaterThan(0);
      element.style.display = 'none';
      expect(element.offsetHeight).to.equal(0);
    });
  }

  it('does not lend a widget its own indents and line breaks', async () => {
    const height = async (style: string) =>
      (await shown(`<div style="${style}">${cases['ess-member-list']}</div>`)).offsetHeight;
    expect(await height('white-space:pre-wrap;text-indent:3em')).to.equal(await height(''));
  });
});
