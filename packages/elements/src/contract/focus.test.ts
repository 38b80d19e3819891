/** A page that outlines whatever has the focus, as WordPress's themes do, outlines no whole widget for what is inside it. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { EssElement } from '../internal/element.ts';
import { setPageClient } from '../internal/page.ts';
import { settle, useFiles } from '../internal/testing.ts';
import { registry } from '../loader/registry.ts';
import { cases, workingData, workingReport } from './cases.ts';

/** Gives the focus to a control of a widget, or of a widget inside it. */
function focusInside({ shadowRoot }: Element): boolean {
  return [...(shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].some((each) => {
    if (each.shadowRoot) return focusInside(each);
    each.focus();
    return each.matches(':focus');
  });
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

  // That of its case is empty.
  const table = '<ess-table src="data.json" collection="memberships"></ess-table>';
  for (const [tag, markup] of Object.entries({ ...cases, 'ess-table': table })) {
    it(`<${tag}> has no outline where something inside it has the focus`, async () => {
      const element = await make(markup);
      // Some come with code of their own.
      await waitUntil(() => focusInside(element));
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
