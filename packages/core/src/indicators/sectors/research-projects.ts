import { byCall } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';
import { sumOfParts } from '../recorded.ts';

const self = { id: 'research-projects', kind: 'flow', unit: 'projects' } as const;

/** Research projects by call, as published: 4 + 2 + 5, which add up to a total where none is published. Section III.9. */
export const researchProjects = defineIndicator({
  ...self,
  seedId: 'III.research.projects-by-call',
  label: { fr: 'Projets de recherche', br: 'Raktresoù enklask', en: 'Research projects' },
  definition: {
    fr: 'Projets de recherche accompagnés pendant la période, selon l’appel auquel ils répondent.',
    en: 'Research projects supported during the period, by the call that they answer.',
  },
  dimensions: [byCall],
  needs: ['observations', 'calls'],
  value: (context) => sumOfParts(context, self, 'call'),
});
