import type { Finding } from '../../model/index.ts';
import { type BilingualText, report } from './finding.ts';
import type { Printed } from './printed.ts';

/** Result of a rule on a printed text. */
export interface PrintedVerdict extends Pick<Finding, 'severity' | 'certainty'> {
  readonly found: string;
  readonly expected?: string;
  readonly fr: readonly [what: string, todo: string];
  readonly en: readonly [what: string, todo: string];
}

/** Returns the finding of a verdict on a printed text. */
export const verdictFinding = (
  rule: string,
  { where, subject }: Printed,
  { fr, en, ...rest }: PrintedVerdict,
): Finding => report({ rule, where, subject, ...rest, what: { fr: fr[0], en: en[0] }, todo: { fr: fr[1], en: en[1] } });

/** A way of writing something, and where it was seen. */
export interface Seen {
  readonly way: string;
  readonly text: string;
  readonly printed: Printed;
}

/**
 * Says of each kind of thing that is written in several ways that it is, with an example of each, at the second.
 * @param what what is written: "les dates de ce document sont écrites"
 * @param seen all that was seen of each kind, in the order of the document
 */
export function severalWays(
  rule: string,
  what: BilingualText,
  seen: ReadonlyMap<string, readonly Seen[]>,
): readonly Finding[] {
  return [...seen.values()].flatMap((list) => {
    const ways = new Map<string, Seen>();
    for (const each of list) if (!ways.has(each.way)) ways.set(each.way, each);
    const [, odd] = ways.values();
    if (!odd) return [];
    const said = [...ways.values()].map(({ text }) => text.trim()).join(' ; ');
    return verdictFinding(rule, odd.printed, {
      severity: 'info',
      certainty: 'certain',
      found: said,
      fr: [`${what.fr} de plusieurs façons : ${said}`, 'Choisissez une seule écriture.'],
      en: [`${what.en} in several ways: ${said}`, 'Choose one way.'],
    });
  });
}
