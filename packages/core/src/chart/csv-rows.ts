import type { Measure } from '../model/measure.ts';
import { pointOf, type Quantity } from '../model/quantity.ts';
import { resolveText } from '../model/text.ts';
import { byValue } from './order.ts';

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
  const parts = byValue(measure.parts ?? []).map((part) => [
    indicator,
    period,
    by,
    part.id,
    resolveText(part.label, lang).text,
    ...amount(part.quantity),
    point(part.share),
    point(part.previous),
  ]);
  return quantity ? [whole, ...parts] : parts;
}
