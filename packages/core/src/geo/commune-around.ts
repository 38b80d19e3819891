/** The territories around a commune, as far as a commune table tells: its group of communes and its département. */
import type { Territory } from '../model/index.ts';
import type { Commune, CommuneTable, Epci } from './communes.ts';

/** Finds the territories that contain a commune, nearest first. Each is made once, however many communes lie in it. */
export function createAround(table: CommuneTable): (commune: Commune) => readonly Territory[] {
  const groups = new Map<string, Territory>();
  const group = (epci: Epci): Territory => {
    const known = groups.get(epci.siren);
    if (known) return known;
    const members = table.communes.filter((commune) => commune.epci?.siren === epci.siren);
    const made = groupRecord(epci, members, table.shared?.epci[epci.siren]);
    groups.set(epci.siren, made);
    return made;
  };
  const called = table.division ? { division: table.division } : {};
  const departements = new Map(
    [...table.departements].map(([code, name]): [string, Territory] => [
      code,
      { id: departementId(code), kind: 'departement', name, code, ...called, parents: [] },
    ]),
  );
  return ({ epci, departement }) => {
    const around = departements.get(departement);
    return [...(epci ? [group(epci)] : []), ...(around ? [around] : [])];
  };
}

const departementId = (code: string): string => `departement-${code}`;

function groupRecord({ siren, name }: Epci, members: readonly Commune[], others: readonly string[] = []): Territory {
  const inside = [...new Set([...members.map(({ departement }) => departement), ...others].map(departementId))];
  const position = middleOf(members);
  return {
    id: `epci-${siren}`,
    kind: 'epci',
    name: { fr: name },
    code: siren,
    ...(inside.length > 1 ? { parents: [], overlaps: inside } : { parents: inside }),
    ...(position ? { position } : {}),
  };
}

/** The position of a commune that is nearest to the mean of all: a middle that is never at sea. */
export function middleOf(members: readonly Commune[]): Commune['position'] {
  const placed = members.flatMap(({ position }) => position ?? []);
  const lon = mean(placed.map((position) => position.lon));
  const lat = mean(placed.map((position) => position.lat));
  const away = (position: { readonly lon: number; readonly lat: number }): number =>
    Math.hypot((position.lon - lon) * Math.cos((lat * Math.PI) / 180), position.lat - lat);
  return placed.reduce<Commune['position']>((best, one) => (best && away(best) <= away(one) ? best : one), null);
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
