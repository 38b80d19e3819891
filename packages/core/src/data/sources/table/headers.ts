import { EVENT_HEADERS, HEADERS } from './header-names.ts';
import { normalise } from './normalise.ts';

/** Content of a column, by the field that it fills. */
export type Field = keyof typeof HEADERS | keyof typeof EVENT_HEADERS;

/** What the lines of a list are. */
export type ListKind = 'members' | 'events';

/** Columns about a person: never taken for the organisation's. */
export const PERSON_COLUMN =
  /prenom|contact|referent|president|personne|responsable|dirigeant|direct(eur|rice)|representant/;

/** Columns about somebody's own telephone or address: a card never shows them. */
const PRIVATE = /\b(perso|privee?s?|domicile|mobile|portable|gsm)\b/;

/**
 * Words of a column that says when a line was written, an order paid or somebody born: it is never when an event takes
 * place. An accent may be lost, or have become two signs.
 */
const STAMP =
  /\b(?:soumis|submi[ts]|saisi|r ?[ea]? ?pon(?:se|du)|r ?[ea]? ?servation|booking|cr ?[ea]? ?at(?:ion|ed)|cree+s?\b|(?:pre|re)?inscri|enregistr|regist(?:ered|ration)|commande|ordered|pa(?:iements?|yments?|yee?s?|id)\b|r ?[ea]? ?glement|modifi|mise?s? (?:a )?jour|maj\b|updat|publi(?:cation|e|sh)|mises? en ligne|horodat|time ?stamp|limite|deadline|cl ?[oa]? ?ture|validation|naissance|birth|envo[iy]|sent\b|edited|complet|rempli|recep|recus?\b|receiv|depot|depos|demande|request|rappel|remind|contribu|formulaire|questionnaire|transmi|transmet|ajoute|added|import|extraction|traitement)/;

/** Whether a header is of a day or an hour at which a line was written, and not at which something takes place. */
export function isStamp(text: string): boolean {
  const { words } = headerName(text);
  return STAMP.test(words) && /\b(?:dates?|heures?|horaires?|jours?|horodat\w*|time|timestamp|at|on)\b/.test(words);
}

/**
 * « Heure de l’atelier » names what takes place; without its article the word is mostly what was done with the line, and
 * few such words are known to be of an event. An hour that is not read is told, a wrong one would be shown.
 */
const OTHER_HOUR =
  /^heures? d(?:e|es)? (?!(?:l|la|votre|notre|nos|vos)\b|debut|depart|demarrage|rdv|rendez|rencontre|reunion|rassemblement|accueil|ouverture|arrivee|seance|formation|atelier|visite|evenement|passage|pointage|fin\b)/;

/** Headers that are none of a field, whatever they begin with: no stamp is a day or an hour, no end is a beginning. */
const NEVER: Readonly<Partial<Record<Field, RegExp>>> = {
  start: new RegExp(String.raw`${STAMP.source}|\b(?:fin|end)\b`),
  startTime: new RegExp(String.raw`${STAMP.source}|${OTHER_HOUR.source}|\b(?:fin|end)\b`),
  end: STAMP,
  endTime: STAMP,
  joined: STAMP,
  left: STAMP,
};

/** Columns of the recognised fields, and titles that were not recognised. */
export interface Headers {
  readonly kind: ListKind;
  readonly columns: ReadonlyMap<Field, number>;
  /** Columns of the same: OpenStreetMap has `phone` for some, `contact:phone` for others. */
  readonly twins: ReadonlyMap<number, number>;
  /** Texts of the header, as written. */
  readonly texts: readonly string[];
  readonly ignored: readonly string[];
}

/** Fields of columns by their index, as a person has chosen them; null for a column that is not read. */
export type Mapping = Readonly<Record<number, Field | null>>;

/** Returns the header with columns that were mapped by hand: these win over what their titles say. */
export function withColumns(headers: Headers, mapping: Mapping): Headers {
  const { texts, kind } = headers;
  const isFree = (column: number): boolean => mapping[column] === undefined;
  const columns = new Map([...headers.columns].filter(([, column]) => isFree(column)));
  for (const [index, field] of Object.entries(mapping)) {
    // A column of events means nothing to a list of members.
    if (field !== null && FIELDS[kind].includes(field)) columns.set(field, Number(index));
  }
  const taken = new Set(columns.values());
  const twins = new Map(
    [...headers.twins].filter(([column, twin]) => taken.has(column) && isFree(column) && isFree(twin)),
  );
  const used = new Set([...taken, ...twins.values()]);
  return { ...headers, columns, twins, ignored: texts.filter((text, index) => text !== '' && !used.has(index)) };
}

/** A header's text made comparable: its words, and these without spaces. */
interface Name {
  readonly words: string;
  /** `Nomdelastructure` is what some exports make of "Nom de la structure". */
  readonly squeezed: string;
}

const CONTACT = /^contact:/i;

/**
 * Some files write `codePostalEtablissement`, or `codepostaletablissement`, where others have "Code postal de
 * l'établissement". Whose of the two they are, the SIRENE register says of every column; OpenStreetMap says `contact:` of
 * what is the organisation's own.
 */
export function headerName(text: string): Name {
  const apart = text.replace(CONTACT, '').replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ');
  const words = normalise(apart).replace(/(?<=.) ?(de l )?(etablissement|unite ?legale)$/, '');
  return { words, squeezed: words.replaceAll(' ', '') };
}

/**
 * Recognises the columns of a header row: exact names first, then those that begin like one.
 * @param kind the kind of list that the author says it is; else a title and a date make an agenda, unless another column
 * says something of members alone
 */
export function readHeaders(texts: readonly string[], kind?: ListKind): Headers {
  const names = texts.map(headerName);
  if (kind) return headersOf(kind, texts, names);
  const members = headersOf('members', texts, names);
  if (speaksOfMembers(members)) return members;
  const events = headersOf('events', texts, names);
  return events.columns.has('name') && events.columns.has('start') ? events : members;
}

/** Whether a column says when a member joined, which register or which collège it is in, or its legal form. */
function speaksOfMembers({ columns, texts }: Headers): boolean {
  const titleOf = (field: Field): string => normalise(texts[columns.get(field) ?? -1] ?? '');
  // "Catégorie" may be one of events, "Statut" may say that they are cancelled.
  const isTold = /colleg|adherent|membre|member|famille/.test(titleOf('college'));
  return columns.has('joined') || columns.has('siren') || isTold || !['', 'statut'].includes(titleOf('legalForm'));
}

function headersOf(kind: ListKind, texts: readonly string[], names: readonly Name[]): Headers {
  const columns = new Map<Field, number>();
  const taken = new Set<number>();
  for (const { field, column } of calledIn(kind, names)) {
    if (columns.has(field) || taken.has(column)) continue;
    columns.set(field, column);
    taken.add(column);
  }
  const twins = twinsOf(texts, names, taken, columns.get('state'));
  const used = new Set([...taken, ...twins.values()]);
  return { kind, columns, twins, texts, ignored: texts.filter((text, index) => text !== '' && !used.has(index)) };
}

/**
 * Columns that OpenStreetMap writes in two ways, of which one is taken; and the two states that the SIRENE register gives.
 * @param state the column of one of them
 */
function twinsOf(
  texts: readonly string[],
  names: readonly Name[],
  taken: ReadonlySet<number>,
  state: number | undefined,
): ReadonlyMap<number, number> {
  const twinOf = (column: number): number =>
    names.findIndex(
      ({ words }, at) =>
        !taken.has(at) &&
        words === names[column]?.words &&
        (column === state || [at, column].some((one) => CONTACT.test(texts[one] ?? ''))),
    );
  return new Map([...taken].map((column) => [column, twinOf(column)] as const).filter(([, twin]) => twin >= 0));
}

/** Whether a text may be what a column of names is called: a glance at one cell, where `readHeaders` looks at a whole row. */
export const mayCallNames = (text: string, kind: ListKind): boolean =>
  synonymsOf(headerName(text), kind).some(({ field }) => field === 'name');

/** All that the columns of each kind of list may hold. */
export const FIELDS: Readonly<Record<ListKind, readonly Field[]>> = {
  members: Object.keys(HEADERS) as readonly Field[],
  events: Object.keys(EVENT_HEADERS) as readonly Field[],
};

/** A way to call a field. Of all that a header row could mean, what has the lowest `rank` is taken. */
interface Synonym {
  readonly field: Field;
  readonly rank: number;
  /** Whether it is "Nom" for a name, as a header or the beginning of one. */
  readonly isNom: boolean;
}

/**
 * The tables by the comparable text of a header: without spaces, or the words that it begins with and a space. Each cell of
 * the first lines is looked up, so that nothing goes through the tables.
 */
const SYNONYMS: Readonly<Record<ListKind, ReadonlyMap<string, readonly Synonym[]>>> = {
  members: byText(HEADERS),
  events: byText(EVENT_HEADERS),
};

function byText(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly Synonym[]> {
  const most = Object.values(table).flat().length;
  const found = new Map<string, Synonym[]>();
  let order = 0;
  for (const [field, names] of Object.entries(table)) {
    for (const name of names) {
      const isStarred = name.endsWith('*');
      const text = isStarred ? `${name.slice(0, -1)} ` : name.replaceAll(' ', '');
      // A whole name wins over a beginning, whatever their fields.
      const rank = isStarred ? most + order : order;
      const synonym = { field: field as Field, rank, isNom: field === 'name' && text.trimEnd() === 'nom' };
      found.set(text, [...(found.get(text) ?? []), synonym]);
      order += 1;
    }
  }
  return found;
}

/** Returns what a header may mean: by its whole name, or by its beginning where it says nothing of a person. */
function synonymsOf({ words, squeezed }: Name, kind: ListKind): readonly Synonym[] {
  const table = SYNONYMS[kind];
  const found = [...(table.get(squeezed) ?? [])];
  for (let end = words.indexOf(' '); end >= 0; end = words.indexOf(' ', end + 1)) {
    const begun = table.get(words.slice(0, end + 1));
    if (begun && !PERSON_COLUMN.test(words) && !PRIVATE.test(words)) found.push(...begun);
  }
  return found;
}

/** Returns what each column may mean, best first. */
function calledIn(kind: ListKind, names: readonly Name[]): readonly (Synonym & { readonly column: number })[] {
  // Beside a first name, "nom" is the name of a person.
  const isPeople = hasFirstName(names);
  const called: (Synonym & { readonly column: number })[] = [];
  let column = 0;
  for (const name of names) {
    for (const synonym of synonymsOf(name, kind)) {
      const isExcluded = (isPeople && synonym.isNom) || NEVER[synonym.field]?.test(name.words);
      if (!isExcluded) called.push({ ...synonym, column });
    }
    column += 1;
  }
  return called.sort((a, b) => a.rank - b.rank);
}

const hasFirstName = (names: readonly Name[]): boolean =>
  names.some(({ words }) => /^prenoms?( usuel| ?\d)?$/.test(words));

/** Whether a header has a "nom" that is not taken for the organisations', for there is a first name beside it. */
export function namesPeople(texts: readonly string[]): boolean {
  const names = texts.map(headerName);
  return hasFirstName(names) && names.some(({ words }) => words === 'nom' || words.startsWith('nom '));
}

/** Names of anything: beside one of these, another column must say that a member is meant. */
const ANYTHING =
  /^(?:nom|name|titre|title|intitule|libelle|lib|label|company)\b(?! (?:de (?:l |la |votre )?(?:structure|organis|association|entreprise|adherent)|structure|adherent))/;

/** Columns of a person: their list is no directory of organisations. */
const PEOPLE =
  /^(?:prenoms?|first ?name|last ?name|family ?name|given ?name|nom de famille|user ?name|login|gender|birth ?(?:day|date)|anniversaire)\b/;

/** Columns of a product: a place beside them is where it is made or sold. */
const PRODUCT = /^(?:price|prix|tarif|sku|ean|gtin|stock|quantity|quantite|reference produit)\b/;

/** Columns of an article: its date is that of its publication. */
const ARTICLE =
  /^(?:body|content|contenu|excerpt|extrait|author|auteur|date gmt|comment status|guid|pub ?date|published(?: at| on)?|texte?|chapo|chapeau|rubrique|summary|resume|permalink|slug)\b/;

const PLACES = ['town', 'postcode', 'insee', 'departement', 'address'] as const;

/**
 * Whether the columns of a list that nobody describes say that it is one of members or of events: members have a name
 * that says so, or a place, a register or a collège beside a name; an article with its date is no event.
 */
export function isNamed(headers: Headers, rows: readonly { readonly cells: readonly string[] }[]): boolean {
  const { kind, columns, texts } = headers;
  const names = texts.map(headerName).map(({ words }) => words);
  const titleOf = (field: Field): string => names[columns.get(field) ?? -1] ?? '';
  const has = (...fields: readonly Field[]): boolean => fields.some((field) => columns.has(field));
  if (kind === 'events') {
    const isBare = titleOf('start') === 'date' && !has('end', 'startTime', 'endTime', 'place', ...PLACES);
    return !(isBare && names.some((words) => ARTICLE.test(words)));
  }
  if (!ANYTHING.test(titleOf('name'))) return true;
  // A list of names alone says no more than that.
  if (
    names.every((words, at) => words === '' || at === columns.get('name') || /^_* ?(?:id|__id|uid|order)$/.test(words))
  )
    return true;
  if (names.some((words) => PEOPLE.test(words) || PRODUCT.test(words))) return false;
  const latlon = columns.get('latlon') ?? -1;
  const isPlaced =
    has(...PLACES) ||
    (has('lat') && has('lon')) ||
    rows.some(({ cells }) => /^\(?\s*-?\d+[.,]\d+\s*[,; ]\s*-?\d/.test(cells[latlon] ?? ''));
  return isPlaced || has('state') || speaksOfMembers(headers);
}

/** The names that a column of members may have, for an error's text. */
export const NAME_EXAMPLES = 'nom, raison sociale, structure, name';
