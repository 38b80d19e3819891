/** Reading of a list by what its author says of it, loaded where somebody does. */
import { EssError } from '../../../errors.ts';
import type { Finding } from '../../../model/index.ts';
import { recipeOf } from '../recipe.ts';
import type { Recipe } from '../recipe-text.ts';
import {
  FIELDS,
  type Field,
  type Headers,
  headerName,
  type ListKind,
  type Mapping,
  readHeaders,
  withColumns,
} from './headers.ts';
import { columnPlace, linesIn, quoted } from './report.ts';
import { findHeader, HEADER_LINES, type ParsedRow } from './table.ts';

/** A list as its recipe reads it. */
export interface ToldList {
  /** Position of the header among the rows. */
  readonly index: number;
  readonly headers: Headers;
  /** All rows, without those that others with their id take the place of. */
  readonly rows: readonly ParsedRow[];
  /** Whether its columns were named, so that nobody need guess what it is. */
  readonly isNamed: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Reads a list by the recipe in its options.
 * @param kind the kind of list that somebody else says it is
 * @throws EssError `config` for a recipe that cannot be; `schema` for one that names the column of names or of days in vain
 */
export async function readBy(
  rows: readonly ParsedRow[],
  options: Readonly<Record<string, string>>,
  kind: ListKind | undefined,
  url: string,
): Promise<ToldList> {
  const recipe = recipeOf(options, url);
  const told = recipe.kind ?? kind;
  const index = headerAt(rows, recipe, told);
  const { headers, missing } = headersBy(rows[index]?.cells ?? [], recipe, told);
  const findings = await missingFindings(missing, headers, url);
  const id = recipe.id === undefined ? -1 : columnNamed(recipe.id, headers.texts);
  const older = id < 0 ? new Map<number, string>() : olderLines(rows.slice(index + 1), id);
  const repeated = older.size === 0 ? [] : [repeatedFinding(older, { file: url, ...columnPlace(id, headers.texts) })];
  return {
    index,
    headers,
    rows: rows.filter(({ line }) => !older.has(line)),
    isNamed: recipe.columns !== undefined,
    findings: [...findings, ...repeated],
  };
}

/** Returns the position of the header: the line that is told, else the one with the most of the columns that are named. */
function headerAt(rows: readonly ParsedRow[], { header, columns = {} }: Recipe, kind: ListKind | undefined): number {
  if (header !== undefined) {
    const at = rows.findIndex(({ line }) => line >= header);
    return at < 0 ? 0 : at;
  }
  const titles = Object.keys(columns);
  const scores = rows
    .slice(0, HEADER_LINES)
    .map(({ cells }) => titles.filter((title) => columnNamed(title, cells) >= 0).length);
  const most = Math.max(...scores, 0);
  return most > 0 ? scores.indexOf(most) : (findHeader(rows, kind, {})?.index ?? 0);
}

/** Returns the index of the column that a recipe names, by the words of its header; -1 for one that is not there. */
export function columnNamed(title: string, texts: readonly string[]): number {
  const nameOf = (text: string): string => headerName(text).squeezed;
  const [, base = title, count = '1'] = /^(.*)#([1-9]\d?)$/s.exec(title) ?? [];
  const found = texts.flatMap((text, at) => (nameOf(text) === nameOf(base) ? [at] : []))[Number(count) - 1];
  // « Nom #2 » may be what the column itself is called.
  return found ?? texts.findIndex((text) => nameOf(text) !== '' && nameOf(text) === nameOf(title));
}

/** Returns how a recipe names a column: by its header, and `#2` where another one before it has the same. */
export function columnKey(texts: readonly string[], at: number): string {
  const nameOf = (text: string): string => headerName(text).squeezed;
  const title = texts[at] ?? '';
  const count = texts.slice(0, at + 1).filter((text) => nameOf(text) === nameOf(title)).length;
  return count > 1 ? `${title}#${count}` : title;
}

/** Returns the kind of a list that its recipe says, or that only fields of one kind do. */
function kindOf({ kind, columns = {} }: Recipe): ListKind | undefined {
  const fields = Object.values(columns).filter((field) => field !== null);
  const kinds = (['members', 'events'] as const).filter((each) =>
    fields.every((field) => FIELDS[each].includes(field)),
  );
  return kind ?? (kinds.length === 1 ? kinds[0] : undefined);
}

/** A header that is read by a recipe, and what the recipe names in vain. */
interface ByRecipe {
  readonly headers: Headers;
  /** Headers that the list has not, each with the field that it would be. */
  readonly missing: readonly (readonly [title: string, field: Field | null])[];
}

/** Reads a header by a recipe: columns that it names are what it says, the others are guessed without them. */
export function headersBy(texts: readonly string[], recipe: Recipe, kind = kindOf(recipe)): ByRecipe {
  const { columns = {}, id } = recipe;
  const all: Readonly<Record<string, Field | null>> = { ...(id === undefined ? {} : { [id]: 'id' }), ...columns };
  const named = Object.entries(all).map(([title, field]) => ({ title, field, at: columnNamed(title, texts) }));
  const mapping: Mapping = Object.fromEntries(named.flatMap(({ at, field }) => (at < 0 ? [] : [[at, field]])));
  const isNamed = Object.values(mapping).includes('name');
  const others = texts.map((text, at) => (at in mapping ? '' : text));
  const guessed = readHeaders(others, kind ?? (isNamed ? readHeaders(texts).kind : undefined));
  return {
    headers: withColumns({ ...guessed, texts }, mapping),
    missing: named.flatMap(({ title, field, at }) => (at < 0 ? [[title, field] as const] : [])),
  };
}

/** Fields without which a list says nothing: a recipe that names their column in vain is of another list. */
const NEEDED: readonly (Field | null)[] = ['name', 'start'];

async function missingFindings(
  missing: ByRecipe['missing'],
  { texts }: Headers,
  url: string,
): Promise<readonly Finding[]> {
  if (missing.length === 0) return [];
  const { closest } = await import('../../../model/closest.ts');
  const titles = texts.filter((text) => text !== '');
  const listed = titles.slice(0, 40).join(', ');
  return missing.map(([title, field]) => {
    const [nearest] = closest(title, titles);
    const isNear =
      nearest === undefined
        ? { fr: '', en: '' }
        : { fr: ` La plus proche\u202f: ${quoted(nearest)}.`, en: ` The nearest is "${nearest}".` };
    const fr = `La liste n’a pas de colonne ${quoted(title)}.${isNear.fr}`;
    const en = `The list has no column "${title}".${isNear.en}`;
    if (NEEDED.includes(field)) {
      const remedy = { fr: `${fr} Elle a\u202f: ${listed}.`, en: `${en} It has: ${listed}.` };
      throw new EssError('schema', `${url}: ${remedy.en}`, { url, remedy });
    }
    return {
      rule: 'recipe-column',
      severity: 'warning',
      certainty: 'certain',
      where: { file: url },
      found: title,
      ...(nearest === undefined ? {} : { expected: nearest }),
      message: { fr, en },
    };
  });
}

/** Returns the lines whose id stands on a later one too, each with that id. */
function olderLines(rows: readonly ParsedRow[], column: number): Map<number, string> {
  const last = new Map<string, number>();
  const older = new Map<number, string>();
  for (const { line, cells } of rows) {
    const id = cells[column] ?? '';
    if (id === '') continue;
    const before = last.get(id);
    if (before !== undefined) older.set(before, id);
    last.set(id, line);
  }
  return older;
}

function repeatedFinding(older: ReadonlyMap<number, string>, place: Finding['where']): Finding {
  const lines = [...older.keys()].sort((a, b) => a - b);
  const [line = 1] = lines;
  return {
    rule: 'same-id',
    severity: 'warning',
    certainty: 'certain',
    where: { ...place, line, ...(lines.length > 1 ? { lines } : {}) },
    found: [...new Set(older.values())].slice(0, 20).join(', '),
    message: {
      fr: `${linesIn('fr', lines)}\u202f: une ligne plus basse a le même identifiant, elle seule est gardée`,
      en: `${linesIn('en', lines)}: a later line has the same identifier, and is the one that is kept`,
    },
  };
}
