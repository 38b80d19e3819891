import { type Dataset, type Observation, resolveText, type SourceRef } from '../model/index.ts';
import { CSV_HEADER, csvRows } from './csv-rows.ts';

/** A row of a CSV file; null is an empty cell. */
type Row = readonly (string | number | null)[];

/** Header of {@link figureRows}: that of one figure, then whether it was held or planned, and where it stands. */
export const FIGURES_HEADER: readonly string[] = [...CSV_HEADER, 'status', 'section', 'page'];

const ID = CSV_HEADER.indexOf('id');

/**
 * All figures of a data set as rows of one spreadsheet: its measures, those that are kept to a part too, since `where` and `territory`
 * say so; then the published figures that belong to no indicator, by their own ids.
 */
export function figureRows({ measures, collections }: Dataset, lang: string): readonly Row[] {
  const { indicators = {}, doubted = [] } = measures ?? {};
  const own = (measures?.measures ?? []).flatMap((measure) => {
    const { label } = indicators[measure.indicator] ?? {};
    const rows = csvRows(measure, lang, label && resolveText(label, lang).text);
    return rows.map((row) => [...row, '', ...placeCells(measure.sources[0])]);
  });
  const others = (collections.observations ?? []).filter(({ indicator }) => !indicator);
  return [...own, ...others.flatMap((one) => observationRows(one, doubted.includes(one.id), lang))];
}

function observationRows(one: Observation, isDoubted: boolean, lang: string): readonly Row[] {
  const { id, label, period, territory, dimensions, quantity, status, source } = one;
  const where = Object.entries(dimensions).map((pair) => pair.join('='));
  const measure = {
    ...({ indicator: '', period, quantity, where: where.join(' '), basis: 'published', sources: [source] } as const),
    ...{ notes: [], population: null, missing: null },
    ...(territory ? { territory } : {}),
    ...(isDoubted ? { checks: [] } : {}),
  };
  const rows = csvRows(measure, lang, resolveText(label, lang).text);
  return rows.map((row) => [...row.map((cell, at) => (at === ID ? id : cell)), status, ...placeCells(source)]);
}

const placeCells = (source: SourceRef | undefined): Row => [source?.section ?? null, source?.page ?? null];
