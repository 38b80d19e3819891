/** Scores of the words that match a typed word. */
import { maxEditDistance } from '../search-words.ts';
import type { Terms } from './terms.ts';

/** An exact word comes before its beginnings, and both come before a near miss. */
const EXACT = 1;
const BEGINS = 0.5;
const NEAR = 0.2;
const IN_NAME = 4;

/** Raises the score of each place to that of its best match for `word`. */
export function matchWord(word: string, terms: Terms, scores: Float32Array): void {
  terms.words.forEach((known, at) => {
    const weight = matchScore(word, known);
    if (weight === 0) return;
    terms.places(at, (place, inName) => {
      const score = inName ? weight * IN_NAME : weight;
      if (score > (scores[place] ?? 0)) scores[place] = score;
    });
  });
}

/** Adds up the scores of all words of a search; a place that lacks one of them has 0. Null for a search without words. */
export function sumScores([first, ...others]: readonly Float32Array[]): Float32Array | null {
  return (
    first?.map((score, place) => {
      let sum = score;
      for (const other of others) {
        const more = other[place] ?? 0;
        if (more === 0) return 0;
        sum += more;
      }
      return score === 0 ? 0 : sum;
    }) ?? null
  );
}

/** Returns how well a known word matches a typed one; 0 for not at all. */
export function matchScore(typed: string, known: string): number {
  if (known === typed) return EXACT;
  if (known.startsWith(typed)) return BEGINS;
  const most = maxEditDistance(typed);
  return most !== false && isWithin(typed, known, most) ? NEAR : 0;
}

/** Tells whether at most so many letters must be added, left out or changed to make one word of the other. */
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
