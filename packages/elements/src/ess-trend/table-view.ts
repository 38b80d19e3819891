/** The same content as a table, and as a spreadsheet. Loaded when a visitor, or the page's author, asks for it. */

import { gridCsv, trendGrid } from '@ess-widgets/core/charts';
import { formatMeasured } from '@ess-widgets/core/format';
import type { TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import type { DataRows } from '../base/share/share-bar.ts';
import type { Localized } from '../texts/texts.ts';
import { gridView } from '../views/grid-view.ts';
import type { Trend } from './words.ts';

/** Renders every series, also those that are not drawn: a row each, a column for each period. */
export function tableView(trend: Trend, caption: Content, m: Localized): TemplateResult {
  const grid = trendGrid(trend.series, m.lang);
  const points = trend.series.flatMap((one) => one.points);
  const timeOf = (period: string) => points.find((point) => point.period === period && point.until) ?? { period };
  return gridView(
    {
      grid,
      rows: grid.rows,
      caption,
      heading: ({ id }) => (id === 'label' ? m.content('trendSeries') : formatMeasured(timeOf(id), m.lang)),
    },
    m,
  );
}

/** Returns the same rows for a file. */
export function trendDataRows({ series, figure }: Trend, m: Localized): DataRows {
  const grid = trendGrid(series, m.lang);
  return gridCsv(grid, grid.rows, figure.measure);
}
