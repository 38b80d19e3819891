/** `npm run bench -- peers`: everyday work on a slow phone, cold and warm. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { frenchCommunes } from '../data/communes.ts';
import { type CollegeBar, writeBars, writeCalendar, writeEvents, writeList, writeMembers } from '../data/folders.ts';
import { makeMembers } from '../data/members.ts';
import { range } from '../network/written.ts';
import { openStage, resultOf, type Stage } from './bench.ts';
import { ROOT, SLOW_PHONE, type Slowness, visitor } from './chromium.ts';
import type { Contender, Spoken } from './contender.ts';
import type { PageData } from './pages.ts';
import { reachIn } from './reach.ts';
import { loadNow, type Result, type Work } from './results.ts';
import { inRounds, type RoundFigures, type Rounds } from './rounds.ts';
import { blockingOf, visit } from './visit.ts';
import { AGENDA, BARS, EVENTS, mapOfList, mapsOf, withEarly } from './works.ts';

/** Number of members that the report counts. */
const POINTS = 117;
const HELD = 24;
/** Events of a hub in a year. */
const A_YEAR = 400;
const BRITTANY = new Set(['22', '29', '35', '56']);

/** Options of a run. */
interface PeersOptions extends Rounds {
  readonly slowness?: Slowness | null;
  readonly now: Date;
}

interface Task {
  readonly work: string;
  readonly contenders: readonly Contender[];
  readonly data: PageData;
  readonly spoken: readonly Spoken[];
}

/** Returns the published members by collège, from the data set that our page reads. */
function publishedBars(): readonly CollegeBar[] {
  const file = path.join(ROOT, 'packages/bretagne/data/measures.json');
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
  const { measures } = JSON.parse(readFileSync(file, 'utf8')) as Measures;
  const found = measures.find(
    ({ indicator, period, by }) => indicator === 'members-stock' && period === '2024' && by === 'college',
  );
  return (found?.parts ?? []).map(({ label, quantity }) => ({ label: label.fr, value: quantity.value }));
}

/** Writes the data of every work. */
export function tasksOf(made: string, now: Date): readonly Task[] {
  const bars = publishedBars();
  writeBars(path.join(made, 'bars'), bars);
  const communes = frenchCommunes().filter(({ departement }) => BRITTANY.has(departement));
  const members = makeMembers(POINTS, communes);
  writeMembers(path.join(made, 'map'), members, '../../data/basemap.json');
  writeList(path.join(made, 'map/members.csv'), members);
  writeEvents(path.join(made, 'events'), HELD, now);
  writeCalendar(path.join(made, 'agenda'), A_YEAR, now);
  return [
    {
      work: `bars of ${bars.length} collèges`,
      contenders: withEarly(BARS),
      data: { folder: '/made/bars/' },
      spoken: bars.map(({ label, value }) => ({ label, value: String(value) })),
    },
    {
      work: `map of ${POINTS} points with their list`,
      contenders: withList(withEarly(mapsOf())),
      data: { folder: '/made/map/', ground: '../../data/basemap.json' },
      spoken: members.map(({ name }) => ({ label: name })),
    },
    {
      work: `count of ${HELD} events, and the next one`,
      contenders: withEarly(EVENTS),
      data: { folder: '/made/events/' },
      spoken: [{ label: `${HELD} événements` }, { label: `Rencontre ${HELD + 1}` }],
    },
    {
      work: `agenda of ${A_YEAR} events of a calendar file`,
      contenders: withEarly(AGENDA),
      data: { folder: '/made/agenda/' },
      spoken: range(10).map((n) => ({ label: `Rencontre ${A_YEAR / 2 + n + 2}` })),
    },
  ];
}

/** After ours, the same from a spreadsheet. */
const withList = (contenders: readonly Contender[]): readonly Contender[] => [
  ...contenders.filter(({ kind }) => kind === 'ours'),
  mapOfList('/made/map/members.csv'),
  ...contenders.filter(({ kind }) => kind !== 'ours'),
];

/** Returns the data of a contender: its own, else those of the work. */
export const contenderData = ({ data: folder }: Contender, data: PageData): PageData =>
  folder === undefined ? data : { folder };

/** Asks for all rows of a list, fifty at a time. */
async function showAll(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: /^Afficher la suite/ });
  for (let left = 20; left > 0 && (await more.count()) > 0; left--) await more.last().click();
}

async function measureOne(
  context: BrowserContext,
  contender: Contender,
  task: Task,
  where: { readonly stage: Stage; readonly url: string; readonly slowness: Slowness | null },
): Promise<RoundFigures> {
  const { stage, url, slowness } = where;
  const cold = await visit(context, contender, { server: stage.server, url, slowness });
  await cold.session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await showAll(cold.page);
  const { values, paired, of } = await reachIn(cold.session, task.spoken);
  await cold.page.close();
  const warm = await visit(context, contender, { server: stage.server, url, slowness });
  const { bytes, requests } = cold;
  const figures = { ...bytes, requests, cold: cold.figure, warm: warm.figure, blocking: blockingOf(cold.tasks) };
  return { ...figures, values, paired, of };
}

/** Measures everyday work. */
export async function measurePeers({
  rounds,
  atOnce = false,
  slowness = SLOW_PHONE,
  now,
}: PeersOptions): Promise<Result> {
  const start = loadNow();
  const stage = await openStage([...BARS, ...mapsOf(), ...EVENTS, ...AGENDA]);
  try {
    const works: Work[] = [];
    for (const task of tasksOf(stage.made, now)) {
      const urls = new Map(task.contenders.map((each) => [each, stage.page(each, contenderData(each, task.data))]));
      const measured = await inRounds(task.contenders, { rounds, atOnce }, async (contender) => {
        const context = await visitor(stage.browser);
        try {
          return await measureOne(context, contender, task, { stage, url: urls.get(contender) ?? '', slowness });
        } finally {
          await context.close();
        }
      });
      const lines = measured.map(({ contender: { name, kind }, ...rest }) => ({ name, kind, ...rest }));
      works.push({ work: task.work, lines });
    }
    return resultOf('peers', stage, rounds, start, works);
  } finally {
    await stage.close();
  }
}
