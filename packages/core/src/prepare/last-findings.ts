/** Findings of the checks on last year's data: those that a workbook lists, and those that are not new in the next year. */
import { type CheckOptions, runChecks } from '../checks/index.ts';
import { indicatorsOf } from '../indicators/index.ts';
import type { Dataset, Finding, Report } from '../model/index.ts';
import { preparedFiles } from './prepared-files.ts';

/** Returns the findings on a data set, with its measures where a build has written them. */
export function findingsOn(
  dataset: Dataset,
  report: Report | null,
  options: Pick<CheckOptions, 'communes'>,
): readonly Finding[] {
  if (!dataset.measures) return preparedFiles(dataset, report ? [report] : [], options).findings;
  const indicators = Object.fromEntries(indicatorsOf(dataset).map((indicator) => [indicator.id, indicator]));
  return runChecks(dataset, { ...options, indicators });
}
