import { defineIndicator } from '../indicator.ts';

/**
 * Young people reached during the week, published as a lower bound; they are among the pupils of the year, so the two are
 * never added. Section I.4.b.
 */
export const schoolWeekPupils = defineIndicator({
  id: 'school-week-pupils',
  kind: 'flow',
  unit: 'people',
  occasions: true,
  label: {
    fr: 'Jeunes touchés pendant la Semaine de l’ESS à l’École',
    br: 'Yaouankiz tizhet e-pad Sizhun an ESS er skol',
    en: 'Young people reached during the school week',
  },
  definition: {
    fr: 'Jeunes sensibilisés à l’ESS pendant la Semaine de l’ESS à l’École.',
    en: 'Young people made aware of the social economy during its week in schools.',
  },
  dimensions: [],
  needs: ['observations'],
});
