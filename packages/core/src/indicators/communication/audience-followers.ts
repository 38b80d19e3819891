import { subtract } from '../../model/algebra.ts';
import { previousPeriod } from '../../model/previous-period.ts';
import { type Quantity } from '../../model/quantity.ts';
import { snapshotsOf } from '../audiences.ts';
import { measureOf } from '../derive.ts';
import { byChannel } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { recorded } from '../recorded.ts';
import { audienceChange } from './audience-change.ts';

const self = { id: 'audience-followers', kind: 'stock' } as const;

/**
 * Followers of each channel on the last day of the period. One person follows several channels, so they have no total and
 * no shares. The year before is the count then or, failing that, this one less the change over the year. Section IV.2.c.
 */
export const audienceFollowers = defineIndicator({
  ...self,
  unit: 'subscribers',
  label: { fr: 'Abonnés', br: 'Koumananterien', en: 'Followers' },
  definition: {
    fr: 'Abonnés de chaque canal de communication le dernier jour de la période.',
    en: 'Followers of each communication channel on the last day of the period.',
  },
  dimensions: [byChannel],
  needs: ['observations', 'audiences', 'channels'],
  value: (context) => {
    if (context.where['channel'] === undefined) return null;
    return recorded(context, self, snapshotsOf(context)[0]?.followers);
  },
  parts: (context) => new Map(snapshotsOf(context).map((s) => [s.channel, s.followers])),
  previous: (context, current) => {
    const before = less(context, current.quantity);
    return before && { quantity: before };
  },
  previousPart: (context, part) => less({ ...context, where: { ...context.where, channel: part.id } }, part.quantity),
});

/** The change over a year leads back to the year before; over a shorter period it does not. */
function less(context: IndicatorContext, followers: Quantity | null): Quantity | null {
  if (context.where['channel'] === undefined || followers?.unit !== audienceChange.unit) return null;
  return isYear(context) ? subtract(followers, measureOf(audienceChange, context).quantity) : null;
}

const isYear = ({ period }: IndicatorContext): boolean =>
  previousPeriod(period, 'stock') === previousPeriod(period, 'flow');
