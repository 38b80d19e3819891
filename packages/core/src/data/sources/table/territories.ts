/** The territories that the members of a list stand in: what filters, pickers and counts by territory go by. */
import type { Territory } from '../../../model/index.ts';
import type { Place } from './place.ts';

/** Adds the commune of a member and what contains it, where they are not known yet. */
export function addTerritories(territories: Map<string, Territory>, place: Place): void {
  const { insee, town, position, elsewhere } = place;
  if (insee === null && isDepartement(elsewhere)) {
    const departement = departementOf(elsewhere);
    if (!territories.has(departement.id)) territories.set(departement.id, departement);
  }
  const id = `commune-${insee}`;
  if (insee === null || territories.has(id)) return;
  const around = place.isAbroad ? place.within : aroundOf(insee, place.within);
  const at = position?.precision === 'commune' ? { lon: position.lon, lat: position.lat } : null;
  const parents = around.map((territory) => territory.id);
  territories.set(id, { id, kind: 'commune', name: { fr: town || insee }, code: insee, parents, position: at });
  for (const territory of around) if (!territories.has(territory.id)) territories.set(territory.id, territory);
}

/**
 * Returns the territories that contain a commune. Its code begins with that of its département, whose name a table may
 * not have.
 */
function aroundOf(insee: string, within: readonly Territory[]): readonly Territory[] {
  const code = /^(97\d|\d[\dAB])/.exec(insee)?.[1];
  if (code === undefined || within.some(({ kind }) => kind === 'departement')) return within;
  return [...within, departementOf(code)];
}

/** Returns a département of which no more than its code is known. */
function departementOf(code: string): Territory {
  const name = { fr: `Département ${code}`, br: `Departamant ${code}`, en: `Département ${code}` };
  return { id: `departement-${code}`, kind: 'departement', name, code, parents: [] };
}

/** Whether a text is the code of a département, rather than a name that no table has. */
export const isDepartement = (text: string | null): text is string => /^(97\d|2[AB]|\d{2})$/.test(text ?? '');
