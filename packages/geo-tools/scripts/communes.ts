/** The commune table: codes and names from INSEE, positions from GeoNames, joined by the INSEE code. */
import { FRANCE_CREDIT } from '@ess-widgets/core/geo';
import { normaliseName } from '@ess-widgets/core/model';
import { buildCommunes } from '../src/communes/build.ts';
import { type DegreePosition, rounded, typographic } from '../src/records.ts';
import { ETALAB, GEONAMES } from './credits.ts';
import { frenchSettlements, type InseeCommune, inseeCommunes, officialEpci, type Settlement } from './packages.ts';
import { EPCI_NAMES } from './places.ts';

/** A commune of today. */
export interface CommuneRow {
  readonly insee: string;
  readonly name: string;
  readonly departement: string;
  readonly position: DegreePosition | null;
  readonly postal: readonly string[];
  /** SIREN code; null for some islands. */
  readonly epci: string | null;
  readonly population: number | null;
}

/** A name or a code that a commune had before a merger. */
export interface FormerCommune {
  readonly insee: string;
  readonly name: string;
  readonly now: string;
}

/** A département with its names by language. */
export interface DepartementName {
  readonly code: string;
  readonly name: { readonly fr: string; readonly br?: string };
}

/** A group of communes with its members. */
export interface EpciRow {
  readonly siren: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** The communes of France, of today and before, and their groups. */
export interface Communes {
  readonly byInsee: ReadonlyMap<string, CommuneRow>;
  readonly former: readonly FormerCommune[];
  readonly epci: readonly EpciRow[];
}

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
      population: commune.population ?? null,
    });
  }
  return {
    byInsee,
    former: former.map(({ code, nom, chefLieu }) => ({ insee: code, name: typographic(nom), now: chefLieu ?? '' })),
    epci,
  };
}

/**
 * Finds the settlement that stands for a commune: the one of its name; else, of a merged commune, the one that gave its seat;
 * else its largest. GeoNames files a few settlements under the wrong commune, so a name goes before a size, and stands for a commune
 * that would have none where its département has one of that name.
 */
function positions(former: readonly InseeCommune[]): (commune: InseeCommune) => DegreePosition | null {
  const now = new Map(former.map(({ code, chefLieu }) => [code, chefLieu ?? code]));
  const seats = new Map(former.filter(({ code, chefLieu }) => code === chefLieu).map(({ code, nom }) => [code, nom]));
  const settled = new Map<string, Settlement[]>();
  const named = new Map<string, Settlement | null>();
  for (const settlement of frenchSettlements()) {
    const key = `${settlement.departement}/${normaliseName(settlement.name)}`;
    named.set(key, named.has(key) ? null : settlement);
    const code = now.get(settlement.insee) ?? settlement.insee;
    const list = settled.get(code);
    if (list === undefined) settled.set(code, [settlement]);
    else list.push(settlement);
  }
  return ({ code, nom, departement }) => {
    const list = [...(settled.get(code) ?? [])].sort(
      (a, b) => b.population - a.population || (a.name < b.name ? -1 : 1),
    );
    const called = (name: string | undefined): Settlement | undefined =>
      name === undefined ? undefined : list.find((one) => normaliseName(one.name) === normaliseName(name));
    const chosen =
      called(nom) ?? called(seats.get(code)) ?? list[0] ?? named.get(`${departement}/${normaliseName(nom)}`);
    return chosen ? rounded(chosen) : null;
  };
}

/** Spells out "CC du Pays d'Iroise"; "CA Lorient Agglomération" loses the words that its name says already. */
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

/** Makes the file `communes.json` of some départements. */
export function communeFile({ byInsee, former, epci }: Communes, departements: readonly DepartementName[]) {
  const nameOf = new Map(epci.map(({ siren, name }) => [siren, name]));
  const codes = new Set(departements.map(({ code }) => code));
  const within = [...byInsee.values()].filter(({ departement }) => codes.has(departement));
  const rows = within.map((row) => ({
    ...row,
    code: row.insee,
    departement: { code: row.departement, name: '' },
    epci: row.epci === null ? null : { code: row.epci, name: nameOf.get(row.epci) ?? '' },
  }));
  const credit = { attribution: FRANCE_CREDIT, licences: [ETALAB, GEONAMES] };
  const { format, columns, epci: groups } = buildCommunes(rows, { departements: codes, ...credit });
  const place = new Map(columns.insee.map((insee, index) => [insee, index]));
  const merged = former
    .filter(({ now, name }) => place.has(now) && byInsee.get(now)?.name !== name)
    .sort((a, b) => (a.insee < b.insee ? -1 : 1));
  return {
    format,
    columns,
    former: {
      insee: merged.map(({ insee }) => insee),
      name: merged.map(({ name }) => name),
      commune: merged.map(({ now }) => place.get(now) ?? -1),
    },
    epci: groups,
    departements,
    ...credit,
  };
}
