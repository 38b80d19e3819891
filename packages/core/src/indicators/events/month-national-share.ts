import { divide, scale } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { observedValue } from '../observed.ts';
import { monthEvents } from './month-events.ts';

/** The national number as it is published: what is worked out from the share would only give it back. */
const NATIONAL = { id: 'month-national-events', kind: 'flow' } as const;

/**
 * Events of the month in the region / in France, as published; computed where the national number is published. Section
 * I.4.d.
 */
export const monthNationalShare = defineIndicator({
  id: 'month-national-share',
  seedId: 'I.month.national-share',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Part des événements nationaux', br: 'Lodenn eus an darvoudoù broadel', en: 'Share of national events' },
  definition: {
    fr: 'Part des événements du Mois de l’ESS de toute la France qui ont eu lieu dans la région.',
    en: 'Share of all events of the Mois de l’ESS in France that took place in the region.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const national = observedValue(context, NATIONAL);
    if (national?.quantity.unit !== 'events') return null;
    const events = measureOf(monthEvents, context);
    const part = derived(scale(divide(events.quantity, national.quantity, 'percent'), 100), events);
    return { ...part, derivedFrom: [...(part.derivedFrom ?? []), ...national.observations.map(({ id }) => id)] };
  },
});
