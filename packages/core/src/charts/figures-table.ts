/** Tables of figures: the parts of one, of several side by side, or several as rows. */

import { capitalised, formatMeasured, periodInWords } from '../format/index.ts';
import { previousPeriod, resolveText, type Text } from '../model/index.ts';
import { combined, type MeasuredFigure } from './combined.ts';
import type { Figure } from './figure.ts';
import type { Grid, GridColumn } from './grid.ts';
import { figuresGrid, partsGrid } from './measure-grid.ts';

/** A table of figures. */
interface FiguresTable {
  /** All of them as one, for the source line. */
  readonly figure: MeasuredFigure;
  /** The first one in its parts, where figures are split. */
  readonly split: Figure | null;
  readonly grid: Grid;
  /** Returns the heading of a column: a text of the data, or words; null for the usual one. */
  readonly heading: (column: GridColumn) => Text | string | null;
}

/** Returns the table of some figures; null where there is none. */
export function figuresTableOf(figures: readonly MeasuredFigure[], lang: string): FiguresTable | null {
  const [first] = figures;
  const figure = combined(figures);
  if (!first || !figure) return null;
  const { measure, texts } = first;
  const dimension = texts.dimensions.find(({ id }) => id === measure.by);
  const split = dimension ? { measure, texts, dimension, before: previousPeriod(measure.period, texts.kind) } : null;
  return {
    figure,
    split,
    grid: split ? partsGrid(figures, lang) : figuresGrid(figures, lang),
    heading: (column) => headingOf(column, figures, split, lang),
  };
}

function headingOf(
  { id, label }: GridColumn,
  figures: readonly MeasuredFigure[],
  split: Figure | null,
  lang: string,
): Text | string | null {
  if (label) return label;
  if (id === 'label' && split) return headOfParts(split, lang);
  // The date of a column is that of all its values.
  const [before, ...others] = new Set(
    figures.flatMap(({ measure }) => measure.previous?.period ?? split?.before ?? []),
  );
  if (others.length > 0) return null;
  if (id === 'previous' && before) return periodInWords(before, lang);
  if (id === 'value' && before && split?.measure.parts?.some((part) => part.previous))
    return capitalised(formatMeasured(split.measure, lang));
  return null;
}

/** Returns the heading of the column of parts, capitalised, because some dimensions are named as within a sentence: "présence". */
export function headOfParts({ dimension: { label } }: Figure, asked: string): Text {
  const { lang, text } = resolveText(label, asked);
  return { ...label, [lang]: capitalised(text) };
}
