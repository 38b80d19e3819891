/** Parameters of formulas, judged by their schemas where a catalogue is read: what computes with them loads no validator. */
import * as z from 'zod/mini';
import type { Catalogue, FormulaEntry } from './catalogue.ts';
import { formulaSchemas } from './formula-parameters.ts';

/**
 * Returns a catalogue with the parameters of its formulas as their schemas read them. A formula that does not take its
 * parameters is marked: whoever asks for its indicator is told, and the others can be used.
 */
export const judgedFormulas = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  indicators: catalogue.indicators.map((entry) => ({
    ...entry,
    ...(entry.formula ? { formula: judged(entry.formula) } : {}),
    ...(entry.atStart ? { atStart: judged(entry.atStart) } : {}),
  })),
});

function judged(formula: FormulaEntry): FormulaEntry {
  const { name, ...given } = formula;
  if (!Object.hasOwn(formulaSchemas, name)) return formula;
  const read = z.safeParse(formulaSchemas[name as keyof typeof formulaSchemas], given);
  return read.success ? { name, ...(read.data as object) } : { name, refused: true };
}
