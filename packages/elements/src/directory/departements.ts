import { type Dataset, records, resolveText, type Text } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';

/** A département that entries lie in, or what takes its place in another country. */
export interface Departement {
  readonly id: string;
  readonly name: string;
  /** Kind of division: "Département", "Canton". */
  readonly division: string;
}

/** Codes of French départements. Divisions of other countries may have such codes too: their data give their kind. */
const FRENCH = /^(\d\d|2[AB]|97\d)$/;

/** Names the départements that entries lie in. */
export function departementNames(dataset: Dataset, ids: readonly string[], m: Localized): readonly Departement[] {
  const known = new Map(records(dataset, 'territories').map((each) => [each.id, each]));
  const written = (text: Text | undefined): string => (text ? resolveText(text, m.lang).text : '');
  return ids.map((id) => {
    const code = id.replace('departement-', '');
    const its = known.get(id);
    const name = written(its?.name);
    const division = written(its?.division) || m.text(FRENCH.test(code) ? 'departementLabel' : 'divisionLabel');
    // One that a list knows by its code alone is called by it already.
    return { id, division, name: name && !name.endsWith(code) ? `${name} (${code})` : `${division} ${code}` };
  });
}
