import { byKind } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { sumOfParts } from '../recorded.ts';

const self = { id: 'training-departures', kind: 'flow', unit: 'departures' } as const;

/**
 * Departures for training, collective and individual, as published: 14 + 17 = 31. Someone trained twice counts twice.
 * Section IV.4.c.
 */
export const trainingDepartures = defineIndicator({
  ...self,
  seedId: 'IV.training.departures',
  label: { fr: 'Départs en formation', br: 'Stummadurioù heuliet', en: 'Training departures' },
  definition: {
    fr: 'Départs en formation des membres de l’équipe pendant la période.',
    en: 'Departures for training of the members of the team during the period.',
  },
  dimensions: [byKind],
  needs: ['observations', 'categories'],
  value: (context) => sumOfParts(context, self, 'kind'),
});
