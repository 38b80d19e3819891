import {
  type Change,
  changeOf,
  type Measure,
  type MeasurePart,
  type Quantity,
  type ResolvedText,
  resolveText,
} from '../../model/index.ts';
import { byValue } from '../order.ts';

/** A column of {@link tableOfParts}: which field of a row it shows. Its heading is the reader's affair. */
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
  /** Ids of the checks that put it in doubt. */
  readonly checks?: readonly string[];
}

/** The content of a breakdown as a table. Columns that would be empty are left out. */
interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The whole, where the measure has one. */
  readonly total: Quantity | null;
}

/** The parts of a measure as a table in a language, sorted as the chart sorts them. */
export function tableOfParts(
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

function rowOf({ id, label, quantity, share, previous, order, checks }: MeasurePart, lang: string): TableRow {
  return {
    id,
    label: resolveText(label, lang),
    value: quantity,
    share: share ?? null,
    previous: previous ?? null,
    change: changeOf(quantity, previous ?? null),
    ...(order === undefined ? {} : { order }),
    ...(checks ? { checks } : {}),
  };
}
