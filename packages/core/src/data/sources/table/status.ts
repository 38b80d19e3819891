/** A column called "Statut" holds legal forms in one spreadsheet, how members stand in another: its values tell. */
import type { Finding } from '../../../model/index.ts';
import type { Headers } from './headers.ts';
import { normalise } from './normalise.ts';
import { quoted } from './report.ts';
import { columnLetter, type ParsedRow } from './table.ts';

/** Words of legal forms, in French and English, as {@link normalise} leaves them. */
const LEGAL_FORM =
  /\b(asso|associations?|associative?|loi (de )?19\d\d|scop|scic|scp|scea?|cae|cuma|gaec|gie|gip|geiq|cooperati(ve|f)s?|coop|co operative|mutuelles?|mutual|mutualiste|fondations?|foundation|fonds|sarl|eurl|sas|sasu|sa|snc|sci|eirl?|esus|epic|epci|ei|entreprise individuelle|entrepreneur|societes?|company|limited|ltd|cic|charity|trust|syndicat|union|federation|comite|congregation|etablissement public|collectivite|commune|non profit)\b/;

/** A column that is not read as its name promises. */
interface StatusColumn {
  /** Its header, as written. */
  readonly title: string;
  readonly column: number;
  /** Some of its values. */
  readonly values: readonly string[];
}

/** Returns the header without a "Statut" that holds no legal forms, most of its values being none; and that column. */
export function withoutStatus(
  headers: Headers,
  rows: readonly ParsedRow[],
): { readonly headers: Headers; readonly status: StatusColumn | null } {
  const column = headers.columns.get('legalForm');
  const title = column === undefined ? '' : (headers.texts[column] ?? '');
  if (column === undefined || normalise(title) !== 'statut') return { headers, status: null };
  const values = rows.map(({ cells }) => cells[column] ?? '').filter((value) => value !== '');
  const others = values.filter((value) => !LEGAL_FORM.test(normalise(value)));
  if (others.length * 2 <= values.length) return { headers, status: null };
  const columns = new Map([...headers.columns].filter(([field]) => field !== 'legalForm'));
  return { headers: { ...headers, columns }, status: { title, column, values: [...new Set(others)].slice(0, 3) } };
}

/** Says that such a column is not read: it may mark those who are members no more, and every line counts as one. */
export function statusFinding(file: string, { title, column, values }: StatusColumn): Finding {
  const [found, name] = [values.map(quoted).join(', '), quoted(title)];
  const english = values.map((value) => `"${value}"`).join(', ');
  return {
    rule: 'status-column',
    severity: 'warning',
    certainty: 'likely',
    where: { file, field: title, column: columnLetter(column) },
    found: values.join(', '),
    message: {
      fr: `La colonne ${name} (${found}) ne dit pas des formes juridiques\u202f: elle n’est pas lue, et chaque ligne compte comme un adhérent. Retirez les lignes de ceux qui ne le sont plus\u202f; pour des formes juridiques, appelez-la «\u202fForme juridique\u202f»`,
      br: `Ar bann ${name} (${found}) ne lavar ket furmoù lezennel\u202f: n’eo ket lennet, ha pep linenn a gont evel un ezel. Tennit al linennoù ar re n’int ket mui izili\u202f; evit furmoù lezennel, anvit ar bann «\u202fForme juridique\u202f»`,
      en: `The column "${title}" (${english}) holds no legal forms: it is not read, and every line counts as a member. Take out the lines of those who are members no more; for legal forms, call it "Forme juridique"`,
    },
  };
}
