/** Warning for the author of a text about a figure in it without a value. */
import { warn } from '../base/warn.ts';
import type { FigureRun } from './running-text.ts';

/** Warns in the console. @param at the section; @param isPeriod whether its period is valid: then its indicator is unknown */
export function warnFigureError({ indicator, period, where }: FigureRun, at: string, isPeriod: boolean): void {
  const written = `[[${indicator}${period === undefined ? '' : `@${period}`}${where === undefined ? '' : ` ${where}`}]]`;
  const why = isPeriod
    ? `there is no indicator "${indicator}"`
    : `"${period}" is no period (as 2024, 2024-H1, 2024-06 or 2023-SY)`;
  warn(`config/${written}`, `<ess-report>: ${written} in the text of section ${at} has no value: ${why}`);
}
