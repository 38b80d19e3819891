/** Every story and every page of the documentation, as Storybook built them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../scripts/site/browser.mjs';
import { ROOT } from '../../../scripts/site/mounts.mjs';
import type { Expected } from '../../../stories/support/expected.ts';
import manifest from '../custom-elements.json' with { type: 'json' };
import { violations } from './support/axe.ts';
import { type Host, openHost } from './support/host.ts';
import { standingOut } from './support/standing-out.ts';
import { until } from './support/visit.ts';

const WINDOW = { width: 1200, height: 900 };
const STORYBOOK = path.join(ROOT, 'storybook-static');

interface Entry {
  readonly id: string;
  readonly type: 'docs' | 'story';
}

const entries: readonly Entry[] = Object.values(
  JSON.parse(readFileSync(path.join(STORYBOOK, 'index.json'), 'utf8')).entries,
);
const idsOf = (type: Entry['type']) => entries.filter((entry) => entry.type === type).map(({ id }) => id);

/** Choices of the toolbar, which every chart, the first story of every element and some with other parts are shown with. */
const CHOICES = ['theme:dark', 'locale:br', 'locale:en', 'width:360px'];
const OTHERS = /^elements-(charts|ess-data-check--members|ess-report--one-section|ess-territory-picker--all-fields)/;
const componentOf = (id: string): string => id.split('--')[0] ?? '';
const EXAMPLES = idsOf('story').filter((id, at, all) => {
  const isFirst = componentOf(all[at - 1] ?? '') !== componentOf(id);
  return OTHERS.test(id) || (isFirst && id.startsWith('elements-ess-'));
});

/** Part of Storybook's preview that describes the story it shows. */
interface Preview {
  readonly currentRender?: { readonly phase: string; readonly story: { readonly parameters: { expects?: Expected } } };
}
/** Waits until Storybook has shown its story, played it, or given up. */
async function shown(page: Page): Promise<{ readonly phase: string | undefined; readonly expects: Expected }> {
  const over = await page.waitForFunction(() => {
    const render = (globalThis as { __STORYBOOK_PREVIEW__?: Preview }).__STORYBOOK_PREVIEW__?.currentRender;
    return render && ['finished', 'errored', 'aborted'].includes(render.phase) ? render : null;
  });
  return over.evaluate((render) => ({ phase: render?.phase, expects: render?.story.parameters.expects ?? {} }));
}

/** Widgets, those inside others too, that are not in a state (null: any), say nothing, or whose map is not drawn. Runs in the page. */
function unlike(wanted: string | null): readonly string[] {
  const inside = (root: ParentNode): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? inside(each.shadowRoot) : [])]);
  const widgets = inside(document).filter(
    ({ localName }) => localName.startsWith('ess-') && localName !== 'ess-provider',
  ) as (Element & { readonly state?: string })[];
  return widgets.flatMap(({ localName, state, shadowRoot }) => {
    const isSilent = !shadowRoot?.querySelector('[part~="frame"]')?.textContent?.trim();
    const isBare = shadowRoot?.querySelector('.map-box')?.childElementCount === 0;
    const isElse = wanted !== null && state !== wanted;
    const faults = [...(isSilent ? ['without a word'] : []), ...(isBare ? ['without its map'] : [])];
    return isElse || faults.length > 0 ? [[localName, state ?? 'not defined', ...faults].join(' ')] : [];
  });
}

/**
 * Stories of the page of an element that come after the first: each is tested in a document of its own. Here the same widget
 * stands there in every state, many of the same name.
 */
const OTHER_STORIES = ['.docs-story:not(:has([id$="--primary-inner"]))'];

/** Stories of a page of documentation whose place is empty. Runs in the page. */
const unshown = (): readonly string[] =>
  [...document.querySelectorAll('[id^="story--"][id$="-inner"]')]
    .filter(({ childElementCount }) => childElementCount === 0)
    .map(({ id }) => id);

interface Described {
  readonly name?: string;
  readonly description?: string;
}
interface Declared {
  readonly tagName: string;
  readonly members?: readonly (Described & { readonly attribute?: string })[];
  readonly attributes?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly events?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssParts?: readonly Described[];
}

/** All that the manifest says of the element of a page, as text without its marks; nothing for other pages. */
function describedOf(id: string): readonly string[] {
  const declared = manifest.modules.flatMap((module): readonly Declared[] => module.declarations);
  const found = declared.find(({ tagName }) => id === `elements-${tagName}--docs`);
  if (!found) return [];
  const { members = [], attributes = [], slots = [], events = [], cssProperties = [], cssParts = [] } = found;
  const own = members.filter(({ attribute }) => !attribute);
  return [...own, ...attributes, ...slots, ...events, ...cssProperties, ...cssParts].map(({ description = '' }) =>
    plain(description),
  );
}
const plain = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();

/** A page, what its console has said and what it has asked of other hosts since its story was opened. */
interface Tab {
  readonly page: Page;
  readonly said: string[];
}

describe.concurrent('Storybook', () => {
  let host: Host;
  let browser: Browser;
  const free: Tab[] = [];

  beforeAll(async () => {
    host = await openHost({
      mounts: [{ url: '/', folder: STORYBOOK }],
      pages: { '/favicon.ico': '' },
      // The scripts are the same for every story: they are fetched and compiled once.
      headers: { 'cache-control': 'max-age=3600' },
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  async function openTab(): Promise<Tab> {
    const said: string[] = [];
    const page = await browser.newPage({ locale: 'fr-FR', viewport: WINDOW });
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, origin, href } = new URL(request.url());
      if (protocol.startsWith('http') && host.url !== `${origin}/`) said.push(`elsewhere: ${href}`);
    });
    return { page, said };
  }

  /** Opens one in a document of its own; the check of Storybook's own panel would only run axe a second time. */
  async function open(
    id: string,
    viewMode: Entry['type'],
    look: (tab: Tab) => Promise<void>,
    choice = '',
  ): Promise<void> {
    const tab = free.pop() ?? (await openTab());
    const { page, said } = tab;
    try {
      said.length = 0;
      await page.setViewportSize(WINDOW);
      const globals = ['a11y.manual:!true', choice].filter(Boolean).join(';');
      await page.goto(`${host.url}iframe.html?${new URLSearchParams({ id, viewMode, globals })}`);
      await look(tab);
    } finally {
      free.push(tab);
    }
  }

  /** On a telephone, with letters twice as large: without reading from side to side. */
  async function enlarge(page: Page): Promise<void> {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.evaluate(async () => {
      document.documentElement.style.fontSize = '200%';
      await new Promise((laidOut) => requestAnimationFrame(() => requestAnimationFrame(laidOut)));
    });
  }

  const looksRight = (id: string, globals?: string): Promise<void> =>
    open(
      id,
      'story',
      async ({ page, said }) => {
        const { phase, expects } = await shown(page);
        expect(phase, await page.innerText('body')).toBe('finished');
        const { state = 'ready', says = [], shows } = expects;
        await until(() => page.evaluate(unlike, state));
        if (shows) await page.getByText(shows).first().waitFor();
        expect((await page.locator('.ground > div').boundingBox())?.height).toBeGreaterThan(0);
        expect(await violations(page, '#storybook-root')).toEqual([]);
        // It stays so: what came into sight meanwhile, a part of a report, is on its way for a moment.
        await until(() => page.evaluate(unlike, state));
        expect(said).toEqual(says.map((line) => expect.stringMatching(line)));
        await enlarge(page);
        await until(() => standingOut(page));
      },
      globals,
    );

  it.each(idsOf('story'))('shows %s as it should be, without a fault for axe, in large letters too', (id) =>
    looksRight(id),
  );

  it.each(CHOICES.flatMap((choice) => EXAMPLES.map((id) => [choice, id] as const)))(
    'shows, with %s, %s as it should be, without a fault for axe, in large letters too',
    (choice, id) => looksRight(id, choice),
  );

  // A page of documentation has all the stories of an element at once, mistakes included: warnings are at home there.
  it.each(idsOf('docs'))('has a page %s without an error, nor a fault for axe', (id) =>
    open(id, 'docs', async ({ page, said }) => {
      await page.locator('#storybook-docs h1').waitFor();
      await until(() => page.evaluate(unshown));
      await until(() => page.evaluate(unlike, null));
      expect(said.filter((line) => !line.startsWith('warning: [ess-widgets]'))).toEqual([]);
      const told = plain(await page.locator('.sbdocs-content').innerText());
      expect(describedOf(id).filter((description) => !told.includes(description))).toEqual([]);
      const links = await page
        .locator('.sbdocs-content a[href*="?path="]')
        .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('path')));
      const paths = entries.map((entry) => `/${entry.type}/${entry.id}`);
      expect(links.filter((link) => !paths.includes(link ?? ''))).toEqual([]);
      expect(await violations(page, '.sbdocs-content', id.startsWith('elements-') ? OTHER_STORIES : [])).toEqual([]);
    }),
  );
});
