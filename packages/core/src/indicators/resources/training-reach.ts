import { defineIndicator } from '../indicator.ts';

/**
 * People in all, organisations by kind of network: two units, never added. Published only. Section IV.4.c.
 */
export const trainingReach = defineIndicator({
  id: 'training-reach',
  kind: 'flow',
  unit: 'people',
  otherUnits: ['organisations'],
  label: {
    fr: 'Public des formations collectives',
    br: 'Tud er stummadurioù a-stroll',
    en: 'Reach of the collective training',
  },
  definition: {
    fr: 'Personnes présentes aux formations collectives, et organisations représentées dans chaque réseau.',
    en: 'People at the collective training, and organisations represented in each network.',
  },
  dimensions: [
    {
      id: 'network-kind',
      label: { fr: 'type de réseau', br: 'seurt rouedad', en: 'kind of network' },
      exclusive: false,
    },
  ],
  needs: ['observations', 'categories'],
});
