import type { MeasuresDocument } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { push } from './shared/text.ts';

/**
 * Measures with the checks whose findings put them in doubt: those that rest on a published figure whose amount a finding is
 * about. How something is written, and what is only worth knowing, puts no value in doubt.
 */
export function withDoubts(document: MeasuresDocument, findings: readonly Finding[]): MeasuresDocument {
  const doubted = new Map<string, string[]>();
  for (const { severity, rule, where } of findings) {
    const isAmount = where.collection === 'observations' && where.field === 'quantity';
    if (severity !== 'info' && isAmount && where.id !== undefined) push(doubted, where.id, rule);
  }
  return {
    ...document,
    measures: document.measures.map((measure) => {
      const { observations = [], derivedFrom = [] } = measure;
      const checks = [...new Set([...observations, ...derivedFrom].flatMap((id) => doubted.get(id) ?? []))];
      return checks.length ? { ...measure, checks } : measure;
    }),
  };
}
