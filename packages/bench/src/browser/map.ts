/** `npm run bench -- map`: maps of many points, on the machine as it is. */
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { frenchCommunes } from '../data/communes.ts';
import { type DataForm, packFolder, writeMembers } from '../data/folders.ts';
import { makeMembers } from '../data/members.ts';
import { medianOf } from '../slope.ts';
import { openStage, resultOf, type Stage } from './bench.ts';
import { heapOf, processOf, visitor } from './chromium.ts';
import type { Contender } from './contender.ts';
import { browserTime } from './processes.ts';
import { loadNow, type Result, type Work } from './results.ts';
import { inRounds, type RoundFigures, type Rounds } from './rounds.ts';
import { type BenchStep, stepArguments, takeStep } from './steps.ts';
import { longestOf, visit } from './visit.ts';
import { mapsOf } from './works.ts';

/** Options of a run. */
interface MapOptions extends Rounds {
  readonly points: readonly number[];
  readonly form: DataForm;
}

/** Into the map and out again. */
const ZOOMS = [1, 1, 1, 1, 1, -1, -1, -1, -1, -1] as const;
const TIMEOUT_MS = 180_000;

const ELEMENT = 'ess-member-map';

function zoomStep({ kind }: Contender, zoom: 1 | -1): BenchStep {
  if (kind !== 'ours') return { watched: '#map', zoom };
  return { within: ELEMENT, watched: '.map', button: `.controls .bar button:nth-child(${zoom > 0 ? 1 : 2})` };
}

/** The live region is not watched, because it changes 0.4 s after the drawing. */
const FACET: BenchStep = { within: ELEMENT, watched: '[part~="body"]', button: '[part~="legend"] button' };

const take = (page: Page, step: BenchStep): Promise<number> => page.evaluate(takeStep, stepArguments(step));

/** Measures a zoom step, and the processors over all of them, in ms. */
async function zooms(page: Page, contender: Contender, pid: number): Promise<RoundFigures> {
  const before = browserTime(pid);
  const steps: number[] = [];
  for (const zoom of ZOOMS) steps.push(await take(page, zoomStep(contender, zoom)));
  return { zoom: medianOf(steps), processor: browserTime(pid) - before };
}

/** Returns the bytes of the heap of a page with nothing on it. */
async function emptyHeap(context: BrowserContext, stage: Stage): Promise<number> {
  const page = await context.newPage();
  await page.goto(new URL('/empty/', stage.server.url).href);
  const heap = await heapOf(await context.newCDPSession(page));
  await page.close();
  return heap;
}

async function measureOne(stage: Stage, contender: Contender, url: string): Promise<RoundFigures> {
  const context = await visitor(stage.browser);
  try {
    const empty = await emptyHeap(context, stage);
    const { page, session, figure, tasks, bytes } = await visit(context, contender, {
      server: stage.server,
      url,
      slowness: null,
      patience: TIMEOUT_MS,
    });
    const heap = (await heapOf(session)) - empty;
    const zoomed = await zooms(page, contender, await processOf(stage.browser));
    const facet = contender.kind === 'ours' ? { facet: await take(page, FACET) } : {};
    return { ...bytes, cold: figure, longest: longestOf(tasks), ...zoomed, heap, ...facet };
  } finally {
    await context.close();
  }
}

/** Measures maps of these numbers of points. */
export async function measureMaps({ rounds, atOnce = false, points, form }: MapOptions): Promise<Result> {
  const start = loadNow();
  const contenders = mapsOf('basemap="none"');
  const stage = await openStage(contenders);
  try {
    const communes = frenchCommunes();
    const works: Work[] = [];
    for (const count of points) {
      const folder = path.join(stage.made, String(count));
      writeMembers(folder, makeMembers(count, communes));
      if (form === 'packed') packFolder(folder, path.join(folder, 'packed'));
      const own = form === 'packed' ? `/made/${count}/packed/` : `/made/${count}/`;
      const urls = new Map(
        contenders.map((each) => [each, stage.page(each, { folder: each.kind === 'ours' ? own : `/made/${count}/` })]),
      );
      const measured = await inRounds(contenders, { rounds, atOnce }, (contender) =>
        measureOne(stage, contender, urls.get(contender) ?? ''),
      );
      const lines = measured.map(({ contender: { name, kind }, ...rest }) => ({ name, kind, ...rest }));
      works.push({
        work: `map of ${count.toLocaleString('en-GB')} generated points${form === 'packed' ? ', ours packed' : ''}`,
        lines,
      });
    }
    return resultOf('map', stage, rounds, start, works);
  } finally {
    await stage.close();
  }
}
