import { subtract } from '../../model/algebra.ts';
import type { Text } from '../../model/text.ts';
import { snapshotsOf } from '../audiences.ts';
import { derived, measureOf } from '../derive.ts';
import { byChannel } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
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
  atStart: (context, atEnd) => {
    const change = measureOf(audienceChange, context);
    return { ...derived(subtract(atEnd.quantity, change.quantity), atEnd, change), notes: [LED_BACK] };
  },
});

/** How the followers on the eve of a year were found. */
const LED_BACK: Text = {
  fr: 'Calculé à rebours : les abonnés un an plus tard, moins leur évolution dans l’année.',
  br: 'Jedet war-gil: koumananterien ur bloaz war-lerc’h, hep o emdroadur er bloaz.',
  en: 'Worked out backwards: the followers a year later, less their change during the year.',
};
