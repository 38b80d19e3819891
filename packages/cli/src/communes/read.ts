/** Communes as the State's API answers them (`code`, `nom`, `codesPostaux`, `mairie` or `centre`), as JSON or GeoJSON. */
import { departementOfCommune } from '../boundaries/regions.ts';
import { Refusal } from '../refusal.ts';

/** Something with an official code. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A commune of such a file. */
export interface Commune extends Named {
  readonly postal: readonly string[];
  /** In degrees, at 4 decimals: some 10 m. */
  readonly position: { readonly lon: number; readonly lat: number } | null;
  readonly departement: Named | null;
  readonly epci: Named | null;
}

/** What a file holds. */
export interface CommunesRead {
  readonly communes: readonly Commune[];
  /** Records without a code or a name: their code, their name or their place in the file. */
  readonly skipped: readonly string[];
}

/** The département that a commune lies in: the one that it names, else the one that its code begins with. */
export const departementOf = ({ code, departement }: Commune): string =>
  departement?.code ?? departementOfCommune(code);

/**
 * Reads a file of communes.
 * @param given what the user typed, for messages
 * @throws Refusal where it is none
 */
export function readCommuneList(document: unknown, given: string): CommunesRead {
  const records = recordsOf(document);
  const read = records?.map(communeOf) ?? [];
  const communes = read.flatMap((each) => each ?? []);
  if (!records || communes.length === 0) throw noList(given);
  const skipped = records.flatMap((record, index) =>
    read[index] ? [] : (text(record['code']) ?? text(record['nom']) ?? `#${index + 1}`),
  );
  return { communes, skipped };
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim().replaceAll("'", '’') : undefined;

/** The records of a list; of a GeoJSON, what each feature says, its point among it. */
function recordsOf(document: unknown): readonly Fields[] | null {
  if (Array.isArray(document)) return document.map(fieldsOf);
  const { features } = fieldsOf(document);
  if (!Array.isArray(features)) return null;
  return features.map(fieldsOf).map(({ properties, geometry }) => ({ centre: geometry, ...fieldsOf(properties) }));
}

function communeOf(record: Fields): Commune | null {
  const [code, name] = [text(record['code']), text(record['nom'])];
  if (code === undefined || name === undefined) return null;
  const { codesPostaux } = record;
  return {
    code,
    name,
    postal: Array.isArray(codesPostaux) ? codesPostaux.flatMap((each) => text(each) ?? []) : [],
    position: pointOf(record['mairie']) ?? pointOf(record['centre']),
    departement: namedIn(record['departement'], record['codeDepartement']),
    epci: namedIn(record['epci'], record['codeEpci']),
  };
}

/** What contains a commune: `{code, nom}`, or its code alone, which is then its name. */
function namedIn(whole: unknown, alone: unknown): Named | null {
  const { code, nom } = fieldsOf(whole);
  const known = text(code) ?? text(alone);
  return known === undefined ? null : { code: known, name: text(nom) ?? known };
}

function pointOf(geometry: unknown): Commune['position'] {
  const { type, coordinates } = fieldsOf(geometry);
  const [lon, lat]: readonly unknown[] = type === 'Point' && Array.isArray(coordinates) ? coordinates : [];
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;
  return { lon: round(lon), lat: round(lat) };
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

const noList = (given: string): Refusal =>
  new Refusal({
    fr: `${given} n’est pas une liste de communes (attendu\u202f: ce que répond geo.api.gouv.fr, une liste dont chaque commune a «\u202fcode\u202f» et «\u202fnom\u202f»).`,
    en: `${given} is no list of communes (expected: what geo.api.gouv.fr answers, a list whose communes have "code" and "nom").`,
  });
