/** Search over a short list of records, which needs no index. */
import { foldedIndexTerms, foldedQueryTerms } from './search-words.ts';

/** Texts of a record that are searched. They are plain; their order and language do not matter. */
export interface SearchRecord {
  readonly id: string;
  readonly name: string;
  /** Other names: acronyms, former names. */
  readonly aliases?: readonly string[];
  /** Town, département and territories that it lies in. */
  readonly places?: readonly string[];
  readonly activities?: readonly string[];
  /** Its collège, as written for the visitor. */
  readonly category?: string;
}

/** Searches without an index: returns the ids of the records that contain the beginning of every word, in their order. */
export function plainSearch(records: readonly SearchRecord[], text: string): string[] {
  const asked = foldedQueryTerms(text);
  const matches = ({ name, aliases = [], places = [], activities = [], category = '' }: SearchRecord) => {
    const words = foldedIndexTerms([name, ...aliases, ...places, ...activities, category].join(' '));
    return asked.every((start) => words.some((word) => word.startsWith(start)));
  };
  return records.filter(matches).map(({ id }) => id);
}
