import { MONTHS, parsePeriod } from '../../../model/index.ts';
import { normalise } from './normalise.ts';

/** First and last day that a bare number of days is taken for, 1954 and 2119: other numbers are no dates. */
const SERIAL = { first: 20_000, last: 80_000 } as const;

/** Returns the moment of a spreadsheet's number of days since 30 December 1899, `2026-03-30T18:00`; null for other numbers. */
export function readSerial(value: number): string | null {
  const days = Math.floor(value);
  if (days < SERIAL.first || days > SERIAL.last) return null;
  const minutes = Math.round((value - days) * 24 * 60);
  return new Date(Date.UTC(1899, 11, 30 + days, 0, minutes)).toISOString().slice(0, 16);
}

/** Two figures from here on are of the last century: as Windows has it, and so Excel. */
const LAST_CENTURY = 50;

/**
 * Returns a date as typed in a spreadsheet, as a period: `12/03/2021`, `12/03/21`, `2021-03-12`, `03/2021`, `2021`,
 * `mars 2021`, `12-mars-21`. Null when it is none.
 */
export function readDate(text: string): string | null {
  // Longer than any date with its weekday and its time.
  if (text.length > 60) return null;
  const plain = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2})?.*$/, '');
  const parts = inFigures(plain) ?? inWords(plain);
  const period = parts?.map((part) => part.padStart(2, '0')).join('-');
  return period && parsePeriod(period) ? period : null;
}

/**
 * Returns year, month and day as far as they are there; of two figures a year is one only at the end of a whole date.
 */
function inFigures(text: string): readonly string[] | null {
  const parts = text.split(/[/.-]/);
  const short = /^(\d{1,2})([/.])(\d{1,2})\2(\d{2})$/.exec(text);
  if (short) return [yearOf(short[4] ?? ''), short[3] ?? '', short[1] ?? ''];
  const [year = '', ...rest] = (parts[0] ?? '').length === 4 ? parts : [...parts].reverse();
  const isDate = parts.length <= 3 && /^\d{4}$/.test(year) && rest.every((part) => /^\d{1,2}$/.test(part));
  return isDate ? [year, ...rest] : null;
}

/**
 * Reads a date whose month has a name, or the beginning of one as a spreadsheet writes it: "12 mars 2021", "vendredi 12
 * mars 2021", "ven. 12 mars 2021", "1er mars 2021", "janv.-21".
 */
function inWords(text: string): readonly string[] | null {
  const words =
    /^(?:(?:[a-z]+di|dimanche|lun|mar|mer|jeu|ven|sam|dim|[a-z]+day) )?(?:(\d{1,2})(?:er)? )?([a-z]{3,}) (\d{4}|\d{2})$/;
  const [, day, name = '', year = ''] = words.exec(normalise(text)) ?? [];
  if (year === '') return null;
  const [month, another] = MONTHS.flatMap((names, index) =>
    names.some((full) => full.startsWith(name)) ? index + 1 : [],
  );
  // "jui" may be two.
  if (month === undefined || another !== undefined) return null;
  return [yearOf(year), String(month), ...(day ? [day] : [])];
}

const yearOf = (figures: string): string =>
  figures.length === 4 ? figures : `${Number(figures) < LAST_CENTURY ? '20' : '19'}${figures}`;

/** Returns the reading of `10/15/2024`, months first, where days first make no date. Only ever proposed. */
export function readMonthFirst(text: string): string | null {
  const [month, day, year, more] = text.trim().split('/');
  return month && day && year && more === undefined ? readDate(`${day}/${month}/${year}`) : null;
}
