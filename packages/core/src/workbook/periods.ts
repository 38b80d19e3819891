/** Periods as people write them in French, and days as spreadsheets keep them. */

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** Writes a period as people type it: `12/03/2025`, `03/2025`, `2024-2025`, `T1 2025`, `01/02/2025 au 28/02/2025`. */
export function writePeriod(period: string): string {
  if (period.includes('/')) return period.split('/').map(writePeriod).join(' au ');
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.*))?$/.exec(period) ?? [];
  if (rest === '') return period;
  if (rest === 'SY') return `${year}-${String(Number(year) + 1)}`;
  if (/^[QH]\d$/.test(rest)) return `${rest.startsWith('Q') ? 'T' : 'S'}${rest.slice(1)} ${year}`;
  const [month, day] = rest.split('-');
  return [...(day === undefined ? [] : [two(day)]), two(month), year].join('/');
}

/** Days from 30 December 1899, from which spreadsheets count, to 1 January 1970. */
const EPOCH = 25_569;
/** Numbers that are days of the years 1927 to 2119 in a spreadsheet; smaller ones are years. */
export const SERIAL_DAYS = { first: 10_000, last: 80_000 } as const;

/** Returns a day from a number under which a spreadsheet keeps it. */
export const dayOfSerial = (serial: number): string =>
  new Date(Math.floor(serial - EPOCH) * 86_400_000).toISOString().slice(0, 10);
