import { defineIndicator } from '../indicator.ts';

/**
 * Share of the time of each activity, as published. Section II.4.b.
 */
export const dlaTimeAllocation = defineIndicator({
  id: 'dla-time-allocation',
  seedId: 'II.dla.time-allocation',
  kind: 'rate',
  unit: 'percent',
  label: {
    fr: 'Emploi du temps du DLA régional',
    br: 'Implij amzer an DLA rannvro',
    en: 'Use of time of the regional DLA',
  },
  definition: {
    fr: 'Part du temps de travail du DLA régional consacrée à chaque activité.',
    en: 'Share of the working time of the regional DLA given to each activity.',
  },
  dimensions: [
    { id: 'activity', label: { fr: 'activité', br: 'obererezh', en: 'activity' }, exclusive: true, exhaustive: true },
  ],
  needs: ['observations', 'categories'],
});
