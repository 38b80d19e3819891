import type { Quantity } from '../../model/quantity.ts';
import { attendedIn, isWhole, sumOf } from '../attendances.ts';
import { leaves } from '../counting.ts';
import { byEvent } from '../dimensions.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { observedParts } from '../observed.ts';
import { recorded } from '../recorded.ts';

const self = { id: 'attendance-total', kind: 'flow', occasions: true } as const;

/**
 * Σ people at each event and meeting held: published for the event, in its tally, or in its record. "About" and "more than"
 * spread to the sum, which says "at least" unless every event and meeting is listed with its attendance. Who came twice
 * counts twice. All sections.
 */
export const attendanceTotal = defineIndicator({
  ...self,
  seedId: 'X.attendance.sum',
  unit: 'people',
  label: { fr: 'Participants aux rencontres', br: 'Tud en darvoudoù hag en emvodoù', en: 'Attendance' },
  definition: {
    fr: 'Somme des participants aux événements et aux réunions de la période.',
    en: 'Sum of those who came to the events and meetings of the period.',
  },
  dimensions: [byEvent],
  needs: ['observations', 'events', 'meetings', 'bodies', 'tallies', 'territories'],
  value: (context) => {
    const event = context.where['event'];
    const attended = attendedIn(context);
    if (event !== undefined) return recorded(context, self, attended[0]?.total);
    const published = publishedIn(context);
    const known = new Map([...recordedIn(context), ...published.parts]);
    const missing = attended.filter(({ id }) => !known.has(id)).length;
    return {
      quantity: sumOf([...known.values()]),
      complete: missing === 0 && attended.length > 0 && isWhole(context),
      population: attended.length,
      missing,
      derivedFrom: published.ids,
    };
  },
  parts: (context) => recordedIn(context),
});

/** What is published for each event, in people. */
function publishedIn(context: IndicatorContext) {
  const { parts, ids } = observedParts(context, self, 'event');
  return { parts: [...parts].filter(([id, q]) => q.unit === 'people' && leaves(context, 'event', id)), ids };
}

/** What the records say of each event. */
const recordedIn = (context: IndicatorContext): ReadonlyMap<string, Quantity> =>
  new Map(attendedIn(context).flatMap(({ id, total }) => (total ? [[id, total] as const] : [])));
