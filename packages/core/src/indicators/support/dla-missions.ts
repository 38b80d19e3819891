import { countBy, counted, covers } from '../counting.ts';
import { byLot, byMode } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { categoryOfMission, missionLabels, missionsOf } from '../missions.ts';

/**
 * Missions of local support (DLA) completed or under way in the period, by mode, status and lot. A mission begun in one year
 * and completed in the next is of both. Counted where the list is complete, published otherwise. Sections II.4.a, II.4.b.
 */
export const dlaMissions = defineIndicator({
  id: 'dla-missions',
  seedId: 'II.dla.missions-structures',
  kind: 'flow',
  unit: 'missions',
  label: { fr: 'Missions du DLA', br: 'Kefridioù an DLA', en: 'DLA missions' },
  definition: {
    fr: 'Missions d’accompagnement du DLA menées à terme ou en cours pendant la période.',
    en: 'Missions of the local support scheme (DLA) completed or under way during the period.',
  },
  dimensions: [
    { ...byMode, exhaustive: true },
    // Not exclusive: planned and cancelled missions are no part of those carried out, which the total counts.
    { id: 'status', label: { fr: 'état', br: 'stad', en: 'status' }, exclusive: false },
    byLot,
  ],
  needs: ['observations', 'missions', 'territories', 'categories'],
  filters: ['programme'],
  valueLabels: missionLabels,
  value: (context) => counted(missionsOf(context), 'missions', covers(context, 'missions')),
  parts: (context, dimension) => {
    const { found, unclear } = missionsOf(context, dimension === 'status');
    const complete = unclear === 0 && covers(context, 'missions');
    return countBy(found, (m) => categoryOfMission(m, dimension, context.period), 'missions', { complete });
  },
});
