import {
  type Basis,
  badgesOf,
  type Change,
  changeOf,
  type IndicatorTexts,
  type MeasurePart,
  type Quantity,
  resolveText,
  type Text,
} from '../model/index.ts';
import type { MeasuredFigure } from './combined.ts';
import type { Grid, GridCell, GridColumn, GridRow, NumberCell } from './grid.ts';
import { byValue } from './order.ts';
import { wholeShare } from './shares.ts';

type Signed = Pick<IndicatorTexts, 'signed'>;

const number = (quantity: Quantity | null | undefined, { signed }: Signed, withUnit?: boolean): NumberCell | null =>
  quantity ? { kind: 'number', quantity, withUnit, signed } : null;
/** A value that another is compared with: it says that it is computed where the other is not. */
function before(
  previous: Quantity | undefined,
  basis: Basis | undefined,
  { measure, texts }: MeasuredFigure,
): GridCell {
  const cell = number(previous, texts);
  return cell && { ...cell, basis: measure.basis === basis ? undefined : basis };
}
const change = (value: Change | null | undefined): GridCell => (value ? { kind: 'change', change: value } : null);
const words = (label: Text, lang: string): GridCell => ({ kind: 'text', text: resolveText(label, lang) });

/**
 * Several figures, a row each: what it is, its value, the one before and the change, and the period where they differ. They
 * stay as they were asked for.
 */
export function figuresGrid(figures: readonly MeasuredFigure[], lang: string): Grid {
  const columns: readonly GridColumn[] = [
    { id: 'label', kind: 'text' },
    { id: 'value', kind: 'number' },
    { id: 'previous', kind: 'number' },
    { id: 'change', kind: 'change' },
    { id: 'period', kind: 'date' },
  ];
  const rows = figures.map((figure): GridRow => {
    const { measure, texts } = figure;
    return {
      id: measure.indicator,
      cells: [
        words(texts.label, lang),
        number(measure.quantity, texts, true),
        before(measure.previous?.quantity, measure.previous?.basis, figure),
        change(measure.change),
        figures.some((other) => other.measure.period !== measure.period)
          ? { kind: 'date', date: measure.period }
          : null,
      ],
      doubts: measure.quantity ? badgesOf(measure).doubts : [],
    };
  });
  return withoutEmpty({ columns, rows });
}

/** The parts of one figure, or of several side by side: a row each, the largest first. */
export function partsGrid(figures: readonly MeasuredFigure[], lang: string): Grid {
  const [first, ...others] = figures;
  if (!first) return { columns: [], rows: [] };
  return others.length ? sideBySide(figures, lang) : oneFigure(first, lang);
}

const LABEL: GridColumn = { id: 'label', kind: 'text' };

function oneFigure(figure: MeasuredFigure, lang: string): Grid {
  const { measure, texts } = figure;
  const { parts = [], quantity } = measure;
  const mixed = new Set(parts.flatMap((part) => part.quantity?.unit ?? [])).size > 1;
  const rows = byValue(parts).map(
    (part): GridRow => ({
      id: part.id,
      ...(part.order === undefined ? {} : { order: part.order }),
      cells: [
        words(part.label, lang),
        number(part.quantity, texts, mixed),
        shareOf(part),
        before(part.previous, part.previousBasis, figure),
        change(changeOf(part.quantity, sameUnit(part) ? (part.previous ?? null) : null)),
      ],
      doubts: [...doubtsOf(part.quantity), ...(part.flags ?? []), ...(part.checks ? (['check'] as const) : [])],
    }),
  );
  const columns: readonly GridColumn[] = [
    LABEL,
    { id: 'value', kind: 'number' },
    { id: 'share', kind: 'number' },
    { id: 'previous', kind: 'number' },
    { id: 'change', kind: 'change' },
  ];
  const isWhole = texts.dimensions.find(({ id }) => id === measure.by)?.exclusive;
  const total = [
    null,
    number(quantity, texts),
    null,
    before(measure.previous?.quantity, measure.previous?.basis, figure),
    change(measure.change),
  ];
  return withoutEmpty({ columns, rows, ...(isWhole && quantity ? { total } : {}) });
}

/** A share is sorted as it is and written in whole percents. */
const shareOf = ({ share }: MeasurePart): GridCell =>
  share ? { kind: 'number', quantity: share, shown: wholeShare(share) } : null;

const sameUnit = ({ quantity, previous }: MeasurePart): boolean => quantity?.unit === previous?.unit;

/** Of a part alone, nothing more is known than how its number is written. */
function doubtsOf(quantity: Quantity | null): readonly ('approx' | 'partial')[] {
  if (!quantity) return [];
  return [
    ...(quantity.approx || quantity.op !== '=' ? (['approx'] as const) : []),
    ...(quantity.partial === undefined ? [] : (['partial'] as const)),
  ];
}

/** The same dimension of several figures: a column each. */
function sideBySide(figures: readonly MeasuredFigure[], lang: string): Grid {
  const labels = new Map<string, MeasurePart>();
  for (const { measure } of figures) {
    for (const part of byValue(measure.parts ?? [])) if (!labels.has(part.id)) labels.set(part.id, part);
  }
  const cells = figures.map(({ measure, texts }) => ({
    texts,
    values: new Map((measure.parts ?? []).map((part) => [part.id, part.quantity])),
  }));
  return {
    columns: [
      LABEL,
      ...figures.map(({ measure, texts }) => ({ id: measure.indicator, kind: 'number', label: texts.label }) as const),
    ],
    rows: [...labels.values()].map(({ id, label, order }) => ({
      id,
      ...(order === undefined ? {} : { order }),
      cells: [words(label, lang), ...cells.map(({ values, texts }) => number(values.get(id), texts, true))],
    })),
  };
}

/** Without the columns that no row fills, but for the label and the value. */
function withoutEmpty({ columns, rows, total }: Grid): Grid {
  const kept = columns.map((_, at) => at < 2 || rows.some(({ cells }) => cells[at]));
  const pick = (cells: readonly GridCell[]): readonly GridCell[] => cells.filter((_, at) => kept[at]);
  return {
    columns: columns.filter((_, at) => kept[at]),
    rows: rows.map((row) => ({ ...row, cells: pick(row.cells) })),
    ...(total ? { total: pick(total) } : {}),
  };
}
