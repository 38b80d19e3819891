/** Figures as a table: the parts of one, of several side by side, or several as rows. Loaded by tables that show figures. */

import { combined, figuresGrid, type GridColumn, type GridRow, partsGrid, toneOf } from '@ess-widgets/core/charts';
import { capitalised, formatMeasured, periodInWords } from '@ess-widgets/core/format';
import { type Dataset, previousPeriod } from '@ess-widgets/core/model';
import { nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import { domainText } from '../base/quality.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import {
  type Breakdown,
  breakdownSubtitle,
  breakdownTitle,
  keptWords,
  labelHead,
  withKept,
} from '../views/breakdown-words.ts';
import { symbol } from '../views/symbols.ts';
import type { TableContent } from './content.ts';

/** Returns the content of a table of figures; null where there is none. */
export function figuresTable(dataset: Dataset, figures: readonly Measured[], m: Localized): TableContent | null {
  const [first] = figures;
  const figure = combined(figures);
  if (!first || !figure) return null;
  const by = first.measure.by;
  const dimension = first.texts.dimensions.find(({ id }) => id === by);
  const kept = keptWords(dataset, first.measure, m);
  const split: Breakdown | null = dimension
    ? { ...first, dimension, before: previousPeriod(first.measure.period, first.texts.kind), kept }
    : null;
  const grid = split ? partsGrid(figures, m.lang) : figuresGrid(figures, m.lang);
  const one = split && figures.length === 1;
  return {
    grid,
    title: one
      ? breakdownTitle(split, m)
      : withKept(kept, figures.length === 1 ? domainText(first.texts.label, m) : m.content('tableFigures')),
    subtitle: one
      ? breakdownSubtitle(
          split,
          m,
          grid.columns.some(({ id }) => id === 'previous'),
        )
      : formatMeasured(first.measure, m.lang),
    heading: (column) => heading(column, figures, split, m),
    ...(by === 'college' ? { mark: collegeMark } : {}),
    figure,
    ...(dimension && !dimension.exclusive ? { note: m.content('multipleAnswers') } : {}),
  };
}

function heading(column: GridColumn, figures: readonly Measured[], split: Breakdown | null, m: Localized): Content {
  if (column.label) return domainText(column.label, m);
  if (column.id === 'label' && split) return labelHead(split, m);
  // The date of a column is that of all its values.
  const [before, ...others] = new Set(
    figures.flatMap(({ measure }) => measure.previous?.period ?? split?.before ?? []),
  );
  if (others.length > 0) return m.content(`col_${column.id}` as MessageKey);
  if (column.id === 'previous' && before) return periodInWords(before, m.lang);
  if (column.id === 'value' && before && split?.measure.parts?.some((part) => part.previous))
    return capitalised(formatMeasured(split.measure, m.lang));
  return m.content(`col_${column.id}` as MessageKey);
}

function collegeMark({ order }: GridRow): Content {
  if (order === undefined) return nothing;
  const { shape, cssVar } = toneOf(order);
  return symbol(shape, { cssVar });
}
