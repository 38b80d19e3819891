/** Indicators of published figures that no catalogue defines: commands that compute tell them, since no page shows these figures. */
import { runChecks } from '../checks/index.ts';
import { indicatorsOf } from '../indicators/index.ts';
import type { Dataset, Finding } from '../model/index.ts';

const RULE = 'indicator-names';

/** Whether a finding tells an unknown indicator. Labels that two share are another matter of that rule, and no error. */
export const isUnknownIndicator = ({ rule, severity }: Finding): boolean => rule === RULE && severity === 'error';

/** Returns a finding for each name that no catalogue has, with the number of its figures and the nearest name. */
export const unknownIndicators = (dataset: Dataset): readonly Finding[] => {
  const indicators = Object.fromEntries(indicatorsOf(dataset).map((indicator) => [indicator.id, indicator]));
  return runChecks(dataset, { indicators, only: [RULE] }).filter(isUnknownIndicator);
};
