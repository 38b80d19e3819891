/** The commune table: codes and names from INSEE, positions from GeoNames, joined by the INSEE code. */
// From its file, not from the package: scripts run before anything is built.
import { normaliseName } from '../../../core/src/geo/commune-names.ts';
import { COMMUNES_CREDIT, ETALAB, GEONAMES } from './credits.ts';
import type { BretonDepartement } from './departements.ts';
import { frenchSettlements, type InseeCommune, inseeCommunes, officialEpci, type Settlement } from './packages.ts';
import { BRETON_NAMES, DEPARTEMENT_NAMES, EPCI_NAMES } from './places.ts';

/** A position in degrees, at 4 decimals (some 10 m). */
export interface Position {
  readonly lon: number;
  readonly lat: number;
}

/** A commune of today. */
export interface CommuneRow {
  readonly insee: string;
  readonly name: string;
  readonly departement: string;
  readonly position: Position | null;
  readonly postal: readonly string[];
  /** SIREN code; null for some islands. */
  readonly epci: string | null;
}

/** A name or a code that a commune had before a merger. */
export interface FormerCommune {
  readonly insee: string;
  readonly name: string;
  readonly now: string;
}

/** A group of communes with its members. */
export interface EpciRow {
  readonly siren: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** All that the sources say about France's communes. */
export interface Communes {
  readonly byInsee: ReadonlyMap<string, CommuneRow>;
  readonly former: readonly FormerCommune[];
  readonly epci: readonly EpciRow[];
}

const typographic = (name: string): string => name.replaceAll("'", '’');

/** Reads the sources. */
export function readCommunes(): Communes {
  const all = inseeCommunes();
  const epci = officialEpci().map(
    ({ code, nom, membres }): EpciRow => ({
      siren: code,
      name: EPCI_NAMES[code] ?? epciName(nom),
      members: membres.map((member) => member.code),
    }),
  );
  const epciOf = new Map(epci.flatMap(({ siren, members }) => members.map((member) => [member, siren] as const)));
  const former = all.filter((commune) => commune.chefLieu !== undefined);
  const positionOf = positions(former);
  const byInsee = new Map<string, CommuneRow>();
  for (const commune of all) {
    if (commune.type !== 'commune-actuelle' || commune.departement === undefined) continue;
    byInsee.set(commune.code, {
      insee: commune.code,
      name: typographic(commune.nom),
      departement: commune.departement,
      position: positionOf(commune),
      postal: commune.codesPostaux ?? [],
      epci: epciOf.get(commune.code) ?? null,
    });
  }
  return {
    byInsee,
    former: former.map(({ code, nom, chefLieu }) => ({ insee: code, name: typographic(nom), now: chefLieu ?? '' })),
    epci,
  };
}

/**
 * The settlement that stands for a commune: the one of its name; else, of a merged commune, the one that gave its seat;
 * else its largest. GeoNames files a few settlements under the wrong commune, so a name goes before a size.
 */
function positions(former: readonly InseeCommune[]): (commune: InseeCommune) => Position | null {
  const now = new Map(former.map(({ code, chefLieu }) => [code, chefLieu ?? code]));
  const seats = new Map(former.filter(({ code, chefLieu }) => code === chefLieu).map(({ code, nom }) => [code, nom]));
  const settled = new Map<string, Settlement[]>();
  for (const settlement of frenchSettlements()) {
    const code = now.get(settlement.insee) ?? settlement.insee;
    const list = settled.get(code);
    if (list === undefined) settled.set(code, [settlement]);
    else list.push(settlement);
  }
  return ({ code, nom }) => {
    const list = [...(settled.get(code) ?? [])].sort(
      (a, b) => b.population - a.population || (a.name < b.name ? -1 : 1),
    );
    const called = (name: string | undefined): Settlement | undefined =>
      name === undefined ? undefined : list.find((one) => normaliseName(one.name) === normaliseName(name));
    const chosen = called(nom) ?? called(seats.get(code)) ?? list[0];
    return chosen === undefined ? null : { lon: round(chosen.lon), lat: round(chosen.lat) };
  };
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** "CC du Pays d'Iroise" spelt out; "CA Lorient Agglomération" without what its name says already. */
export function epciName(official: string): string {
  const [, kind = '', rest = official] = /^(CC|CA|CU) (.*)$/u.exec(official) ?? [];
  const name = rest.replace(/ \([^)]*\)$/u, '');
  const kinds: Readonly<Record<string, string>> = {
    CC: 'Communauté de communes',
    CA: 'Communauté d’agglomération',
    CU: 'Communauté urbaine',
  };
  const spelt = /^\p{Ll}/u.test(name) ? kinds[kind] : undefined;
  return typographic(spelt === undefined ? name : `${spelt} ${name}`);
}

function departementName(code: BretonDepartement): { readonly fr: string; readonly br?: string } {
  const br = BRETON_NAMES[`departement-${code}`];
  return { fr: DEPARTEMENT_NAMES[code], ...(br === undefined ? {} : { br }) };
}

/** The file `communes.json` of some départements. */
export function communeFile({ byInsee, former, epci }: Communes, departements: readonly BretonDepartement[]): object {
  const rows = [...byInsee.values()]
    .filter((row) => departements.some((code) => code === row.departement))
    .sort((a, b) => (a.insee < b.insee ? -1 : 1));
  const place = new Map(rows.map((row, index) => [row.insee, index]));
  const groups = epci
    .filter(({ members }) => members.some((code) => place.has(code)))
    .sort((a, b) => (a.siren < b.siren ? -1 : 1));
  const groupPlace = new Map(groups.map(({ siren }, index) => [siren, index]));
  const merged = former
    .filter(({ now, name }) => place.has(now) && byInsee.get(now)?.name !== name)
    .sort((a, b) => (a.insee < b.insee ? -1 : 1));
  return {
    format: 'ess-communes/1',
    columns: {
      insee: rows.map((row) => row.insee),
      name: rows.map((row) => row.name),
      lon: rows.map((row) => row.position?.lon ?? null),
      lat: rows.map((row) => row.position?.lat ?? null),
      postal: rows.map((row) => row.postal),
      epci: rows.map((row) => groupPlace.get(row.epci ?? '') ?? null),
    },
    former: {
      insee: merged.map(({ insee }) => insee),
      name: merged.map(({ name }) => name),
      commune: merged.map(({ now }) => place.get(now) ?? -1),
    },
    epci: groups.map(({ siren, name }) => ({ siren, name })),
    departements: departements.map((code) => ({ code, name: departementName(code) })),
    attribution: COMMUNES_CREDIT,
    licences: [ETALAB, GEONAMES],
  };
}
