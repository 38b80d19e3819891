/** Near misses: which communes a misspelt name may have meant. To be offered to a person, never applied. */

import { normaliseName } from '../model/index.ts';
import type { Commune, CommuneTable } from './communes.ts';

/** Places behind every spelling error: one name begins with the other, or contains it as a whole word. */
const BEGINS = 10;
const CONTAINS = 11;

/** One error in four letters, three at most: beyond that, names have nothing in common but chance. */
const errorsIn = (key: string): number => Math.min(3, 1 + Math.floor(key.length / 5));

/**
 * The `n` communes nearest to a misspelt or incomplete name, best first: fewest spelling errors (a letter missing, added,
 * changed, or two swapped), then names that begin with it, then names that share it as a whole word.
 */
export function suggest(table: CommuneTable, text: string, n = 5): readonly Commune[] {
  return ranked(table, text, n, scoreOf);
}

/**
 * The `n` communes whose name was written with a slip, and nothing else: a word that is no place is near the name of none.
 * Four letters at least, one wrong; two from nine on.
 */
export function misspelt(table: CommuneTable, text: string, n: number): readonly Commune[] {
  return ranked(table, text, n, (key, name) =>
    key.length < 4 ? null : typingDistance(key, name, key.length < 9 ? 1 : 2),
  );
}

/** One pass over the table; pairs that cannot be near are left after a glance at their lengths. */
function ranked(
  table: CommuneTable,
  text: string,
  n: number,
  score: (key: string, name: string) => number | null,
): readonly Commune[] {
  const key = normaliseName(text.replace(/\d+/gu, ' '));
  if (key === '' || n <= 0) return [];
  const best = new Map<Commune, number>();
  for (const index of [table.byName, table.formerByName]) {
    for (const [name, communes] of index) {
      const far = score(key, name);
      if (far === null) continue;
      for (const commune of communes) best.set(commune, Math.min(far, best.get(commune) ?? far));
    }
  }
  const sorted = [...best].sort(
    ([a, x], [b, y]) => x - y || a.name.length - b.name.length || (a.insee < b.insee ? -1 : 1),
  );
  return sorted.slice(0, n).map(([commune]) => commune);
}

/** Smaller is nearer; null is nothing to do with each other. */
function scoreOf(key: string, name: string): number | null {
  const errors = typingDistance(key, name, errorsIn(key));
  if (errors !== null) return errors;
  if (key.length < 3) return null;
  if (name.startsWith(key)) return BEGINS;
  return ` ${name} `.includes(` ${key} `) || (name.length > 3 && ` ${key} `.includes(` ${name} `)) ? CONTAINS : null;
}

/**
 * Letters to add, drop, change or swap with their neighbour to turn `a` into `b`; null if more than `most`.
 * @param most small: rows are given up as soon as they exceed it
 */
export function typingDistance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let before: number[] = [];
  let above = [...b, ''].map((_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = swap ? (before[j - 2] ?? 0) + 1 : change;
      row.push(Math.min(change, swapped, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return null;
    before = above;
    above = row;
  }
  const distance = above[b.length] ?? 0;
  return distance > most ? null : distance;
}
