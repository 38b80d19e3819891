import { changeOf } from '../model/algebra.ts';
import type { Measure, MeasurePart } from '../model/measure.ts';
import { type Change, pointOf, type Quantity } from '../model/quantity.ts';
import { type ResolvedText, resolveText } from '../model/text.ts';
import { byValue } from './bars.ts';

/** A column of {@link table}: which field of a row it shows. Its heading is the reader's affair. */
export type TableColumn = 'label' | 'value' | 'share' | 'previous' | 'change';

/** One row: the same values as the chart, none of them put together. */
export interface TableRow {
  readonly id: string;
  readonly label: ResolvedText;
  readonly value: Quantity | null;
  readonly share: Quantity | null;
  readonly previous: Quantity | null;
  readonly change: Change | null;
  readonly order?: number;
}

/** The content of a breakdown as a table. Columns that would be empty are left out. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The whole, where the measure has one. */
  readonly total: Quantity | null;
}

/** The parts of a measure as a table in a language, sorted as the chart sorts them. */
export function table(
  measure: Pick<Measure, 'parts' | 'quantity'>,
  lang: string,
  sort: 'value' | 'order' = 'value',
): Table {
  const parts = measure.parts ?? [];
  const rows = (sort === 'value' ? byValue(parts) : parts).map((part) => rowOf(part, lang));
  const has = (column: 'share' | 'previous'): boolean => rows.some((row) => row[column] !== null);
  return {
    columns: [
      'label',
      'value',
      ...(has('share') ? (['share'] as const) : []),
      ...(has('previous') ? (['previous', 'change'] as const) : []),
    ],
    rows,
    total: measure.quantity,
  };
}

function rowOf({ id, label, quantity, share, previous, order }: MeasurePart, lang: string): TableRow {
  return {
    id,
    label: resolveText(label, lang),
    value: quantity,
    share: share ?? null,
    previous: previous ?? null,
    change: changeOf(quantity, previous ?? null),
    ...(order === undefined ? {} : { order }),
  };
}

/** A cell of a CSV file; null is an empty cell. */
type Cell = string | number | null;

/** Header of {@link csvRows}: names for machines, the same in every language. */
export const CSV_HEADER: readonly string[] = [
  'indicator',
  'period',
  'dimension',
  'id',
  'label',
  'value',
  'min',
  'max',
  'operator',
  'unit',
  'share',
  'previous',
];

/** A measure as rows of a spreadsheet: the whole first where it is known, then each part. Nothing is rounded. */
export function csvRows(measure: Measure, lang: string): readonly (readonly Cell[])[] {
  const { indicator, period, by = '', quantity, previous } = measure;
  const amount = (q: Quantity | null): readonly Cell[] =>
    q ? [q.value ?? null, q.min ?? null, q.max ?? null, q.op, q.unit] : [null, null, null, null, null];
  const point = (q: Quantity | null | undefined): Cell => (q ? pointOf(q) : null);
  const whole = [indicator, period, by, '', '', ...amount(quantity), null, point(previous?.quantity)];
  const parts = table(measure, lang).rows.map((row) => [
    indicator,
    period,
    by,
    row.id,
    row.label.text,
    ...amount(row.value),
    point(row.share),
    point(row.previous),
  ]);
  return quantity ? [whole, ...parts] : parts;
}
