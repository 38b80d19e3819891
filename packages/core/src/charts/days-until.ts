import { daysBetween, type ParsedPeriod } from '../model/index.ts';

/** Days and ranges of days are exact; the others say only between which days something falls. */
export const isExactPeriod = ({ kind, text }: Pick<ParsedPeriod, 'kind' | 'text'>): boolean =>
  kind === 'day' || text.length === 21;

/** Days until something begins, fewer than 0 where it has; null where its day is not known. */
export const daysUntil = (days: ParsedPeriod | null, today: string): number | null =>
  days && isExactPeriod(days) ? daysBetween(today, days.first) : null;
