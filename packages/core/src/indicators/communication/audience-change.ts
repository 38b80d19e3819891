import { subtract } from '../../model/algebra.ts';
import { records } from '../../model/coverage.ts';
import { period } from '../../model/period.ts';
import { previousPeriod } from '../../model/previous-period.ts';
import { type Quantity } from '../../model/quantity.ts';
import { followersAt, snapshotsOf } from '../audiences.ts';
import { byChannel } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { recorded } from '../recorded.ts';

const self = { id: 'audience-change', kind: 'flow' } as const;

/**
 * Followers at the end of the period − followers on its eve, by channel; failing two counts, the change recorded with the
 * last one. Some publishers give the new followers and not the net change: then those who left are not taken away. Channels
 * share their followers, so there is no total. Section IV.2.c.
 */
export const audienceChange = defineIndicator({
  ...self,
  unit: 'subscribers',
  signed: true,
  label: { fr: 'Évolution des abonnés', br: 'Emdroadur ar goumananterien', en: 'Change in followers' },
  definition: {
    fr: 'Abonnés gagnés ou perdus par chaque canal pendant la période.',
    en: 'Followers that each channel won or lost during the period.',
  },
  dimensions: [byChannel],
  needs: ['observations', 'audiences', 'channels'],
  value: (context) => {
    const channel = context.where['channel'];
    if (channel === undefined || context.territory !== undefined) return null;
    const counted = difference(context, channel);
    return counted ? { quantity: counted, complete: true } : recorded(context, self, recordedChange(context, channel));
  },
  parts: (context) => {
    const parts = new Map<string, Quantity>();
    for (const { channel } of snapshotsOf(context)) {
      const change = difference(context, channel) ?? recordedChange(context, channel);
      if (change) parts.set(channel, change);
    }
    return parts;
  },
});

const recordedChange = (context: IndicatorContext, channel: string): Quantity | null =>
  snapshotsOf(context).find((s) => s.channel === channel)?.change ?? null;

function difference(context: IndicatorContext, channel: string): Quantity | null {
  const eve = previousPeriod(period(context.period).first, 'flow');
  const audiences = records(context.dataset, 'audiences');
  return subtract(followersAt(audiences, channel, context.period), followersAt(audiences, channel, eve));
}
