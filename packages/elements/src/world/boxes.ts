// Written by packages/geo-tools/scripts/build-geo.ts.
import type { LonLatBox } from '@ess-widgets/core/geo';
import type { Text } from '@ess-widgets/core/model';

/** An overseas département: the box of its ground, and the part of it that the département lies in. */
interface Overseas {
  readonly name: Text;
  readonly bbox: LonLatBox;
  readonly focus: LonLatBox;
}

/** Positions of the grounds of France, in their order: these are needed far more often than the grounds themselves. */
export const boxes: { readonly france: LonLatBox; readonly overseas: readonly Overseas[] } = {
  france: [-17, 34, 22, 57.5],
  overseas: [
    {
      name: { fr: 'Guadeloupe' },
      bbox: [-64.2, 14.2, -58.6, 18.1],
      focus: [-61.84, 15.8, -60.95, 16.56],
    },
    {
      name: { fr: 'Martinique' },
      bbox: [-62.9, 13.2, -59.1, 16.1],
      focus: [-61.27, 14.36, -60.77, 14.92],
    },
    {
      name: { fr: 'Guyane', en: 'French Guiana' },
      bbox: [-58.6, 0.2, -47.6, 8],
      focus: [-54.66, 2.07, -51.6, 5.79],
    },
    {
      name: { fr: 'La Réunion', en: 'Réunion' },
      bbox: [53.2, -22.9, 57.25, -19.4],
      focus: [55.18, -21.42, 55.9, -20.82],
    },
    {
      name: { fr: 'Mayotte' },
      bbox: [43.1, -14.3, 47.2, -11.4],
      focus: [45, -13.03, 45.34, -12.6],
    },
  ],
};
