/** The territories of the Breton data set: country, region, départements, EPCI, and the communes that the data names. */

import { POLE_TERRITORIES, type PoleTerritory } from '../../bretagne/src/poles.ts';
import type { DegreePosition } from '../src/records.ts';
import type { CommuneRow, Communes, EpciRow } from './communes.ts';
import { BRETON_DEPARTEMENTS } from './departements.ts';
import { BRETON_NAMES, DEPARTEMENT_NAMES, ENGLISH_NAMES, NAMED_COMMUNES } from './places.ts';

/** A territory record, as the data set holds it. */
export interface TerritoryRecord {
  readonly id: string;
  readonly kind: 'country' | 'region' | 'departement' | 'epci' | 'pole' | 'commune';
  readonly name: { readonly fr: string; readonly br?: string };
  /** INSEE code, SIREN code of an EPCI, or the slug of a Pôle. */
  readonly code: string;
  /** Ids of the territories that contain it whole. */
  readonly parents: readonly string[];
  /** Ids of those that contain a part of it only: an EPCI over two départements lies in neither. */
  readonly overlaps?: readonly string[];
  /** For a commune its main settlement; for the others, that of the commune nearest to their middle. */
  readonly position?: DegreePosition;
  /** Inhabitants of all its communes, and the document and the day of the census. */
  readonly population?: { readonly value: number; readonly document: string; readonly date: string };
}

/** The census that the commune table has: `documents` of the manifest has its title and address. */
const CENSUS = { document: 'insee-populations-2023', date: '2023-01-01' } as const;

const REGION = '53';
const REGION_ID = `region-${REGION}`;

/** Builds `territories.json`. */
export function territories(communes: Communes): readonly TerritoryRecord[] {
  const breton = [...communes.byInsee.values()].filter(({ departement }) => isBreton(departement));
  const groups = communes.epci
    .filter(({ members }) => members.some((code) => isBreton(communes.byInsee.get(code)?.departement ?? '')))
    .sort((a, b) => (a.siren < b.siren ? -1 : 1));
  const ofDepartement = (code: string) => breton.filter((row) => row.departement === code);
  return [
    { ...record('country', 'fr', 'France', [], null), ...peopled([...communes.byInsee.values()]) },
    { ...record('region', REGION, 'Bretagne', [], middle(breton)), ...peopled(breton) },
    ...BRETON_DEPARTEMENTS.map((code) => ({
      ...record('departement', code, DEPARTEMENT_NAMES[code], [REGION_ID], middle(ofDepartement(code))),
      ...peopled(ofDepartement(code)),
    })),
    ...groups.map((group) => epciRecord(group, communes.byInsee)),
    ...POLE_TERRITORIES.map((pole) => poleRecord(pole, communes.byInsee)),
    ...NAMED_COMMUNES.map((code) => communeRecord(code, communes.byInsee)),
  ];
}

const isBreton = (departement: string): boolean => BRETON_DEPARTEMENTS.some((code) => code === departement);

function record(
  kind: TerritoryRecord['kind'],
  code: string,
  name: string,
  parents: readonly string[],
  position: DegreePosition | null,
): TerritoryRecord {
  const id = `${kind}-${code}`;
  const [br, en] = [BRETON_NAMES[id], ENGLISH_NAMES[id]];
  return {
    id,
    kind,
    name: { fr: name, ...(br === undefined ? {} : { br }), ...(en === undefined ? {} : { en }) },
    code,
    parents,
    ...(position === null ? {} : { position }),
  };
}

/** Adds up the inhabitants of communes; islands where nobody lives have none. */
const peopled = (rows: readonly CommuneRow[]) => ({
  population: { value: rows.reduce((sum, { population }) => sum + (population ?? 0), 0), ...CENSUS },
});

function epciRecord({ siren, name, members }: EpciRow, byInsee: ReadonlyMap<string, CommuneRow>): TerritoryRecord {
  const rows = members.flatMap((code) => byInsee.get(code) ?? []);
  const all = [...new Set(rows.map(({ departement }) => departement))].sort();
  const breton = all.filter(isBreton).map((code) => `departement-${code}`);
  const [only] = breton;
  if (all.length === 1 && only !== undefined)
    return { ...record('epci', siren, name, [only], middle(rows)), ...peopled(rows) };
  const whollyBreton = all.every(isBreton);
  const overlaps = whollyBreton ? breton : [...breton, REGION_ID];
  return { ...record('epci', siren, name, whollyBreton ? [REGION_ID] : [], middle(rows)), overlaps, ...peopled(rows) };
}

function communeRecord(code: string, byInsee: ReadonlyMap<string, CommuneRow>): TerritoryRecord {
  const row = byInsee.get(code);
  if (row === undefined) throw new Error(`No commune has the code ${code} today.`);
  const parents = isBreton(row.departement)
    ? [...(row.epci === null ? [] : [`epci-${row.epci}`]), `departement-${row.departement}`]
    : [];
  return { ...record('commune', code, row.name, parents, row.position), ...peopled([row]) };
}

function poleRecord({ slug, name, departement, town }: PoleTerritory, byInsee: Communes['byInsee']): TerritoryRecord {
  const position = town === undefined ? undefined : byInsee.get(town)?.position;
  return {
    id: `pole-${slug}`,
    kind: 'pole',
    name,
    code: slug,
    parents: [departement === undefined ? REGION_ID : `departement-${departement}`],
    ...(position ? { position } : {}),
  };
}

/** Returns the position nearest to the mean of all: a middle that is never at sea. */
function middle(rows: readonly CommuneRow[]): DegreePosition | null {
  const placed = rows.flatMap(({ position }) => position ?? []);
  const mean = (read: (position: DegreePosition) => number): number =>
    placed.reduce((sum, position) => sum + read(position), 0) / placed.length;
  const lon = mean((position) => position.lon);
  const lat = mean((position) => position.lat);
  const away = (position: DegreePosition): number =>
    Math.hypot((position.lon - lon) * Math.cos((lat * Math.PI) / 180), position.lat - lat);
  return placed.reduce<DegreePosition | null>(
    (best, one) => (best === null || away(one) < away(best) ? one : best),
    null,
  );
}
