/**
 * Suggests the period that a text in another notation may mean: `T1 2025`, `2024-2025`, `06/2025`. The result is only
 * proposed to the author.
 */
import { parsePeriod } from '../../model/index.ts';
import { readDate } from './table/dates.ts';

const YEAR = '(?<year>\\d{4})';
/** "T1 2025", "2025-T1", "Q1 2025", "S2 2025", "2025 S2". */
const PARTS = [
  new RegExp(`^(?<part>[TQSH])\\s?(?<n>[1-4])[\\s-/]${YEAR}$`, 'i'),
  new RegExp(`^${YEAR}[\\s-/]?(?<part>[TQSH])\\s?(?<n>[1-4])$`, 'i'),
];
/** "1er trimestre 2025", "2e semestre 2025", "2nd quarter 2025". */
const WORDS = new RegExp(
  `^(?<n>[1-4])\\s?(?:er|re|e|ème|eme|nd|st|rd|th)?\\s(?<part>trimestre|semestre|quarter|half)\\s${YEAR}$`,
  'i',
);

const LETTERS: Readonly<Record<string, string>> = { t: 'Q', q: 'Q', s: 'H', h: 'H' };

/**
 * Returns the period that a text means, as we write it; null where none is seen. A season is one from September,
 * failing better.
 */
export function suggestPeriod(text: string): string | null {
  const plain = text.trim();
  const {
    part = '',
    n = '',
    year = '',
  } = [...PARTS, WORDS].map((form) => form.exec(plain)).find(Boolean)?.groups ?? {};
  const meant = part
    ? `${year}-${LETTERS[part.charAt(0).toLowerCase()] ?? ''}${n}`
    : (seasonOf(plain) ?? readDate(plain));
  return meant !== null && parsePeriod(meant) ? meant : null;
}

/** Returns the season of "2024-2025", "2024-25", "saison 2024-2025". */
function seasonOf(text: string): string | null {
  const [, start = '', end = ''] = /^(?:\p{L}+\s)*(\d{4})\s?[-–]\s?(\d{4}|\d{2})$/u.exec(text) ?? [];
  return start && Number(end) % 100 === (Number(start) + 1) % 100 && end !== start ? `${start}-SY` : null;
}
