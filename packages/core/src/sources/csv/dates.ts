import { parsePeriod } from '../../model/period.ts';

/** A date as typed in a spreadsheet, as a period: `12/03/2021`, `2021-03-12`, `03/2021`, `2021`. Null when it is none. */
export function readDate(text: string): string | null {
  const plain = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2})?.*$/, '');
  const parts = plain.split(/[/.-]/);
  const ordered = (parts[0] ?? '').length === 4 ? parts : [...parts].reverse();
  const [year = '', ...rest] = ordered;
  if (parts.length > 3 || !/^\d{4}$/.test(year) || !rest.every((part) => /^\d{1,2}$/.test(part))) return null;
  const period = [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
  return parsePeriod(period) ? period : null;
}

/** The reading of `10/15/2024`, months first, where days first make no date. Only ever proposed. */
export function readMonthFirst(text: string): string | null {
  const [month, day, year, more] = text.trim().split('/');
  return month && day && year && more === undefined ? readDate(`${day}/${month}/${year}`) : null;
}
