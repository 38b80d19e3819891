import { badgesOf, type Measure, type MeasurePart } from '@ess-widgets/core/model';
import type { Language } from '../language.ts';

/** Words of the badges, as the elements show them. */
const WORDS = {
  fr: {
    published: 'publié',
    computed: 'calculé',
    recomputed: 'recalculé',
    listed: 'liste',
    approx: 'approx.',
    partial: 'partiel',
    provisional: 'provisoire',
    estimated: 'estimé',
    break: 'rupture de série',
    check: 'à vérifier',
  },
  br: {
    published: 'embannet',
    computed: 'jedet',
    recomputed: 'adjedet',
    listed: 'roll',
    approx: 'war-dro',
    partial: 'darnel',
    provisional: 'da c’hortoz',
    estimated: 'istimet',
    break: 'troc’h er stirad',
    check: 'da wiriañ',
  },
  en: {
    published: 'published',
    computed: 'computed',
    recomputed: 'recomputed',
    listed: 'list',
    approx: 'approx.',
    partial: 'partial',
    provisional: 'provisional',
    estimated: 'estimated',
    break: 'break in series',
    check: 'to check',
  },
} as const;

/** Returns the word on a part that a check puts in doubt. */
export const partQualityText = ({ checks }: MeasurePart, lang: Language): string => (checks ? WORDS[lang].check : '');

/** Returns the origin of a measure, then its doubts: `publié, approx.`; empty for an unknown value. */
export function qualityText(measure: Measure, lang: Language): string {
  if (measure.quantity === null && !measure.parts?.some((part) => part.quantity)) return '';
  const { origin, doubts } = badgesOf(measure);
  return [origin, ...doubts].map((word) => WORDS[lang][word]).join(', ');
}
