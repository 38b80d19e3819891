import { type AudienceSnapshot, type Period, period, type Quantity, records } from '../model/index.ts';
import type { IndicatorContext } from './indicator.ts';

const isAt = (snapshot: AudienceSnapshot, asked: Period): boolean => period(snapshot.date).last === period(asked).last;

/** Counts of followers taken on the last day of the period, one for each channel asked for. Channels lie in no territory. */
export function snapshotsOf({
  dataset,
  period: asked,
  territory,
  where,
}: IndicatorContext): readonly AudienceSnapshot[] {
  if (territory !== undefined) return [];
  const channel = where['channel'];
  return records(dataset, 'audiences').filter(
    (s) => isAt(s, asked) && (channel === undefined || s.channel === channel),
  );
}

/** Followers of a channel on the last day of a period, or null when they were not counted that day. */
export function followersAt(audiences: readonly AudienceSnapshot[], channel: string, asked: Period): Quantity | null {
  return audiences.find((s) => s.channel === channel && isAt(s, asked))?.followers ?? null;
}
