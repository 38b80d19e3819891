/**
 * The figures, dates and periods that the report states, read off it by hand: `report-figures.jsonl`, one a line. The tests
 * compare the data set with them; nothing else reads them.
 */
import { readFileSync } from 'node:fs';

/** One fact of the report, in the spelling of the catalogue that it was taken from. */
export interface ReportFigure {
  readonly id: string;
  readonly kind: string;
  readonly value: number | string;
  readonly operator: string;
  readonly unit: string;
  readonly period: string;
  readonly section: string;
  readonly page: number;
  readonly planned?: boolean;
  /** False for a number that follows from others and that the report does not print. */
  readonly stated?: boolean;
}

/** Reads all of them, in the order of the report. */
export function readReportFigures(): readonly ReportFigure[] {
  const lines = readFileSync(new URL('report-figures.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line): ReportFigure => JSON.parse(line));
}
