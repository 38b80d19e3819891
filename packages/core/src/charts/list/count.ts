/** The line that says how many members there are, and how many of them can be seen. */
import { listsEveryMember, publishedMembers } from '../../directory/index.ts';
import { formatCount } from '../../format/index.ts';
import { type Dataset, latestPeriod, type Measure, type Period, parsePeriod, period } from '../../model/index.ts';
import type { PlainWords, StillKey } from '../words/words.ts';

/** A text and its values. */
type Sentence = readonly [key: StillKey, params: Readonly<Record<string, string | number>>];

/** What the line is about. */
interface Members {
  /** The published number of members. */
  readonly measure: Measure | undefined;
  readonly period: Period | undefined;
  /** There is a map: what is not on it is said. */
  readonly map: boolean;
  /** Number of those that are named. */
  readonly n: number;
  readonly placed: number;
}

/**
 * Says how many members there are, always with what is missing: "117 adhérents publiés ; 20 nommés, dont 10 situés". A complete
 * list says "42 adhérents, dont 40 situés sur la carte".
 */
export function membersLine(
  dataset: Dataset,
  { measure, period: asked, map, n, placed: k }: Members,
  m: PlainWords,
): Sentence {
  const placed = m.text('countPlaced', { n: k });
  if (listsEveryMember(dataset, asked)) return map ? ['countComplete', { n, placed }] : ['countTotal', { n }];
  return publishedLine(measure, map ? { n, placed } : { n }, m) ?? ['countListed', { n, placed }];
}

/** "117 adhérents publiés ; 20 nommés", and how many of these are placed; null where no number is published. */
export function publishedLine(
  measure: Measure | undefined,
  { n, placed }: { readonly n: number; readonly placed?: string },
  m: PlainWords,
): Sentence | null {
  const quantity = publishedMembers(measure);
  if (!quantity) return null;
  const numbers = { published: formatCount(quantity, m.lang), named: m.text('countNamed', { n }) };
  return [placed ? 'countPublished' : 'countPublishedList', { ...numbers, placed: placed ?? '' }];
}

/** The day that a list of members is of. */
export function directoryDay({ manifest }: Dataset, asked: string | undefined): string {
  const { last } = period(asked && parsePeriod(asked) ? asked : latestPeriod(manifest));
  // A list kept up to date is of the day it was last changed, not of the end of a year that is still running.
  return last > manifest.updated ? manifest.updated : last;
}
