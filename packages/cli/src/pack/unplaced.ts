/**
 * Reasons why members have no position: a map does not show that they are missing, so the person who packs them is
 * informed.
 */
import type { Dataset, Finding, Organisation } from '@ess-widgets/core/model';
import type { CommandText } from '../language.ts';

type Reason = 'nowhere' | 'unknown' | 'pointless' | 'tableless';

const REASONS: Readonly<Record<Reason, CommandText>> = {
  tableless: {
    fr: 'faute de table des communes qui ait ces lieux (--communes en nomme une)',
    en: 'for want of a commune table that has these places (--communes names one)',
  },
  unknown: { fr: 'dont la commune n’est pas reconnue', en: 'whose commune is not recognised' },
  pointless: {
    fr: 'dont ni les coordonnées ni le territoire ne donnent de point',
    en: 'whose coordinates and territory give no point',
  },
  nowhere: { fr: 'sans commune, territoire ni coordonnées', en: 'without a commune, a territory or coordinates' },
};

/**
 * Returns a sentence with the number of packed organisations without a position, by reason; null where all have one.
 */
export function unplacedText(
  { collections: { organisations = [] } }: Dataset,
  packed: readonly { readonly id: string }[],
  issues: readonly Finding[],
): CommandText | null {
  const ids = new Set(packed.map(({ id }) => id));
  const without = organisations.filter(({ id, position }) => !position && ids.has(id));
  if (without.length === 0) return null;
  const isTableless = issues.some(({ rule }) => rule === 'communes-missing');
  const counts = new Map<Reason, number>();
  for (const one of without) {
    const reason = reasonOf(one, isTableless);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const parts = (lang: 'fr' | 'en'): string =>
    [...counts].map(([reason, n]) => `${n} ${REASONS[reason][lang]}`).join(', ');
  return { fr: `non situées\u202f: ${parts('fr')}`, en: `not placed: ${parts('en')}` };
}

function reasonOf({ town, territories }: Organisation, isTableless: boolean): Reason {
  if (!town && territories.length === 0) return 'nowhere';
  if (isTableless) return 'tableless';
  return territories.length === 0 ? 'unknown' : 'pointless';
}
