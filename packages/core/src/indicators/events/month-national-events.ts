import { divide, scale } from '../../model/algebra.ts';
import { derived, measureOf, roughly } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { monthEvents } from './month-events.ts';
import { monthNationalShare } from './month-national-share.ts';

/**
 * Events of the month in the region / their share of the national ones. The share is printed with one decimal, so the result is
 * good to about three in a thousand, and is said to be approximate. Section I.4.d.
 */
export const monthNationalEvents = defineIndicator({
  id: 'month-national-events',
  kind: 'flow',
  unit: 'events',
  label: {
    fr: 'Événements du Mois de l’ESS en France',
    br: 'Darvoudoù Miz an ESS e Frañs',
    en: 'Events of the Mois de l’ESS in France',
  },
  definition: {
    fr: 'Événements du Mois de l’ESS de toute la France, déduits de ceux de la région et de leur part.',
    en: 'All events of the Mois de l’ESS in France, worked out from those of the region and their share.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const events = measureOf(monthEvents, context);
    const part = measureOf(monthNationalShare, context);
    return derived(roughly(scale(divide(events.quantity, part.quantity, 'events'), 100)), events, part);
  },
});
