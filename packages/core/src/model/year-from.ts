import { four } from './days.ts';
import { type Period, period } from './period.ts';

/**
 * Returns the civil or school year that begins the day after a period ends: what happened in it leads from its end back
 * to then.
 */
export function yearFrom(text: Period): Period | undefined {
  const { last } = period(text);
  const year = Number(last.slice(0, 4));
  if (last.endsWith('-08-31')) return `${four(year)}-SY`;
  // A year has four digits.
  return last.endsWith('-12-31') && year < 9999 ? four(year + 1) : undefined;
}
