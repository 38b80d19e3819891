/** `npm run report:pdf`: the report as an A4 PDF, as the button "Imprimer le rapport" prints it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArguments, UsageError } from './report-pdf/arguments.ts';
import { printReport } from './report-pdf/print.ts';
import { openBrowser } from './site/browser.mjs';
import { ROOT } from './site/mounts.mjs';
import { serveSite } from './site/server.mjs';

async function main(args: readonly string[]): Promise<string> {
  const { help, out = path.join(ROOT, 'dist/report.pdf'), url, section, address } = readArguments(args);
  if (help !== undefined) return help;
  const site = url === undefined ? await serveSite({ port: 0 }) : null;
  const browser = await openBrowser();
  try {
    const printed = await printReport(browser, { url: url ?? `${site?.url}rapport/`, section, address });
    mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
    writeFileSync(out, printed.pdf);
    const written = `written: ${path.relative('', out)}, ${printed.pages} pages, ${(printed.pdf.length / 1e6).toFixed(1)} MB`;
    const isHere = new URL(printed.address).hostname === '127.0.0.1';
    return isHere
      ? `${written}\nIts last page names ${printed.address}, which nobody else can open: say where the report is with --address.`
      : written;
  } finally {
    await browser.close();
    await site?.close();
  }
}

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  const isUsage =
    error instanceof UsageError || (error instanceof Error && error.message.startsWith('The site is not'));
  if (!isUsage) throw error;
  console.error(`${error.message} (npm run report:pdf -- --help)`);
  process.exitCode = 2;
}
