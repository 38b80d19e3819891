import { defineIndicator } from '../indicator.ts';

/**
 * Sum of the regional prizes awarded, in euros; what comes with them in kind is not valued. Published only. Section I.4.d.
 */
export const prizeAmount = defineIndicator({
  id: 'prize-amount',
  seedId: 'I.prize.amount',
  kind: 'flow',
  unit: 'euros',
  label: { fr: 'Montant des prix remis', br: 'Sammad ar prizioù', en: 'Amount of prizes awarded' },
  definition: {
    fr: 'Somme des dotations des prix régionaux de l’ESS remis pendant la période.',
    en: 'Sum of the regional social economy prizes awarded during the period.',
  },
  dimensions: [],
  needs: ['observations'],
});
