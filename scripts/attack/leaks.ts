/** Connects, moves, loses and refreshes widgets many times, and counts what is left of them. */
import type { Page } from 'playwright-core';
import { pageOf } from '../../packages/elements/e2e/support/host.ts';
import { type Attack, loader, serveFiles } from './payload-runs.ts';
import { documented } from './places.ts';
import { frames, settle, type Watch, watch } from './stand.ts';
import { breachesOf } from './tally.ts';

const DATA = '/data/manifest.json';
const MARKUP: Readonly<Record<string, string>> = {
  'ess-breakdown': 'indicator="members-stock" by="college"',
  'ess-event-counter': 'series="mois-de-l-ess"',
  'ess-indicator': 'indicator="members-stock"',
  'ess-table': 'indicator="members-stock" by="college"',
  'ess-timeline': 'collections="meetings votes"',
  'ess-trend': 'indicator="audience-followers"',
  'ess-territory-picker': 'fields="territory period compare"',
  'ess-territory-sheet': 'territory="departement-29"',
};
const markupOf = (tag: string): string => `<${tag} ${MARKUP[tag] ?? ''}></${tag}>`;

/** Elements that show something. */
export const TAGS: readonly string[] = [...documented().keys()].filter((tag) => tag !== 'ess-provider');

interface Metrics {
  readonly nodes: number;
  readonly listeners: number;
}

/** Nodes and listeners that are alive, after what nobody holds has gone. */
async function metrics(page: Page): Promise<Metrics> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { metrics: all } = await session.send('Performance.getMetrics');
  await session.detach();
  const value = (name: string): number => all.find((each) => each.name === name)?.value ?? 0;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

/** Growth that many connections may leave: a cache that fills, nothing that grows with each of them. */
const LEFT: Metrics = { nodes: 60, listeners: 12 };

/** Compares with an earlier measurement, again while there is a difference: what was used last is let go a little later. */
async function grown(page: Page, before: Metrics, what: string): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  for (let turns = 0; turns < 12; turns++) {
    const { nodes, listeners } = await metrics(page);
    lines = [
      ...(nodes - before.nodes > LEFT.nodes ? [`${what}: ${nodes - before.nodes} nodes left`] : []),
      ...(listeners - before.listeners > LEFT.listeners
        ? [`${what}: ${listeners - before.listeners} listeners left`]
        : []),
    ];
    if (lines.length === 0) return [];
    await frames(page);
    await page.waitForTimeout(400);
  }
  return lines;
}

async function observe(
  { stand, tally }: Attack,
  kind: string,
  url: string,
  act: (visit: Watch) => Promise<readonly string[]>,
  hasClock = false,
): Promise<readonly string[]> {
  const start = performance.now();
  const visit = await watch(stand, { hasClock });
  try {
    await visit.page.goto(url);
    await settle(visit.page);
    const other = await act(visit);
    const found = await visit.look();
    return tally.add('leaks', kind, { ...breachesOf(found, visit), other }, { ms: performance.now() - start });
  } catch (error) {
    return tally.add('leaks', kind, { other: [String(error)] });
  } finally {
    await visit.close();
  }
}

/** Connects new elements, a few at a time, until each shows what it has, and takes them away. */
export function connections(attack: Attack, tag: string, times: number): Promise<readonly string[]> {
  const url = serveFiles(attack, { 'index.html': pageOf(`<div id="place">${markupOf(tag)}</div>`, loader(DATA)) });
  const connect = (page: Page, count: number): Promise<void> =>
    page.evaluate(
      async ({ markup, count }) => {
        const place = document.querySelector('#place') as HTMLElement;
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        for (let left = count; left > 0; left -= 25) {
          place.innerHTML = markup.repeat(Math.min(25, left));
          // Some leave before they have come, most after.
          const isShort = left % 3 === 0;
          for (let turns = 0; turns < (isShort ? 1 : 120); turns++) {
            await frame();
            if ([...place.children].every((each) => (each as HTMLElement & { state?: string }).state !== 'loading'))
              break;
          }
          place.replaceChildren();
          await frame();
        }
        await frame();
        await frame();
      },
      { markup: markupOf(tag), count },
    );
  return observe(attack, `connections-${tag}`, url, async ({ page }) => {
    await connect(page, 50);
    const before = await metrics(page);
    await connect(page, times);
    const left = await grown(page, before, `${times} connections`);
    // For the reading that follows there is one again.
    await page.evaluate((markup) => {
      (document.querySelector('#place') as HTMLElement).innerHTML = markup;
    }, markupOf(tag));
    await settle(page);
    return left;
  });
}

/** Widgets are moved from place to place while their data are on the way. */
export function moves(attack: Attack, times: number): Promise<readonly string[]> {
  const body = `<div id="a">${TAGS.map(markupOf).join('')}</div><div id="b"></div>`;
  const url = serveFiles(attack, { 'index.html': pageOf(body, loader(DATA)) });
  return observe(attack, 'moves', url, async ({ page }) => {
    // Request data again that take their time.
    await page.evaluate(async (times) => {
      const [a, b] = [document.querySelector('#a'), document.querySelector('#b')] as [HTMLElement, HTMLElement];
      for (const each of a.children) each.setAttribute('src', `/data/manifest.json?${each.localName}`);
      for (let turn = 0; turn < times; turn++) {
        const [from, to] = turn % 2 ? [b, a] : [a, b];
        to.append(...from.childNodes);
        await new Promise((resolve) => setTimeout(resolve, turn % 4 ? 0 : 15));
      }
    }, times);
    await settle(page);
    return states(page);
  });
}

/** Widgets that show no figures. */
const states = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement & { state?: string }>('*')]
      .filter(({ localName }) => localName.startsWith('ess-') && localName !== 'ess-provider')
      .filter(({ state }) => !/^(ready|empty|stale)$/.test(state ?? ''))
      .map(({ localName, state }) => `<${localName}> is ${state ?? 'not defined'}`),
  );

/** The network goes and comes back. */
export function losses(attack: Attack, times: number): Promise<readonly string[]> {
  const body = TAGS.map((tag) => markupOf(tag).replace('>', ' refresh="60">')).join('');
  const url = serveFiles(attack, { 'index.html': pageOf(body, loader(DATA)) });
  return observe(
    attack,
    'losses',
    url,
    async ({ page, context }) => {
      for (let turn = 0; turn < times; turn++) {
        await context.setOffline(true);
        await page.clock.fastForward(90_000);
        await frames(page);
        await context.setOffline(false);
        await page.clock.fastForward(turn % 2 ? 1_000 : 90_000);
        await frames(page);
      }
      await page.clock.fastForward(120_000);
      for (let turn = 0; turn < 50; turn++) {
        const left = await states(page);
        if (left.length === 0) return [];
        await page.clock.fastForward(10_000);
        await page.waitForTimeout(100);
      }
      return states(page);
    },
    true,
  );
}

/** A page that stays open for a day, and is refreshed each quarter of an hour. */
export function day(attack: Attack, hours: number): Promise<readonly string[]> {
  const body = TAGS.map((tag) => markupOf(tag).replace('>', ' refresh="900">')).join('');
  const url = serveFiles(attack, { 'index.html': pageOf(body, loader(DATA)) });
  return observe(
    attack,
    'day',
    url,
    async ({ page }) => {
      const pass = async (quarters: number): Promise<void> => {
        for (let quarter = 0; quarter < quarters; quarter++) {
          await page.clock.fastForward(901_000);
          await frames(page);
        }
        await settle(page);
      };
      await pass(4);
      const before = await metrics(page);
      await pass(hours * 4);
      return [...(await grown(page, before, `${hours} hours`)), ...(await states(page))];
    },
    true,
  );
}

/** Very many widgets on a page. */
export function crowd(attack: Attack, count: number): Promise<readonly string[]> {
  const body = Array.from({ length: count }, (_none, at) => markupOf(TAGS[at % (TAGS.length - 1)] ?? 'ess-indicator'));
  const url = serveFiles(attack, {
    'index.html': pageOf(body.join('').replaceAll(markupOf('ess-report'), markupOf('ess-indicator')), loader(DATA)),
  });
  return observe(attack, 'crowd', url, async ({ page }) => {
    await settle(page, 120_000);
    return states(page);
  });
}
