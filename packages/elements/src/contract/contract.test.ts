/**
 * The contract that every element keeps. One suite, run over all of them: states, names, languages, axe, keyboard,
 * bad sources, tokens, nothing left behind.
 */
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, resetMouse } from '@web/test-runner-commands';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { EssElement } from '../base/element.ts';
import type { EssErrorEvent } from '../base/events.ts';
import { pageClient, setPageClient } from '../base/page.ts';
import { tokenNames } from '../base/tokens.ts';
import { registry } from '../loader/registry.ts';
import {
  clock,
  datasetFile,
  type FileAnswer,
  settle,
  useFiles as useAll,
  visibleText,
  waitUntil,
} from '../testing/testing.ts';
import { cases, collections, containers, workingData, workingReport } from './cases.ts';

/** Attributes and properties are known to everybody: the tags are the registry's. */
const tags = Object.keys(registry);

/** The files of a test, and the report document that the working data name. A test may change its answers later. */
const useFiles = (files: Parameters<typeof useAll>[0]) =>
  useAll(Object.assign(files, { 'report.json': workingReport }));

async function make(markup: string, files: Parameters<typeof useAll>[0]): Promise<EssElement> {
  useFiles(files);
  return fixture<EssElement>(staticHtml`${unsafeStatic(markup)}`);
}

const badSources: readonly (readonly [name: string, answer: FileAnswer, code: string, words: RegExp])[] = [
  ['a 404', { status: 404 }, 'http', /Données indisponibles.*404/],
  ['no network', 'offline', 'network', /Données indisponibles.*ne répond pas/],
  ['broken JSON', { text: '{"format": "ess-dataset/1",', type: 'application/json' }, 'syntax', /illisible/],
  ['an HTML page', { text: '<!doctype html><title>Connexion</title>', type: 'text/html' }, 'html', /page web/],
  ['another shape', { json: { format: 'ess-dataset/1' } }, 'schema', /forme attendue/],
  ['a later format', { json: { format: 'ess-dataset/2' } }, 'format', /pas pris en charge/],
];

describe('every element', () => {
  before(async () => {
    document.documentElement.lang = 'fr';
    await Promise.all(Object.values(registry).map((load) => load()));
  });
  afterEach(async () => {
    setPageClient(undefined);
    document.documentElement.lang = 'fr';
    await resetMouse();
  });

  it('has its case in the contract', () => {
    expect(tags.filter((tag) => !containers.includes(tag)).sort()).to.deep.equal(Object.keys(cases).sort());
  });

  for (const tag of tags.filter((each) => !containers.includes(each))) {
    const markup = cases[tag] ?? '';
    describe(`<${tag}>`, () => {
      it('shows its data, says so by an event and a state, and has nothing for axe', async () => {
        useFiles({ 'data.json': workingData() });
        const host = await fixture(html`<div></div>`);
        const heard = oneEvent(host, 'ess-load');
        host.innerHTML = markup;
        await heard;
        const element = host.firstElementChild as EssElement;
        await settle(element);
        expect(['ready', 'empty']).to.include(element.state);
        expect(element.matches(`:state(${element.state})`)).to.equal(true);
        expect(visibleText(element)).not.to.match(/undefined|NaN|\[object|\{\w+\}/);
        // Orca stops at a status that has nothing to say, in every widget of a page.
        expect(element.shadowRoot?.querySelector('[role="status"]')).to.equal(null);
        await expect(element).to.be.accessible();
      });

      it('names who publishes data that have nothing for it: no foot stands there with nothing in it', async () => {
        const element = await make(markup, { 'data.json': datasetFile({}) });
        await settle(element);
        // Data that name no report have a mistake.
        expect(element.state).to.be.oneOf(tag === 'ess-report' ? ['error'] : ['ready', 'empty']);
        const parts = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part="source"]') ?? [])];
        if (element.state === 'empty') expect(parts.length).to.be.greaterThan(0);
        for (const part of parts) expect(part.innerText).to.match(/Données|Source/);
      });

      it('says at once that it is loading, without moving what is there', async () => {
        const element = await make(markup, { 'data.json': 'never' });
        await element.updateComplete;
        expect(element.state).to.equal('loading');
        expect(visibleText(element)).to.contain('Chargement des données…');
        expect(element.shadowRoot?.querySelector('[aria-busy="true"]')).to.exist;
        await expect(element).to.be.accessible();
      });

      for (const [name, answer, code, words] of badSources) {
        it(`says what is wrong with ${name}, in the visitor’s language and by an event`, async () => {
          useFiles({ 'data.json': answer });
          const host = await fixture(html`<div></div>`);
          const heard = oneEvent<EssErrorEvent>(host, 'ess-error');
          host.innerHTML = markup;
          expect((await heard).code).to.equal(code);
          const element = host.firstElementChild as EssElement;
          await settle(element, 'error');
          expect(visibleText(element)).to.match(words);
          expect(element.shadowRoot?.querySelector('.notice button')?.textContent).to.contain('Réessayer');
          await expect(element).to.be.accessible();
        });
      }

      it('keeps its last good data, with their date, when the source fails', async () => {
        const files: Record<string, FileAnswer> = { 'data.json': workingData() };
        const element = await make(markup, files);
        await settle(element);
        const before = element.state;
        files['data.json'] = 'offline';
        clock.ahead += 3_600_000;
        const heard = oneEvent(element, 'ess-error');
        element.reload();
        await heard;
        await settle(element, 'error');
        expect(before).to.be.oneOf(['ready', 'empty']);
        expect(visibleText(element)).to.match(/Données du \d/);
        expect(element.shadowRoot?.querySelector('.skeleton')).to.equal(null);
      });

      for (const lang of ['fr', 'br', 'en']) {
        it(`has a name where nothing came that would name it: ${lang}`, async () => {
          document.documentElement.lang = lang;
          const element = await make(markup, { 'data.json': { status: 404 } });
          await settle(element, 'error');
          await waitUntil(() => element.shadowRoot?.querySelector('.frame')?.getAttribute('lang') === lang);
          const title = element.shadowRoot?.querySelector('#title');
          expect(title?.textContent).to.match(/\p{L}/u);
          // In its own language, whatever French stands under it.
          expect(title?.querySelector('[lang]')).to.equal(null);
        });
      }

      it('says that it tries again, at the place of what failed and with the focus there, and what comes of it', async () => {
        const files: Record<string, FileAnswer | Promise<FileAnswer>> = { 'data.json': { status: 503 } };
        const element = await make(markup, files);
        await settle(element, 'error');
        const button = element.shadowRoot?.querySelector<HTMLElement>('.notice button');
        const height = element.offsetHeight;
        const spoken = () => element.shadowRoot?.querySelector('[aria-live]')?.textContent;
        const tries = () => button?.getAttribute('aria-disabled');
        for (const status of [500, 502]) {
          let resolve = (_answer: FileAnswer): void => undefined;
          files['data.json'] = new Promise((answer) => {
            resolve = answer;
          });
          clock.ahead += 10_000;
          expect(tries()).to.equal('false');
          button?.focus();
          button?.click();
          await waitUntil(() => tries() === 'true' && spoken() === 'Chargement des données…');
          expect(element.shadowRoot?.querySelectorAll('.notice.warn')).to.have.length(1);
          await expect(element).to.be.accessible();
          expect(element.offsetHeight).to.equal(height);
          resolve({ status });
          await waitUntil(() => tries() === 'false' && spoken() === `la source répond par une erreur (${status})`);
          expect(element.shadowRoot?.activeElement).to.equal(button);
          expect(element.offsetHeight).to.equal(height);
        }
      });

      it('asks for a source when it has none', async () => {
        const element = await make(markup.replace('src="data.json"', ''), {});
        await settle(element, 'error');
        expect(visibleText(element)).to.contain('n’a pas de source de données');
      });

      it('leaves out a record that cannot be read, counts it and shows the rest', async () => {
        const broken = {
          ...collections,
          organisations: [...collections.organisations, { id: 7, name: null }],
          events: [...collections.events, { id: 'x', title: {}, status: 'held' }],
        };
        const element = await make(markup, { 'data.json': datasetFile(broken, { report: 'report.json' }) });
        await settle(element);
        expect(element.state).to.be.oneOf(['ready', 'empty']);
      });

      for (const lang of ['br', 'en']) {
        it(`speaks the language of the page: ${lang}`, async () => {
          const french = await make(markup, { 'data.json': workingData() });
          await settle(french);
          const before = visibleText(french);
          document.documentElement.lang = lang;
          for (let turns = 0; turns < 4000 && visibleText(french) === before; turns++)
            await new Promise((r) => setTimeout(r, 5));
          expect(visibleText(french)).not.to.equal(before);
          await expect(french).to.be.accessible();
        });
      }

      for (const theme of ['dark', 'auto']) {
        it(`is readable in the ${theme} theme`, async () => {
          await emulateMedia({ colorScheme: 'dark' });
          const element = await make(markup.replace('src=', `theme="${theme}" src=`), { 'data.json': workingData() });
          await settle(element);
          expect(getComputedStyle(element).getPropertyValue('--_ink').trim()).to.equal('#eef4f3');
          await expect(element).to.be.accessible();
          await emulateMedia({ colorScheme: 'light' });
        });
      }

      it('reads public tokens and declares none', async () => {
        const element = await make(markup.replace('src=', 'style="--ess-accent: rgb(1, 2, 3)" src='), {
          'data.json': workingData(),
        });
        await settle(element);
        expect(getComputedStyle(element).getPropertyValue('--_accent').trim()).to.equal('rgb(1, 2, 3)');
        const sheets = (element.shadowRoot?.adoptedStyleSheets ?? [])
          .map((s) => [...s.cssRules].map((r) => r.cssText).join('\n'))
          .join('\n');
        // A report may set them on the elements that it holds; on an element itself it is the page's word.
        expect(sheets).not.to.match(/:host[^{}]*\{[^}]*--ess-[\w-]+\s*:/);
        const used = new Set([...sheets.matchAll(/var\(--_([\w-]+)/g)].map((m) => m[1]));
        const declared = new Set([...tokenNames, ...[...sheets.matchAll(/--_([\w-]+)\s*:/g)].map((m) => m[1])]);
        const local = new Set(['w', 'x', 'y', 'length', 'tone', 'offset', 'size', 'share', 'cat', 'bar', 'rest']);
        expect([...used].filter((name) => !declared.has(name ?? '') && !local.has(name ?? ''))).to.deep.equal([]);
      });

      it('stays hidden when it is hidden', async () => {
        const element = await make(markup.replace('src=', 'hidden src='), { 'data.json': workingData() });
        expect(getComputedStyle(element).display).to.equal('none');
      });

      it('leaves no query behind after a hundred connections', async () => {
        const element = await make(markup, { 'data.json': workingData() });
        await settle(element);
        const parent = element.parentElement as HTMLElement;
        for (let n = 0; n < 100; n++) {
          element.remove();
          parent.append(element);
        }
        await settle(element);
        element.remove();
        for (let turns = 0; turns < 4000 && pageClient().size; turns++) await new Promise((r) => setTimeout(r, 5));
        expect(pageClient().size).to.equal(0);
      });

      it('waits for a provider that is not defined when it is connected, and takes its source', async () => {
        useFiles({ 'data.json': workingData() });
        const provider = await fixture(
          staticHtml`<ess-provider src="data.json">${unsafeStatic(markup.replace('src="data.json"', ''))}</ess-provider>`,
        );
        const element = provider.firstElementChild as EssElement;
        await settle(element);
        expect(element.state).to.be.oneOf(['ready', 'empty']);
      });
    });
  }
});
