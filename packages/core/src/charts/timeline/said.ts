/** What a timeline says: the line that counts, the headings of its groups, and what is known of each of its dates. */
import { capitalised, formatCount, periodInWords } from '../../format/index.ts';
import type { SaidTexts, Sentence } from '../said.ts';
import type { Timeline, TimelineGroup, TimelineItem } from './timeline.ts';

/** Returns all steps, in the order in which they are shown. */
export const timelineSteps = ({ groups }: Timeline): readonly TimelineItem[] => groups.flatMap(({ items }) => items);

/** Returns the period and the number of dates: "2024, 34 dates". @param at the period, in words */
export const timelineSummary = ({ count }: Timeline, at: string, m: SaidTexts): string =>
  [...(at ? [at] : []), m.text('timelineCount', { n: count })].join(', ');

/** Returns the heading of a group: "Juin 2024", "2024". Among months, a year has the dates known only to the year. */
export function groupHeading({ period }: TimelineGroup, groups: readonly TimelineGroup[], lang: string): Sentence {
  if (!period) return { key: 'timelineNoDate' };
  const isRough = period.length === 4 && groups.some((group) => group.period?.length === 7);
  return isRough ? { key: 'timelineRough', params: { year: period } } : capitalised(periodInWords(period, lang));
}

/** Returns what is known of a date besides its title and its tags. */
export const stepSaid = (
  { collection, isEnd, about, place, printed, inFavour }: TimelineItem,
  lang: string,
): readonly Sentence[] => [
  { key: isEnd ? 'timelineLeft' : `timelineOf_${collection}` },
  ...(about ? [about] : []),
  ...(inFavour ? [{ key: 'timelineInFavour', params: { value: formatCount(inFavour, lang) } } as const] : []),
  ...(place ? [place] : []),
  ...(printed ? [{ key: 'printedAs', params: { printed } } as const] : []),
];
