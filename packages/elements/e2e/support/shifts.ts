import type { Page } from 'playwright-core';
import { until } from './visit.ts';

/** Notes every shift of the layout that no action of the visitor explains, from the first paint on. */
export function watchShifts(): void {
  const page = globalThis as unknown as { shifts: string[]; shift: number };
  page.shifts = [];
  page.shift = 0;
  type Shift = PerformanceEntry & {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }[];
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      page.shift += entry.value;
      // Nodes of a shadow root are not told: where they stood is.
      const rect = ({ x, y, width, height }: DOMRectReadOnly): string => [x, y, width, height].map(Math.round).join();
      const nodes = entry.sources.map(({ node, previousRect, currentRect }) =>
        node instanceof Element
          ? node.outerHTML.slice(0, 80)
          : (node?.nodeName ?? `${rect(previousRect)} to ${rect(currentRect)} at ${Math.round(scrollY)}`),
      );
      page.shifts.push(`${entry.value.toFixed(4)} ${nodes.join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Reads a page to its end and gives the sum of its shifts, with what moved. @param isRead whether it is read at all */
export async function shiftsOf(
  page: Page,
  isRead = true,
): Promise<{ readonly shift: number; readonly shifts: string }> {
  await page.evaluate(async (isRead) => {
    if (!isRead) return;
    for (let top = 0; top < document.body.scrollHeight; top += 600) {
      scrollTo(0, top);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    scrollTo(0, 0);
  }, isRead);
  return page.evaluate(() => {
    const { shift, shifts } = globalThis as unknown as { shift: number; shifts: string[] };
    return { shift, shifts: shifts.join('\n') };
  });
}

/** Number of turns after which a page is thought to have no end. */
const TURNS = 400;

/**
 * Reads a page to its end as a visitor does, a window at a time, and waits at each for what it shows.
 * @param turn goes on by a window
 * @param isOnItsWay what is in sight and has not come; runs in the page
 * @returns how often it was turned
 */
export async function readToItsEnd(
  page: Page,
  turn: () => Promise<void>,
  isOnItsWay: () => readonly string[],
): Promise<number> {
  let asked = 0;
  page.on('request', () => asked++);
  page.on('requestfinished', () => asked--);
  page.on('requestfailed', () => asked--);
  const frames = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const isAtEnd = () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
  for (let turns = 0; turns < TURNS; turns++) {
    if (await isAtEnd()) return turns;
    await turn();
    await frames();
    await until(async () => [...(await page.evaluate(isOnItsWay)), ...(asked > 0 ? [`${asked} requests`] : [])]);
    await frames();
  }
  throw new Error(`No end after ${TURNS} windows`);
}
