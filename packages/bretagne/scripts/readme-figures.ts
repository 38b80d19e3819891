/**
 * Figures of the data for the README: published figures by chapter, measures by origin. The build of the data writes
 * them between two markers.
 */
import { type Dataset, type Measure, type MeasuresDocument, records } from '@ess-widgets/core/model';

export const START = '<!-- figures:start -->';
export const END = '<!-- figures:end -->';

/** Origins of measures: published and recomputed values are distinguished by whether they agree. */
const ORIGINS: readonly (readonly [string, (measure: Measure) => boolean])[] = [
  ['computed', ({ basis }) => basis === 'computed'],
  ['declared (published)', ({ basis, agreement }) => basis === 'published' && !agreement],
  ['both, agreeing', ({ agreement }) => agreement?.agrees === true],
  ['both, in disagreement', ({ agreement }) => agreement?.agrees === false],
  ['listed (at least so many)', ({ basis }) => basis === 'listed'],
];

type Row = readonly [string, ...number[]];

/** Returns a table in Markdown as the formatter has it: numbers on the right, columns as wide as their widest cell. */
function table(head: readonly string[], rows: readonly Row[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...cells.slice(1).map(line)].join('\n');
}

/** Returns the last row: the sum of each column. */
const withTotal = (rows: readonly Row[]): readonly Row[] => {
  const [first] = rows;
  if (!first) return rows;
  const sums = first.slice(1).map((_, at) => rows.reduce((sum, row) => sum + Number(row[at + 1]), 0));
  return [...rows, ['all', ...sums]];
};

/** Returns the published figures by chapter of the report: the first part of their section. */
export function chapterTable(dataset: Dataset): string {
  const all = records(dataset, 'observations');
  const chapterOf = ({ source }: (typeof all)[number]): string => source.section?.split('.', 1)[0] ?? '';
  const chapters = [...new Set(all.map(chapterOf))].sort();
  const rows = chapters.map((chapter): Row => {
    const figures = all.filter((each) => chapterOf(each) === chapter);
    const tied = figures.filter(({ indicator }) => indicator).length;
    const planned = figures.filter(({ status }) => status === 'planned').length;
    return [chapter === '0' ? 'cover' : chapter, figures.length, tied, planned];
  });
  return table(['chapter', 'published figures', 'of an indicator', 'planned'], withTotal(rows));
}

/** Counts measures by origin: whole ones, those split by a dimension, those that the report keeps to a part. */
export function originTable({ measures }: Pick<MeasuresDocument, 'measures'>): string {
  const rows = ORIGINS.map(([title, is]): Row => {
    const found = measures.filter(is);
    const plain = found.filter(({ where, territory }) => where === undefined && territory === undefined);
    const split = plain.filter(({ by }) => by !== undefined).length;
    return [title, plain.length - split, split, found.length - plain.length];
  });
  return table(['measures', 'whole', 'split', 'of a part'], withTotal(rows));
}

/** Returns the README with these tables. @throws Error where it does not have both markers, in order */
export function withFigures(readme: string, dataset: Dataset, measures: MeasuresDocument): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`packages/bretagne/README.md needs ${START}, then ${END}.`);
  const tables = `${chapterTable(dataset)}\n\n${originTable(measures)}`;
  return `${readme.slice(0, start)}${START}\n${tables}\n${readme.slice(end)}`;
}
