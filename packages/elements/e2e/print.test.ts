/** The page on paper: A4, as the browser's own print lays it out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Pdf, readPdf } from '../../../scripts/report-pdf/pdf.ts';
import { textOf } from '../../../scripts/report-pdf/pdf-text.ts';
import { codeFile } from './support/code.ts';
import { useSite } from './support/site.ts';
import { goTo, until, type Visit, visitor } from './support/visit.ts';

const site = useSite();

/** A4 less its margins, in CSS pixels. */
const PAPER = { width: 680, height: 960 };

describe('the page on paper', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitor(site.browser, { viewport: PAPER, colorScheme: 'dark' });
    await goTo(visit.page, site.url);
    await visit.page.emulateMedia({ media: 'print' });
    // Only a real print sends the event that adds the parts left out on screen, so the test sends it.
    await visit.page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));
    await visit.page.waitForTimeout(300);
  });
  afterAll(() => visit.page.context().close());

  it('has no widget that runs over the next one', async () => {
    const over = await visit.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter(({ localName }) => localName.startsWith('ess-') && localName !== 'ess-provider')
        .flatMap((widget) => {
          const frame = widget.shadowRoot?.querySelector('.frame');
          const room = widget.getBoundingClientRect().bottom;
          const last = Math.max(
            ...[...(frame?.querySelectorAll('*') ?? [])]
              .filter((node) => node.getClientRects().length > 0 && !node.closest('.hidden, .document, .map-box'))
              .map((node) => node.getBoundingClientRect().bottom),
          );
          return last > room + 2 ? [`${widget.localName}: ${Math.round(last - room)} px`] : [];
        }),
    );
    expect(over).toEqual([]);
  });

  it('is light, whatever the theme of the screen', async () => {
    const ink = await visit.page.evaluate(() => {
      const widget = document.querySelector('ess-indicator');
      return widget && getComputedStyle(widget).getPropertyValue('--_ink').trim();
    });
    expect(ink).toBe('#0f2a36');
  });

  it('lists every member, not the first page alone', async () => {
    // The members of today are 20; a page on screen holds 50.
    const read = async (file: string) => (await fetch(new URL(`data/${file}.json`, site.url))).json();
    const [events, projects] = await Promise.all(['events', 'projects'].map(read));
    // A milestone has no place on a map.
    const held = events.filter(({ count = 1 }: { readonly count?: number }) => count > 0);
    // Entries of one title are one row, which is open on paper.
    const entries = visit.page.locator('ess-member-map .list-panel :is(.row:not(:has(.same)), .same li)');
    expect(await entries.count()).toBe(20 + held.length + projects.length);
  });
});

/** Widgets of the report whose data are on their way. Runs in the page. */
function stillLoading(): readonly string[] {
  const widgets = document
    .querySelector('ess-report')
    ?.shadowRoot?.querySelectorAll<HTMLElement & { state?: string }>('*');
  return [...(widgets ?? [])].filter(({ state }) => state === 'loading').map(({ localName }) => localName);
}

/** Notice on a report that is printed too early, without its spaces. */
const INCOMPLETE = 'Cetteimpressionestincomplète:lebouton«Imprimerlerapport»imprimetout.';

describe('the report, printed by the menu or the keys of the browser', () => {
  /** Prints the page as the browser does when nobody has pressed the button of the report. */
  async function printed(visit: Visit): Promise<Pdf> {
    return readPdf(
      await visit.page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true }),
    );
  }
  let visit: Visit;
  /** The report once somebody reads. */
  let pdf: Pdf;
  beforeAll(async () => {
    visit = await visitor(site.browser);
    await goTo(visit.page, new URL('rapport/entier', site.url).href);
  }, 60_000);
  afterAll(() => visit.close());

  it('names the gaps of what has not come, before anybody could have asked for it', async () => {
    const pdf = await printed(visit);
    // As an ellipsis is read from a PDF. On which page depends on what has come until then.
    const pages = pdf.pages.map((_, at) => textOf(pdf, at + 1)).join(' ');
    expect(pages).toMatch(/\[\.\.\.\](?!\[)/);
    expect(textOf(pdf, 1)).toContain('Rapportd’activité2024');
    expect(textOf(pdf, 1)).toContain(INCOMPLETE);
    expect(pdf.pages.length).toBeLessThan(45);
  });

  it('has the pages that its own button prints, once somebody reads', async () => {
    // The first key of the shortcut.
    const came = visit.page.waitForResponse(codeFile('elements/report/print'));
    await visit.page.keyboard.press('Control');
    await came;
    await visit.page.waitForLoadState('networkidle');
    await until(() =>
      visit.page.evaluate(() =>
        [...(document.querySelector('ess-report')?.shadowRoot?.querySelectorAll('.room:not(.map)') ?? [])].map(
          ({ className }) => className,
        ),
      ),
    );
    await until(() => visit.page.evaluate(stillLoading));
    pdf = await printed(visit);
    const last = pdf.pages.length;
    expect(textOf(pdf, 1)).toContain('Donnéesdu5mars2025');
    expect(textOf(pdf, last)).toMatch(/Lerapportvivanthttp.*Imprimé/);
    expect(last).toBeGreaterThan(30);
    expect(last).toBeLessThan(56);
    const said = pdf.pages.map((_, at) => textOf(pdf, at + 1)).join('');
    // A map that nobody came near was not loaded: the menu cannot wait for it.
    expect(said).toMatch(/LesorganisationsducollectifCettecarten’étaitpasencoreàl’écran\..*#I\.1\.d\./);
    expect(said).not.toContain(INCOMPLETE);
  });

  it('has no navigation of the report, nor of the page around it', () => {
    const said = pdf.pages.map((_, at) => textOf(pdf, at + 1)).join('');
    for (const words of ['LeschiffresdelESS', 'Sommaire', 'Chapitresuivant', 'Chercher'])
      expect(said).not.toContain(words);
  });

  it('has short blocks side by side of one height, so that both go to the next page', async () => {
    const heights = await visit.page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const root = document.querySelector('ess-report')?.shadowRoot;
      const rows = [...(root?.querySelectorAll<HTMLElement>('.blocks > .left.short') ?? [])].flatMap((left) => {
        const right = left.nextElementSibling;
        return right instanceof HTMLElement && right.matches('.right.short')
          ? [[left.offsetHeight, right.offsetHeight]]
          : [];
      });
      window.dispatchEvent(new Event('afterprint'));
      return rows;
    });
    expect(heights.length).toBeGreaterThan(20);
    expect(heights.filter(([left, right]) => left !== right)).toEqual([]);
  });

  it('leaves the days of a range in one piece before their mark', async () => {
    const found = await visit.page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const root = document.querySelector('ess-report')?.shadowRoot;
      const dates = [...(root?.querySelectorAll('ess-timeline') ?? [])].flatMap((timeline) => [
        ...(timeline.shadowRoot?.querySelectorAll<HTMLElement>('.date:is(.day, .range)') ?? []),
      ]);
      const torn = dates.filter((date) => {
        const [days, ...rest] = [...date.querySelectorAll('[aria-hidden]')].map((line) => line.getBoundingClientRect());
        const mark = date.nextElementSibling?.getBoundingClientRect().left ?? 0;
        const isBroken = (date.querySelector('b')?.getClientRects().length ?? 0) > 1;
        return isBroken || [days, ...rest].some((line) => line && line.right > mark);
      });
      window.dispatchEvent(new Event('afterprint'));
      return { dates: dates.length, torn: torn.map(({ textContent }) => textContent) };
    });
    expect(found.dates).toBeGreaterThan(50);
    expect(found.torn).toEqual([]);
  });

  it('gives the screen back', async () => {
    const left = await visit.page.evaluate(() => {
      const report = document.querySelector('ess-report');
      return [report?.childElementCount, report?.shadowRoot?.querySelectorAll('.last, .left-out').length];
    });
    expect(left).toEqual([0, 0]);
    expect(visit.complaints).toEqual([]);
  });
});

describe('the report, printed while the data of its blocks are on their way', () => {
  it('says that it is incomplete, though there is no gap any more', async () => {
    const visit = await visitor(site.browser);
    await visit.page.route('**/publications.json', () => {});
    await goTo(visit.page, new URL('rapport/entier', site.url).href);
    await visit.page.evaluate(async () => {
      const root = document.querySelector('ess-report')?.shadowRoot;
      for (let room = root?.querySelector('.room'); room; room = root?.querySelector('.room')) {
        room.scrollIntoView();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await visit.page.emulateMedia({ media: 'print' });
    expect(await visit.page.locator('ess-report .rest').isVisible()).toBe(true);
    await visit.close();
  }, 60_000);
});

describe('the report, printed by keys before it is all there', () => {
  it('has all of it, maps too: the keys wait, and say so', async () => {
    const visit = await visitor(site.browser);
    // The browser's own print opens a dialog; here it says what it would have printed.
    await visit.page.addInitScript(() => {
      globalThis.print = () => {
        const report = document.querySelector('ess-report');
        const count = (selector: string) => report?.shadowRoot?.querySelectorAll(selector).length;
        const [missing, maps] = [count('.room, .left-out, .preparing'), count('ess-member-map')];
        document.title = JSON.stringify({ missing, maps, isLaid: report?.hasAttribute('data-ess-paper') });
      };
    });
    await goTo(visit.page, new URL('rapport/entier', site.url).href);
    const said = visit.page.evaluate(
      () =>
        new Promise((resolve) => {
          const root = document.querySelector('ess-report')?.shadowRoot;
          const watch = new MutationObserver(() => {
            const { textContent } = root?.querySelector('.preparing') ?? {};
            if (textContent) resolve(textContent);
          });
          if (root) watch.observe(root, { childList: true });
        }),
    );
    await visit.page.keyboard.press('Control+p');
    expect(await said).toBe('Préparation de l’impression…');
    await visit.page.waitForFunction(() => document.title.startsWith('{'));
    expect(JSON.parse(await visit.page.title())).toEqual({ missing: 0, maps: 6, isLaid: true });
    expect(visit.complaints).toEqual([]);
    await visit.close();
  }, 60_000);
});
