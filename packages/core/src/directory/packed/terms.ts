/**
 * The words of a directory. In memory they are one list; in a packed folder they are cut by their first letters, so that a
 * search fetches the words that begin like those typed and not the names of everybody. Each word has two lists of places:
 * the entries that have it in a name, and those that have it elsewhere (town and territories around, activity, description).
 */

import type { PlaceWords } from '../../geo/index.ts';
import type { DirectoryEntry } from '../directory.ts';
import { foldedIndexTerms } from '../search-words.ts';
import { runSync } from './steps.ts';

/** Words with a common beginning, in alphabetical order. */
export interface Terms {
  readonly prefix: string;
  readonly words: readonly string[];
  /** Calls `take` with every place of a word, and whether it is in the name there. */
  readonly places: (at: number, take: (place: number, inName: boolean) => void) => void;
}

/** Entries of a step: their words are some 10 ms of a telephone. */
const SLICE = 500;

/** Places of a word, by where the word stands. */
export interface TermPlaces {
  readonly name: number[];
  readonly other: number[];
}

/** The texts by which an entry is found. */
export interface SearchTexts {
  /** Its name and its other names, which weigh more than the rest. */
  readonly names: readonly string[];
  /** Texts that it shares with others, as towns and activities are: their words are found once. */
  readonly shared: readonly string[];
  /** Texts that are its own. */
  readonly own: readonly string[];
}

type Readable = Pick<
  DirectoryEntry,
  'name' | 'aliases' | 'place' | 'lineage' | 'departement' | 'activities' | 'description'
>;

/** Gives the texts of entries in every language, one after the other: all of them at once would take too long. */
function* textsOf(entries: readonly Readable[], around: PlaceWords): Generator<SearchTexts> {
  for (const entry of entries) {
    const { name, aliases, place, activities, description } = entry;
    const places = [...(place ? [place] : []), ...around(entry)].flatMap((text) => Object.values(text));
    yield {
      names: [...Object.values(name), ...aliases],
      shared: [...places, ...activities],
      own: description ? [description] : [],
    };
  }
}

/** Lists the words of entries; places are those of the list given. */
export const listTerms = (entries: readonly Readable[], around: PlaceWords): ReadonlyMap<string, TermPlaces> =>
  runSync(listSteps(textsOf(entries, around)));

function* listSteps(all: Iterable<SearchTexts>): Generator<void, ReadonlyMap<string, TermPlaces>> {
  const words = new Map<string, TermPlaces>();
  const known = new Map<string, readonly string[]>();
  const add = (word: string, place: number, field: keyof TermPlaces): void => {
    const listed = words.get(word) ?? { name: [], other: [] };
    words.set(word, listed);
    if (listed.name.at(-1) === place || listed[field].at(-1) === place) return;
    listed[field].push(place);
  };
  const ofShared = (text: string): readonly string[] => {
    const found = known.get(text) ?? foldedIndexTerms(text);
    known.set(text, found);
    return found;
  };
  let place = 0;
  for (const { names, shared, own } of all) {
    for (const text of names) for (const word of foldedIndexTerms(text)) add(word, place, 'name');
    for (const text of shared) for (const word of ofShared(text)) add(word, place, 'other');
    for (const text of own) for (const word of foldedIndexTerms(text)) add(word, place, 'other');
    place += 1;
    if (place % SLICE === 0) yield;
  }
  return words;
}

/** Lists the words of entries for a search in memory, in steps of some milliseconds each. */
export const entryTermSteps = (entries: readonly Readable[], around: PlaceWords): Generator<void, Terms> =>
  termSteps(textsOf(entries, around));

/** Lists the words of texts for a search in memory, in steps of some milliseconds each. */
export function* termSteps(all: Iterable<SearchTexts>): Generator<void, Terms> {
  const listed = yield* listSteps(all);
  const words = [...listed.keys()].sort();
  return {
    prefix: '',
    words,
    places: (at, take) => {
      const { name = [], other = [] } = listed.get(words[at] ?? '') ?? {};
      for (const place of name) take(place, true);
      for (const place of other) take(place, false);
    },
  };
}
