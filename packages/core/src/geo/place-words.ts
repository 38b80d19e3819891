/** By what a place is looked for: the names of what lies around it, and its postal codes. */
import type { Text } from '../model/index.ts';
import type { CommuneTable } from './communes.ts';

/** The words for where an entry lies. */
export type PlaceWords = (entry: {
  readonly lineage: readonly string[];
  readonly departement: string | null;
}) => readonly Text[];

/**
 * The names of the territories that contain an entry, and what a commune table adds to those of a data set: postal codes, and the
 * names of communes and départements that the data know by their codes alone.
 */
export function createPlaceWords(
  territories: readonly { readonly id: string; readonly name: Text }[],
  table: CommuneTable | null,
): PlaceWords {
  const names = new Map(territories.map(({ id, name }) => [id, name]));
  const known = new Map<string, readonly Text[]>();
  const of = (id: string): readonly Text[] => {
    const { name, postal = [] } = (table && inTable(table, id)) ?? {};
    const own = names.get(id) ?? name;
    return [...(own ? [own] : []), ...postal.map((code) => ({ fr: code }))];
  };
  const remembered = (id: string): readonly Text[] => {
    const words = known.get(id) ?? of(id);
    known.set(id, words);
    return words;
  };
  return ({ lineage, departement }) =>
    [...new Set([...lineage, ...(departement ? [departement] : [])])].flatMap(remembered);
}

function inTable(
  { byInsee, formerByInsee, departements }: CommuneTable,
  id: string,
): { readonly name?: Text | undefined; readonly postal?: readonly string[] } {
  const [kind, code = ''] = id.split('-');
  if (kind === 'departement') return { name: departements.get(code) };
  const commune = kind === 'commune' ? (byInsee.get(code) ?? formerByInsee.get(code)) : undefined;
  return commune ? { name: { fr: commune.name }, postal: commune.postal } : {};
}
