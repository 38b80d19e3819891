import { byKind } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';

/**
 * People of the team on the last day; those of a kind (in a shared job) may be counted besides, so that kinds do not add up.
 * Published only. Sections IV.4.c, IV.5.
 */
export const staffHeadcount = defineIndicator({
  id: 'staff-headcount',
  seedId: 'IV.staff.headcount',
  kind: 'stock',
  unit: 'people',
  label: { fr: 'Effectif de l’équipe', br: 'Tud er skipailh', en: 'Headcount of the team' },
  definition: {
    fr: 'Personnes qui composent l’équipe le dernier jour de la période.',
    en: 'People of the team on the last day of the period.',
  },
  dimensions: [{ ...byKind, exclusive: false }],
  needs: ['observations', 'categories'],
});
