import type { DirectoryEntry } from '../../directory/index.ts';
import { periodInWords } from '../../format/index.ts';
import { parsePeriod, resolveText } from '../../model/index.ts';
import type { PlainWords, StillKey } from '../words/words.ts';
import type { Categories } from './categories.ts';

const STATUS: Readonly<Partial<Record<string, StillKey>>> = {
  planned: 'dirStatusPlanned',
  cancelled: 'dirStatusCancelled',
  postponed: 'dirStatusPostponed',
  full: 'dirStatusFull',
};

/** Returns the text of a word of the data, where there is one: data that nobody has judged may say `constructor`. */
const textOf = (texts: Readonly<Partial<Record<string, StillKey>>>, word: string | null): StillKey | undefined =>
  word !== null && Object.hasOwn(texts, word) ? texts[word] : undefined;

/** The name of an entry, for attributes; French where the language asked for has none. */
export const entryName = ({ name }: DirectoryEntry, m: PlainWords): string => resolveText(name, m.lang).text;

/** "Morlaix (29)": the place with the number of its département, where both are known. */
export function entryPlace({ place, departement }: DirectoryEntry, m: PlainWords): string {
  const written = place ? resolveText(place, m.lang).text : '';
  const code = departement?.replace('departement-', '');
  return code && written ? `${written} (${code})` : written;
}

const PLACED: Readonly<Partial<Record<string, StillKey>>> = {
  commune: 'dirPlacedAtCommune',
  postal: 'dirPlacedAtPostcode',
};

/** Returns how exactly an entry is placed, where that is less than an address: the words beside a hollow marker. */
export function precisionNote({ position }: DirectoryEntry, m: PlainWords): string {
  if (!position) return m.text('dirNotPlaced');
  if (position.precision === 'address') return '';
  return m.text(textOf(PLACED, position.precision) ?? 'dirPlacedAtTerritory');
}

/** "depuis juin 2024" for a member, the date of an event as it is known. */
export function entryDate({ date, layer }: DirectoryEntry, m: PlainWords): string {
  const parsed = date ? parsePeriod(date) : null;
  if (!date || !parsed) return '';
  if (layer !== 'members') return periodInWords(date, m.lang);
  // The day of a vote says nothing to a visitor: the month does.
  return m.text('dirSince', { date: periodInWords(parsed.kind === 'day' ? date.slice(0, 7) : date, m.lang) });
}

/** A fact about an entry and its words. */
type Fact = readonly [fact: 'kind' | 'place' | 'date' | 'status' | 'precision', text: string];

const KINDS: Readonly<Record<DirectoryEntry['layer'], StillKey | null>> = {
  members: null,
  events: 'oneEvent',
  projects: 'oneProject',
  programmes: 'oneProgramme',
};

/** Says what an entry is: the collège of a member, else its layer. */
export function entryKind(entry: DirectoryEntry, categories: Categories, m: PlainWords): string {
  const kind = KINDS[entry.layer];
  return kind ? m.text(kind) : categories.labelOf(entry, m);
}

/**
 * Says what an entry is, where, since when, and how it is placed.
 * @param isMixed whether entries of several layers stand among each other, under no heading that names theirs
 */
export function entryFacts(
  entry: DirectoryEntry,
  categories: Categories,
  m: PlainWords,
  isMixed = false,
): readonly Fact[] {
  const status = textOf(STATUS, entry.status);
  // A line ends between these, not in them.
  const whole = (text: string): string => text.replaceAll(' ', '\u00a0');
  const facts: readonly Fact[] = [
    ['kind', isMixed || entry.layer === 'members' ? entryKind(entry, categories, m) : ''],
    ['place', entryPlace(entry, m)],
    ['date', whole(entryDate(entry, m))],
    ['status', whole(status ? m.text(status) : '')],
    ['precision', whole(precisionNote(entry, m))],
  ];
  return facts.filter(([, text]) => text !== '');
}

/** The line under a name. */
export const entryLine = (entry: DirectoryEntry, categories: Categories, m: PlainWords, isMixed?: boolean): string =>
  entryFacts(entry, categories, m, isMixed)
    .map(([, text]) => text)
    .join(' · ');
