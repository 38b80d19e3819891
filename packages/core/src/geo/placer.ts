import type { Placement, Placer, Position } from '../model/position.ts';
import type { Territory } from '../model/territory.ts';
import { createAround } from './commune-around.ts';
import { suggest } from './commune-suggest.ts';
import { type Commune, type CommuneTable, departementOf, findCommune } from './communes.ts';

/**
 * Finds the commune of a spreadsheet's row from its INSEE code, or else its town and postal code. Never chooses between
 * two communes: the row then stays without a position and is listed.
 */
export function createPlacer(table: CommuneTable): Placer {
  const around = createAround(table);
  const found = (commune: Commune): Placement => {
    const { insee, name } = commune;
    const within = around(commune);
    return { kind: 'found', insee, name, position: positionOf(commune, within), within };
  };
  const place: Placer = ({ commune, postcode, insee }) => {
    const byInsee = insee ? findCommune(table, insee, { code: 'insee' }) : null;
    if (byInsee && 'commune' in byInsee) return found(byInsee.commune);
    const text = [postcode, commune].filter(Boolean).join(' ');
    // A commune of that name elsewhere is another one: the code says in which département it is.
    const home = insee && table.isFrench ? { departement: departementOf(insee) } : {};
    const result = text ? findCommune(table, text, { code: 'postal', ...home }) : null;
    if (result && 'commune' in result) return found(result.commune);
    if (result) return { kind: 'ambiguous', candidates: result.ambiguous.map((c) => `${c.name} (${c.insee})`) };
    const code = table.isFrench ? (insee ?? /\d{5}/.exec(text)?.[0]) : undefined;
    const near = commune ? nearest(table, commune, code) : undefined;
    return { kind: 'unknown', ...(near ? { suggestion: `${near.name} (${near.insee})` } : {}) };
  };
  if (table.isFrench) return place;
  return ({ written, ...town }) => ({ ...place({ ...town, ...written }), abroad: true });
}

/** The commune whose name is nearest; of a code's département where there is one: a town of elsewhere is no spelling mistake. */
function nearest(table: CommuneTable, name: string, code: string | undefined): Commune | undefined {
  if (code === undefined) return suggest(table, name, 1)[0];
  const departement = departementOf(code);
  const isThere = (commune: Commune): boolean => commune.departement === departement;
  // Measuring the towns of all of France against a table of one region would take seconds for nothing.
  return table.communes.some(isThere) ? suggest(table, name, table.communes.length).find(isThere) : undefined;
}

/** Its own point, else that of its group of communes, which says that it is no more exact. */
function positionOf({ insee, position }: Commune, within: readonly Territory[]): Position | null {
  if (position) return { ...position, precision: 'commune', territory: `commune-${insee}` };
  const group = within.find(({ kind }) => kind === 'epci');
  return group?.position ? { ...group.position, precision: 'epci', territory: group.id } : null;
}
