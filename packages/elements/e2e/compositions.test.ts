/** Compositions in Storybook, as it was built: their code is what is shown, follows what is chosen, and is found and copied. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../scripts/site/browser.mjs';
import { ROOT } from '../../../scripts/site/mounts.mjs';
import { violations } from './support/axe.ts';
import { type Host, openHost } from './support/host.ts';
import { standingOut } from './support/standing-out.ts';
import { until, type Visit, visitor } from './support/visit.ts';

const STORYBOOK = path.join(ROOT, 'storybook-static');
let host: Host;
let browser: Browser;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: 'docs' | 'story';
}
const entries: readonly Entry[] = Object.values(
  JSON.parse(readFileSync(path.join(STORYBOOK, 'index.json'), 'utf8')).entries,
);
const compositions = entries.filter(({ id }) => id.startsWith('compositions-'));
const pages = compositions.filter(({ type }) => type === 'docs').map(({ id }) => id);
const stories = compositions.filter(({ type }) => type === 'story').map(({ id }) => id);

beforeAll(async () => {
  host = await openHost({
    mounts: [{ url: '/', folder: STORYBOOK }],
    pages: { '/favicon.ico': '' },
    headers: { 'cache-control': 'max-age=3600' },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

async function opened(id: string, viewMode: Entry['type'], globals = '', options = {}): Promise<Visit> {
  const visit = await visitor(browser, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const query = new URLSearchParams({ id, viewMode, globals: `a11y.manual:!true;${globals}` });
  await visit.page.goto(`${host.url}iframe.html?${query}`);
  await visit.page.locator('.ground ess-provider, .ground ess-report, .ground ess-member-map').first().waitFor();
  await until(() => visit.page.evaluate(unready));
  return visit;
}

/** Widgets that are on their way. Runs in the page. */
function unready(): readonly string[] {
  const widgets = [...document.querySelectorAll<HTMLElement & { readonly state?: string }>('.ground *')];
  return widgets
    .filter(({ localName, state }) => /^ess-(?!provider)/.test(localName) && (!state || state === 'loading'))
    .map(({ localName }) => localName);
}

/**
 * What is shown first on a page and what its code to copy says, as one line an element; of a widget's style, which is the room
 * that it gives back, nothing. Runs in the page.
 */
function bothTrees(): { readonly shown: readonly string[]; readonly written: readonly string[] } {
  const lines = (element: Element, depth: number): readonly string[] => {
    const own = [...element.attributes].filter(
      ({ name }) => name !== 'style' || element.childElementCount > 0 || element.localName === 'ess-provider',
    );
    const said = own.map(({ name, value }) => `${name}=${value.replace(/\s/g, '').replace(/;$/, '')}`).sort();
    const inside = [...element.children].flatMap((child) => lines(child, depth + 1));
    return [`${' '.repeat(depth)}${[element.localName, ...said].join(' ')}`, ...inside];
  };
  const template = document.createElement('template');
  template.innerHTML = document.querySelector('.code-to-copy pre')?.textContent ?? '';
  const [script, ...rest] = template.content.children;
  if (script?.localName !== 'script') throw new Error('the code has no line of the script');
  const shown = document.querySelector('.ground > div')?.children ?? [];
  return {
    shown: [...shown].flatMap((each) => lines(each, 0)),
    written: rest.flatMap((each) => lines(each, 0)),
  };
}

/** Waits until what is shown is what is written. @returns its lines */
async function sameTrees(page: Page): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  await until(async () => {
    const { shown, written } = await page.evaluate(bothTrees);
    lines = written;
    const isSame = written.length > 0 && written.join('\n') === shown.join('\n');
    return isSame ? [] : [JSON.stringify({ shown, written }, null, 1)];
  });
  return lines;
}

describe('the page of a composition', () => {
  it.each(pages)('%s shows what its code says, whatever the toolbar says', async (id) => {
    const visit = await opened(id, 'docs');
    await sameTrees(visit.page);
    for (const name of ['React', 'Vue']) {
      await visit.page.getByRole('button', { name, exact: true }).click();
      await visit.page.locator('.code-to-copy pre', { hasText: /^(import|<script setup)/ }).waitFor();
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
    const other = await opened(id, 'docs', 'data:pole;period:2024;look:dsfr;theme:dark;locale:en;width:360px');
    const [root] = await sameTrees(other.page);
    expect(root).toMatch(/lang=en look=dsfr/);
    expect(root).toContain('theme=dark');
    expect((await other.page.locator('.ground > div').first().boundingBox())?.width).toBeLessThanOrEqual(360);
    await other.close();
  });

  it.each([
    ['light, at 1,200 px', '', 1200],
    ['dark, at 360 px', 'theme:dark', 360],
  ])('has no fault for axe (%s)', async (_title, globals, width) => {
    for (const id of pages) {
      const visit = await opened(id, 'docs', globals, { viewport: { width, height: 900 } });
      expect(await violations(visit.page, '.sbdocs-content'), id).toEqual([]);
      await visit.close();
    }
  });

  it('has code that follows its controls, which offer the dimensions of the indicator alone', async () => {
    const { page, close } = await opened('compositions-figures--docs', 'docs');
    const dimensions = () => page.locator('#control-by option, [id$="-by"] option').allInnerTexts();
    expect((await dimensions()).slice(1)).toEqual(['–', 'collège (college)', 'commune']);
    await page.getByRole('combobox', { name: 'indicator' }).selectOption({ label: 'Événements tenus (events-held)' });
    await until(async () =>
      (await dimensions()).join().includes('département (departement)') ? [] : ['the dimensions'],
    );
    expect((await dimensions()).join()).not.toContain('college');
    // What the indicator before could be split by is no longer asked of it.
    await until(async () =>
      (await sameTrees(page)).includes(' ess-breakdown indicator=events-held') ? [] : ['the dimension of before'],
    );
    await page.getByRole('combobox', { name: 'by' }).selectOption({ label: 'département (departement)' });
    await page.getByRole('combobox', { name: 'territory' }).selectOption({ label: 'Finistère (departement-29)' });
    await until(async () => {
      const lines = (await sameTrees(page)).join('\n');
      const all = [' ess-breakdown by=departement indicator=events-held', 'territory=departement-29'];
      return all.filter((each) => !lines.includes(each));
    });
    await close();
  });

  it('gives its code to the keyboard alone, and says so', async () => {
    const { page, close } = await opened('compositions-together--docs', 'docs');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('button', { name: 'React', exact: true }).focus();
    await page.keyboard.press('Enter');
    for (let stops = 0; (await focused()) !== 'Copier' && stops < 4; stops++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await until(async () => ((await focused()) === 'Copié' ? [] : [await focused()]));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.locator('.code-to-copy pre').textContent());
    expect(copied).toContain("import '@ess-widgets/elements/ess-provider/define';");
    await page.getByRole('button', { name: 'HTML', exact: true }).click();
    await page.getByRole('button', { name: 'Copier', exact: true }).waitFor();
    await close();
  });
});

describe('a composition', () => {
  it.each(
    ['theme:dark', 'locale:br', 'locale:en', 'width:360px', 'look:dsfr', 'look:sobre;theme:dark', 'data:pole'].flatMap(
      (globals) => stories.map((id) => [globals, id] as const),
    ),
  )('with %s: %s has no fault for axe, and stands in its room', async (globals, id) => {
    const { page, complaints, close } = await opened(id, 'story', globals);
    expect(await violations(page, '#storybook-root')).toEqual([]);
    await until(() => standingOut(page));
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the search of the sidebar', () => {
  it('finds what a French word means', async () => {
    const { page, close } = await visitor(browser);
    await page.goto(`${host.url}index.html?path=/docs/accueil--docs`);
    const field = page.locator('#storybook-explorer-searchfield');
    const words = {
      carte: 'ess-member-map',
      agenda: 'ess-event-agenda',
      compteur: 'ess-event-counter',
      rapport: 'ess-report',
      tableau: 'ess-table',
      frise: 'ess-timeline',
      annuaire: 'ess-member-list',
      chiffre: 'ess-indicator',
      courbe: 'ess-trend',
      graphique: 'ess-breakdown',
      groupe: 'ess-provider',
      territoire: 'ess-territory-sheet',
      choix: 'ess-territory-picker',
      fichier: 'ess-data-check',
    };
    for (const [word, tag] of Object.entries(words)) {
      await field.fill(word);
      await page.getByRole('option').filter({ hasText: tag }).first().waitFor();
    }
    expect(entries.filter(({ title }) => /Elements\/ess-/.test(title))).toEqual([]);
    await close();
  });
});
