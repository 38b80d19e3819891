import type { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { UsageError } from './arguments.ts';
import { type OutlineItem, type Pdf, readPdf } from './pdf.ts';
import { filled, MARGINS } from './pdf-layout.ts';
import { withTitles } from './pdf-titles.ts';

/** Request of a print. */
export interface PrintRequest {
  /** The page that has the report. */
  readonly url: string;
  readonly section?: string | undefined;
  readonly address?: string | undefined;
}

/** A printed report. */
export interface PrintedReport {
  readonly pdf: Buffer;
  readonly pages: number;
  /** The page that each chapter and section begins on, as its contents say. */
  readonly contents: ReadonlyMap<string, number>;
  /** The address on its last page. */
  readonly address: string;
}

/** Changes of the distance between sections, tried until the last page is not left mostly blank; none of them may help. */
const CLOSER = ['1mm', '2mm', '-3mm', '0mm'];

/** A last page with less on it than that, as a share of it, is mostly blank. */
const BLANK = 0.5;

/** Time in which a report must be ready, in ms. */
const TIMEOUT_MS = 30_000;

/** The report, as this page sees it: the elements are not part of what the script is compiled with. */
type Report = HTMLElement & {
  section: string | undefined;
  readonly state?: string;
  readonly updateComplete: Promise<unknown>;
  print(): Promise<boolean>;
};

/** @throws {UsageError} when the page cannot be had or shows no report, or the report has no such section */
export async function printReport(browser: Browser, { url, section, address }: PrintRequest): Promise<PrintedReport> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1200, height: 900 },
    colorScheme: 'light',
  });
  try {
    const page = await context.newPage();
    // The element prints through the browser's dialog; here the page is written to a file once it is laid out.
    await page.addInitScript(() => {
      globalThis.print = () => undefined;
    });
    await open(page, url);
    await nameAddress(page, address);
    await show(page, section);
    return await write(page);
  } finally {
    await context.close();
  }
}

async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url).catch((error: Error) => {
    throw new UsageError(`${url} cannot be opened: ${error.message.split('\n', 1)[0]}`);
  });
  if (answer && !answer.ok()) throw new UsageError(`${url} answers ${answer.status()}: is it the page of the report?`);
  const report = page.locator('ess-report').first();
  await report.waitFor({ state: 'attached', timeout: 2_000 }).catch(() => {
    throw new UsageError(`${url} has no <ess-report>: give the page that shows the report.`);
  });
}

/** A page may say where its readers find it; the report prints that. */
async function nameAddress(page: Page, address: string | undefined): Promise<void> {
  if (address === undefined) return;
  await page.evaluate((href) => {
    for (const old of document.querySelectorAll('link[rel~="canonical"]')) old.remove();
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = href;
    document.head.append(link);
  }, address);
}

/** Waits until the report, or the part asked for, is there. */
async function show(page: Page, section: string | undefined): Promise<void> {
  const isThere = () => ['ready', 'stale', 'error'].includes(document.querySelector<Report>('ess-report')?.state ?? '');
  const wait = () =>
    page.waitForFunction(isThere, undefined, { timeout: TIMEOUT_MS }).catch(() => {
      throw new UsageError(
        `The report shows nothing after ${TIMEOUT_MS / 1000} s: are its scripts and its data there?`,
      );
    });
  await wait();
  if (section !== undefined) {
    await page.evaluate((id) => {
      const report = document.querySelector('ess-report');
      // A page that names a view has it shown whatever the section.
      report?.removeAttribute('view');
      report?.setAttribute('section', id);
    }, section);
    await page.evaluate(() => document.querySelector<Report>('ess-report')?.updateComplete);
    await wait();
  }
}

/** Prints twice: no browser says in its contents on which page a section is, but the outline of what it wrote does. */
async function write(page: Page): Promise<PrintedReport> {
  let contents: ReadonlyMap<string, number> = new Map();
  const closer = [...CLOSER];
  for (let turn = 0; ; turn++) {
    await lay(page);
    const address = await fill(page, contents);
    // The page goes back to the view that it was on once it is printed.
    const [parts, said] = [await headings(page), await allTitles(page)];
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    const read = readPdf(pdf);
    const { pages, outline } = read;
    const space = turn === 0 && isMostlyBlank(read) ? closer.shift() : undefined;
    if (space !== undefined) {
      await page.evaluate((mm) => {
        document.querySelector<Report>('ess-report')?.style.setProperty('--_closer', mm);
      }, space);
      turn = -1;
      continue;
    }
    const found = pagesOf(parts, outline);
    const isTrue = [...found].every(([id, at]) => contents.get(id) === at);
    if (isTrue || turn === 2) {
      return { pdf: withTitles(pdf, goodTitles(said)), pages: pages.length, contents: found, address };
    }
    contents = found;
  }
}

const isMostlyBlank = (pdf: Pdf): boolean => pdf.pages.length > 1 && (filled(pdf, MARGINS).at(-1) ?? 1) < BLANK;

async function lay(page: Page): Promise<void> {
  const isLaid = await page.evaluate(() => document.querySelector<Report>('ess-report')?.print());
  if (isLaid) return;
  // Why comes with texts of its own.
  await page
    .locator('ess-report .notice')
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  const said = await page.evaluate(
    () => document.querySelector('ess-report')?.shadowRoot?.querySelector<HTMLElement>('.notice')?.innerText,
  );
  throw new UsageError(`The report cannot be printed: ${said?.replace(/\s+/g, ' ').trim() || 'it has no data.'}`);
}

/** Writes the numbers of pages into the contents. @returns the address on the last page */
function fill(page: Page, contents: ReadonlyMap<string, number>): Promise<string> {
  return page.evaluate((numbers) => {
    const root = document.querySelector('ess-report')?.shadowRoot;
    for (const room of root?.querySelectorAll<HTMLElement>('[data-page-of]') ?? [])
      room.textContent = String(numbers[room.dataset['pageOf'] ?? ''] ?? '');
    return root?.querySelector('.address')?.textContent ?? '';
  }, Object.fromEntries(contents));
}

interface Heading {
  readonly id: string;
  /** Its words, one text for each piece of it. */
  readonly pieces: readonly string[];
}

/** Returns the titles of chapters and sections, in their order. */
function headings(page: Page): Promise<readonly Heading[]> {
  return page.evaluate(() =>
    [...(document.querySelector('ess-report')?.shadowRoot?.querySelectorAll('[data-section]') ?? [])].flatMap(
      (part) => {
        const title = part.querySelector(':scope > .heading');
        const walk = title && document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
        const pieces: string[] = [];
        while (walk?.nextNode()) pieces.push(walk.currentNode.textContent ?? '');
        return title ? [{ id: part.getAttribute('data-section') ?? '', pieces }] : [];
      },
    ),
  );
}

const bare = (title: string): string => title.replace(/\s/g, '');

/**
 * Returns the pages of titles, by section: both are in the order of reading. Chromium says every piece of a title twice
 * that it has first laid at the foot of the page before.
 */
function pagesOf(titles: readonly Heading[], outline: readonly OutlineItem[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let from = 0;
  for (const { id, pieces } of titles) {
    const [once, twice] = [bare(pieces.join('')), pieces.map((piece) => bare(piece).repeat(2)).join('')];
    const at = outline.findIndex(({ title }, index) => index >= from && [once, twice].includes(bare(title)));
    if (at < 0) continue;
    found.set(id, outline[at]?.page ?? 0);
    from = at + 1;
  }
  return found;
}

/** Returns the pieces of every title of the report, those of its widgets too. */
function allTitles(page: Page): Promise<readonly (readonly string[])[]> {
  return page.evaluate(() => {
    const root = document.querySelector('ess-report')?.shadowRoot;
    const roots = [root, ...[...(root?.querySelectorAll('*') ?? [])].map(({ shadowRoot }) => shadowRoot)];
    const found = roots.flatMap((each) => [...(each?.querySelectorAll('h1, h2, h3, h4, h5, h6') ?? [])]);
    return found.map((title) => {
      const walk = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
      const pieces: string[] = [];
      while (walk.nextNode()) pieces.push(walk.currentNode.textContent ?? '');
      return pieces;
    });
  });
}

/** Returns the titles as the page writes them, by what Chromium has made of them. */
function goodTitles(titles: readonly (readonly string[])[]): (title: string) => string {
  const good = new Map<string, string>();
  for (const pieces of titles) {
    const title = pieces.join('').replace(/\s+/g, ' ').trim();
    good.set(pieces.map((piece) => bare(piece).repeat(2)).join(''), title);
  }
  // A title that is another one twice is its own.
  for (const pieces of titles) good.set(bare(pieces.join('')), pieces.join('').replace(/\s+/g, ' ').trim());
  return (title) => good.get(bare(title)) ?? title;
}
