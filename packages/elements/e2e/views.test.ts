/** The site as visitors set it: text or page enlarged, no motion, right to left. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './support/site.ts';
import { standingOut } from './support/standing-out.ts';
import { goTo, offTheMap, until, type Visit, visitor } from './support/visit.ts';

const site = useSite();

/** Opens a page, reads a report to its end, looks, and closes it. */
async function look<T>(
  address: string,
  options: BrowserContextOptions,
  see: (page: Page) => Promise<T>,
  prepare: (visit: Visit) => Promise<void> = async () => {},
): Promise<T> {
  const visit = await visitor(site.browser, options);
  try {
    await prepare(visit);
    await goTo(visit.page, new URL(address, site.url).href);
    // Blocks far below are drawn only once somebody reads, and an element only once its code is there.
    await visit.page.keyboard.press('Shift');
    await until(() => visit.page.locator(':not(:defined), ess-report .room:not(.map), .loading').allTextContents());
    return await see(visit.page);
  } finally {
    await visit.close();
  }
}

const root = (page: Page) => page.locator('html');

describe.each(['', 'rapport/', 'rapport/#I', 'rapport/#donnees', 'rapport/entier'])('the page /%s', (address) => {
  it('stands within 320 px, as at a zoom of 400 %', async () => {
    expect(await look(address, { viewport: { width: 320, height: 256 } }, standingOut)).toEqual([]);
  });

  it.each([640, 360])('stands within a window of %i px with letters twice as large', async (width) => {
    const enlarge = async ({ page }: Visit) => {
      await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = '200%';
        });
      });
    };
    expect(await look(address, { viewport: { width, height: 900 } }, standingOut, enlarge)).toEqual([]);
  });
});

/** Notes what begins to move in the map from now on. Runs in the page. */
function watchMotion(): void {
  const seen: string[] = [];
  Object.assign(globalThis, { seen });
  // These events do not leave a shadow root.
  const root = document.querySelector('ess-member-map')?.shadowRoot;
  for (const type of ['animationstart', 'transitionrun']) {
    root?.addEventListener(type, ({ target }) => {
      const durations = (target as Element)
        .getAnimations()
        .map(({ effect }) => Number(effect?.getComputedTiming().duration));
      if (durations.some((each) => each > 1)) seen.push(`${type} of ${(target as Element).className}`);
    });
  }
}

/** Zooms, filters and changes tabs, and gives what moved meanwhile. */
async function moving(page: Page): Promise<readonly string[]> {
  const map = page.locator('ess-member-map');
  const markers = () => map.locator('.marker').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  await page.evaluate(watchMotion);
  for (const act of ['.control', '.tab:nth-child(1)', '.tab:nth-child(2)', '.tab:nth-child(1)']) {
    const before = await markers();
    await map.locator(act).first().click();
    if (act === '.control') await expect.poll(markers).not.toEqual(before);
  }
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return (globalThis as unknown as { seen: readonly string[] }).seen;
  });
}

describe('motion', () => {
  const narrow = { viewport: { width: 360, height: 780 } };

  it('is there for those who have not refused it', async () => {
    expect(await look('', { ...narrow, reducedMotion: 'no-preference' }, moving)).not.toEqual([]);
  });

  it('is not there for those who want less of it', async () => {
    expect(await look('', { ...narrow, reducedMotion: 'reduce' }, moving)).toEqual([]);
  });
});

describe('a phone', () => {
  it('has each button of the filters on one line, both beside each other', async () => {
    const boxes = (page: Page) =>
      page
        .locator('ess-member-map')
        .first()
        .locator('.open-filters, .near')
        .evaluateAll((buttons) =>
          buttons.map((button) => {
            const words = document.createRange();
            words.selectNodeContents(button);
            return { top: button.getBoundingClientRect().top, words: words.getBoundingClientRect().height };
          }),
        );
    const [filter, near] = await look('', { viewport: { width: 360, height: 780 } }, boxes);
    expect(near?.top).toBe(filter?.top);
    expect(near?.words).toBe(filter?.words);
  });
});

describe('forced colours', () => {
  it('mark the section being read among the contents of the report, and no other', async () => {
    const marked = (page: Page) =>
      page.locator('ess-report .contents a').evaluateAll((links) => {
        const ground = getComputedStyle(document.body).backgroundColor;
        const isMarked = (link: Element) => getComputedStyle(link).borderInlineStartColor !== ground;
        return links.filter(isMarked).map((link) => link.getAttribute('aria-current'));
      });
    const read = async (page: Page) => {
      await page.locator('ess-report .contents a').nth(1).click();
      await page.locator('ess-report .contents [aria-current]').waitFor();
      return marked(page);
    };
    expect(await look('rapport/entier', { forcedColors: 'active' }, read)).toEqual(['location']);
  });
});

/** Every line of text of every widget: what it says and where it stands in its widget. Runs in the page. */
function lines(): readonly string[] {
  const frames = (root: ParentNode): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [...shadowRoot.querySelectorAll('.frame'), ...frames(shadowRoot)] : [],
    );
  return frames(document).flatMap((frame) => {
    const origin = frame.getBoundingClientRect();
    const texts = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const { left, top, width } of range.getClientRects()) {
        const place = [left - origin.left, top - origin.top, width].map(Math.round);
        found.push(`${texts.currentNode.textContent?.trim()} ${place}`);
      }
    }
    return found;
  });
}

describe.each(['', 'rapport/', 'rapport/#I', 'rapport/#donnees', 'rapport/entier'])(
  'the page /%s from right to left',
  (address) => {
    it('has its widgets as they are in their own language: words, numbers, signs and all between them', async () => {
      const both = async (page: Page) => {
        if (address === '') await offTheMap({ page });
        let before: readonly string[] = [];
        // Rows of a list that comes near are written when the page is idle.
        await until(async () => {
          const known = before.length;
          before = await page.evaluate(lines);
          return before.length === known ? [] : ['more lines'];
        });
        await root(page).evaluate((html) => html.setAttribute('dir', 'rtl'));
        return { before, after: await page.evaluate(lines) };
      };
      const { before, after } = await look(address, {}, both);
      expect(before.length).toBeGreaterThan(100);
      expect(after).toEqual(before);
    });
  },
);
