/** Corrections of a table, which a person has accepted. */
import { columnLetter, type Repair, type Table } from '../data/index.ts';
import type { Text } from '../model/index.ts';

/** A change of a table: another text of a cell, a line or a column that is removed. Lines count from 1, columns from 0. */
export type Correction =
  | { readonly kind: 'cell'; readonly line: number; readonly column: number; readonly value: string }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'column'; readonly column: number };

/** A correction that is proposed, of all the lines that it mends. */
export interface Proposal {
  /** Key of the proposal: the same after other corrections. */
  readonly id: string;
  readonly label: Text & { readonly en: string };
  readonly corrections: readonly Correction[];
}

/** Returns a table with its corrections. A column that is removed stays as an empty one, so that the others keep their letters. */
export function corrected(table: Table, corrections: readonly Correction[]): Table {
  if (corrections.length === 0) return table;
  const lines = new Set(corrections.flatMap((each) => (each.kind === 'line' ? [each.line] : [])));
  const columns = removedColumns(corrections);
  const cells = new Map<number, Map<number, string>>();
  for (const each of corrections) {
    if (each.kind === 'cell') cells.set(each.line, (cells.get(each.line) ?? new Map()).set(each.column, each.value));
  }
  const rows = table.rows.flatMap((row) => {
    if (lines.has(row.line)) return [];
    const own = cells.get(row.line);
    if (!own && columns.size === 0) return [row];
    return [
      {
        line: row.line,
        cells: row.cells.map((cell, column) => (columns.has(column) ? '' : (own?.get(column) ?? cell))),
      },
    ];
  });
  return { ...table, rows };
}

/** Returns the columns that corrections remove. */
export const removedColumns = (corrections: readonly Correction[]): ReadonlySet<number> =>
  new Set(corrections.flatMap((each) => (each.kind === 'column' ? [each.column] : [])));

/** Rules whose repairs are one proposal: they differ by nothing that a person would choose by. */
const WHOLE: Readonly<Record<string, (lines: number) => Proposal['label']>> = {
  total: (n) => removed(n),
  header: (n) => removed(n),
  duplicate: (n) => removed(n),
  coordinates: (n) => ({
    fr: `Échanger latitude et longitude${of(n, 'ligne')}`,
    en: `Swap latitude and longitude${of(n, 'line')}`,
  }),
};

const of = (n: number, word: string): string => ` (${n} ${word}${n > 1 ? 's' : ''})`;
const removed = (n: number): Proposal['label'] =>
  n > 1
    ? { fr: `Retirer ces ${n} lignes`, en: `Remove these ${n} lines` }
    : { fr: 'Retirer cette ligne', en: 'Remove this line' };

/** Returns the proposals of one rule: for a rule whose repairs are all alike one, else one for each text and its repair. */
export function proposalsOf(rule: string, repairs: readonly Repair[]): readonly Proposal[] {
  const whole = WHOLE[rule];
  const groups = new Map<string, Repair[]>();
  for (const repair of repairs) {
    const key = whole ? rule : [rule, repair.column, repair.found, repair.value].join('\u0000');
    const group = groups.get(key);
    if (group) group.push(repair);
    else groups.set(key, [repair]);
  }
  return [...groups].map(([id, group]) => {
    const lines = new Set(group.map(({ line }) => line)).size;
    const [{ found, value }] = group as [Repair];
    return {
      id,
      label: whole?.(lines) ?? {
        fr: `«\u202f${found}\u202f» → «\u202f${value}\u202f»${of(lines, 'ligne')}`,
        en: `"${found}" → "${value}"${of(lines, 'line')}`,
      },
      corrections: group.map(({ line, column, value: text }) =>
        column === null ? { kind: 'line', line } : { kind: 'cell', line, column, value: text },
      ),
    };
  });
}

/** Returns the proposal to remove columns; none for no column. */
export function removalOf(columns: readonly number[]): readonly Proposal[] {
  if (columns.length === 0) return [];
  const letters = columns.map(columnLetter).join(', ');
  const label =
    columns.length > 1
      ? { fr: `Retirer les colonnes ${letters}`, en: `Remove columns ${letters}` }
      : { fr: `Retirer la colonne ${letters}`, en: `Remove column ${letters}` };
  return [
    {
      id: `personal-columns\u0000${letters}`,
      label,
      corrections: columns.map((column) => ({ kind: 'column', column })),
    },
  ];
}
