import { intervalOf, isApprox, type Quantity, spell, sum, type Text } from '../model/index.ts';

/** Note on a share of things of which some are in no known part: any of them may be in this one. */
export const UNSTATED: Text = { fr: 'une partie n’est pas précisée', en: 'some are not specified' };

/** Note on a share of things of which some are not decided yet. */
export const UNDECIDED: Text = { fr: 'des réponses sont encore attendues', en: 'some answers are still to come' };

/** Note on a sum of which some amounts are not known. */
export const UNKNOWN_AMOUNTS: Text = { fr: 'des montants ne sont pas connus', en: 'some amounts are not known' };

/** Note on a value of which only some things are listed. */
export const LISTED: Text = { fr: 'liste incomplète', br: 'roll diglok', en: 'incomplete list' };

/** Things that may belong to a part, and why it is not known. */
export type Missing = readonly [quantity: Quantity, reason: Text];

/** Returns a part to which none, some or all of the missing things belong. */
export function withMissing(part: Quantity, missing: readonly Missing[]): Quantity | null {
  const more = sum(missing.map(([quantity]) => quantity));
  if (!more) return part;
  const [{ lo, loStrict, hi, hiStrict }, top] = [intervalOf(part), intervalOf(more)];
  const partial = [part.partial, ...missing.map(([, reason]) => reason.fr)].filter(Boolean).join(' ; ');
  return spell({ lo, loStrict, hi: hi + top.hi, hiStrict: hiStrict || top.hiStrict }, part.unit, {
    approx: isApprox(part) || isApprox(more),
    partial,
    base: part.base,
  });
}
