import { defineIndicator } from '../indicator.ts';

/**
 * Years in a row, the last one included, in which the number of members grew: "the third year running" is 3. Published
 * only: the report names no member total before its own year. Section I.1.a.
 */
export const membersGrowthStreak = defineIndicator({
  id: 'members-growth-streak',
  seedId: 'I.members.growth-streak',
  kind: 'stock',
  unit: 'years',
  label: {
    fr: 'Années consécutives de hausse des adhésions',
    br: 'Bloavezhioù a gresk lerc’h-ouzh-lerc’h',
    en: 'Consecutive years of member growth',
  },
  definition: {
    fr: 'Nombre d’années de suite, la dernière comprise, où le nombre d’adhérents a augmenté.',
    en: 'Number of years in a row, the last one included, in which the number of members rose.',
  },
  dimensions: [],
  needs: ['observations'],
});
