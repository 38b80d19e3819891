import { type Dataset, pointOf, quantity } from '../../model/index.ts';
import type { Words } from '../figure.ts';
import { type Grid, type GridCell, sortRows } from '../grid.ts';
import { kindOf, namesInCell, type RecordsRequest, readerOf, recordsAsked } from '../record-grid.ts';
import type { AnyRecord } from '../record-values.ts';

/** Rows that are shown at first. */
export const RANKED = 8;

/** Fewer of them are read faster as the rows of the table, unless an author asks. */
const LEAST = 8;

/** Names that share the first place; more of them say nothing in a sentence. */
const FIRST = 3;

/** A ranking. */
interface Ranking {
  /** Rows of a name, of how many different values it has, and of which. */
  readonly grid: Grid;
  /** The names in the first place and how many values each has; null where these are many, or it is a single one. */
  readonly first: { readonly names: readonly string[]; readonly n: number } | null;
}

type TextCell = Extract<GridCell, { kind: 'text' }>;

/**
 * Returns what the first of two columns of records names, by how many different values of the second one stand with it; of as
 * many, by name. Who publishes the data is no partner of its own, so it has no rank; its rows stay in the table. Null where the
 * columns are others than two of words.
 * @param isAsked whether the author asks for it; else it takes eight names at least, one of which has several values
 */
export function rankingOf(dataset: Dataset, request: RecordsRequest, isAsked: boolean): Ranking | null {
  const { columns, lang } = request;
  const [a, b] = columns;
  if (a === undefined || b === undefined || columns.length > 2 || columns.some((id) => kindOf(id) !== 'text'))
    return null;
  const [readA, readB] = [a, b].map((id) => valuesBy(id, readerOf(dataset, id, request)));
  const found = new Map<string, { readonly cell: TextCell; readonly values: Map<string, TextCell> }>();
  for (const record of recordsAsked(dataset, request)) {
    for (const [key, cell] of readA?.(record) ?? []) {
      if (a === 'organisation' && cell.text.text === dataset.manifest.publisher.name) continue;
      const own = found.get(key) ?? { cell, values: new Map() };
      found.set(key, own);
      for (const [id, value] of readB?.(record) ?? []) own.values.set(id, value);
    }
  }
  const rows = [...found].flatMap(([id, { cell, values }]) => {
    const names = [...values.values()].map(({ text }) => text);
    const number: GridCell = { kind: 'number', quantity: quantity(names.length, b) };
    return names.length
      ? [{ id, n: names.length, cells: [cell, number, { kind: 'text', text: namesInCell(names, lang) } as const] }]
      : [];
  });
  const heads = [
    { id: a, kind: 'text' },
    { id: 'count', kind: 'number' },
    { id: b, kind: 'text' },
  ] as const;
  const most = Math.max(0, ...rows.map(({ n }) => n));
  if (!isAsked && (rows.length < LEAST || most < 2)) return null;
  const grid = { columns: heads, rows: sortRows({ columns: heads, rows }, { column: a, descending: false }, lang) };
  const ranked = sortRows(grid, { column: 'count', descending: true }, lang);
  const names = ranked.flatMap(({ cells: [cell, number] }) =>
    cell?.kind === 'text' && number?.kind === 'number' && pointOf(number.quantity) === most ? [cell.text.text] : [],
  );
  return {
    grid: { columns: heads, rows: ranked },
    first: most > 1 && names.length <= FIRST ? { names, n: most } : null,
  };
}

/** Returns the words of the first place: "la Région et l’Udes, 4 fois chacune". Null where it says nothing. */
export function rankingSentence({ grid, first }: Ranking, { lang }: Pick<Words, 'lang'>) {
  if (!first) return null;
  const isEach = first.names.length > 1 && /^organis/.test(grid.columns[0]?.id ?? '');
  const params = { names: new Intl.ListFormat(lang).format(first.names), n: first.n };
  return { key: isEach ? 'rankingEach' : 'rankingFirst', params } as const;
}

/** Returns the reader of the values of a record in a column, each with what it is told by from others. */
const valuesBy =
  (id: string, read: (record: AnyRecord) => GridCell) =>
  (record: AnyRecord): readonly (readonly [string, TextCell])[] =>
    [record[id]].flat().flatMap((value) => {
      const cell = read({ ...record, [id]: value });
      if (cell?.kind !== 'text') return [];
      return [[typeof value === 'string' ? value : cell.text.text, cell] as const];
    });
