/**
 * Finds the communes that a visitor may mean by the text typed so far. They are offered to the visitor, never applied.
 */

import { normaliseName } from '../model/index.ts';
import { misspelt } from './commune-suggest.ts';
import { type Commune, type CommuneTable, findCommune } from './communes.ts';

/** Fewer letters begin the names of too many communes. */
const SHORTEST = 3;

/**
 * At most `n` communes with a position: those that the text names or whose code it is (several of one name or postal
 * code), else those whose name begins with it, shortest name first.
 * @param lost nothing else is known by that text: where it names no commune either, its name may be misspelt
 */
export function communesLike(table: CommuneTable, text: string, n: number, lost = false): readonly Commune[] {
  const those = named(table, text).filter(isPlaced).slice(0, n);
  return lost && those.length === 0 ? misspelt(table, text, table.communes.length).filter(isPlaced).slice(0, n) : those;
}

const isPlaced = ({ position }: Commune): boolean => position !== null;

function named(table: CommuneTable, text: string): readonly Commune[] {
  const found = findCommune(table, text);
  if (found) return 'commune' in found ? [found.commune] : [...new Set(found.ambiguous)];
  const key = normaliseName(text);
  if (key.length < SHORTEST) return [];
  return table.communes
    .filter(({ name }) => normaliseName(name).startsWith(key))
    .sort((a, b) => a.name.length - b.name.length || (a.insee < b.insee ? -1 : 1));
}
