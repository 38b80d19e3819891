/**
 * `npm run bench -- peers | map | report | profile | write`: the page in a browser, beside those of others.
 *
 * `--rounds 7` says how often each contender is measured; `--points 1000,10000` which maps; `--form packed` reads our
 * members from the packed form. `write` keeps what was found last in `packages/bench/results` and in the README.
 */
import { parseArgs } from 'node:util';
import { keep } from './bench.ts';
import type { BenchCommand } from './commands.ts';
import { measureMaps } from './map.ts';
import { contenderData, measurePeers, tasksOf } from './peers.ts';
import { profilePage } from './profile.ts';
import { measureReport, REPORT_PAGE } from './report-page.ts';
import { AGENDA, BARS, EVENTS, mapsOf } from './works.ts';
import { writeResults } from './write.ts';

const ROUNDS = 7;
const POINTS = '1000,10000,100000,220000';

/** Profiles one of our pages. @throws TypeError for another name */
async function profileOf(name: string): Promise<void> {
  if (name === 'report') return profilePage(REPORT_PAGE, () => ({ folder: '/data/' }));
  const place = ['bars', 'map', 'events', 'agenda'].indexOf(name);
  const contender = [BARS, mapsOf(), EVENTS, AGENDA][place]?.find(({ kind }) => kind === 'ours');
  if (!contender) throw new TypeError(`there is no page "${name}" (there are: bars, map, events, agenda, report)`);
  return profilePage(contender, (made) => {
    const task = tasksOf(made, new Date())[place];
    return contenderData(contender, task?.data ?? { folder: '/data/' });
  });
}

/** Runs one of the commands. @throws TypeError for arguments that mean nothing */
export async function browserBench(command: BenchCommand, args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: command === 'profile',
    options: { rounds: { type: 'string' }, points: { type: 'string' }, form: { type: 'string', default: 'plain' } },
  });
  const rounds = Number(values.rounds ?? ROUNDS);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new TypeError('--rounds is a whole number above 0');
  if (command === 'write') writeResults();
  if (command === 'profile') await profileOf(positionals[0] ?? '');
  if (command === 'peers') keep(await measurePeers({ rounds, now: new Date() }));
  if (command === 'report') keep(await measureReport({ rounds }));
  if (command === 'map') {
    const points = (values.points ?? POINTS).split(',').map((text) => Number(text.replaceAll('_', '')));
    if (points.some((count) => !Number.isSafeInteger(count) || count < 1))
      throw new TypeError(`--points is like ${POINTS}`);
    if (values.form !== 'plain' && values.form !== 'packed') throw new TypeError('--form is plain or packed');
    keep(await measureMaps({ rounds, points, form: values.form }));
  }
}
