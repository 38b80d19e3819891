/** The words of a packed directory as files, each with the words that begin alike. */
import { ByteReader, ByteWriter, writeCounts } from './bytes.ts';
import type { Columns, TermsRef } from './columns.ts';
import { expectOf } from './details.ts';
import { bytesOf, decodedText, readPacked, writePacked } from './file.ts';
import { readPlaces, writePlaces } from './postings.ts';
import type { TermPlaces, Terms } from './terms.ts';

/** A file of words above this size (bytes, before compression) is cut by one more letter. */
const LARGEST = 200_000;

/** Words with the same beginning, as a file before compression. */
interface TermsFile {
  readonly prefix: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Writes words by their first letter, or first letters where there are many. */
export function writeTerms(of: string, listed: ReadonlyMap<string, TermPlaces>): readonly TermsFile[] {
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
  listed: ReadonlyMap<string, TermPlaces>,
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
  const words = decodedText(section('words')).split('\n');
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
