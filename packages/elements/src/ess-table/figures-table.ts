/** Figures as a table: the parts of one, of several side by side, or several as rows. Loaded by tables that show figures. */

import { figuresTableOf, type GridRow, toneOf } from '@ess-widgets/core/charts';
import { formatMeasured } from '@ess-widgets/core/format';
import type { Dataset } from '@ess-widgets/core/model';
import { nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Measured } from '../base/measure-controller.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { type Breakdown, breakdownSubtitle, breakdownTitle, keptWords, withKept } from '../views/breakdown-words.ts';
import { symbol } from '../views/symbols.ts';
import type { TableContent } from './content.ts';

/** Returns the content of a table of figures; null where there is none. */
export function figuresTable(dataset: Dataset, figures: readonly Measured[], m: Localized): TableContent | null {
  const table = figuresTableOf(figures, m.lang);
  const [first] = figures;
  if (!first || !table) return null;
  const { grid, figure, heading } = table;
  const kept = keptWords(dataset, first.measure, m);
  const split: Breakdown | null = table.split && { ...table.split, kept };
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
    heading: (column) => {
      const said = heading(column);
      if (said === null) return m.content(`col_${column.id}` as MessageKey);
      return typeof said === 'string' ? said : domainText(said, m);
    },
    ...(first.measure.by === 'college' ? { mark: collegeMark } : {}),
    figure,
    ...(split?.dimension.answers ? { note: m.content('multipleAnswers') } : {}),
  };
}

function collegeMark({ order }: GridRow): Content {
  if (order === undefined) return nothing;
  const { shape, cssVar } = toneOf(order);
  return symbol(shape, { cssVar });
}
