import type { Dataset } from '@ess-widgets/core/model';
import type { Localized, MessageKey } from '../texts/texts.ts';

/** Says of data that hold one kind of records and not the one asked for what they are: "4 rendez-vous, aucun adhérent". */
export function otherKind(
  { manifest: { collections } }: Dataset,
  [asked, held]: readonly [asked: string, held: string],
  key: MessageKey,
  m: Localized,
): string | null {
  const other = collections[held];
  return collections[asked] || !other ? null : m.text(key, { n: other.count });
}
