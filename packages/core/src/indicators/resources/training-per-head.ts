import { divide } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import { defineIndicator } from '../indicator.ts';
import { staffHeadcount } from './staff-headcount.ts';
import { trainingDepartures } from './training-departures.ts';

/** Departures for training / people of the team on the last day: 31 / 22. Those who left during the year trained too. Section IV.4.c. */
export const trainingPerHead = defineIndicator({
  id: 'training-per-head',
  kind: 'rate',
  unit: 'departures/person',
  label: { fr: 'Départs en formation par personne', br: 'Stummadurioù dre zen', en: 'Training departures per head' },
  definition: {
    fr: 'Nombre moyen de départs en formation par membre de l’équipe.',
    en: 'Mean number of departures for training per member of the team.',
  },
  dimensions: [],
  needs: ['observations'],
  value: (context) => {
    const [departures, people] = [measureOf(trainingDepartures, context), measureOf(staffHeadcount, context)];
    return derived(divide(departures.quantity, people.quantity, 'departures/person'), departures, people);
  },
});
