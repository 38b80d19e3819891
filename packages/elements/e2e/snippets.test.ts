/** The code that the Atelier gives for each widget, and the place that it takes in a page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../../stories/support/examples.ts';
import { HEIGHTS } from '../src/base/card/heights.ts';
import { VERSION } from '../src/base/card/version.ts';
import { snippetFor } from '../src/base/embed.ts';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { shiftsOf, watchShifts } from './support/shifts.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, texts, type Visit, visitor } from './support/visit.ts';

const site = useSite();
/** Widgets that show data: those of the picker and of the check are their visitor's. */
const SHOWN = Object.values(examples).filter(
  ({ tag }) => !['ess-provider', 'ess-territory-picker', 'ess-data-check'].includes(tag),
);
const LIST = {
  body: 'nom;commune;lat;lon\nÉpicerie imaginaire;Brest;48.4;-4.5\nBrasserie imaginaire;Quimper;48;-4.1\n',
  type: 'text/csv; charset=utf-8',
};
/** Loader of a site whose data are those of a list. */
const OTHERS = LOADER.replace('/data/manifest.json', '/liste.csv');
const FIGURE = '<div data-ess="indicator" data-ess-indicator="members-stock"></div>';

/** Code of each widget, by tag. */
const codes = new Map<string, string>();
let script = '';
let host: Host;
const pages: Record<string, string | typeof LIST> = { '/liste.csv': LIST };

beforeAll(async () => {
  host = await openHost({ pages });
  for (const { tag, attributes = {} } of SHOWN) {
    const { code, once = '' } = snippetFor(
      {
        tag,
        attributes: Object.entries(attributes),
        src: `${host.url}data/manifest.json`,
        link: { href: host.url, text: 'Les données' },
        loader: `${host.url}ess/ess.js`,
        ...{ source: '', title: '', frame: '', frameHeight: 0, page: null },
      },
      'wordpress',
      'editor',
    );
    codes.set(tag, code);
    script = once;
  }
});
afterAll(() => host?.close());

const opened = async (body: string, head: string, options = {}): Promise<Visit> => {
  pages['/'] = pageOf(body, head);
  const visit = await visitor(site.browser, options);
  await visit.page.addInitScript(watchShifts);
  await goTo(visit.page, host.url);
  return visit;
};

describe('the code for another page', () => {
  it.each(SHOWN.map(({ tag }) => tag))('of <%s> is one block without script that names its own data', (tag) => {
    const code = codes.get(tag) ?? '';
    expect(code).toMatch(new RegExp(`^<div data-ess="${tag.slice(4)}" data-ess-src="[^"]*/data/manifest.json"`));
    expect(code).toMatch(/><a href="http[^"]*">[^<]+<\/a><\/div>$/);
    expect(code).not.toMatch(/<script|<ess-|\n/);
    expect(code).toContain(` style="min-height:${HEIGHTS[tag]}">`);
  });

  it('has the line of the script beside it, with its version and without data', () => {
    expect(script).toBe(`<script type="module" src="${host.url}ess/ess.js?v=${VERSION}"></script>`);
  });

  it.each(SHOWN.map(({ tag }) => tag))('of <%s> shows its data where others are the default', async (tag) => {
    const visit = await opened(`${codes.get(tag)}${FIGURE}`, OTHERS);
    expect((await states(visit.page)).filter((state) => !/ (ready|stale)$/.test(state))).toEqual([]);
    const [own = ''] = await texts(visit.page, `[data-ess-src] > ${tag}`);
    expect(own).not.toContain('imaginaire');
    // The figure of the site is still that of its list.
    expect((await texts(visit.page, '[data-ess]:not([data-ess-src]) > ess-indicator')).join()).toMatch(/\b2\b/);
    await visit.close();
  });

  it('changes nothing of the widgets of a page that has it, and its script, before its own', async () => {
    const visit = await opened(`${script}${codes.get('ess-indicator')}${FIGURE}${OTHERS}`, '');
    const [pasted = '', own = ''] = await texts(visit.page, 'ess-indicator');
    expect(pasted).toContain('117');
    expect(own).toMatch(/\b2\b/);
    await visit.close();
  });
});

const around = (block: string): string => `<p>Avant</p>${block}<p>Après</p>`;

/** Height of each block and of what its widget shows, its margins, and the room to its neighbours. */
const place = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-ess]')].map((block) => {
      const widget = block.firstElementChild as HTMLElement;
      const frame = widget.shadowRoot?.querySelector('.frame')?.getBoundingClientRect();
      const box = block.getBoundingClientRect();
      const gapOf = (side: Element | null, gap: (other: DOMRect) => number) =>
        side ? Math.round(gap(side.getBoundingClientRect())) : null;
      widget.style.blockSize = 'auto';
      const natural = widget.getBoundingClientRect().height;
      return {
        hole: Math.round(box.bottom - (frame?.bottom ?? 0)),
        kept: Math.round(box.height - natural),
        before: gapOf(block.previousElementSibling, ({ bottom }) => box.top - bottom),
        after: gapOf(block.nextElementSibling, ({ top }) => top - box.bottom),
      };
    }),
  );

describe.each([1200, 360])('at %i px', (width) => {
  // No room between blocks; at the sides, what browsers leave: reserves are measured for columns of such pages.
  const tight = '<style>p, main, h2 { margin: 0 } body { margin: 0 8px }</style>';
  it.each(SHOWN.map(({ tag }) => tag))(
    'a block of <%s> leaves no hole, keeps its distance and moves little',
    async (tag) => {
      const visit = await opened(around(codes.get(tag) ?? ''), tight + LOADER, { viewport: { width, height: 780 } });
      const [{ hole, kept, before, after } = { hole: 99, kept: 99, before: 0, after: 0 }] = await place(visit.page);
      expect([hole, kept].filter((each) => each > 8)).toEqual([]);
      expect([before, after].filter((each) => (each ?? 99) < 16)).toEqual([]);
      // A report fills while it is read; report.test.ts holds what moves then.
      const { shift, shifts } = await shiftsOf(visit.page, tag !== 'ess-report');
      expect(shift, shifts).toBeLessThanOrEqual(0.05);
      await visit.close();
    },
  );

  it('a widget that is empty, and one whose data do not come, give their reserve back', async () => {
    const reserved = (attributes: string): string =>
      `<div data-ess="event-agenda" data-ess-src="/data/manifest.json" ${attributes} style="min-height:60rem"></div>`;
    const visit = await opened(
      reserved('data-ess-period="1990"') +
        '<div data-ess="event-agenda" data-ess-src="/none.json" style="min-height:60rem"></div>',
      LOADER,
      { viewport: { width, height: 780 } },
    );
    expect(await states(visit.page)).toEqual(['ess-event-agenda empty', 'ess-event-agenda error']);
    expect((await place(visit.page)).filter(({ hole, kept }) => hole > 8 || kept > 8)).toEqual([]);
    await visit.close();
  });
});

describe('a block', () => {
  it('keeps the margins that its page gives it, the gap of a row, and the height of a style sheet; an element gets no margin', async () => {
    const style = `<style>.own{margin-block:4px 0}.row{display:flex;gap:10px}.high{min-height:700px}.float{float:left}</style>`;
    const of = (more: string): string => FIGURE.replace('></', ` ${more}></`);
    const visit = await opened(
      `${of('class="own"')}<div class="row">${FIGURE}</div>${of('class="high"')}${of('class="float"')}<ess-indicator indicator="members-stock" style="min-height:20rem"></ess-indicator>`,
      style + LOADER,
    );
    await settled(visit.page);
    const margins = await visit.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-ess], main > ess-indicator')].map((each) => {
        const { marginBlock, minHeight } = getComputedStyle(each);
        return [marginBlock, minHeight];
      }),
    );
    expect(margins).toEqual([
      ['4px 0px', '0px'],
      ['0px', 'auto'],
      ['24px', '700px'],
      ['0px', '0px'],
      ['0px', '0px'],
    ]);
    await visit.close();
  });

  it.each(['', ':root{--ess-margin:0}', ':root{--ess-margin:2rem 1rem}'])(
    'takes its margin from the place that was kept for it: nothing moves when it comes (%s)',
    async (style) => {
      const block =
        '<div data-ess="event-counter" data-ess-src="/late.json" style="min-height:clamp(10rem, 10rem + 50vw, 30rem)"></div>';
      pages['/'] = pageOf(around(block), `<style>p{margin:0}${style}</style>${LOADER}`);
      const { page, close } = await visitor(site.browser);
      // Data that never come: the place is kept.
      await page.route('**/late.json', () => undefined);
      await page.goto(host.url);
      await page.locator('[data-ess] > ess-event-counter').waitFor({ state: 'attached' });
      const [before, after] = await page.locator('main > p').all();
      const [top, bottom] = await Promise.all([before?.boundingBox(), after?.boundingBox()]);
      expect((bottom?.y ?? 0) - (top?.y ?? 0) - (top?.height ?? 0)).toBe(480);
      await close();
    },
  );

  it('has the margin that its page names', async () => {
    const visit = await opened(FIGURE, `<style>:root{--ess-margin:3rem}</style>${LOADER}`);
    expect(await visit.page.locator('[data-ess]').evaluate((each) => getComputedStyle(each).marginBlock)).toBe('48px');
    await visit.close();
  });
});
