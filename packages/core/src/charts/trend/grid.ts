import { comparePeriods, resolveText } from '../../model/index.ts';
import type { Grid, GridCell, GridColumn } from '../grid.ts';
import type { TrendPoint, TrendSeries } from './trend.ts';

/** Lines as rows of a table: a column for each period. */
export function trendGrid(series: readonly TrendSeries[], lang: string): Grid {
  const all = series.flatMap(({ points }) => points.filter(({ quantity }) => quantity).map(({ period }) => period));
  const periods = [...new Set(all)].sort(comparePeriods);
  const mixed = new Set(series.map(({ unit }) => unit)).size > 1;
  const cell = (point: TrendPoint | undefined, signed: boolean | undefined): GridCell =>
    point?.quantity
      ? {
          kind: 'number',
          quantity: point.quantity,
          signed,
          ...(mixed ? { withUnit: true } : {}),
          ...(point.basis ? { basis: point.basis } : {}),
        }
      : null;
  return {
    columns: [{ id: 'label', kind: 'text' }, ...periods.map((period): GridColumn => ({ id: period, kind: 'number' }))],
    rows: series.map((one) => ({
      id: one.id,
      cells: [
        { kind: 'text', text: resolveText(one.label, lang) },
        ...periods.map((period) =>
          cell(
            one.points.find((point) => point.period === period),
            one.signed,
          ),
        ),
      ],
    })),
  };
}
