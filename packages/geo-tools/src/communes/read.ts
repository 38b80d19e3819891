/** Communes as the State’s service answers them (`code`, `nom`, `codesPostaux`, `mairie` or `centre`), as JSON or GeoJSON. */
import { Refusal } from 'ess-widgets/internal';
import {
  type DegreePosition,
  documentRecords,
  positionOf,
  rounded,
  typographic,
  type UncheckedFields,
  uncheckedFields,
} from '../records.ts';
import { departementOfCommune } from '../regions.ts';

/** Something with an official code. */
export interface CodedName {
  readonly code: string;
  readonly name: string;
}

/** A commune of such a file. */
export interface OfficialCommune extends CodedName {
  readonly postal: readonly string[];
  readonly position: DegreePosition | null;
  readonly departement: CodedName | null;
  readonly epci: CodedName | null;
  /** Inhabitants; null where the file does not say. */
  readonly population: number | null;
}

/** The content of a file. */
export interface CommunesRead {
  readonly communes: readonly OfficialCommune[];
  /** Records without a code or a name: their code, their name or their place in the file. */
  readonly skipped: readonly string[];
}

/** Returns the département that a commune names, else the one that its code begins with. */
export const communeDepartement = ({ code, departement }: OfficialCommune): string =>
  departement?.code ?? departementOfCommune(code);

/**
 * Reads a file of communes.
 * @param given as the user typed it, for messages
 * @throws Refusal where it is none
 */
export function readCommuneList(document: unknown, given: string): CommunesRead {
  const records = documentRecords(document) ?? [];
  const read = records.map(communeOf);
  const communes = read.flatMap((each) => each ?? []);
  if (communes.length === 0) throw noList(given);
  const skipped = records.flatMap(({ code, nom }, index) =>
    read[index] ? [] : (text(code) ?? text(nom) ?? `#${index + 1}`),
  );
  return { communes, skipped };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? typographic(value.trim()) : undefined;

function communeOf(record: UncheckedFields): OfficialCommune | null {
  const { codesPostaux, departement, codeDepartement, epci, codeEpci, population } = record;
  const [code, name] = [text(record['code']), text(record['nom'])];
  if (code === undefined || name === undefined) return null;
  const position = positionOf(record);
  return {
    code,
    name,
    postal: Array.isArray(codesPostaux) ? codesPostaux.flatMap((each) => text(each) ?? []) : [],
    position: position && rounded(position),
    departement: namedIn(departement, codeDepartement),
    epci: namedIn(epci, codeEpci),
    population: Number.isInteger(population) && Number(population) >= 0 ? Number(population) : null,
  };
}

/** Reads an area that contains a commune: `{code, nom}`, or its code alone, which is then its name. */
function namedIn(whole: unknown, alone: unknown): CodedName | null {
  const { code, nom } = uncheckedFields(whole);
  const known = text(code) ?? text(alone);
  return known === undefined ? null : { code: known, name: text(nom) ?? known };
}

const noList = (given: string): Refusal =>
  new Refusal({
    fr: `${given} n’est pas une liste de communes (attendu\u202f: ce que répond geo.api.gouv.fr, une liste dont chaque commune a «\u202fcode\u202f» et «\u202fnom\u202f»).`,
    en: `${given} is no list of communes (expected: what geo.api.gouv.fr answers, a list whose communes have "code" and "nom").`,
  });
