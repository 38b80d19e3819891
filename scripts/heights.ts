/**
 * `npm run sync -- heights` measures how high every widget is in columns of four widths, with the attributes of its first example and the
 * data of Bretagne, and writes the heights that pages reserve (`base/card/heights.ts`). Needs the built elements.
 * `npm run sync` then writes them into the guides.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { LOADER, openHost, pageOf } from '../packages/elements/e2e/support/host.ts';
import { goTo, visitor } from '../packages/elements/e2e/support/visit.ts';
import { examples } from '../stories/support/examples.ts';
import { openBrowser } from './site/browser.mjs';
import { ROOT } from './site/mounts.mjs';
import { formatted, NOTICE, write } from './sync/files.ts';

/** Widths of columns, px: a narrow side column, a telephone, the text of a site, a wide page. */
export const WIDTHS = [231, 360, 640, 1000] as const;
/** What a page leaves beside a column as wide as itself, px. */
const MARGIN = 16;
const FILE = 'packages/elements/src/base/card/heights.ts';

/** Heights of a widget in px, by the widths of its column. */
export type Heights = readonly [number, number, number, number];

/**
 * Largest reserve, rem. What lies further down is out of sight when a widget appears, so that nothing seen moves; and a visitor
 * without script has no more blank than this.
 */
const MOST = 64;

const rem = (px: number): number => Math.min(Math.ceil(px / 8) / 2, MOST);

/**
 * Returns the `min-height` that follows the width of the window as the height of a widget follows that of its column between a
 * telephone and the text of a site. A column of a wide page may be anything from 640 px on: there it is the mean of both.
 */
export function reserveOf([side, telephone, column, wide]: Heights): string {
  const vw = Math.round(((column - telephone) / (WIDTHS[2] - WIDTHS[1])) * 100);
  const end = (column + wide) / 2;
  // Narrower than a telephone it is as high as in a side column, where it grows towards that.
  const start = vw < 0 ? Math.max(side, telephone) : telephone;
  if (Math.abs(start - end) < 16) return `${rem(Math.max(start, end))}rem`;
  const [low, high] = [rem(Math.min(start, end)), rem(Math.max(start, end))];
  if (low === high) return `${low}rem`;
  const at0 = Math.ceil((telephone - (vw / 100) * (WIDTHS[1] + MARGIN)) / 8) / 2;
  return `clamp(${low}rem, ${at0}rem ${vw < 0 ? '-' : '+'} ${Math.abs(vw)}vw, ${high}rem)`;
}

/** Measures every widget but the provider, which shows nothing itself. */
export async function measureHeights(browser: Browser): Promise<ReadonlyMap<string, Heights>> {
  const shown = Object.values(examples).filter(({ inside }) => !inside);
  const markup = ({ tag, attributes = {} }: (typeof shown)[number]): string =>
    `<${tag}${Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')}></${tag}>`;
  const host = await openHost({
    pages: Object.fromEntries(
      WIDTHS.map((width) => [
        `/${width}`,
        pageOf(`<div style="width:${width}px">${shown.map(markup).join('<hr>')}</div>`, LOADER),
      ]),
    ),
  });
  const columns: Readonly<Record<string, number>>[] = [];
  for (const width of WIDTHS) {
    const visit = await visitor(browser, { viewport: { width: width + MARGIN, height: 900 } });
    await goTo(visit.page, `${host.url}${width}`);
    columns.push(
      await visit.page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll('main > div > *')].map((each) => [
            each.localName,
            each.getBoundingClientRect().height,
          ]),
        ),
      ),
    );
    await visit.close();
  }
  await host.close();
  return new Map(shown.map(({ tag }) => [tag, columns.map((each) => each[tag] ?? 0) as unknown as Heights]));
}

/** Returns the module of the heights. */
export function heightsModule(measured: ReadonlyMap<string, Heights>): string {
  // A report is as long as it is: a screen is what a visitor sees of it at first.
  const rows = [...measured].map(
    ([tag, heights]) => `'${tag}': '${tag === 'ess-report' ? '100vh' : reserveOf(heights)}',`,
  );
  const notice = NOTICE.replace(
    'npm run sync` from the folders beside it',
    'npm run sync -- heights` from the built elements',
  );
  return `${notice}
/** Heights that pages reserve for widgets until they have something to show (\`min-height\`), by tag. */
export const HEIGHTS: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = await openBrowser();
  try {
    const measured = await measureHeights(browser);
    for (const [tag, heights] of measured) {
      console.log(
        tag.padEnd(22),
        heights.map((each) => String(Math.round(each)).padStart(6)).join(''),
        reserveOf(heights),
      );
    }
    write(path.resolve(ROOT), new Map([[FILE, formatted(FILE, heightsModule(measured))]]));
  } finally {
    await browser.close();
  }
}
