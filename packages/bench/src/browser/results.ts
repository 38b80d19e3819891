/** Result of a run, as it is kept in `results/*.json`, and its tables. */
import os from 'node:os';
import type { ContenderKind } from './contender.ts';
import type { RoundFigures } from './rounds.ts';

/** One contender of a work. */
interface Line {
  readonly name: string;
  readonly kind: ContenderKind;
  readonly medians: RoundFigures;
  readonly rounds: readonly RoundFigures[];
}

/** One work: everybody does the same. */
export interface Work {
  readonly work: string;
  readonly lines: readonly Line[];
}

/** A run. */
export interface Result {
  readonly kind: string;
  readonly date: string;
  readonly browser: string;
  /** Class of the machine: no name and no path of it. */
  readonly machine: { readonly cores: number; readonly processor: string; readonly memory: string };
  /** Work that waited for a core, at the start and at the end of the run. */
  readonly load: readonly [start: number, end: number];
  readonly rounds: number;
  readonly works: readonly Work[];
}

/** Returns the class of this machine. */
export const machineOf = (): Result['machine'] => ({
  cores: os.availableParallelism(),
  processor: os.cpus()[0]?.model.trim() ?? '',
  memory: `${Math.round(os.totalmem() / 1e9)} GB`,
});

export const loadNow = (): number => Math.round((os.loadavg()[0] ?? 0) * 10) / 10;

/** A column of a table: the figure, its head, and how it is written. */
interface Column {
  readonly figure: string;
  readonly head: string;
  readonly write: (value: number) => string;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
export const kilobytes = (bytes: number): string => (bytes < 9_950 ? (bytes / 1000).toFixed(1) : whole(bytes / 1000));
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Every figure that a table may show. */
const COLUMNS: readonly Column[] = [
  { figure: 'code', head: 'kB, scripts and styles', write: kilobytes },
  { figure: 'data', head: 'kB, page and data', write: kilobytes },
  { figure: 'requests', head: 'files before the figure', write: whole },
  { figure: 'levels', head: 'levels of requests', write: whole },
  { figure: 'sign', head: 'sign to live, ms', write: whole },
  { figure: 'cold', head: 'cold, ms', write: whole },
  { figure: 'warm', head: 'warm, ms', write: whole },
  { figure: 'blocking', head: 'blocking, ms', write: whole },
  { figure: 'longest', head: 'longest task, ms', write: whole },
  { figure: 'zoom', head: 'zoom step, ms', write: whole },
  { figure: 'processor', head: 'processor over ten steps, ms', write: whole },
  { figure: 'heap', head: 'heap, MB', write: megabytes },
  { figure: 'facet', head: 'facet, ms', write: whole },
  { figure: 'interaction', head: 'slowest interaction, ms', write: whole },
  { figure: 'unslowed', head: 'slowest interaction, whole machine, ms', write: whole },
];

/** Figures whose ratio to ours says who is sooner or lighter. */
const COMPARED = [
  'code',
  'cold',
  'warm',
  'blocking',
  'longest',
  'zoom',
  'processor',
  'heap',
  'interaction',
  'unslowed',
];

/**
 * Returns a contender's figure over ours: above 1 it is more than ours. Null where one of them is missing, or ours is
 * 0.
 */
export function figureRatio(line: Line, { lines }: Work, figure: string): number | null {
  const own = lines.find(({ kind }) => kind === 'ours')?.medians[figure];
  const value = line.medians[figure];
  return own && value !== undefined && Number.isFinite(value) ? value / own : null;
}

const ratio = (value: number | null): string => (value === null ? '' : ` (×${value.toFixed(value < 10 ? 1 : 0)})`);

/** Heads and cells of a work: what nobody has is left out. Ratios are to ours. */
export function cellsOf(work: Work): readonly (readonly string[])[] {
  const columns = COLUMNS.filter(({ figure }) => work.lines.some(({ medians }) => Number.isFinite(medians[figure])));
  const rows = work.lines.map((line) => [
    line.name,
    ...columns.map(({ figure, write }) => {
      const value = line.medians[figure];
      if (value === undefined || !Number.isFinite(value)) return '–';
      const compared = line.kind !== 'ours' && COMPARED.includes(figure);
      return `${write(value)}${compared ? ratio(figureRatio(line, work, figure)) : ''}`;
    }),
  ]);
  return [['', ...columns.map(({ head }) => head)], ...rows];
}

/** Returns the work as a table, for a terminal. */
export function terminalTable(work: Work): string {
  const cells = cellsOf(work);
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? [];
  const lines = cells.map((row) =>
    row.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))),
  );
  return [work.work, ...lines.map((row) => `  ${row.join('  ')}`)].join('\n');
}

/** Returns the figures in which a peer or a bare page is better than ours. */
export function lossesOf(work: Work): readonly string[] {
  return COMPARED.flatMap((figure) => {
    const own = work.lines.find(({ kind }) => kind === 'ours')?.medians[figure];
    const head = COLUMNS.find((column) => column.figure === figure)?.head ?? figure;
    if (own === undefined) return [];
    const better = work.lines.filter(
      ({ kind, medians }) => kind !== 'ours' && (medians[figure] ?? Number.POSITIVE_INFINITY) < own,
    );
    return better.map(
      ({ name, medians }) => `${work.work}, ${head}: ${name} ${whole(medians[figure] ?? 0)}, ours ${whole(own)}`,
    );
  });
}
