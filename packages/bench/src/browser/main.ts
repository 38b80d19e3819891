/**
 * `npm run bench -- gate | map | report | profile | write`: the page in a browser, beside those of others.
 *
 * `--rounds 7` says how often each contender is measured; `--points 1000,10000` which maps; `--form packed` reads our
 * members from the packed form. `write` keeps what was found last in `packages/bench/results` and in the README.
 */
import { parseArgs } from 'node:util';
import { keep } from './bench.ts';
import type { BenchCommand } from './commands.ts';
import type { Contender } from './contender.ts';
import { gateFailures, isBusy, measureGate } from './gate.ts';
import { measureMaps } from './map.ts';
import { profilePage } from './profile.ts';
import { measureReport, REPORT_PAGE } from './report-page.ts';
import { BARS, INDICATOR, mapOf, twoLines } from './works.ts';
import { writeResults } from './write.ts';

const ROUNDS = 7;
const GATE_ROUNDS = 3;
const POINTS = '1000,10000,100000,220000';

/** Profiles one of our pages, over the published data. @throws TypeError for another name */
async function profileOf(name: string): Promise<void> {
  const works: Readonly<Record<string, Contender>> = {
    ...{ indicator: twoLines(INDICATOR), bars: twoLines(BARS), map: twoLines(mapOf()), report: REPORT_PAGE },
  };
  const contender = works[name];
  if (!contender) throw new TypeError(`there is no page "${name}" (there are: ${Object.keys(works).join(', ')})`);
  return profilePage(contender, () => ({ folder: '/data/' }));
}

/** Measures and judges; once more where the machine was busy. The exit status is 1 where something does not hold. */
async function gate(rounds: number): Promise<void> {
  const measure = () => measureGate({ rounds, now: new Date() });
  let result = await measure();
  if (isBusy(result)) {
    console.log('The peers’ own rounds differ: the machine is busy. Once more.');
    result = await measure();
  }
  keep(result);
  const isTimed = !isBusy(result);
  if (!isTimed) console.log('The machine is busy: levels and bytes alone are judged.');
  const failures = gateFailures(result, isTimed);
  for (const failure of failures) console.error(`FAILED ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
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
  if (command === 'gate') await gate(Number(values.rounds ?? GATE_ROUNDS));
  if (command === 'report') keep(await measureReport({ rounds }));
  if (command === 'map') {
    const points = (values.points ?? POINTS).split(',').map((text) => Number(text.replaceAll('_', '')));
    if (points.some((count) => !Number.isSafeInteger(count) || count < 1))
      throw new TypeError(`--points is like ${POINTS}`);
    if (values.form !== 'plain' && values.form !== 'packed') throw new TypeError('--form is plain or packed');
    keep(await measureMaps({ rounds, points, form: values.form }));
  }
}
