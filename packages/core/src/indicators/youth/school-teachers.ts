import { defineIndicator } from '../indicator.ts';

/**
 * Teachers involved in actions on the social economy, published as a round number. Section I.4.b.
 */
export const schoolTeachers = defineIndicator({
  id: 'school-teachers',
  kind: 'flow',
  calendar: 'school',
  unit: 'people',
  label: { fr: 'Enseignants impliqués', br: 'Kelennerien engouestlet', en: 'Teachers involved' },
  definition: {
    fr: 'Enseignants du secondaire impliqués dans des actions d’éducation à l’ESS.',
    en: 'Secondary teachers who took part in work on the social economy.',
  },
  dimensions: [],
  needs: ['observations'],
});
