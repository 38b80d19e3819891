/** What a reader hears: each heading is its visible text, without a button in it, at a level that exists. */
import { expect, fixture, html } from '@open-wc/testing';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';
import { registry } from '../loader/registry.ts';
import { settle, useFiles, waitUntil } from '../testing/testing.ts';
import { cases, workingData, workingReport } from './cases.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]';

/** Walks through an element and the shadow roots in it. */
function* walk(root: ParentNode): Generator<HTMLElement> {
  for (const each of root.querySelectorAll<HTMLElement>('*')) {
    yield each;
    if (each.shadowRoot) yield* walk(each.shadowRoot);
  }
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Returns what is wrong with the headings of an element, in words. */
function faultsIn(element: EssElement): readonly string[] {
  return [...walk(element.renderRoot)]
    .filter((each) => each.matches(HEADINGS) && each.checkVisibility())
    .flatMap((each) => {
      const name = plain(each.ariaLabel ?? each.textContent);
      const level = Number(each.ariaLevel ?? each.localName.slice(1));
      return [
        ...(each.querySelector('button, a[href] button, [role=button]') ? [`"${name}" has a button in it`] : []),
        // Words that are read aloud alone are hidden by their class: a space or a comma between two words.
        ...(each.hasAttribute('aria-label') && name !== plain(each.innerText) ? [`"${name}" is not what is seen`] : []),
        ...[...each.querySelectorAll('[aria-label]')].map(
          (inside) => `"${name}" has another name inside: ${inside.ariaLabel}`,
        ),
        ...(level > 6 ? [`"${name}" is of level ${level}`] : []),
        ...(name === '' ? ['a heading without a word'] : []),
      ];
    });
}

describe('the headings of every element', () => {
  before(async () => {
    document.documentElement.lang = 'fr';
    await Promise.all(Object.values(registry).map((load) => load()));
  });
  afterEach(() => setPageClient(undefined));

  for (const [tag, markup] of Object.entries(cases))
    for (const level of ['3', '6'])
      it(`of <${tag}> at level ${level} are sentences without buttons`, async () => {
        useFiles({ 'data.json': workingData(), 'report.json': workingReport });
        const host = await fixture(html`<div></div>`);
        host.innerHTML = markup.replace(' src=', ` heading-level="${level}" src=`);
        const element = host.firstElementChild as EssElement;
        await settle(element);
        expect(faultsIn(element)).to.deep.equal([]);
      });

  for (const lang of ['fr', 'br', 'en'])
    it(`of the shipped overview are those that are seen, on a page in ${lang}`, async () => {
      const element = document.createElement('ess-report');
      element.lang = lang;
      element.src = '/packages/bretagne/data/manifest.json';
      (await fixture(html`<div></div>`)).append(element);
      await settle(element, 'ready');
      const titles = () => [...element.renderRoot.querySelectorAll<HTMLElement>('.message .heading')];
      await waitUntil(
        () => titles().length > 0 && !titles().some((each) => each.textContent.includes('…')),
        'the titles',
      );
      expect(faultsIn(element)).to.deep.equal([]);
      for (const title of titles()) expect(plain(title.textContent)).to.match(/\d/);
      // A message that lacks a word of the language of the page is French as a whole, what its report draws and its chart.
      const own = [...element.renderRoot.querySelectorAll<HTMLElement>('.message')].map((each) => each.lang);
      expect(new Set(own)).to.deep.equal(new Set([lang === 'br' ? 'fr' : lang]));
      const inside = [...element.renderRoot.querySelectorAll<HTMLElement>('.message [lang]')].map((each) => each.lang);
      expect(inside.filter((each) => each !== own[0])).to.deep.equal([]);
      for (const button of element.renderRoot.querySelectorAll<HTMLElement>('.message .text button.figure'))
        expect(button.ariaLabel).to.equal(`${button.textContent}, source`);
    });
});
