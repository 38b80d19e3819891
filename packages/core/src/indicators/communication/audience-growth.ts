import { changeOf, subtract } from '../../model/algebra.ts';
import { type Quantity } from '../../model/quantity.ts';
import { derived, measureOf } from '../derive.ts';
import { byChannel } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { audienceChange } from './audience-change.ts';
import { audienceFollowers } from './audience-followers.ts';

/**
 * Change over the period / followers on its eve, by channel: +212 of 3 396. As approximate as the change is; unknown for a
 * channel without a change, or that had nobody. Section IV.2.c.
 */
export const audienceGrowth = defineIndicator({
  id: 'audience-growth',
  seedId: 'IV.audience.growth',
  kind: 'rate',
  unit: 'percent',
  signed: true,
  label: { fr: 'Croissance des abonnés', br: 'Kresk ar goumananterien', en: 'Growth in followers' },
  definition: {
    fr: 'Évolution des abonnés de chaque canal pendant la période, rapportée à leur nombre au début.',
    en: 'Change in the followers of each channel during the period, relative to how many they were at its start.',
  },
  dimensions: [byChannel],
  needs: ['observations', 'audiences', 'channels'],
  value: (context) => (context.where['channel'] === undefined ? null : growth(context)),
  parts: (context) => {
    const { dataset, period, where } = context;
    const followers = audienceFollowers.compute(dataset, { period, by: byChannel.id, compare: 'none' });
    const parts = new Map<string, Quantity>();
    for (const { id } of followers.parts ?? []) {
      const isAsked = where['channel'] === undefined || where['channel'] === id;
      const percent = isAsked ? growth({ ...context, where: { channel: id } }).quantity : null;
      if (percent) parts.set(id, percent);
    }
    return parts;
  },
});

function growth(context: IndicatorContext) {
  const [followers, change] = [measureOf(audienceFollowers, context), measureOf(audienceChange, context)];
  const before = subtract(followers.quantity, change.quantity);
  return derived(changeOf(followers.quantity, before)?.relative ?? null, followers, change);
}
