import type { CommuneLocator, Placement, Position, Territory, Town } from '../model/index.ts';
import { createAround, middleOf } from './commune-around.ts';
import { suggest } from './commune-suggest.ts';
import { type Commune, type CommuneTable, departementOf, findCommune, normaliseName } from './communes.ts';

/**
 * Finds the commune of a spreadsheet's row from its INSEE code, or else its town with its postal code or its département.
 * Never chooses between two communes: the row then stays without a position and is listed.
 * @param territories those of the data that the table goes with: what contains a commune there does so for a list too
 */
export function createPlacer(table: CommuneTable, territories: readonly Territory[] = []): CommuneLocator {
  const around = createAround(table);
  const known = new Map(territories.map((territory) => [territory.id, territory]));
  const widened = ({ insee }: Commune, nearest: readonly Territory[]): readonly Territory[] => {
    if (known.size === 0) return nearest;
    const found = new Map(nearest.map((one): [string, Territory] => [one.id, { ...one, ...known.get(one.id) }]));
    const ids = new Set([...(known.get(`commune-${insee}`)?.parents ?? []), ...found.keys()]);
    // A set gives what is added to it while it is being read.
    for (const id of ids) {
      const territory = found.get(id) ?? known.get(id);
      if (!territory) continue;
      found.set(id, territory);
      for (const parent of territory.parents) ids.add(parent);
    }
    return [...found.values()];
  };
  const covered = new Set(table.communes.map(({ departement }) => departement));
  const found = (commune: Commune): Placement => {
    const { insee, name } = commune;
    const within = widened(commune, around(commune));
    return { kind: 'found', insee, name, position: positionOf(commune, within, table), within };
  };
  const place: CommuneLocator = ({ commune, postcode, insee, departement }) => {
    const byInsee = insee ? findCommune(table, insee, { code: 'insee' }) : null;
    if (byInsee && 'commune' in byInsee) return found(byInsee.commune);
    const text = [postcode, commune].filter(Boolean).join(' ');
    // A commune of that name elsewhere is another one: the code, or a column, says in which département it is.
    const named = departement && !postcode ? departementNamed(table, departement) : undefined;
    const home = insee ? departementOf(insee) : named;
    const options = home !== undefined && table.isFrench ? { departement: home } : {};
    const result = text ? findCommune(table, text, { code: 'postal', ...options }) : null;
    if (result && 'commune' in result) return found(result.commune);
    if (result) return { kind: 'ambiguous', candidates: result.ambiguous.map((c) => `${c.name} (${c.insee})`) };
    const code = table.isFrench ? (insee ?? /\d{5}/.exec(text)?.[0]) : undefined;
    const elsewhere = table.isFrench ? elsewhereOf(covered, { postcode, insee, named }) : undefined;
    if (elsewhere !== undefined) return { kind: 'unknown', elsewhere };
    const near = commune ? nearest(table, commune, code) : undefined;
    return { kind: 'unknown', ...(near ? { suggestion: `${near.name} (${near.insee})` } : {}) };
  };
  if (table.isFrench) return place;
  return ({ written, ...town }) => ({ ...place({ ...town, ...written }), abroad: true });
}

/** Whether a table leaves a town to the communes of France: it does not know it, and its codes are of no other country. */
export function isLeft(own: CommuneLocator, town: Town): boolean {
  const { kind, abroad } = own(town);
  return kind === 'unknown' && (!abroad || (!town.written && (town.insee ?? town.postcode) !== undefined));
}

/** The code in "35", "35 - Ille-et-Vilaine" or "1", a spreadsheet's "01". */
const DEPARTEMENT = /(?<![\p{L}\d])(?:97\d|2[ab]|\d{1,2})(?![\p{L}\d])/iu;

/** Returns the code of a département by its code or its name; a name that the table lacks stands for itself: no commune is in it. */
export function departementNamed(
  { departements }: Pick<CommuneTable, 'departements'>,
  text: string,
): string | undefined {
  const [code] = DEPARTEMENT.exec(text) ?? [];
  if (code !== undefined) return code.toUpperCase().padStart(2, '0');
  const name = normaliseName(text);
  const found = [...departements].find(([, called]) => normaliseName(called.fr) === name);
  return departements.size === 0 ? undefined : (found?.[0] ?? text);
}

/**
 * Returns the département of a row of which the table has no commune: it can say nothing of that town, so that a code
 * and a name which it lacks are no mistake. Codes that name two départements are one.
 */
function elsewhereOf(
  covered: ReadonlySet<string>,
  { postcode, insee, named }: { readonly [name in 'postcode' | 'insee' | 'named']: string | undefined },
): string | undefined {
  const codes = [insee, postcode].flatMap((code) => (code ? [departementOf(code)] : []));
  const home = codes[0] ?? named;
  // Corsica's postal codes begin with 20, the codes of its communes with 2A and 2B.
  const postal = (code: string | undefined): string | undefined => code?.replace(/^2[AB]$/, '20');
  const isOne = codes.every((code) => postal(code) === postal(home));
  return home !== undefined && isOne && ![...covered].some((each) => each === home || postal(each) === home)
    ? home
    : undefined;
}

/** The commune whose name is nearest; of a code's département where there is one: a town of elsewhere is no spelling mistake. */
function nearest(table: CommuneTable, name: string, code: string | undefined): Commune | undefined {
  if (code === undefined) return suggest(table, name, 1)[0];
  const departement = departementOf(code);
  const isThere = (commune: Commune): boolean => commune.departement === departement;
  // Measuring the towns of all of France against a table of one region would take seconds for nothing.
  return table.communes.some(isThere) ? suggest(table, name, table.communes.length).find(isThere) : undefined;
}

/**
 * Its own point, else that of a commune of its postal code, else that of its group of communes: each says how exact it is. A part of
 * France knows but a part of a group.
 */
function positionOf(
  { insee, departement, position, postal }: Commune,
  within: readonly Territory[],
  { byPostal, shared }: CommuneTable,
): Position | null {
  const territory = `commune-${insee}`;
  if (position) return { ...position, precision: 'commune', territory };
  const near = postal.flatMap((code) => byPostal.get(code) ?? []).filter((one) => one.departement === departement);
  const point = middleOf(near);
  if (point) return { ...point, precision: 'postal', territory };
  const group = shared ? undefined : within.find(({ kind }) => kind === 'epci');
  return group?.position ? { ...group.position, precision: 'epci', territory: group.id } : null;
}
