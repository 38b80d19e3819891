/**
 * `npm run bench -- profile bars|map|events|agenda|report`: what our page waits for until its first figure on a slow phone, and
 * which functions it spends its time in. Builds the elements once more, with source maps.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import { openStage } from './bench.ts';
import { ROOT, SLOW_PHONE, type Slowness, slow, visitor } from './chromium.ts';
import type { Contender } from './contender.ts';
import type { PageData } from './pages.ts';
import { NAME_HELPER } from './visit.ts';
import { watch } from './watch.ts';

type Profile = Awaited<ReturnType<typeof stopProfile>>;
type ProfileNode = Profile['nodes'][number];

/** A request of the page, ms from the first. */
interface Waited {
  readonly pathname: string;
  readonly start: number;
  /** Null where it was still on its way when the figure was there. */
  end: number | null;
  size: number;
}

/** ms by function, most first: in the function itself, and with all that it called. */
interface Spent {
  readonly self: readonly (readonly [name: string, ms: number])[];
  readonly total: readonly (readonly [name: string, ms: number])[];
}

/** Adds a profile up by function. `nameOf` names a node; idle time is nobody's. */
export function spentIn(profile: Profile, nameOf: (node: ProfileNode) => string): Spent {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const [self, total] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, name: string, ms: number): unknown => to.set(name, (to.get(name) ?? 0) + ms);
  for (const [at, id] of samples.entries()) {
    const [name, ms] = [names.get(id) ?? '', (timeDeltas[at] ?? 0) / 1000];
    if (name === '(idle)') continue;
    add(self, name, ms);
    const above = new Set<string>();
    for (let each: number | undefined = id; each !== undefined; each = parents.get(each))
      above.add(names.get(each) ?? '');
    for (const caller of above) add(total, caller, ms);
  }
  const sorted = (of: Map<string, number>) => [...of].sort(([, a], [, b]) => b - a);
  return { self: sorted(self), total: sorted(total) };
}

/** Names functions by their source, from the maps beside the built files. */
function namesFrom(cdn: string): (node: ProfileNode) => string {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (url: string): SourceMap | null => {
    const known = maps.get(url);
    if (known !== undefined) return known;
    const file = `${path.join(cdn, new URL(url).pathname.replace(/^\/ess\//, ''))}.map`;
    const found = existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null;
    maps.set(url, found);
    return found;
  };
  return ({ callFrame: { functionName, url, lineNumber, columnNumber } }) => {
    const map = /^https?:/.test(url) ? mapOf(url) : null;
    const entry: Partial<SourceMapping & { readonly name: string }> = map?.findEntry(lineNumber, columnNumber) ?? {};
    if (entry.originalSource === undefined) return functionName || '(anonymous)';
    const source = entry.originalSource.replace(/^.*(?:packages|node_modules)\//, '');
    return `${entry.name ?? functionName} ${source}:${(entry.originalLine ?? 0) + 1}`;
  };
}

/** Builds the elements with their source maps. */
function buildWithMaps(out: string): void {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const args = ['build', '-c', 'packages/elements/vite.config.ts', '--outDir', out, '--emptyOutDir', '--sourcemap'];
  const { status, stderr } = spawnSync(process.execPath, [vite, ...args, '--logLevel', 'error'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the elements could not be built: ${stderr}`);
}

const stopProfile = async (session: CDPSession) => (await session.send('Profiler.stop')).profile;

/** Follows the requests of a page. */
async function follow(session: CDPSession): Promise<readonly Waited[]> {
  const found: Waited[] = [];
  const byId = new Map<string, Waited>();
  let first = Number.NaN;
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (!request.url.startsWith('http')) return;
    if (Number.isNaN(first)) first = timestamp;
    const waited: Waited = {
      pathname: new URL(request.url).pathname,
      start: (timestamp - first) * 1000,
      end: null,
      size: 0,
    };
    byId.set(requestId, waited);
    found.push(waited);
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const waited = byId.get(requestId);
    if (waited) Object.assign(waited, { end: (timestamp - first) * 1000, size: encodedDataLength });
  });
  return found;
}

const MOST = 24;

function print(figure: number, waited: readonly Waited[], { self, total }: Spent): void {
  console.log(`first figure on screen after ${Math.round(figure)} ms\n\n  from      to      kB`);
  for (const { pathname, start, end, size } of waited) {
    const cells = [
      start.toFixed(0).padStart(6),
      (end?.toFixed(0) ?? '…').padStart(6),
      (size / 1000).toFixed(1).padStart(6),
    ];
    console.log(`${cells.join('  ')}  ${pathname}`);
  }
  for (const [head, list] of [
    ['in the function itself', self],
    ['with what it called', total],
  ] as const) {
    console.log(`\nms, ${head}`);
    for (const [name, ms] of list.slice(0, MOST)) console.log(`${ms.toFixed(0).padStart(6)}  ${name}`);
  }
}

/** Visits our page once and prints what it waited for and what it did. */
export async function profilePage(
  contender: Contender,
  prepare: (made: string) => PageData,
  slowness: Slowness | null = SLOW_PHONE,
): Promise<void> {
  const cdn = mkdtempSync(path.join(os.tmpdir(), 'ess-profile-'));
  buildWithMaps(cdn);
  const stage = await openStage([], cdn);
  try {
    const url = stage.page(contender, prepare(stage.made));
    const context = await visitor(stage.browser);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slow(session, slowness);
    const waited = await follow(session);
    await page.addInitScript({ content: NAME_HELPER });
    await page.addInitScript(watch, contender.signs);
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
    await page.goto(url, { waitUntil: 'commit' });
    const figure = await page.evaluate(() => globalThis.essWatch.figure);
    print(figure, waited, spentIn(await stopProfile(session), namesFrom(cdn)));
  } finally {
    await stage.close();
    rmSync(cdn, { recursive: true });
  }
}
