import { divide } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { monthEvents } from './month-events.ts';
import { monthOrganisers } from './month-organisers.ts';

/**
 * Events / organisers of the month. An event held by several organisations counts once above and several times below. Section
 * I.4.d.
 */
export const monthEventsPerOrganiser = defineIndicator({
  id: 'month-events-per-organiser',
  kind: 'rate',
  unit: 'events/organisation',
  label: { fr: 'Événements par organisateur', br: 'Darvoudoù dre aozer', en: 'Events per organiser' },
  definition: {
    fr: 'Nombre moyen d’événements du Mois de l’ESS par structure organisatrice.',
    en: 'Mean number of events of the Mois de l’ESS for each organiser.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const events = measureOf(monthEvents, context);
    const organisers = measureOf(monthOrganisers, context);
    return derived(divide(events.quantity, organisers.quantity, 'events/organisation'), events, organisers);
  },
});
