import { defineIndicator } from '../indicator.ts';

/**
 * Mean of the period: Σ full-time equivalents × months / 12, as published. Section IV.5.
 */
export const staffFte = defineIndicator({
  id: 'staff-fte',
  seedId: 'IV.staff.fte',
  kind: 'flow',
  unit: 'FTE',
  label: {
    fr: 'Effectif en équivalent temps plein',
    br: 'Skipailh e kevatal amzer leun',
    en: 'Staff in full-time equivalents',
  },
  definition: {
    fr: 'Effectif moyen de l’équipe pendant la période, en équivalents temps plein.',
    en: 'Mean staff of the team over the period, in full-time equivalents.',
  },
  dimensions: [],
  needs: ['observations'],
});
