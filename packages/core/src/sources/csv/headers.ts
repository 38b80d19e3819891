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
  lat: ['latitude', 'lat', 'y', 'coord y', 'latitude*', 'lat*'],
  lon: ['longitude', 'lon', 'lng', 'long', 'x', 'coord x', 'longitude*', 'lon*', 'lng*'],
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

/** Recognises the columns of a header row: exact names first, then those that begin like one. */
export function readHeaders(texts: readonly string[]): Headers {
  const names = texts.map(normalise);
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

/** All that columns may hold. */
export const FIELDS = Object.keys(HEADERS) as readonly Field[];

function findColumn(
  field: Field,
  names: readonly string[],
  taken: ReadonlySet<number>,
  starred: boolean,
): number | undefined {
  // With a first name beside it, "nom" is somebody's.
  const isPeople = field === 'name' && hasFirstName(names);
  const synonyms = HEADERS[field].filter(
    (each) => each.endsWith('*') === starred && !(isPeople && /^nom\*?$/.test(each)),
  );
  for (const synonym of synonyms) {
    const index = names.findIndex(
      (name, at) => !taken.has(at) && (starred ? begins(name, synonym) : same(name, synonym)),
    );
    if (index >= 0) return index;
  }
  return undefined;
}

const hasFirstName = (names: readonly string[]): boolean => names.some((name) => /^prenoms?$/.test(name));

/** Whether a header has a "nom" that is not taken for the organisations', for there is a first name beside it. */
export function namesPeople(texts: readonly string[]): boolean {
  const names = texts.map(normalise);
  return hasFirstName(names) && names.some((name) => name === 'nom' || name.startsWith('nom '));
}

/** Spaces do not count: `Nomdelastructure` is what some exports make of "Nom de la structure". */
const same = (name: string, synonym: string): boolean => name.replaceAll(' ', '') === synonym.replaceAll(' ', '');

const begins = (name: string, synonym: string): boolean =>
  name.startsWith(`${synonym.slice(0, -1)} `) && !PERSON.test(name);

/** The names that a column of members may have, for an error's text. */
export const NAME_EXAMPLES = 'nom, raison sociale, structure, name';
