import NAMES from './header-names.json';
import { normalise } from './normalise.ts';

/** Content of a column, by the field that it fills. */
export type Field = keyof typeof NAMES.members | keyof typeof NAMES.events;

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

/** What a calendar lists. A day or an hour of anything else may be that of a line: one that is not read is told. */
const EVENT_NOUN = String.raw`(?:e?venement|event|evt|manifestation|action|animation|atelier|activite|rencontre|reunion|seance|session|formation|visite|rdv|rendez|concert|spectacle|projection|film|conference|debat|forum|salon|fete|festival|marche|repas|soiree|journee|stage|cours|permanence|assemblee|ag\b|exposition|vernissage|inauguration|webinaire|balade)`;
const OF = String.raw`d(?:e|es|u)? (?:l |la |les |votre |notre |nos |vos )?`;
const EVENT_DAY = new RegExp(
  String.raw`^(?:dates?|jours?)(?: et (?:heures?|horaires?))?(?: (?:de )?(?:debut|fin))? (?:${OF})?${EVENT_NOUN}`,
);
const EVENT_HOUR = new RegExp(
  String.raw`^(?:heures?|horaires?) (?:(?:de )?(?:debut|fin) )?(?:${OF})?(?:${EVENT_NOUN}|debut|depart|demarrage|rassemblement|accueil|ouverture|arrivee|passage|pointage)`,
);

/** Headers that are none of a field, whatever they begin with: no stamp is a day or an hour, no end is a beginning. */
const NEVER: Readonly<Partial<Record<Field, RegExp>>> = {
  start: new RegExp(String.raw`${STAMP.source}|\b(?:fin|end)\b`),
  startTime: new RegExp(String.raw`${STAMP.source}|\b(?:fin|end)\b`),
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
 * Recognises the columns of a header row: exact names first, then those that begin like one, then those that may name
 * anything.
 * @param kind the kind of list that the author says it is; else a title and a date make an agenda, unless another column
 * says something of members alone
 */
export function readHeaders(texts: readonly string[], kind?: ListKind): Headers {
  const names = texts.map(headerName);
  if (kind) return headersOf(kind, texts, names);
  const members = headersOf('members', texts, names);
  if (speaksOfMembers(members)) return members;
  const events = headersOf('events', texts, names);
  const isCalled = (headers: Headers): boolean => {
    const column = headers.columns.get('name') ?? -1;
    return !synonymsOf(names[column] ?? NO_NAME, headers.kind).some((each) => each.field === 'name' && each.isWeak);
  };
  const { columns } = events;
  // « Structure », « Activité » and « Date » are a list of structures; with an hour it is what they do.
  const isOfMembers = members.columns.has('name') && isCalled(members) && !ANYTHING.test(nameWords(members, names));
  const isAgenda = isCalled(events) || !isOfMembers || columns.has('startTime');
  if (columns.has('name') && columns.has('start') && isAgenda) return events;
  // « Titre » alone, or « Lieu » beside a day, names no member.
  const isMember = members.columns.size > 1 && !columns.has('start') && !columns.has('startTime');
  return isCalled(members) || isMember ? members : headersOf('members', texts, names, false);
}

const NO_NAME: Name = { words: '', squeezed: '' };

/** Returns the words of the column of names; empty where there is none. */
const nameWords = ({ columns }: Headers, names: readonly Name[]): string =>
  names[columns.get('name') ?? -1]?.words ?? '';

/** Whether a column says when a member joined, which register or which collège it is in, or its legal form. */
function speaksOfMembers({ columns, texts }: Headers): boolean {
  const titleOf = (field: Field): string => normalise(texts[columns.get(field) ?? -1] ?? '');
  // "Catégorie" may be one of events, "Statut" may say that they are cancelled.
  const isTold = /colleg|adherent|membre|member|famille/.test(titleOf('college'));
  return columns.has('joined') || columns.has('siren') || isTold || !['', 'statut'].includes(titleOf('legalForm'));
}

/** @param isAny whether names that anything may have are taken too */
function headersOf(kind: ListKind, texts: readonly string[], names: readonly Name[], isAny = true): Headers {
  const columns = new Map<Field, number>();
  const taken = new Set<number>();
  for (const { field, column, isWeak } of calledIn(kind, names)) {
    if (columns.has(field) || taken.has(column) || (isWeak && !isAny)) continue;
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
  members: Object.keys(NAMES.members) as readonly Field[],
  events: Object.keys(NAMES.events) as readonly Field[],
};

/** A way to call a field. Of all that a header row could mean, what has the lowest `rank` is taken. */
interface Synonym {
  readonly field: Field;
  readonly rank: number;
  /** Whether it is "Nom" for a name, as a header or the beginning of one. */
  readonly isNom: boolean;
  /** Whether other things are called so too. */
  readonly isWeak: boolean;
}

/** Ranks behind those of all whole names. */
const BEGINNING = 10_000;
const ANY = 20_000;

/**
 * The names of `header-names.json` by the comparable text of a header: without spaces, or the words that it begins with and a
 * space. They are in French and English, best first, without accents, case and punctuation; `nom*` accepts words after it,
 * `~projet` names other things too, and `=members` stands for what the members' column is called. Each cell of the first lines is
 * looked up, so that nothing goes through the table.
 */
const SYNONYMS: Readonly<Record<ListKind, ReadonlyMap<string, readonly Synonym[]>>> = {
  members: byText(NAMES.members),
  events: byText(NAMES.events),
};

function byText(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly Synonym[]> {
  const members: typeof table = NAMES.members;
  const found = new Map<string, Synonym[]>();
  let order = 0;
  for (const [field, written] of Object.entries(table)) {
    for (const name of written.flatMap((each) => (each === '=members' ? (members[field] ?? []) : each))) {
      const [isStarred, isWeak] = [name.endsWith('*'), name.startsWith('~')];
      const text = isStarred ? `${name.slice(0, -1)} ` : name.replace('~', '').replaceAll(' ', '');
      // A whole name wins over a beginning, whatever their fields, and both over one of anything.
      const rank = order + (isStarred ? BEGINNING : isWeak ? ANY : 0);
      const synonym = { field: field as Field, rank, isNom: field === 'name' && text.trimEnd() === 'nom', isWeak };
      found.set(text, [...(found.get(text) ?? []), synonym]);
      order += 1;
    }
  }
  return found;
}

/** « Quel est le nom de votre structure ? » names what it asks for; `c_nom`, `USER_NOM` are what programs call a name. */
const ASKED = /\b(?:nom|titre|intitule) d(?:e|u)? (?:l |la |votre |notre )?(?=\w)/;
const CODED = /^(?:[a-z]|user|usr|adh|adherent|org|orga|str|struct|structure|asso|ent|soc|coop|champ|membre) nom$/;

/** « adresse.ville », `siege_commune`: a part of a place, which says more than that there is one. */
const PLACED = /^(?:(?:adresse|address|lieu|location|localisation|siege|place|venue|coordonnees|geo|position) )+(?=\w)/;
const PLACE_PARTS: ReadonlySet<Field> = new Set([
  'town',
  'postcode',
  'insee',
  'departement',
  'address',
  'lat',
  'lon',
  'latlon',
]);

/** Returns what a header may mean: by its whole name, or by its beginning where it says nothing of a person. */
function synonymsOf({ words, squeezed }: Name, kind: ListKind): readonly Synonym[] {
  const table = SYNONYMS[kind];
  const found = [...(table.get(squeezed) ?? [])];
  if (!words.includes(' ') || PERSON_COLUMN.test(words) || PRIVATE.test(words)) return found;
  const placed = table
    .get(words.replace(PLACED, '').replaceAll(' ', ''))
    ?.filter(({ field }) => PLACE_PARTS.has(field));
  if (PLACED.test(words) && placed?.length) {
    return [...found, ...placed.map((each) => ({ ...each, rank: each.rank + BEGINNING }))];
  }
  for (let end = words.indexOf(' '); end >= 0; end = words.indexOf(' ', end + 1)) {
    found.push(...(table.get(words.slice(0, end + 1)) ?? []));
  }
  const add = (field: Field): void => void found.push({ field, rank: BEGINNING, isNom: false, isWeak: false });
  const asked = ASKED.exec(words);
  const rest = asked && words.slice(asked.index + asked[0].length).replaceAll(' ', '');
  if (CODED.test(words) || (rest && table.get(rest)?.some(({ field }) => field === 'name'))) add('name');
  if (kind === 'members') return found;
  const isEnd = /^\w+ (?:et \w+ )?(?:de )?fin\b/.test(words);
  if (EVENT_DAY.test(words)) add(isEnd ? 'end' : 'start');
  if (EVENT_HOUR.test(words)) add(isEnd ? 'endTime' : 'startTime');
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
 * Whether the columns of a list that nobody describes say that it is one of members or of events: members have a name and a
 * place, a register or a collège; events have an hour, an end or a venue where their day is called "date", which offers of work
 * and articles have too.
 */
export function isNamed(headers: Headers, rows: readonly { readonly cells: readonly string[] }[]): boolean {
  const { kind, columns, texts } = headers;
  const names = texts.map(headerName).map(({ words }) => words);
  const titleOf = (field: Field): string => names[columns.get(field) ?? -1] ?? '';
  const has = (...fields: readonly Field[]): boolean => fields.some((field) => columns.has(field));
  if (kind === 'events') {
    const isTold = has('end', 'startTime', 'endTime', 'place') && !names.some((words) => ARTICLE.test(words));
    return titleOf('start') !== 'date' || isTold;
  }
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
