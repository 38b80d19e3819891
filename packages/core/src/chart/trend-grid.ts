import { comparePeriods } from '../model/period-relations.ts';
import type { Quantity } from '../model/quantity.ts';
import { resolveText } from '../model/text.ts';
import type { Grid, GridCell, GridColumn } from './grid.ts';
import type { TrendSeries } from './trend.ts';

/** Lines as rows of a table: a column for each period. */
export function trendGrid(series: readonly TrendSeries[], lang: string): Grid {
  const all = series.flatMap(({ points }) => points.filter(({ quantity }) => quantity).map(({ period }) => period));
  const periods = [...new Set(all)].sort(comparePeriods);
  const mixed = new Set(series.map(({ unit }) => unit)).size > 1;
  const cell = (quantity: Quantity | null | undefined): GridCell =>
    quantity ? { kind: 'number', quantity, ...(mixed ? { withUnit: true } : {}) } : null;
  return {
    columns: [{ id: 'label', kind: 'text' }, ...periods.map((period): GridColumn => ({ id: period, kind: 'number' }))],
    rows: series.map(({ id, label, points }) => ({
      id,
      cells: [
        { kind: 'text', text: resolveText(label, lang) },
        ...periods.map((period) => cell(points.find((point) => point.period === period)?.quantity)),
      ],
    })),
  };
}
