import { defineIndicator } from '../indicator.ts';

/**
 * Pupils involved in actions on the social economy, published as a round number. The same pupil may take part in several
 * actions. Section I.4.b.
 */
export const schoolPupils = defineIndicator({
  id: 'school-pupils',
  seedId: 'I.school.people-reached',
  kind: 'flow',
  calendar: 'school',
  unit: 'people',
  label: { fr: 'Élèves impliqués', br: 'Skolidi engouestlet', en: 'Pupils involved' },
  definition: {
    fr: 'Élèves du secondaire impliqués dans des actions d’éducation à l’ESS.',
    en: 'Secondary pupils who took part in work on the social economy.',
  },
  dimensions: [],
  needs: ['observations'],
});
