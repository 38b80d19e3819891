/**
 * Full-text search over a list of records: it forgives accents, case and a typing error, and words may be unfinished. Records
 * in memory and packed folders are searched by the same rules, those of `packed/terms.ts` and `packed/match.ts`.
 */
import { matchWord, sumScores } from './packed/match.ts';
import { runInSlices, type YieldToEventLoop } from './packed/steps.ts';
import { type SearchTexts, termSteps } from './packed/terms.ts';
import type { SearchRecord } from './plain-search.ts';
import { foldedQueryTerms } from './search-words.ts';

/** An index of one list of records. */
export interface SearchIndex {
  /**
   * Ids of the records that match every word of `text`, best first. Without a word to search for (nothing, or only
   * "de", "la"…) all ids, in the order of the list.
   */
  search(text: string): string[];
}

const nextTask: YieldToEventLoop = () => new Promise((resolve) => setTimeout(resolve));

/** Builds the index of a list of records in slices of some milliseconds, between which the page answers its visitor. */
export async function createSearchIndex(
  records: readonly SearchRecord[],
  yieldToEventLoop: YieldToEventLoop = nextTask,
): Promise<SearchIndex> {
  const terms = await runInSlices(termSteps(records.map(textsOf)), yieldToEventLoop);
  return {
    search(text) {
      const found = foldedQueryTerms(text).map((word) => {
        const scores = new Float32Array(records.length);
        matchWord(word, terms, scores);
        return scores;
      });
      const scores = sumScores(found);
      if (!scores) return records.map(({ id }) => id);
      const scoreAt = (place: number): number => scores[place] ?? 0;
      // Sorting is stable: equal matches stay in the order of the list.
      const places = [...scores.keys()].filter((place) => scoreAt(place) > 0);
      return places.sort((a, b) => scoreAt(b) - scoreAt(a)).flatMap((place) => records[place]?.id ?? []);
    },
  };
}

const textsOf = ({ name, aliases = [], places = [], activities = [], category = '' }: SearchRecord): SearchTexts => ({
  names: [name, ...aliases],
  shared: [...places, category],
  own: activities,
});
