import type { SupportMission } from '../../model/support-mission.ts';
import { countDistinct, covers, groupBy, listOf, narrowed, type Selection, toParts } from '../counting.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { categoryOfMission, missionLabels, missionsOf } from '../missions.ts';

/**
 * Different organisations with a DLA mission in the period: one that has two missions counts once in all, and once for each
 * status, so that its parts may add up to more than the total. Complete only where every mission names its organisations.
 * Sections II.4.a, II.4.b.
 */
export const dlaStructures = defineIndicator({
  id: 'dla-structures',
  kind: 'flow',
  unit: 'organisations',
  label: {
    fr: 'Structures accompagnées par le DLA',
    br: 'Frammadoù ambrouget gant an DLA',
    en: 'Organisations supported by the DLA',
  },
  definition: {
    fr: 'Organisations différentes accompagnées par le DLA pendant la période.',
    en: 'Different organisations supported by the local support scheme (DLA) during the period.',
  },
  dimensions: [
    { id: 'mode', label: { fr: 'mode', br: 'doare', en: 'mode' }, exclusive: false },
    { id: 'status', label: { fr: 'état', br: 'stad', en: 'status' }, exclusive: false },
    { id: 'lot', label: { fr: 'lot', br: 'lodenn', en: 'lot' }, exclusive: false },
  ],
  needs: ['observations', 'missions', 'territories', 'categories'],
  filters: ['programme'],
  valueLabels: missionLabels,
  value: (context) => distinct(missionsOf(context), context),
  parts: (context, dimension) => {
    const { found, unclear } = missionsOf(context, dimension === 'status');
    const groups = groupBy(found, (m) => listOf(categoryOfMission(m, dimension, context.period)));
    return toParts(
      [...groups].map(([id, list]) => [id, distinct({ found: list, unclear }, narrowed(context, dimension, id))]),
    );
  },
});

function distinct(selection: Selection<SupportMission>, context: IndicatorContext) {
  const named = selection.found.every((m) => m.organisations.length > 0);
  return countDistinct(selection, (m) => m.organisations, 'organisations', named && covers(context, 'missions'));
}
