/** The measures beside others in `docs/BENCH.md`: what was kept in `packages/bench/results`, written between two markers by `npm run sync`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GateResult } from '../packages/bench/src/browser/gate.ts';
import { cellsOf, type Result, type Work } from '../packages/bench/src/browser/results.ts';
import { formatted, type Generated, withBlock } from './sync/files.ts';

export const START = '<!-- bench:start -->';
export const END = '<!-- bench:end -->';

/** Markers of the table in README. */
const GATE: readonly [string, string] = ['<!-- gate:start -->', '<!-- gate:end -->'];

const ORDER = ['gate', 'map', 'report'];

/** Returns the line on a run: date, browser, machine and load. */
export function runLine({ date, browser, machine, rounds, load }: Result): string {
  const { cores, processor, memory } = machine;
  const medians = `medians of ${rounds} round${rounds > 1 ? 's' : ''}`;
  const busy = Math.max(...load) > cores ? ' The machine was busy with other work: times are too long.' : '';
  return `${date}, ${browser}, ${cores} cores (${processor}), ${memory}, load ${load[0]} to ${load[1]}; ${medians}.${busy}`;
}

/** Returns a work as a table in Markdown. */
export function workTable(work: Work): string {
  const [head = [], ...rows] = cellsOf(work);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at ? '--:' : '---'));
  return [line([work.work, ...head.slice(1)]), line(rule), ...rows.map(line)].join('\n');
}

/** Returns every table, for the page of measures. */
export const details = (results: readonly Result[]): string =>
  results
    .map((result) => [`${titleOf(result)}: ${runLine(result)}`, ...result.works.map(workTable)].join('\n\n'))
    .join('\n\n');

const TITLES: Readonly<Record<string, string>> = {
  gate: 'Everyday work, slow phone',
  map: 'Maps of many points, whole machine',
  report: 'The report, slow phone',
};
const titleOf = ({ kind }: Result): string => TITLES[kind] ?? kind;

/** Returns the text with this between the markers. @throws Error where it does not have both, in order */
export const withBench = (text: string, block: string): string => withBlock('the text', text, block, [START, END]);

/** Returns the results that were kept, in the order of the page. */
export function keptResults(root: string): readonly Result[] {
  const folder = path.join(root, 'packages/bench/results');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Result)
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Returns the table in README: ms until the first figure, and parts of what the peer takes. */
export function gateTable(result: GateResult): string {
  const rows = result.works.map(({ work, lines }) => {
    const [still, own] = ['ESS Widgets, still in the page', 'ESS Widgets'].map(
      (name) => lines.find((each) => each.name === name)?.medians ?? {},
    );
    const peer = lines.find(({ kind }) => kind === 'peer');
    const first = peer?.medians['cold'];
    const time = (ms: number | undefined): string =>
      ms === undefined ? '–' : `${Math.round(ms)}${first ? ` (×${(ms / first).toFixed(2)})` : ''}`;
    const untouched = still?.['code'] === undefined ? '–' : (still['code'] / 1000).toFixed(1);
    const cells = [work, time(still?.['cold']), untouched, time(still?.['sign']), time(own?.['cold'])];
    return `| ${[...cells, peer ? `${Math.round(first ?? 0)}, ${peer.name}` : '–'].join(' | ')} |`;
  });
  const heads = ['', 'still in the page', 'its code, kB', 'from a sign to live', 'loader and element', 'peer'];
  return `Milliseconds until the first figure on a slow phone, and how many times those of the peer; commit ${result.commit}.
[docs/BENCH.md](docs/BENCH.md) says how, and has the rest: ${runLine(result)}

| ${heads.join(' | ')} |
| ${heads.map((_, at) => (at ? '--:' : '---')).join(' | ')} |
${rows.join('\n')}`;
}

/** Returns the pages with the results; nothing where none were kept. */
export function benchPage(root: string): Generated {
  const results = keptResults(root);
  if (results.length === 0) return new Map();
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const gate = results.find((each): each is GateResult => each.kind === 'gate');
  const pages: readonly (readonly [string, string])[] = [
    ['docs/BENCH.md', withBench(read('docs/BENCH.md'), details(results))],
    ...(gate ? [['README.md', withBlock('README', read('README.md'), gateTable(gate), GATE)] as const] : []),
  ];
  return new Map(pages.map(([file, text]) => [file, formatted(file, text)]));
}
