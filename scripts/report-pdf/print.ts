import type { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { UsageError } from './arguments.ts';
import { readPdf } from './pdf.ts';

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
  /** The address on its last page. */
  readonly address: string;
}

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

async function write(page: Page): Promise<PrintedReport> {
  await lay(page);
  // The page goes back to the view that it was on once it is printed.
  const address = await page.evaluate(
    () => document.querySelector('ess-report')?.shadowRoot?.querySelector('.address')?.textContent ?? '',
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  return { pdf, pages: readPdf(pdf).pages.length, address };
}

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
