/** Counts of an attack: a row a part, and the breaches by name. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../site/mounts.mjs';
import type { Found } from './detect.ts';

/** The columns that must be 0. */
export const BREACHES = [
  'executed',
  'handlers',
  'foreign elements',
  'bad links',
  'requests elsewhere',
  'unhandled',
  'blank',
  'too wide',
  'other',
] as const;
export type Breach = (typeof BREACHES)[number];

interface Row extends Record<Breach, number> {
  runs: number;
  bytes: number;
  slowest: number;
}

/** Something that must not be, with the command that shows it again. */
export interface Broken {
  readonly part: string;
  readonly kind: string;
  readonly breach: Breach;
  readonly what: string;
}

export class Tally {
  readonly #rows = new Map<string, Row>();
  readonly broken: Broken[] = [];
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Adds a case. @returns what is wrong with it, in lines that say how to repeat it */
  add(
    part: string,
    kind: string,
    breaches: Partial<Record<Breach, readonly string[]>>,
    { ms = 0, bytes = 0, runs = 1 }: { readonly ms?: number; readonly bytes?: number; readonly runs?: number } = {},
  ): readonly string[] {
    const row = this.#row(part);
    row.runs += runs;
    row.slowest = Math.max(row.slowest, ms);
    row.bytes = Math.max(row.bytes, bytes);
    const lines: string[] = [];
    for (const breach of BREACHES) {
      const all = breaches[breach] ?? [];
      row[breach] += all.length;
      for (const what of new Set(all)) {
        this.broken.push({ part, kind, breach, what });
        lines.push(`${breach}: ${what} (npm run attack -- --only ${kind} --seed ${this.#seed})`);
      }
    }
    return lines;
  }

  #row(part: string): Row {
    const found = this.#rows.get(part);
    if (found) return found;
    const zero = Object.fromEntries(BREACHES.map((each) => [each, 0])) as Record<Breach, number>;
    const row: Row = { ...zero, runs: 0, bytes: 0, slowest: 0 };
    this.#rows.set(part, row);
    return row;
  }

  /** Returns the table as text. */
  table(): string {
    const head = ['part', 'runs', ...BREACHES, 'bytes kept', 'slowest ms'];
    const rows = [...this.#rows].map(([part, row]) =>
      [part, row.runs, ...BREACHES.map((each) => row[each]), row.bytes, Math.round(row.slowest)].map(String),
    );
    const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
    const line = (cells: readonly string[]): string =>
      cells.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ');
    return [head, ...rows].map(line).join('\n');
  }

  /** Writes `dist/attack.json`. */
  write(counts: Readonly<Record<string, number>>): void {
    const file = path.join(ROOT, 'dist/attack.json');
    mkdirSync(path.dirname(file), { recursive: true });
    const rows = Object.fromEntries(this.#rows);
    writeFileSync(file, `${JSON.stringify({ seed: this.#seed, ...counts, rows, broken: this.broken }, null, 2)}\n`);
  }
}

/** Returns the breaches that a page showed, as columns of the table. */
export const breachesOf = (
  { executed, handlers, foreign, links, blank, wide, widest }: Found,
  { elsewhere, unhandled }: { readonly elsewhere: readonly string[]; readonly unhandled: readonly string[] },
  isNarrow = false,
): Partial<Record<Breach, readonly string[]>> => ({
  executed,
  handlers,
  'foreign elements': foreign,
  'bad links': links,
  'requests elsewhere': elsewhere,
  unhandled,
  blank,
  'too wide': isNarrow && wide > 0 ? [`${wide} px: ${widest}`] : [],
});
