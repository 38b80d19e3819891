import { byAffiliation } from '../dimensions.ts';
import { defineIndicator } from '../indicator.ts';

/**
 * Share of each type of authority, as published: means of the webinars, not a share of all who came, so it is neither
 * recomputed from the people nor weighted by them. It has no total: its parts make 100 %. Section I.3.a.
 */
export const webinarAudience = defineIndicator({
  id: 'webinar-audience',
  kind: 'rate',
  unit: 'percent',
  label: { fr: 'Public des webinaires', br: 'Tud ar webinarioù', en: 'Audience of the webinars' },
  definition: {
    fr: 'Part moyenne de chaque type de collectivité parmi les participants aux webinaires.',
    en: 'Mean share of each type of local authority among those who came to the webinars.',
  },
  dimensions: [byAffiliation],
  needs: ['observations', 'categories'],
});
