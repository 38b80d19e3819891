/** The page of `npm start` as visitors get it: wide and narrow, light and dark. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { shiftsOf, watchShifts } from './support/shifts.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, spoken, states, texts, until, type Visit, visitor } from './support/visit.ts';

/** The height of every widget, as the page around it feels it. */
const heights = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(({ localName }) => localName.startsWith('ess-') && localName !== 'ess-provider')
      .map((widget) => ({
        widget: `${widget.localName} ${widget.getAttribute('indicator') ?? ''}`,
        height: Math.round(widget.getBoundingClientRect().height),
      })),
  );

const LOOKS = [
  { width: 1200, theme: 'light' },
  { width: 1200, theme: 'dark' },
  { width: 768, theme: 'light' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const;

/** A day after all events of the data, as for every visitor from now on: the agenda says the year in dates. */
const today = new Date('2026-12-01T10:00:00+01:00');

/** Height that a widget's room may have over the widget, px. */
const VOID = 48;

const site = useSite();

describe.each([1200, 360])('the page of a Pôle, whose members come from a spreadsheet, at %i px', (width) => {
  it('does not move while it loads, nor while it is read to its end', async () => {
    const visit = await visitor(site.browser, { viewport: { width, height: 780 } });
    await visit.page.addInitScript(watchShifts);
    await goTo(visit.page, new URL('pole/', site.url).href);
    const { shift, shifts } = await shiftsOf(visit.page);
    await visit.close();
    expect(shift, shifts).toBeLessThanOrEqual(0.01);
  });
});

describe.each(LOOKS)('the page at $width px in the $theme theme', ({ width, theme }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser, { viewport: { width, height: 900 }, colorScheme: theme }, { today });
    await visit.page.addInitScript(watchShifts);
    await goTo(visit.page, site.url);
  });
  afterAll(() => visit?.close());

  it('says nothing in the console, fails no request and asks no other host for anything', () => {
    expect(visit.complaints).toEqual([]);
  });

  it('has all its widgets ready', async () => {
    const all = await states(visit.page);
    expect(all.length).toBeGreaterThan(10);
    // The sheet of a territory waits for a choice.
    expect(all.filter((state) => !state.endsWith(' ready'))).toEqual(['ess-territory-sheet empty']);
  });

  it('does not move while it loads, nor while it is read to its end', async () => {
    const { shift, shifts } = await shiftsOf(visit.page);
    expect(shift, shifts).toBeLessThanOrEqual(0.01);
  });

  it('has reserved the room of every widget before its data have come, and leaves no void', async () => {
    const late = await visitor(site.browser, { viewport: { width, height: 900 }, colorScheme: theme }, { today });
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await late.page.route('**/data/**', (route) => gate.then(() => route.continue()));
    await late.page.goto(site.url);
    await until(async () => (await states(late.page)).filter((state) => !state.endsWith(' loading')));
    const before = await heights(late.page);
    release();
    await settled(late.page);
    const grown = (await heights(late.page)).filter(({ height }, index) => height > (before[index]?.height ?? 0));
    expect(grown).toEqual([]);
    await late.page.addStyleTag({ content: 'main ess-indicator, main [class] { min-block-size: 0 !important }' });
    const own = await heights(late.page);
    const voids = before.filter(({ height }, index) => height > (own[index]?.height ?? 0) + VOID);
    expect(voids).toEqual([]);
    await late.close();
  });

  it('is not wider than the screen', async () => {
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  it('has no accessibility violation', async () => {
    expect(await violations(visit.page)).toEqual([]);
  });
});

describe('the figures of 2024', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser);
    await goTo(visit.page, site.url);
  });
  afterAll(() => visit?.close());

  const FIGURES = [
    ['ess-indicator[indicator="members-stock"]', '117'],
    ['ess-indicator[indicator="month-events"]', '330'],
    ['ess-indicator[indicator="dla-structures"]', '89'],
    ['ess-indicator[indicator="school-pupils"]', '1 500'],
    ['ess-member-map', '117 adhérents publiés'],
    ['ess-breakdown[by="college"]', 'Associations, 59, 50 %'],
  ] as const;

  it.each(FIGURES)('are read in %s: %s', async (selector, figure) => {
    expect((await texts(visit.page, selector)).join(' ')).toContain(figure);
  });

  it.each(FIGURES)('are heard in %s: %s', async (selector, figure) => {
    const heard = await spoken(visit.page, selector);
    for (const word of figure.split(/,? /)) expect(heard).toContain(word);
  });

  it('have the 330 events of the month once on the page, in its tile', async () => {
    const said = await texts(visit.page, 'main *');
    expect(said.join(' ').match(/\b330\b/g)).toEqual(['330']);
  });

  it('each name their source', async () => {
    for (const text of await texts(visit.page, 'ess-indicator, ess-breakdown, ess-member-map')) {
      expect(text).toMatch(/Source : Rapport d’activité 2024, (?:I{1,3}|IV)\.[\w.]+, p\. \d+/);
    }
  });
});

describe('the switches of the page', () => {
  it.each([
    ['br', 'ess-indicator[indicator="members-stock"]', /117/],
    ['en', 'ess-indicator[indicator="month-events"]', /330/],
  ])('turn the widgets to %s without a complaint', async (lang, selector, figure) => {
    const visit = await visitor(site.browser);
    await goTo(visit.page, site.url);
    await visit.page.selectOption('select[name="lang"]', lang);
    await settled(visit.page);
    await expect
      .poll(async () => (await texts(visit.page, selector)).join())
      .not.toContain('Rapport d’activité 2024, p');
    expect((await texts(visit.page, selector)).join()).toMatch(figure);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('turn the widgets dark on a light system', async () => {
    const visit = await visitor(site.browser, { colorScheme: 'light' });
    await goTo(visit.page, site.url);
    const ground = () =>
      visit.page.evaluate(() => getComputedStyle(document.querySelector('ess-breakdown') as Element).colorScheme);
    const before = await ground();
    await visit.page.selectOption('select[name="theme"]', 'dark');
    await expect.poll(ground).not.toBe(before);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
