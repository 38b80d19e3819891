/**
 * `npm run bench -- report`: the page of the report on a slow phone, beside its own still: the same words, tables and
 * drawings as one HTML file without a script. No page that holds this report can do less, so that what ours takes above
 * it is what the live figures, the search and the sources cost.
 */
import type { Locator, Page } from 'playwright-core';
import { openStage, resultOf, type Stage } from './bench.ts';
import { quiet, SLOW_PHONE, type Slowness, visitor } from './chromium.ts';
import type { Contender } from './contender.ts';
import { loadNow, type Result } from './results.ts';
import { inRounds, type RoundFigures, type Rounds } from './rounds.ts';
import { openAll, stillOf, unread } from './still.ts';
import { blockingOf, visit } from './visit.ts';

/** Options of a run. */
interface ReportOptions extends Rounds {
  readonly slowness?: Slowness | null;
}

export const REPORT_PAGE: Contender = {
  name: 'ESS Widgets',
  kind: 'ours',
  page: { html: '<ess-report view="whole" style="display:block;min-height:60rem"></ess-report>' },
  signs: [{ within: 'ess-report >>> ess-indicator', selector: '[part~="value"]' }],
};

const STYLE =
  'body{font:1rem/1.5 sans-serif;max-width:70rem;margin:auto}svg{width:1em;height:1em}td,th{padding:.2rem .5rem}';

/** Clicks of one kind, spread over the page. */
const CLICKS = 5;

async function allOpen(page: Page, { kind }: Contender): Promise<void> {
  if (kind === 'ours') {
    await page.keyboard.press('Shift');
    for (let left = 600; left > 0 && (await page.evaluate(unread, 'ess-report')) > 0; left--)
      await page.waitForTimeout(100);
    await page.waitForLoadState('networkidle');
  }
  await page.evaluate(openAll, 'ess-report');
}

/** Returns the still of the report, once everything of it is there. */
async function still(stage: Stage): Promise<Contender> {
  const context = await visitor(stage.browser);
  try {
    const url = stage.page(REPORT_PAGE, { folder: '/data/' });
    const { page } = await visit(context, REPORT_PAGE, { server: stage.server, url, slowness: null });
    await allOpen(page, REPORT_PAGE);
    const html = await page.evaluate(stillOf, 'ess-report');
    const signs = [{ selector: '.value' }];
    return { name: 'the same as still HTML', kind: 'bare', page: { html, isAlone: true, style: STYLE }, signs };
  } finally {
    await context.close();
  }
}

/**
 * Returns the slowest of a few interactions of one kind, ms; Event Timing rounds to 8 ms and leaves out what is under
 * 16.
 */
async function slowestOf(page: Page, act: (place: number) => Promise<void>): Promise<number> {
  await page.evaluate(() => (globalThis.essWatch.slowest = 0));
  for (let place = 0; place < CLICKS; place++) await act(place);
  await page.waitForTimeout(300);
  return page.evaluate(() => globalThis.essWatch.slowest);
}

/** Clicks one of many elements as a reader does who has come there and read: the work that scrolling caused is over. */
const clickIn = (page: Page, all: Locator) => async (place: number) => {
  const target = all.nth(Math.floor((place * (await all.count())) / CLICKS));
  if ((await target.count()) === 0) return;
  await target.hover({ timeout: 20_000 });
  await quiet(page);
  // Otherwise the tool looks, within the interaction, into every shadow root for what lies under its pointer.
  await target.click({ force: true });
};

/** Measures a reader's interactions with every section open. The still has the same buttons, which do nothing. */
async function interactions(page: Page): Promise<RoundFigures & { readonly interaction: number }> {
  const buttons = (name: RegExp): Locator => page.getByRole('button', { name });
  const figures = {
    source: await slowestOf(page, clickIn(page, buttons(/publié|calculé|recalculé|source/i))),
    table: await slowestOf(page, clickIn(page, buttons(/tableau/))),
    fold: await slowestOf(page, clickIn(page, page.locator('summary'))),
    search: await slowestOf(page, async (place) => {
      if (place === 0) await page.getByRole('searchbox').first().pressSequentially('loge', { delay: 60 });
    }),
  };
  return { ...figures, interaction: Math.max(...Object.values(figures)) };
}

/** Returns the slowest interaction where nothing is slowed down, ms. */
async function unslowed(stage: Stage, contender: Contender, url: string): Promise<number> {
  const context = await visitor(stage.browser);
  try {
    const { page } = await visit(context, contender, { server: stage.server, url, slowness: null });
    await allOpen(page, contender);
    return (await interactions(page)).interaction;
  } finally {
    await context.close();
  }
}

async function measureOne(
  stage: Stage,
  contender: Contender,
  url: string,
  slowness: Slowness | null,
): Promise<RoundFigures> {
  const context = await visitor(stage.browser);
  try {
    const where = { server: stage.server, url, slowness };
    const cold = await visit(context, contender, where);
    const { bytes, requests } = cold;
    await allOpen(cold.page, contender);
    const acted = await interactions(cold.page);
    await cold.page.close();
    const warm = await visit(context, contender, where);
    const times = { cold: cold.figure, warm: warm.figure, blocking: blockingOf(cold.tasks) };
    const whole = slowness ? await unslowed(stage, contender, url) : acted.interaction;
    return { ...bytes, requests, ...times, ...acted, unslowed: whole };
  } finally {
    await context.close();
  }
}

/** Measures the page of the report. */
export async function measureReport({ rounds, atOnce = false, slowness = SLOW_PHONE }: ReportOptions): Promise<Result> {
  const start = loadNow();
  const stage = await openStage([]);
  try {
    const contenders = [REPORT_PAGE, await still(stage)];
    const urls = new Map(contenders.map((each) => [each, stage.page(each, { folder: '/data/' })]));
    const measured = await inRounds(contenders, { rounds, atOnce }, (contender) =>
      measureOne(stage, contender, urls.get(contender) ?? '', slowness),
    );
    const lines = measured.map(({ contender: { name, kind }, ...rest }) => ({ name, kind, ...rest }));
    return resultOf('report', stage, rounds, start, [{ work: 'report page', lines }]);
  } finally {
    await stage.close();
  }
}
