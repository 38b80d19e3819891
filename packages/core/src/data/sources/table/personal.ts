/** Columns of a list that look personal: they are named before anything is published. */
import type { Finding, Text } from '../../../model/index.ts';
import { type Headers, headerName, PERSON_COLUMN } from './headers.ts';
import { normalise } from './normalise.ts';
import { columnPlace, quoted } from './report.ts';
import { columnLetter, type ParsedRow } from './table.ts';

/** Kind of what a column seems to say of a person. */
type Kind = 'person' | 'email' | 'phone' | 'birth' | 'number' | 'address';

const LABELS: Readonly<Record<Kind, Text & { readonly en: string }>> = {
  person: { fr: 'nom d’une personne', en: 'name of a person' },
  email: { fr: 'courriel d’une personne', en: 'e-mail of a person' },
  phone: { fr: 'téléphone d’une personne', en: 'telephone of a person' },
  birth: { fr: 'naissance', en: 'birth' },
  number: { fr: 'numéro de sécurité sociale', en: 'social security number' },
  address: { fr: 'adresse d’une personne', en: 'address of a person' },
};

const FIRST_NAME = /^(prenoms?|first ?names?|given names?|fore ?names?)\b/;
const FAMILY_NAME = /^(nom|noms|nom de famille|nom d usage|last ?name|family name|surname|name)$/;
const CIVILITY = /^(civilite|titre civil|genre|sexe|gender|sex|salutation)$/;
const BIRTH = /naissance|\bne e? ?le\b|birth|\bage\b/;
/** A number of people is none of them. */
const COUNT = /^(nombre|nb|nbre|number|total|effectif)\b/;
const SOCIAL_NUMBER = /securite sociale|\bnir\b|^n ?ss$/;
const ROLE = /tresorier|secretaire|administrateur|interlocuteur|salarie|benevole|animateur|gerant|correspondant/;
const PRIVATE = /\b(perso|personnel(le)?s?|privee?s?|domicile|private|personal|home)\b/;
const MAIL = /\b(e ?mail|mail|mel|courriel)\b/;
const PHONE = /\b(tel|telephone|phone|fixe|mobile|portable|gsm|cell)\b/;
const MOBILE = /\b(mobile|portable|gsm|cell(phone)?)\b/;
const ADDRESS = /\b(adresse|address)\b/;
/** OpenStreetMap says `contact:` of what is the organisation's own. */
const OSM = /^contact:/i;

/** Returns the kind that a title tells; null where it tells none. */
function kindOfTitle(title: string, hasFirstName: boolean): Kind | null {
  if (OSM.test(title)) return null;
  const { words } = headerName(title);
  const isPerson = PERSON_COLUMN.test(words) || ROLE.test(words);
  if (COUNT.test(words)) return null;
  if (SOCIAL_NUMBER.test(words)) return 'number';
  if (BIRTH.test(words)) return 'birth';
  const isPrivate =
    PRIVATE.test(words) || (isPerson && !/^(e ?mail|courriel|tel|telephone) (de )?contact$/.test(words));
  if (MAIL.test(words)) return isPrivate ? 'email' : null;
  if (MOBILE.test(words)) return 'phone';
  if (PHONE.test(words)) return isPrivate ? 'phone' : null;
  if (ADDRESS.test(words)) return isPrivate ? 'address' : null;
  if (FIRST_NAME.test(words) || CIVILITY.test(words)) return 'person';
  return isPerson || (hasFirstName && FAMILY_NAME.test(words)) ? 'person' : null;
}

/** Values of a column that are looked at: enough to know it by. */
const LOOKED_AT = 500;

/** Services where people have an address of their own. */
const MAILBOX =
  /@(gmail|googlemail|orange|wanadoo|free|sfr|neuf|laposte|yahoo|hotmail|outlook|live|msn|icloud|me|aol|gmx|proton(mail)?|bbox|numericable)\.\w+/i;
/** Words in the addresses of associations. */
const OF_AN_ORGANISATION =
  /asso|contact|info|accueil|bureau|secretariat|club|comite|mairie|ecole|coop|scop|centre|federation|collectif|direction|com(munication)?[.@]/i;
const isPersonalMail = (text: string): boolean =>
  MAILBOX.test(text) && /^[a-z]{2,}[._-][a-z]{2,}\d{0,4}@/i.test(text) && !OF_AN_ORGANISATION.test(text);

const isMobile = (text: string): boolean =>
  /^(?:(?:\+|00)\s?33\s?(?:\(0\)\s?)?|0)[67](?:[\s.\-/]?\d{2}){4}$/.test(text);
const isCivility = (text: string): boolean =>
  /^(m|mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms)$/.test(normalise(text));
const isSocialNumber = (text: string): boolean =>
  /^[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?$/i.test(text);
/** "Anne DUPONT": a first name, then the family's in capitals, as lists of people are written. */
const isFullName = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)? \p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+)?$/u.test(text);

const PHONE_IN = /(?<![\d+])(?:(?:\+|00)\s?33\s?(?:\(0\)\s?)?|0)[1-9](?:[\s.\-/]?\d{2}){4}(?!\d)/;
const MAIL_IN = /[\w.+-]{1,64}@[\w-]{1,64}\.\w/;
const CIVILITY_IN = /(?<!\p{L})(?:M\.|MM\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+\p{Lu}\p{L}/u;

/** Returns what a text says of a person: a telephone, an e-mail, a name behind a civility; null where it says none. */
export function personIn(text: string): 'phone' | 'email' | 'person' | null {
  if (PHONE_IN.test(text)) return 'phone';
  if (text.includes('@') && MAIL_IN.test(text)) return 'email';
  return CIVILITY_IN.test(text) ? 'person' : null;
}

/** Returns the kind that the values of a column tell; null where they tell none. */
function kindOfValues(values: readonly string[], isRead: boolean): Kind | null {
  // One mailbox may be that of an association which has no other.
  if (values.length < 2) return null;
  const share = (test: (text: string) => boolean): number => values.filter(test).length / values.length;
  if (share(isPersonalMail) >= 0.3) return 'email';
  if (share(isMobile) >= 0.5) return 'phone';
  if (share(isSocialNumber) >= 0.5) return 'number';
  return share(isCivility) >= 0.8 || (!isRead && share(isFullName) >= 0.6) ? 'person' : null;
}

/** Columns that look personal, by their index, and the finding that names them. */
interface PersonalColumns {
  readonly columns: readonly number[];
  readonly finding: Finding | null;
}

/** Returns the columns of a list that look personal. */
export function personalColumns(file: string, headers: Headers, rows: readonly ParsedRow[]): PersonalColumns {
  const { texts, columns } = headers;
  const hasFirstName = texts.some((title) => FIRST_NAME.test(headerName(title).words));
  const read = new Set(columns.values());
  const found = texts.flatMap((title, column) => {
    const values = valuesOf(column, rows);
    if (values.length === 0 || column === columns.get('name')) return [];
    const kind = kindOfTitle(title, hasFirstName) ?? kindOfValues(values, read.has(column));
    return kind ? [{ column, title, kind }] : [];
  });
  const [first] = found;
  if (!first) return { columns: [], finding: null };
  const list = (language: 'fr' | 'en'): string =>
    found
      .map(({ column, title, kind }) => {
        const name = language === 'fr' ? quoted(title) : `"${title}"`;
        return `${columnLetter(column)}${title === '' ? '' : ` ${name}`} (${LABELS[kind][language]})`;
      })
      .join(', ');
  const finding: Finding = {
    rule: 'personal-columns',
    severity: 'warning',
    certainty: 'likely',
    where: { file, ...columnPlace(first.column, texts) },
    found: found.map(({ column, title }) => title || columnLetter(column)).join(', '),
    message: {
      fr: `Colonnes qui semblent personnelles\u202f: ${list('fr')}. Un fichier publié se lit en entier, même ce que les widgets n’affichent pas\u202f: retirez-les avant de le publier`,
      en: `Columns that look personal: ${list('en')}. A published file can be read as a whole, also what the widgets do not show: remove them before it is published`,
    },
  };
  return { columns: found.map(({ column }) => column), finding };
}

function valuesOf(column: number, rows: readonly ParsedRow[]): readonly string[] {
  const values: string[] = [];
  for (const { cells } of rows) {
    const value = cells[column] ?? '';
    if (value !== '') values.push(value);
    if (values.length === LOOKED_AT) break;
  }
  return values;
}
