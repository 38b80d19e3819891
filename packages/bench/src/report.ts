import type { Bench, BenchFigures } from './benches/bench.ts';
import { slopeOf } from './slope.ts';

/** One size of a bench. */
interface Row {
  readonly organisations: number;
  readonly figures: BenchFigures;
}

/** Result of a bench: its rows, its growth, and the targets that it misses. */
export interface Report {
  readonly name: string;
  readonly what: string;
  readonly rows: readonly Row[];
  /** Null with one size only. */
  readonly slope: number | null;
  readonly missed: readonly string[];
}

const number = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : value < 1000 ? 1 : 0 });

/** Holds what was measured against the targets of the bench. */
export function reportOf({ name, what, slope: steepest, targets = [] }: Bench, rows: readonly Row[]): Report {
  const points = rows.map(({ organisations, figures }) => ({
    size: organisations,
    value: Object.values(figures)[0] ?? Number.NaN,
  }));
  const slope = slopeOf(points);
  const missed = rows.flatMap(({ organisations, figures }) =>
    targets
      .filter(({ at, figure, most }) => (at ?? organisations) === organisations && !((figures[figure] ?? 0) <= most))
      .map(({ figure, most }) => {
        const found = number(figures[figure] ?? Number.NaN);
        return `${name}, ${number(organisations)} organisations: ${found} ${figure}, at most ${number(most)} expected`;
      }),
  );
  const isSteep = steepest !== undefined && slope !== null && slope > steepest;
  const steep = isSteep ? [`${name}: slope ${number(slope)}, at most ${number(steepest)} expected`] : [];
  return { name, what, rows, slope, missed: [...missed, ...steep] };
}

/** Returns the report as a table, for a terminal. */
export function reportTable({ name, what, rows, slope, missed }: Report): string {
  const heads = ['organisations', ...Object.keys(rows[0]?.figures ?? {})];
  const lines = rows.map(({ organisations, figures }) => [organisations, ...Object.values(figures)].map(number));
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  ')}`;
  return [
    `${name}: ${what}`,
    line(heads),
    ...lines.map(line),
    ...(slope === null ? [] : [`  slope ${number(slope)}`]),
    ...missed.map((each) => `  MISSED ${each}`),
  ].join('\n');
}
