/** Parts shared by the three benches: a server, a browser, the built pages, and the result that they write. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openChromium, ROOT } from './chromium.ts';
import type { Contender } from './contender.ts';
import { buildPages, type PageData, pageOf } from './pages.ts';
import { loadNow, lossesOf, machineOf, type Result, terminalTable, type Work } from './results.ts';
import { openServer, type Server } from './server.ts';

export interface Stage {
  readonly browser: Browser;
  readonly server: Server;
  /** Folder of the data that are made for this run; it stands under `/made/`. */
  readonly made: string;
  /** Puts the page of a contender on the server. @returns its address */
  page(contender: Contender, data: PageData): string;
  readonly close: () => Promise<void>;
}

/** Builds the pages, and opens a server and a browser for them. Needs the built elements. */
export async function openStage(
  contenders: readonly Contender[],
  cdn = path.join(ROOT, 'packages/elements/cdn'),
): Promise<Stage> {
  if (!existsSync(path.join(cdn, 'ess.js'))) throw new Error('the elements are not built: npm run build -- cdn');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ess-bench-'));
  const built = await buildPages(contenders, folder);
  const server = await openServer([
    { url: '/ess/', folder: cdn },
    { url: '/data/', folder: path.join(ROOT, 'packages/bretagne/data') },
    { url: '/pages/', folder: path.join(folder, 'pages') },
    { url: '/made/', folder: path.join(folder, 'made') },
  ]);
  server.pages.set('/empty/', '<!doctype html><html lang="fr"><title>Mesure</title><link rel="icon" href="data:,">');
  const browser = await openChromium();
  let count = 0;
  return {
    browser,
    server,
    made: path.join(folder, 'made'),
    page: (contender, data) => {
      const pathname = `/${++count}/`;
      server.pages.set(pathname, pageOf(contender, data, built));
      return new URL(pathname, server.url).href;
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the result of works that were measured since `start`. */
export function resultOf(kind: string, stage: Stage, rounds: number, start: number, works: readonly Work[]): Result {
  return {
    kind,
    date: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${stage.browser.version()}`,
    machine: machineOf(),
    load: [start, loadNow()],
    rounds,
    works,
  };
}

/** Prints the tables and writes `dist/bench/<kind>.json`. */
export function keep(result: Result): void {
  for (const work of result.works) console.log(`\n${terminalTable(work)}`);
  const losses = result.works.flatMap(lossesOf);
  if (losses.length > 0) console.log(`\nBetter than ours:\n${losses.map((each) => `  ${each}`).join('\n')}`);
  const folder = path.join(ROOT, 'dist/bench');
  mkdirSync(folder, { recursive: true });
  const round = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  writeFileSync(path.join(folder, `${result.kind}.json`), `${JSON.stringify(result, round, 1)}\n`);
  console.log(
    `\n${result.browser}, ${result.rounds} rounds, load ${result.load.join(' to ')}: dist/bench/${result.kind}.json`,
  );
}
