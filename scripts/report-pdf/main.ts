import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../site/browser.mjs';
import { ROOT } from '../site/mounts.mjs';
import { serveSite } from '../site/server.mjs';
import { readArguments, UsageError } from './arguments.ts';
import { printReport } from './print.ts';

/**
 * Writes the report to a file.
 * @returns what to say
 * @throws {UsageError} when it cannot be had
 */
export async function main(args: readonly string[]): Promise<string> {
  const { help, out = path.join(ROOT, 'dist/report.pdf'), url, section, address } = readArguments(args);
  if (help !== undefined) return help;
  const site = url === undefined ? await serve() : null;
  const browser = await openBrowser({ systemFonts: true });
  try {
    const printed = await printReport(browser, { url: url ?? `${site?.url}rapport/`, section, address });
    mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
    writeFileSync(out, printed.pdf);
    const written = `written: ${path.relative('', out)}, ${printed.pages} page${printed.pages === 1 ? '' : 's'}, ${(printed.pdf.length / 1e6).toFixed(1)} MB`;
    const isHere = new URL(printed.address).hostname === '127.0.0.1';
    return isHere
      ? `${written}\nIts last page names ${printed.address}, which nobody else can open: say where the report is with --address.`
      : written;
  } finally {
    await browser.close();
    await site?.close();
  }
}

async function serve(): ReturnType<typeof serveSite> {
  try {
    return await serveSite({ port: 0 });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
