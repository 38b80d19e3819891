/** Scripts of the page around the widgets, and of the browser, that change what others rely on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, texts, visitor } from './support/visit.ts';

const site = useSite();
const FIGURE = '<ess-indicator indicator="members-stock"></ess-indicator>';
let host: Host;

beforeAll(async () => {
  host = await openHost({ pages: { '/': pageOf(`${FIGURE}<ess-member-map></ess-member-map>`, LOADER) } });
});
afterAll(() => host?.close());

/** As Prototype.js up to 1.6 does: lists and texts are written by the library, so that JSON has them as texts. */
function extendLists(): void {
  Object.defineProperty(Array.prototype, 'toJSON', {
    configurable: true,
    value(this: readonly unknown[]) {
      return `[${this.map((each) => JSON.stringify(each)).join(', ')}]`;
    },
  });
}

describe('a page whose library', () => {
  it('has lists written as texts in JSON shows its figures', async () => {
    const visit = await visitor(site.browser);
    await visit.page.addInitScript(extendLists);
    await goTo(visit.page, host.url);
    expect(await states(visit.page)).toEqual(['ess-indicator ready', 'ess-member-map ready']);
    expect((await texts(visit.page, 'ess-indicator')).join()).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

describe('a page that gives the name of a widget to an element of its own', () => {
  /** A script with an element called as one of ours. */
  const OWN = `customElements.define('ess-indicator', class extends HTMLElement {})`;

  it.each([
    ['before the loader', `<script>${OWN}</script>`],
    [
      'while the code of the widget is on its way',
      `<script>addEventListener('DOMContentLoaded', () => ${OWN})</script>`,
    ],
  ])('%s is told so, and the other widgets come', async (_when, script) => {
    const taken = await openHost({
      pages: { '/': pageOf(`${FIGURE}<ess-member-map></ess-member-map>`, script + LOADER) },
    });
    const visit = await visitor(site.browser);
    await visit.page.goto(taken.url);
    await expect.poll(() => states(visit.page)).toContain('ess-member-map ready');
    await expect
      .poll(() => visit.complaints)
      .toEqual([expect.stringMatching(/^\[ess-widgets\] <ess-indicator> is defined by another script .+ \(taken/)]);
    await visit.close();
    await taken.close();
  });
});

/** Puts each text of the widgets into elements, as Chromium does when it translates. Runs in the page. */
function wordsInFonts(): void {
  const translate = (root: Node): void => {
    for (const node of [...root.childNodes]) {
      if (node instanceof HTMLElement && node.shadowRoot) translate(node.shadowRoot);
      if (!(node instanceof Text)) translate(node);
      else if (node.data.trim()) {
        const font = document.createElement('font');
        font.append(document.createElement('font'));
        (font.firstChild as Element).textContent = `«${node.data}»`;
        node.replaceWith(font);
      }
    }
  };
  translate(document.body);
}

/** Takes away all that is neither element nor text, as Firefox does when it translates. Runs in the page. */
function wordsAlone(): void {
  const translate = (root: Node): void => {
    for (const node of [...root.childNodes]) {
      if (node instanceof HTMLElement && node.shadowRoot) for (const one of node.shadowRoot.children) translate(one);
      translate(node);
      if (node instanceof Comment && root.textContent?.trim()) node.remove();
      else if (node instanceof Text && node.data.trim()) node.data = `«${node.data}»`;
    }
  };
  translate(document.body);
}

describe('a browser that translates the page', () => {
  it.each([
    ['puts words into elements of its own', wordsInFonts],
    ['takes marks away', wordsAlone],
  ])('and %s is followed by figures that are true', async (_title, translate) => {
    const visit = await visitor(site.browser);
    const { page } = visit;
    await goTo(page, host.url);
    const figure = page.locator('ess-indicator');
    const shown = async () => (await texts(page, 'ess-indicator')).join().replace(/[«»]/g, '');
    for (const [period, value] of [
      ['2023', '114'],
      ['2024', '117'],
    ] as const) {
      await page.evaluate(translate);
      await figure.evaluate((element, to) => element.setAttribute('period', to), period);
      await expect.poll(shown).toMatch(new RegExp(`${value} ?au 31 décembre ${period}`));
    }
    await page.evaluate(translate);
    const search = page.locator('ess-member-map').getByRole('searchbox');
    await search.pressSequentially('brest');
    await expect.poll(async () => (await texts(page, 'ess-member-map')).join()).toContain('Adess Brest');
    await expect.poll(async () => (await texts(page, 'ess-member-map')).join()).not.toContain('Batylab');
    expect(await search.inputValue()).toBe('brest');
    await settled(page);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
