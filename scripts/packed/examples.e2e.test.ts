import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, createLogger } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../packages/elements/e2e/support/host.ts';
import { openBrowser } from '../site/browser.mjs';
import { createConsumer } from './consumer.ts';

/** Lines that the console of a page shows, and errors that the page throws. */
type Printed = string[];

let browser: Browser;
const closing: (() => unknown)[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  for (const close of closing) await close();
  await browser.close();
});

/** Builds an example outside of the repository, from the packages as they are packed, and opens it. */
async function open(example: string): Promise<{ page: Page; said: Printed; scripts: string }> {
  const consumer = createConsumer(`examples/${example}`);
  closing.push(consumer.remove);
  const said: Printed = [];
  const tell = (message: string): number => said.push(message);
  await build({
    root: consumer.folder,
    base: './',
    // As the command builds: a run of tests is no production to Vite, which takes the code that Lit has for developers.
    resolve: { conditions: ['module', 'browser', 'production'] },
    customLogger: { ...createLogger('silent'), warn: tell, warnOnce: tell, error: tell },
    build: { target: 'es2022', rolldownOptions: { checks: { pluginTimings: false } }, chunkSizeWarningLimit: 1000 },
  });
  const dist = path.join(consumer.folder, 'dist');
  const host: Host = await openHost({ mounts: [{ url: '/', folder: dist }] });
  closing.push(host.close);
  const page = await browser.newPage();
  page.on('console', (message) => tell(message.text()));
  page.on('pageerror', (error) => tell(String(error)));
  await page.goto(host.url);
  const scripts = readdirSync(path.join(dist, 'assets')).filter((file) => file.endsWith('.js'));
  return {
    page,
    said,
    scripts: scripts.map((file) => readFileSync(path.join(dist, 'assets', file), 'utf8')).join('\n'),
  };
}

/** Waits until an element shows a text. */
const shows = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector).getByText(text).first().waitFor();

describe('examples/extend, from the packed packages', () => {
  it('shows the indicator, the source, the language, the block and the element of its own', {
    timeout: 240_000,
  }, async () => {
    const { page, said } = await open('extend');
    await shows(page, 'ess-indicator:not([lang])', 'Adhérents qui ont un site');
    await shows(page, 'ess-indicator:not([lang])', '2');
    await shows(page, 'ess-indicator[lang="oc"]', 'Aderents qu’an un site');
    await shows(page, 'ess-indicator[lang="oc"]', 'aderents');
    await shows(page, 'network-title', 'Annuaire de la région');
    await shows(page, 'network-title', 'Atelier vélo, Épicerie du port, Radio du marais');
    await shows(page, 'ess-report blockquote', 'Le vélo répare le quartier.');
    expect(said).toEqual([]);
  });
});

describe('examples/core-alone, from the packed core', () => {
  it('prints a figure without an element, and without Lit', { timeout: 240_000 }, async () => {
    const { page, said, scripts } = await open('core-alone');
    await shows(page, '#figure', '2 adhérents');
    expect(scripts).not.toMatch(/litElementVersions|customElements/);
    expect(said).toEqual([]);
  });

  it('is ten lines long', () => {
    const main = path.resolve(import.meta.dirname, '../../examples/core-alone/main.js');
    expect(readFileSync(main, 'utf8').trimEnd().split('\n')).toHaveLength(10);
  });
});
