/** The page of the report as visitors get it: still, silent, accessible, read to its end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { LOADER, openHost, pageOf } from './support/host.ts';
import { readToItsEnd, watchShifts } from './support/shifts.ts';
import { useSite } from './support/site.ts';
import { focus, goTo, tabTo, until, type Visit, visitor } from './support/visit.ts';

const site = useSite();

/** Returns the blocks of the report that do not show their contents: `III.8 ess-table empty`. Runs in the page. */
function unready(): readonly string[] {
  const root = document.querySelector('ess-report')?.shadowRoot;
  const inside = [...(root?.querySelectorAll<HTMLElement & { state?: string }>('[data-section] *') ?? [])];
  const rooms = inside.filter(({ classList }) => classList.contains('room') && !classList.contains('map'));
  const widgets = inside.filter(({ localName, state }) => localName.startsWith('ess-') && state !== 'ready');
  return [...rooms, ...widgets].map(
    (each) => `${each.closest('[data-section]')?.getAttribute('data-section')} ${each.localName} ${each.state ?? ''}`,
  );
}

describe.each([1200, 360])('the page of the report at %i px', (width) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser, { viewport: { width, height: 900 } });
    await visit.page.addInitScript(watchShifts);
    await goTo(visit.page, new URL('rapport/entier', site.url).href);
  }, 60_000);
  afterAll(() => visit.close());

  it('does not move while it loads', async () => {
    const shift = await visit.page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
    expect(shift).toBeLessThanOrEqual(0.01);
  });

  it('has no accessibility violation', async () => {
    expect(await violations(visit.page)).toEqual([]);
  });

  it('shows every block of every section once somebody reads, and every figure of its texts', async () => {
    await visit.page.keyboard.press('Shift');
    await until(() => visit.page.evaluate(unready));
    const missing = await visit.page.evaluate(
      () => document.querySelector('ess-report')?.shadowRoot?.querySelectorAll('.missing').length,
    );
    expect(missing).toBe(0);
  });

  it('says nothing in the console and asks nothing of another site', () => {
    expect(visit.complaints).toEqual([]);
  });
});

/**
 * Returns the blocks of the report that are in sight and not loaded, or held back by others that are not. Runs in the
 * page.
 */
function comingInSight(): readonly string[] {
  const root = document.querySelector('ess-report')?.shadowRoot;
  const blocks = root?.querySelectorAll<HTMLElement & { state?: string }>(
    '.chapters :is(.blocks > :not(.tiles), .tiles > *, .held)',
  );
  return [...(blocks ?? [])].flatMap((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    const { classList, localName, state } = block;
    const isComing = localName.startsWith('ess-') && (state === undefined || state === 'loading');
    const isSettled = !isComing && !classList.contains('room') && !classList.contains('held');
    return bottom <= 0 || top >= innerHeight || isSettled ? [] : [`${localName} ${state ?? ''}`];
  });
}

describe.concurrent.each([1200, 360])('the report read window by window at %i px', (width) => {
  it.each(['wheel', 'PageDown'] as const)(
    'does not move under the reader: %s',
    async (by) => {
      const { page, close } = await visitor(site.browser, { viewport: { width, height: 900 } });
      await page.addInitScript(watchShifts);
      await goTo(page, new URL('rapport/entier', site.url).href);
      await page.mouse.move(width / 2, 450);
      const turn = () => (by === 'wheel' ? page.mouse.wheel(0, 800) : page.keyboard.press(by));
      const turns = await readToItsEnd(page, turn, comingInSight);
      const { shift, shifts } = await page.evaluate(() => {
        const { shift, shifts } = globalThis as unknown as { shift: number; shifts: readonly string[] };
        return { shift, shifts: shifts.join('\n') };
      });
      await close();
      expect(turns).toBeGreaterThan(20);
      expect(shift, shifts).toBeLessThanOrEqual(0.01);
    },
    120_000,
  );
});

describe.concurrent.each([1200, 360])('a link to a section at %i px', (width) => {
  it.each(['I.1', 'II.4', 'IV.2.c'])(
    'leads to the title of %s, which stays when all above it has come',
    async (id) => {
      const { page, close } = await visitor(site.browser, { viewport: { width, height: 900 } });
      // The parts above the title arrive late, one after another.
      let late = 0;
      await page.route(/\/(ess\/[^/]+|data)\//, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 50 + (late++ % 8) * 60));
        await route.continue();
      });
      await page.goto(new URL(`rapport/entier#${id}`, site.url).href);
      await expect
        .poll(() => focus(page), { timeout: 20_000 })
        .toMatch(new RegExp(`^heading: ${id.replaceAll('.', '\\.')}\\b`));
      const top = () =>
        page.evaluate(
          (name) =>
            document
              .querySelector('ess-report')
              ?.shadowRoot?.querySelector(`[data-section="${name}"] > .heading`)
              ?.getBoundingClientRect().top ?? Number.NaN,
          id,
        );
      await until(() => page.evaluate(comingInSight));
      const first = await top();
      // Somebody reads: everything else is filled.
      await page.keyboard.press('Shift');
      await until(() => page.evaluate(unready));
      const last = await top();
      await close();
      expect(first).toBeGreaterThan(-1);
      expect(first).toBeLessThan(120);
      expect(Math.abs(last - first)).toBeLessThanOrEqual(1);
    },
    60_000,
  );
});

describe('the report by keyboard alone', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser);
    await goTo(visit.page, new URL('rapport/entier', site.url).href);
  }, 60_000);
  afterAll(() => visit.close());

  it('is reached by its contents: the title of a chapter has the focus', async () => {
    await tabTo(visit.page, 'a: III');
    await visit.page.keyboard.press('Enter');
    await expect.poll(() => focus(visit.page)).toMatch(/^heading: III ?Innovation/);
  });

  it('opens the source of a figure in a text, and closes it', async () => {
    await visit.page.goto(new URL('rapport/entier#I.1.a', site.url).href);
    await expect.poll(() => focus(visit.page)).toMatch(/^heading: I\.1\.a/);
    await tabTo(visit.page, 'figure: 117');
    await visit.page.keyboard.press('Enter');
    const card = visit.page.locator('ess-report').locator('.text .card');
    await card.waitFor();
    expect(await card.innerText()).toContain('Rapport d’activité 2024');
    await visit.page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await focus(visit.page)).toMatch(/^figure: 117/);
  });
});

describe('the contents of the report beside its text', () => {
  it('stand clear of a header of the page that stays in view, all of them', async () => {
    const style =
      '<style>header{position:sticky;top:0;z-index:9;height:120px;background:#fff}html{scroll-padding-top:130px}</style>';
    const host = await openHost({
      pages: { '/': pageOf('<header>Site</header><ess-report view="whole"></ess-report>', style + LOADER) },
    });
    const visit = await visitor(site.browser, { viewport: { width: 1400, height: 800 } });
    await goTo(visit.page, host.url);
    const contents = visit.page.locator('ess-report [part~="contents"]');
    const sides = () =>
      contents.evaluate((node) => {
        scrollTo(0, 4_000);
        const { top, bottom } = (node.parentElement ?? node).getBoundingClientRect();
        return [top, bottom];
      });
    await expect.poll(sides).toEqual([130, 788]);
    await visit.close();
    await host.close();
  });
});

/** Where a heading stands below the bar of the report, and what marks it. Runs in the page. */
function landed(id: string) {
  const root = document.querySelector('ess-report')?.shadowRoot;
  const heading = root?.querySelector(`[data-section="${id}"] > .heading`);
  const bar = root?.querySelector('.views');
  const { top = 0, bottom = 0 } = heading?.getBoundingClientRect() ?? {};
  const isSticky = bar && getComputedStyle(bar).position === 'sticky';
  const { outlineStyle = '', boxShadow = '' } = heading ? getComputedStyle(heading) : {};
  return {
    isBelowBar: top >= (isSticky ? bar.getBoundingClientRect().bottom : 0),
    isInView: bottom <= innerHeight,
    rows: [...(root?.querySelectorAll<HTMLElement>('.contents [aria-current]') ?? [])].map(
      ({ dataset }) => dataset['to'],
    ),
    ring: [outlineStyle, boxShadow],
  };
}

describe.each([1200, 360])('an address of a section in its chapter at %i px', (width) => {
  it.each(['I.1.a', 'I.1.d'])(
    'leads to the title of %s: below the bar, in view, marked in the contents, without a ring',
    async (id) => {
      const { page, close } = await visitor(site.browser, { viewport: { width, height: 780 } });
      await goTo(page, new URL(`rapport/#${id}`, site.url).href);
      await expect
        .poll(() => focus(page), { timeout: 20_000 })
        .toMatch(new RegExp(`^heading: ${id.replaceAll('.', '\\.')}`));
      await page.keyboard.press('Shift');
      await until(() => page.evaluate(comingInSight));
      await expect
        .poll(() => page.evaluate(landed, id))
        .toEqual({ isBelowBar: true, isInView: true, rows: [id], ring: ['none', 'none'] });
      await close();
    },
  );
});

describe('the story of the report', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser);
  });
  afterAll(() => visit.close());

  it('has one heading a message, which is the title of its chart too', async () => {
    await goTo(visit.page, new URL('rapport/', site.url).href);
    await visit.page.keyboard.press('Shift');
    await until(() => visit.page.locator('ess-report .messages .room').allTextContents());
    const found = () =>
      visit.page.locator('ess-report .message').evaluateAll((messages) =>
        messages.map((message) => {
          const charts = [...message.querySelectorAll<HTMLElement>('.blocks > :not(.tiles)')];
          const inside = charts.flatMap(({ shadowRoot }) => [
            ...(shadowRoot?.querySelectorAll('h1,h2,h3,h4,h5,h6') ?? []),
          ]);
          const [heading] = message.querySelectorAll('.heading');
          const titles = charts.map(({ shadowRoot }) => shadowRoot?.querySelector('#title')?.textContent);
          return {
            headings: message.querySelectorAll('h1,h2,h3,h4,h5,h6').length + inside.length,
            buttons: heading?.querySelectorAll('button').length,
            others: titles.filter((title) => title !== heading?.textContent),
          };
        }),
      );
    const one = { headings: 1, buttons: 0, others: [] };
    await expect.poll(found, { timeout: 20_000 }).toEqual(Array(6).fill(one));
  });

  it('tells each section of the report in one step, its chart beside its texts, and counts no meetings there', async () => {
    const report = await (await fetch(new URL('data/report-2024.json', site.url))).json();
    const minor = ['body-meetings', 'body-meetings-expected', 'themed-meetings', 'seats-held', 'sites-count'];
    interface Part {
      readonly id: string;
      readonly sections?: readonly Part[];
    }
    for (const { id, sections } of report.chapters as readonly Part[]) {
      await goTo(visit.page, new URL(`rapport/#${id}`, site.url).href);
      await visit.page.locator(`ess-report [data-section="${id}.step.0"]`).waitFor();
      await visit.page.keyboard.press('Shift');
      await until(() => visit.page.locator('ess-report .room:not(.map)').allTextContents());
      const told = await visit.page.evaluate(() => {
        const root = document.querySelector('ess-report')?.shadowRoot;
        const ids = [...(root?.querySelectorAll<HTMLElement>('.step .part') ?? [])].map(
          ({ dataset }) => dataset['section'],
        );
        const charts = [...(root?.querySelectorAll('.step.beside > .chart') ?? [])].map((chart) => {
          const words = chart.parentElement?.querySelector('.words');
          return chart.getBoundingClientRect().left >= (words?.getBoundingClientRect().right ?? Infinity);
        });
        const tiles = [...(root?.querySelectorAll('ess-indicator') ?? [])].map((tile) =>
          tile.getAttribute('indicator'),
        );
        return { ids, charts, tiles };
      });
      const all = (sections ?? []).flatMap((section) => [
        section.id,
        ...(section.sections ?? []).map((part) => part.id),
      ]);
      expect([...told.ids].sort()).toEqual([...all].sort());
      expect(told.charts.every(Boolean)).toBe(true);
      expect(told.tiles.filter((tile) => minor.includes(tile ?? ''))).toEqual([]);
    }
  });
});
