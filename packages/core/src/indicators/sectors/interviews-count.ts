import { byProgramme } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';

/**
 * Interviews by programme, as published. A programme may be a part of another, so there is no total. Sections II.3.a, II.5.d,
 * III.7.
 */
export const interviewsCount = defineIndicator({
  id: 'interviews-count',
  seedId: 'X.interview.count',
  kind: 'flow',
  unit: 'interviews',
  label: { fr: 'Entretiens menés', br: 'Pennadoù-kaoz', en: 'Interviews held' },
  definition: {
    fr: 'Entretiens menés pendant la période dans le cadre de chaque programme.',
    en: 'Interviews held during the period as a part of each programme.',
  },
  dimensions: [byProgramme],
  needs: ['observations', 'programmes', 'events'],
});
