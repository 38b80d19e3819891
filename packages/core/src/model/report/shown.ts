import type { Observation } from '../observation.ts';
import { type Period, period } from '../period.ts';
import type { SourceRef } from '../source-ref.ts';
import type { Report } from './report-schema.ts';

/** Returns the section of a report that a source names; an empty text for a source that is another document. */
export const publishedIn = ({ document }: Pick<Report, 'document'>, source: SourceRef): string =>
  document === undefined || source.document === document ? (source.section ?? '') : '';

/**
 * Returns the date that an observation says, as exactly as it is known: of what a text dates, the amount is the year
 * and the period is the date. Null where it says how much, or when a longer time began or ended.
 */
export function saidDate({ quantity: { unit, value, op }, period: date }: Observation): Period | null {
  if (unit !== 'year' || op !== '=') return null;
  const { first, last } = period(date);
  return [first, last].every((day) => day.startsWith(`${value}-`)) ? date : null;
}
