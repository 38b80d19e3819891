import { defineIndicator } from '../indicator.ts';

/**
 * Faces of bus shelters that carried the poster. Published only; "twice as many as last year" is a statement of its own, from
 * which no number of last year is made. Section I.4.d.
 */
export const monthPosterSites = defineIndicator({
  id: 'month-poster-sites',
  kind: 'flow',
  unit: 'sites',
  label: { fr: 'Faces d’abribus affichées', br: 'Tuioù goudorioù-bus skritellet', en: 'Poster sites' },
  definition: {
    fr: 'Faces d’abribus qui ont porté l’affiche du Mois de l’ESS.',
    en: 'Bus-shelter faces that carried the poster of the Mois de l’ESS.',
  },
  dimensions: [],
  needs: ['observations'],
});
