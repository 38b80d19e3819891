import { byKind } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { sumOfParts } from '../recorded.ts';

const self = { id: 'internships', kind: 'flow', unit: 'internships' } as const;

/** Internships, individual and collective, as published; a collective one is one, however many students. Section IV.5. */
export const internships = defineIndicator({
  ...self,
  seedId: 'IV.staff.internships',
  label: { fr: 'Stages', br: 'Stajoù', en: 'Internships' },
  definition: {
    fr: 'Stages accueillis par l’équipe pendant la période.',
    en: 'Internships hosted by the team during the period.',
  },
  dimensions: [byKind],
  needs: ['observations', 'categories'],
  value: (context) => sumOfParts(context, self, 'kind'),
});
