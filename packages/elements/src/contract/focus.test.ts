/** A page that outlines whatever has the focus, as WordPress's themes do, outlines no whole widget for what is inside it. */
import { expect, fixture, html } from '@open-wc/testing';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';
import { registry } from '../loader/registry.ts';
import { settle, useFiles } from '../testing/testing.ts';
import { cases, workingData, workingReport } from './cases.ts';

/** Gives the focus to a control inside a widget: one of the test's own, as not all of them have one. */
function focusInside({ shadowRoot }: Element): void {
  const control = document.createElement('button');
  shadowRoot?.append(control);
  control.focus();
}

const outline = (element: Element): string => getComputedStyle(element).outlineStyle;

describe('on a page that outlines whatever has the focus', () => {
  before(async () => {
    await Promise.all(Object.values(registry).map((load) => load()));
  });
  afterEach(() => setPageClient(undefined));

  async function make(markup: string): Promise<EssElement> {
    useFiles({ 'data.json': workingData(), 'report.json': workingReport });
    const page = await fixture(html`<div></div>`);
    page.innerHTML = `<style>:where(:focus) { outline: 2px solid; }</style>${markup}`;
    const element = page.querySelector<EssElement>('[src]')!;
    await settle(element);
    return element;
  }

  for (const [tag, markup] of Object.entries(cases)) {
    it(`<${tag}> has no outline where something inside it has the focus`, async () => {
      const element = await make(markup);
      focusInside(element);
      expect(element.matches(':focus')).to.equal(true);
      expect(outline(element)).to.equal('none');
    });
  }

  it('a widget that has the focus itself is outlined', async () => {
    const element = await make((cases['ess-indicator'] ?? '').replace(' src=', ' tabindex="0" src='));
    element.focus({ focusVisible: true });
    expect(outline(element)).to.equal('solid');
  });
});
