import { formatNumber } from '../format/index.ts';
import { contextOf, subjectOf } from '../indicators/index.ts';
import {
  type Basis,
  badgesOf,
  type Dataset,
  type Flag,
  isApprox,
  type Measure,
  pointOf,
  type Quantity,
  resolveText,
} from '../model/index.ts';
import type { MeasuredFigure } from './combined.ts';
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
  'share_operator',
  'previous',
  'previous_operator',
  'partial',
  'basis',
  'where',
  'territory',
  'previous_basis',
  'no_share',
  'to_check',
  'obs_status',
];

/** The whole of a measure or a part of it, as a row. */
interface Told {
  readonly quantity: Quantity | null;
  readonly share?: Quantity | undefined;
  readonly previous?: Quantity | undefined;
  readonly previousBasis?: Basis | undefined;
  readonly checks?: readonly string[] | undefined;
  readonly flags?: readonly Flag[] | undefined;
}

/**
 * A measure as rows of a spreadsheet: the whole first where it is known, then each part. Nothing is rounded.
 * @param label of the whole, where no title says what it is
 */
export function csvRows(measure: Measure, lang: string, label = ''): readonly (readonly Cell[])[] {
  const { indicator, period, by = '', quantity, previous, basis, where = '', territory = '' } = measure;
  const noShare = lacksShares(measure) ? 'negative' : '';
  const isDoubted = badgesOf({ ...measure, added: [] }).doubts.includes('check');
  const row = (id: string, name: string, { quantity: one, ...told }: Told): readonly Cell[] => [
    ...[indicator, period, by, id, name],
    ...(one
      ? [one.value ?? null, one.min ?? null, one.max ?? null, operatorCell(one), one.unit]
      : [null, null, null, null, null]),
    ...[told.share, told.previous].flatMap(pointCells),
    ...[one?.partial ?? null, basis, where, territory],
    told.previous ? (told.previousBasis ?? 'published') : null,
    id && noShare,
    isDoubted || told.checks ? 'yes' : '',
    statusOf(one, told.flags),
  ];
  const parts = byValue(measure.parts ?? []).map((part) => row(part.id, resolveText(part.label, lang).text, part));
  const whole = { quantity, previous: previous?.quantity, previousBasis: previous?.basis, flags: measure.flags };
  return quantity ? [row('', label, whole), ...parts] : parts;
}

/**
 * Returns the rows of a figure and its parts, then those of what it is seen beside; of combined figures those of each, in the order of
 * the screen.
 */
export function figureCsv(
  { measure, texts }: MeasuredFigure,
  dataset: Dataset,
  lang: string,
): readonly (readonly Cell[])[] {
  return (measure.combines ?? [measure]).flatMap((each) => {
    const { indicator, where } = each;
    const label = (measure.combines && measure.parts?.find(({ id }) => id === indicator)?.label) ?? texts.label;
    // What a figure is kept to stands in its column as ids alone; its territory as well, but one file may hold several.
    const kept = where
      ? subjectOf({ indicator, where }, dataset).map(({ id, name }) => (name ? resolveText(name, lang).text : id))
      : [];
    const own = csvRows(each, lang, [...kept, resolveText(label, lang).text].join(' · '));
    return [...own, ...(measure.combines ? [] : contextRows({ measure: each, texts }, dataset, lang))];
  });
}

/**
 * Returns what a figure is seen beside as further rows of the same columns. The period before has columns of its own, and what is
 * for 10,000 inhabitants says so in its label.
 */
const contextRows = (
  figure: MeasuredFigure,
  dataset: Pick<Dataset, 'measures' | 'collections'>,
  lang: string,
): readonly (readonly Cell[])[] =>
  contextOf(figure, dataset).flatMap((row) => {
    if (row.kind === 'before') return [];
    const { label } = row.kind === 'country' ? row : figure.texts;
    const name = resolveText(label, lang).text;
    if (row.kind !== 'inhabitants') return csvRows(withoutParts(row.measure), lang, name);
    return csvRows(
      withoutParts({ ...figure.measure, ...row, basis: 'computed' }),
      lang,
      `${name} / ${formatNumber(10_000, lang)}`,
    );
  });

const withoutParts = ({ parts: _, previous: _before, ...measure }: Measure): Measure => measure;

const CODES: Readonly<Record<Flag, string>> = { provisional: 'P', estimated: 'E', break: 'B' };

/** Returns the codes of SDMX for what is said of a value: normal, estimated, provisional, of a broken series, missing. */
function statusOf(q: Quantity | null, flags: readonly Flag[] = []): string {
  if (!q) return 'O';
  const codes = new Set([...(isApprox(q) ? ['E'] : []), ...flags.map((flag) => CODES[flag])]);
  return codes.size > 0 ? [...codes].join(' ') : 'A';
}

/** Whether a whole has no shares because a part is below zero: empty cells alone would not say so. */
export function lacksShares({ quantity, parts = [] }: Measure): boolean {
  if (!quantity || quantity.unit === 'percent' || parts.some(({ share }) => share)) return false;
  return parts.some(({ quantity: one }) => one && (one.min ?? pointOf(one)) < 0);
}

/** A number in one cell, a range as `min/max`, with its operator beside it: a spreadsheet can then still add numbers up. */
export function pointCells(q: Quantity | null | undefined): readonly Cell[] {
  if (!q) return [null, null];
  return [q.op === 'range' ? `${q.min ?? ''}/${q.max ?? ''}` : pointOf(q), operatorCell(q)];
}

/**
 * Writes an operator for a spreadsheet: `=` alone would begin a formula, and be written with an apostrophe before it.
 */
const operatorCell = ({ op }: Quantity): string => (op === '=' ? 'exact' : op);
