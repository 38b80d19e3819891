/** Communes of rows: a name becomes a place on the map, a territory, and those around it. */
import { normalise } from '../data/index.ts';
import { type Cell, CellError, plainCell } from './cells.ts';
import { type Draft, type Fields, fieldAt, textAt, withField } from './year-data.ts';

/** A place that was found: the id of a territory and its point. */
interface Found {
  readonly id: string;
  readonly name: string;
  readonly point: { readonly lon: number; readonly lat: number } | null;
}

/**
 * Returns a record at the commune of a cell: its town or place, its territories, its position. An empty cell takes them off.
 * @param field where the name goes: `town` always, `place` where the record names none
 * @param unplaced gets the names that nothing is known of, where no commune table is at hand
 * @throws CellError for a name that the table does not know, or knows several times
 */
export function placeIn(record: Fields, field: string, cell: Cell, draft: Draft, unplaced: string[]): Fields {
  const text = plainCell(cell.text);
  const territories = Array.isArray(record['territories']) ? record['territories'].map(String) : [];
  const others = territories.filter((id) => !id.startsWith('commune-'));
  const named = (name: string | undefined): Fields =>
    field === 'town' || !textAt(record, field) ? withField(record, field, name) : record;
  // Meetings have a place on the map and no territory of theirs.
  const hasTerritories = !('body' in record);
  const placed = (of: Fields, ids: readonly string[], position: unknown): Fields => ({
    ...of,
    ...(hasTerritories ? { territories: [...ids, ...others] } : {}),
    position,
  });
  if (text === '') return placed(field === 'town' ? named(undefined) : record, [], null);
  const found = find(text, draft);
  if (!found) {
    unplaced.push(text);
    return named(text);
  }
  const { id, name, point } = found;
  return placed(named(name), [id], point && { lon: point.lon, lat: point.lat, precision: 'commune', territory: id });
}

/** Returns the commune that a text names: `Brest`, `Brest (29)`, `29200 Brest`, `29019`; null where no table can tell. */
function find(text: string, draft: Draft): Found | null {
  const known = knownTerritory(text, draft);
  if (known) return known;
  if (!draft.locate) return null;
  const [, before = text, code] = /^(.*?)\s*[([]([^)\]]+)[)\]]$/.exec(text) ?? [];
  const insee = /^(?:\d{5}|2[ab]\d{3})$/i.exec(code ?? text)?.[0];
  const [, postcode, after] = /^(\d{5})\s+(.+)$/.exec(before) ?? [];
  const place = draft.locate({
    commune: after ?? before,
    ...(postcode ? { postcode } : {}),
    ...(insee ? { insee } : {}),
    ...(code && !insee ? { departement: code } : {}),
  });
  if (place.kind === 'found') {
    const id = `commune-${place.insee}`;
    const point = place.position && { lon: place.position.lon, lat: place.position.lat };
    addTerritories(id, place.name, place.insee, point, place.within ?? [], draft);
    return { id, name: place.name, point };
  }
  if (place.kind === 'ambiguous') {
    const all = place.candidates.join(', ');
    throw new CellError({
      fr: `plusieurs communes ont ce nom\u202f: ${all}. Écrivez le code entre parenthèses`,
      en: `several communes have this name: ${all}. Write the code in brackets`,
    });
  }
  const { suggestion } = place;
  throw new CellError({
    fr: `commune inconnue${suggestion ? `\u202f; sans doute ${suggestion}` : ''}. Écrivez son nom entier, ou son code Insee`,
    en: `unknown commune${suggestion ? `; probably ${suggestion}` : ''}. Write its whole name, or its INSEE code`,
  });
}

/** Returns the commune of last year's data that has the name, where only one has it and no table knows better. */
function knownTerritory(text: string, draft: Draft): Found | null {
  const inBrackets = /\[([^\]]+)\]$/.exec(text)?.[1];
  const exact = draft.find('territories', inBrackets ?? text);
  if (exact || draft.locate) return exact ? foundOf(exact) : null;
  const [only, more] = draft
    .list('territories')
    .filter((each) => each['kind'] === 'commune' && normalise(textAt(each, 'name.fr')) === normalise(text));
  return only && !more ? foundOf(only) : null;
}

function foundOf(territory: Fields): Found {
  const [lon, lat] = [fieldAt(territory, 'position.lon'), fieldAt(territory, 'position.lat')];
  const point = typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null;
  return { id: textAt(territory, 'id'), name: textAt(territory, 'name.fr'), point };
}

function addTerritories(
  id: string,
  name: string,
  code: string,
  position: Found['point'],
  within: readonly { readonly id: string }[],
  draft: Draft,
): void {
  if (draft.find('territories', id)) return;
  for (const territory of within)
    if (!draft.find('territories', territory.id)) draft.put('territories', { ...territory });
  const parents = within.map((territory) => territory.id);
  draft.put('territories', {
    id,
    kind: 'commune',
    name: { fr: name },
    code,
    parents,
    ...(position ? { position } : {}),
  });
}
