import { normalise } from './normalise.ts';

/** What a column may hold. */
export type Field = keyof typeof HEADERS;

/**
 * How spreadsheets call each field, in French and English, best first, without accents, case and punctuation. A star
 * accepts words after it (`code postal du siège`).
 */
const HEADERS = {
  name: [
    'raison sociale',
    'nom de la structure',
    'nom structure',
    'denomination',
    'denomination sociale',
    'structure',
    'organisation',
    'organization',
    'organisme',
    'nom de l organisme',
    'nom de l organisation',
    'association',
    'nom de l association',
    'entreprise',
    'nom de l entreprise',
    'nom adherent',
    'nom de l adherent',
    'nom complet',
    'nom',
    'name',
    'adherent',
    'adherents',
    'membre',
    'member',
    'enseigne',
    'intitule',
    'libelle',
    'titre',
    'title',
    'nom*',
    'libelle*',
    'lib*',
    'name of*',
  ],
  college: ['college', 'categorie d adherent', 'categorie', 'category', 'type d adherent', 'college*'],
  town: [
    'commune',
    'ville',
    'town',
    'city',
    'localite',
    'nom de la commune',
    'nom commune',
    'libelle commune',
    'lib com',
    'commune du siege',
    'commune*',
    'ville*',
  ],
  postcode: ['code postal', 'cp', 'postcode', 'postal code', 'zip', 'zip code', 'code postal*'],
  insee: [
    'code insee',
    'insee',
    'insee com',
    'code commune',
    'code insee commune',
    'code commune insee',
    'citycode',
    // What the national address service adds to a file that it has placed.
    'result citycode',
    'code insee*',
  ],
  address: ['adresse', 'address', 'adresse postale', 'adresse du siege', 'adresse complete', 'adresse*'],
  lat: ['latitude', 'lat', 'y', 'coord y', 'y latitude', 'y l93', 'y lambert 93', 'latitude*', 'lat*'],
  lon: [
    'longitude',
    'lon',
    'lng',
    'long',
    'x',
    'coord x',
    'x longitude',
    'x l93',
    'x lambert 93',
    'longitude*',
    'lon*',
    'lng*',
  ],
  latlon: [
    'geom',
    'coordonnees',
    'coordonnees gps',
    'gps',
    'geo point',
    'geo point 2d',
    'geopoint',
    'point geo',
    'geolocalisation',
    'lat lon',
    'lat lng',
    'latlon',
    'coordinates',
    'location',
    'position',
  ],
  activities: [
    'activite',
    'activites',
    'activite principale',
    'secteur d activite',
    'secteurs d activite',
    'secteur',
    'secteurs',
    'domaine',
    'domaine d activite',
    'activity',
    'activities',
    'sector',
    'activite*',
    'activites*',
    'domaine*',
  ],
  kind: ['type de structure', 'type', 'type d organisation', 'kind'],
  legalForm: ['forme juridique', 'statut juridique', 'statut', 'legal form'],
  site: [
    'site web',
    'site internet',
    'site',
    'siteweb',
    'website',
    'url',
    'web',
    'page web',
    'lien',
    'site web*',
    'site internet*',
  ],
  email: [
    'email',
    'courriel',
    'e mail',
    'mail',
    'adresse mail',
    'adresse email',
    'adresse e mail',
    'adresse electronique',
    'mel',
    'email*',
    'courriel*',
  ],
  phone: ['telephone', 'tel', 'phone', 'numero de telephone', 'n de telephone', 'telephone*'],
  siren: ['siren', 'siret', 'n siren', 'n siret', 'numero siren', 'numero siret', 'siren siret'],
  description: [
    'description',
    'presentation',
    'breve description',
    'objet',
    'resume',
    'about',
    'description*',
    'presentation*',
  ],
  joined: [
    'date d adhesion',
    'date adhesion',
    'adhesion',
    'joined',
    'member since',
    'adherent depuis',
    'annee d adhesion',
    'date d entree',
    'date d adhesion*',
  ],
  left: ['date de sortie', 'date de depart', 'fin d adhesion', 'date de fin d adhesion', 'date de radiation', 'left'],
  aliases: ['sigle', 'acronyme', 'alias', 'aliases', 'autre nom', 'nom d usage', 'acronym'],
  id: [
    'id',
    'identifiant',
    'ref',
    'reference',
    'identifier',
    'code adherent',
    'numero d adherent',
    'id*',
    'identifiant*',
  ],
} as const;

/** Columns about a person: never taken for the organisation's. */
const PERSON = /prenom|contact|referent|president|personne|responsable|dirigeant|direct(eur|rice)|representant/;

/** Where each field is, and what was not recognised. */
export interface Headers {
  readonly columns: ReadonlyMap<Field, number>;
  /** Texts of the header, as written. */
  readonly texts: readonly string[];
  readonly ignored: readonly string[];
}

/** A header's text made comparable: its words, and these without spaces. */
interface Name {
  readonly words: string;
  /** `Nomdelastructure` is what some exports make of "Nom de la structure". */
  readonly squeezed: string;
}

function nameOf(text: string): Name {
  const words = normalise(text);
  return { words, squeezed: words.replaceAll(' ', '') };
}

/** Recognises the columns of a header row: exact names first, then those that begin like one. */
export function readHeaders(texts: readonly string[]): Headers {
  const names = texts.map(nameOf);
  const columns = new Map<Field, number>();
  const taken = new Set<number>();
  for (const starred of [false, true]) {
    for (const field of FIELDS) {
      if (columns.has(field)) continue;
      const column = findColumn(field, names, taken, starred);
      if (column === undefined) continue;
      columns.set(field, column);
      taken.add(column);
    }
  }
  return { columns, texts, ignored: texts.filter((text, index) => text !== '' && !taken.has(index)) };
}

/** Whether a text may be what a column of names is called: a glance at one cell, where `readHeaders` looks at a whole row. */
export function mayCallNames(text: string): boolean {
  const name = nameOf(text);
  return synonymsOf('name').some((synonym) => matches(name, synonym));
}

/** All that columns may hold. */
export const FIELDS = Object.keys(HEADERS) as readonly Field[];

/** A way to call a field, as it is compared. */
interface Synonym {
  readonly text: string;
  readonly starred: boolean;
}

/** The same table, taken apart once: it is gone through for every cell of the first lines. */
const SYNONYMS: ReadonlyMap<Field, readonly Synonym[]> = new Map(
  FIELDS.map((field) => [field, HEADERS[field].map(synonymOf)]),
);

function synonymOf(written: string): Synonym {
  const starred = written.endsWith('*');
  return { starred, text: starred ? `${written.slice(0, -1)} ` : written.replaceAll(' ', '') };
}

const synonymsOf = (field: Field): readonly Synonym[] => SYNONYMS.get(field) ?? [];

const matches = ({ words, squeezed }: Name, { text, starred }: Synonym): boolean =>
  starred ? words.startsWith(text) && !PERSON.test(words) : squeezed === text;

/** "Nom", as a header or the beginning of one. */
const isNom = ({ text }: Synonym): boolean => text.trimEnd() === 'nom';

function findColumn(
  field: Field,
  names: readonly Name[],
  taken: ReadonlySet<number>,
  starred: boolean,
): number | undefined {
  // With a first name beside it, "nom" is somebody's.
  const isPeople = field === 'name' && hasFirstName(names);
  for (const synonym of synonymsOf(field)) {
    if (synonym.starred !== starred || (isPeople && isNom(synonym))) continue;
    const index = names.findIndex((name, at) => !taken.has(at) && matches(name, synonym));
    if (index >= 0) return index;
  }
  return undefined;
}

const hasFirstName = (names: readonly Name[]): boolean => names.some(({ words }) => /^prenoms?$/.test(words));

/** Whether a header has a "nom" that is not taken for the organisations', for there is a first name beside it. */
export function namesPeople(texts: readonly string[]): boolean {
  const names = texts.map(nameOf);
  return hasFirstName(names) && names.some(({ words }) => words === 'nom' || words.startsWith('nom '));
}

/** The names that a column of members may have, for an error's text. */
export const NAME_EXAMPLES = 'nom, raison sociale, structure, name';
