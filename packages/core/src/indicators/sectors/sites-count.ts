import { defineIndicator } from '../indicator.ts';

/**
 * Sites on record, by field. A site may be of several fields, so that these do not add up. Published only. Sections III.1.a,
 * III.1.e, III.8.
 */
export const sitesCount = defineIndicator({
  id: 'sites-count',
  seedId: 'III.sites.by-field',
  kind: 'stock',
  unit: 'sites',
  label: { fr: 'Sites recensés', br: 'Lec’hioù niveret', en: 'Sites on the map' },
  definition: {
    fr: 'Sites de l’ESS recensés le dernier jour de la période, par filière.',
    en: 'Sites of the social economy on record on the last day of the period, by field.',
  },
  dimensions: [{ id: 'field', label: { fr: 'filière', br: 'tachenn', en: 'field' }, exclusive: false }],
  needs: ['observations', 'categories'],
});
