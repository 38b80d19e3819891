/** The lines of a date beside what happens on it: the day large, the month and the year under it. */
import { dateBlock } from '../format/index.ts';
import { type Period, parsePeriod } from '../model/index.ts';

/** The parts that the view around a date shows already. */
export interface ShownAround {
  /** Year that is shown already, so that it is not repeated under a day. */
  readonly year: string;
  /** Whether that year is the heading of months too, as it is for a group of them. */
  readonly isOverMonths?: boolean;
}

/** Lines of a date. */
interface DateLines {
  readonly kind: ReturnType<typeof dateBlock>['kind'];
  /** The day, the month or the year. */
  readonly first: string;
  /** What is known besides, and is not shown around. */
  readonly rest: string;
  /** The year, where it is shown around; else empty. */
  readonly implied: string;
  /** The same for machines: a day, a month or a year; for a range of days, the first one. */
  readonly machine: string | null;
}

/** Returns the lines of a date, as exact as the data. */
export function dateLines(date: Period, { year, isOverMonths = false }: ShownAround, lang: string): DateLines {
  const block = dateBlock(date, lang);
  const isRough = block.kind === 'year' || (block.kind === 'month' && !isOverMonths);
  const isShown = isRough || block.year !== year;
  const [first = '', ...rest] = [block.day, block.month, isShown ? block.year : ''].filter(Boolean);
  return {
    kind: block.kind,
    first,
    rest: rest.join(' '),
    implied: isShown ? '' : block.year,
    machine: machineDate(date),
  };
}

function machineDate(date: Period): string | null {
  const parsed = parsePeriod(date);
  if (parsed?.kind === 'range') return parsed.first;
  return parsed && ['day', 'month', 'year'].includes(parsed.kind) ? date : null;
}
