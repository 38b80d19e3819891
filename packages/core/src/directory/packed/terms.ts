/**
 * The words of a large directory, made once by whoever packs it and read by their first letters: a search fetches the
 * words that begin like those typed, not the names of everybody. A word has two lists of places: whose name it is in,
 * and whom it says something else of (town and territories around, activity, description).
 */

import type { PlaceWords } from '../../geo/place-words.ts';
import type { DirectoryEntry } from '../directory.ts';
import { askedWords, fold, heldWords } from '../search-words.ts';
import { ByteReader, ByteWriter, writeCounts } from './bytes.ts';
import type { Columns, TermsRef } from './columns.ts';
import { expectOf } from './details.ts';
import { bytesOf, readPacked, textOf, writePacked } from './file.ts';
import { readPlaces, writePlaces } from './postings.ts';
import { atOnce } from './steps.ts';

/** Words with a common beginning, in alphabetical order. */
export interface Terms {
  readonly prefix: string;
  readonly words: readonly string[];
  /** Calls `take` with every place of a word, and whether it is in the name there. */
  readonly places: (at: number, take: (place: number, inName: boolean) => void) => void;
}

/** A file of words above this size (bytes, before compression) is cut by one more letter. */
const LARGEST = 200_000;
/** Entries of a step: their words are some 10 ms of a telephone. */
const SLICE = 500;

interface Listed {
  readonly name: number[];
  readonly other: number[];
}

/** What is read of an entry. */
type Spoken = Pick<
  DirectoryEntry,
  'name' | 'aliases' | 'place' | 'lineage' | 'departement' | 'activities' | 'description'
>;

/** The words of entries, by word; places are those of the list given. */
export const listTerms = (entries: readonly Spoken[], around: PlaceWords): ReadonlyMap<string, Listed> =>
  atOnce(listSteps(entries, around));

function* listSteps(entries: readonly Spoken[], around: PlaceWords): Generator<void, ReadonlyMap<string, Listed>> {
  const all = new Map<string, Listed>();
  const known = new Map<string, readonly string[]>();
  const add = (word: string, place: number, field: keyof Listed): void => {
    const listed = all.get(word) ?? { name: [], other: [] };
    all.set(word, listed);
    if (listed.name.at(-1) === place || listed[field].at(-1) === place) return;
    listed[field].push(place);
  };
  // Towns and activities come again and again: their words are found once.
  const ofText = (text: string): readonly string[] => {
    const words = known.get(text) ?? folded(heldWords(text));
    known.set(text, words);
    return words;
  };
  let place = 0;
  for (const entry of entries) {
    const { name, aliases, place: town, activities, description } = entry;
    for (const text of [...Object.values(name), ...aliases])
      for (const word of folded(heldWords(text))) add(word, place, 'name');
    const places = [...(town ? [town] : []), ...around(entry)].flatMap((text) => Object.values(text));
    for (const text of [...places, ...activities]) for (const word of ofText(text)) add(word, place, 'other');
    for (const word of folded(heldWords(description ?? ''))) add(word, place, 'other');
    place += 1;
    if (place % SLICE === 0) yield;
  }
  return all;
}

const folded = (words: readonly string[]): readonly string[] => words.flatMap((word) => fold(word) ?? []);

/** The words of a text that is looked for. */
export const foldedWords = (text: string): readonly string[] => folded(askedWords(text));

/** The same words for who has them in memory, in steps of some milliseconds each. */
export function* termSteps(entries: readonly Spoken[], around: PlaceWords): Generator<void, Terms> {
  const listed = yield* listSteps(entries, around);
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

/** Words with the same beginning, as a file before compression. */
export interface TermsFile {
  readonly prefix: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Writes words by their first letter, or first letters where there are many. */
export function writeTerms(of: string, listed: ReadonlyMap<string, Listed>): readonly TermsFile[] {
  const words = [...listed.keys()].sort();
  const cut = (group: readonly string[], letters: number): readonly TermsFile[] =>
    [...byPrefix(group, letters)].flatMap(([prefix, same]) => {
      const bytes = writeGroup(of, prefix, same, listed);
      const cannotBeCut = same.every((word) => word === prefix) || letters > 3;
      return bytes.length <= LARGEST || cannotBeCut ? [{ prefix, bytes }] : cut(same, letters + 1);
    });
  return cut(words, 1);
}

function byPrefix(words: readonly string[], letters: number): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const prefix = [...word].slice(0, letters).join('');
    const group = groups.get(prefix) ?? [];
    groups.set(prefix, group);
    group.push(word);
  }
  return groups;
}

function writeGroup(
  of: string,
  prefix: string,
  words: readonly string[],
  listed: ReadonlyMap<string, Listed>,
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  const lengths = words.map((word) => {
    const before = writer.length;
    const { name = [], other = [] } = listed.get(word) ?? {};
    writePlaces(writer, name);
    writePlaces(writer, other);
    return writer.length - before;
  });
  return writePacked(
    'terms',
    { of, prefix },
    { words: bytesOf(words.join('\n')), lengths: writeCounts(lengths), places: writer.take() },
  );
}

/**
 * Reads a file of words.
 * @throws EssError as `readPacked`, and `schema` when it belongs to other columns
 */
export function readTerms(file: Uint8Array, { id }: Pick<Columns, 'id'>, { href, prefix }: TermsRef): Terms {
  const { header, section } = readPacked('terms', file, href);
  expectOf(header, id, href);
  const words = textOf(section('words')).split('\n');
  const lengths = new ByteReader(section('lengths'));
  const places = section('places');
  const starts = [0];
  for (const _word of words) starts.push((starts.at(-1) ?? 0) + lengths.count());
  return {
    prefix,
    words,
    places: (at, take) => {
      const reader = new ByteReader(places.subarray(starts[at], starts[at + 1]));
      readPlaces(reader, (place) => take(place, true));
      readPlaces(reader, (place) => take(place, false));
    },
  };
}
