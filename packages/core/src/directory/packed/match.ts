/** Which words answer to a word typed, and how well. */
import { forgiven } from '../search-words.ts';
import type { Terms } from './terms.ts';

/** An exact word comes before its beginnings, and both before a near miss: as in the search of small directories. */
const EXACT = 1;
const BEGINS = 0.5;
const NEAR = 0.2;
const IN_NAME = 4;

/** Adds to each place how well one of its words answers to `word`. */
export function matchWord(word: string, terms: Terms, scores: Float32Array): void {
  terms.words.forEach((known, at) => {
    const weight = likeness(word, known);
    if (weight === 0) return;
    terms.places(at, (place, inName) => {
      const score = inName ? weight * IN_NAME : weight;
      if (score > (scores[place] ?? 0)) scores[place] = score;
    });
  });
}

/** How well a known word answers to a typed one: 0 for not at all. */
export function likeness(typed: string, known: string): number {
  if (known === typed) return EXACT;
  if (known.startsWith(typed)) return BEGINS;
  const most = forgiven(typed);
  return most !== false && isWithin(typed, known, most) ? NEAR : 0;
}

/** Whether two words are at most so many letters apart (put in, left out, another one). */
function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = [...b, ''].map((_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    if (next.every((distance) => distance > most)) return false;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}
