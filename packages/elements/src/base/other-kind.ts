import type { Dataset } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';

/**
 * Says of data that hold records of another kind alone what they are: "4 rendez-vous, aucun adhérent". Null where they may hold
 * what is asked for.
 */
export function otherKind(
  { manifest: { collections } }: Dataset,
  asked: 'organisations' | 'events',
  m: Localized,
): string | null {
  const isOfMembers = asked === 'organisations';
  const other = collections[isOfMembers ? 'events' : 'organisations'];
  if (collections[asked] || !other) return null;
  return m.text(isOfMembers ? 'onlyEvents' : 'onlyMembers', { n: other.count });
}
