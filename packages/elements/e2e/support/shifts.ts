import type { Page } from 'playwright-core';

/** Notes every shift of the layout that no action of the visitor explains, from the first paint on. */
export function watchShifts(): void {
  const page = globalThis as unknown as { shifts: string[]; shift: number };
  page.shifts = [];
  page.shift = 0;
  type Shift = PerformanceEntry & {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      page.shift += entry.value;
      const nodes = entry.sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 80) : node?.nodeName,
      );
      page.shifts.push(`${entry.value.toFixed(4)} ${nodes.join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Reads a page to its end and gives the sum of its shifts, with what moved. */
export async function shiftsOf(page: Page): Promise<{ readonly shift: number; readonly shifts: string }> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += 600) {
      scrollTo(0, top);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    scrollTo(0, 0);
  });
  return page.evaluate(() => {
    const { shift, shifts } = globalThis as unknown as { shift: number; shifts: string[] };
    return { shift, shifts: shifts.join('\n') };
  });
}
