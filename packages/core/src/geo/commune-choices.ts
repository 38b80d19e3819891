/** Which communes a visitor may mean by what they have typed so far. To be offered to them, never applied. */
import { normaliseName } from './commune-names.ts';
import { type Commune, type CommuneTable, findCommune } from './communes.ts';

/** Fewer letters begin the names of too many communes. */
const SHORTEST = 3;

/**
 * At most `n` communes with a position: those that the text names or whose code it is (several of one name or postal
 * code), else those whose name begins with it, shortest name first.
 */
export function communesLike(table: CommuneTable, text: string, n: number): readonly Commune[] {
  return named(table, text)
    .filter(({ position }) => position !== null)
    .slice(0, n);
}

function named(table: CommuneTable, text: string): readonly Commune[] {
  const found = findCommune(table, text);
  if (found) return 'commune' in found ? [found.commune] : [...new Set(found.ambiguous)];
  const key = normaliseName(text);
  if (key.length < SHORTEST) return [];
  return table.communes
    .filter(({ name }) => normaliseName(name).startsWith(key))
    .sort((a, b) => a.name.length - b.name.length || (a.insee < b.insee ? -1 : 1));
}
