import { defineIndicator } from '../indicator.ts';

/**
 * Webinars for local authorities that were planned and did not take place. Published only. Section I.3.a.
 */
export const webinarsCancelled = defineIndicator({
  id: 'webinars-cancelled',
  kind: 'flow',
  unit: 'events',
  label: { fr: 'Webinaires annulés', br: 'Webinarioù nullet', en: 'Webinars cancelled' },
  definition: {
    fr: 'Webinaires programmés pendant la période à destination des collectivités, puis annulés.',
    en: 'Webinars for local authorities that were planned for the period and then cancelled.',
  },
  dimensions: [],
  needs: ['observations'],
});
