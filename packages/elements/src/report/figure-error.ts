/** Warning for the author of a text about a figure in it without a value. */
import { warn } from '../base/warn.ts';
import type { FigureRun } from './running-text.ts';

/** Warns in the console. @param at the section; @param isPeriod whether its period is valid: then what it names is unknown */
export function warnFigureError(run: FigureRun, at: string, isPeriod: boolean): void {
  const [written, why] = run.kind === 'figure' ? errorOf(run, isPeriod) : unpublished(run.observation);
  warn(`config/${written}`, `<ess-report>: ${written} in the text of section ${at} has no value: ${why}`);
}

type FigureFault = readonly [written: string, why: string];

const unpublished = (id: string): FigureFault => [`[[#${id}]]`, `there is no observation "${id}"`];

const errorOf = (
  { indicator, period, where }: Extract<FigureRun, { readonly kind: 'figure' }>,
  isPeriod: boolean,
): FigureFault => [
  `[[${indicator}${period === undefined ? '' : `@${period}`}${where === undefined ? '' : ` ${where}`}]]`,
  isPeriod ? `there is no indicator "${indicator}"` : `"${period}" is no period (as 2024, 2024-H1, 2024-06 or 2023-SY)`,
];
