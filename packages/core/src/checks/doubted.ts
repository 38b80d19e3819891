import type { MeasuresDocument } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { push } from './shared/text.ts';

/**
 * Measures with the checks whose findings put them in doubt: those that rest on a published figure whose amount a finding is
 * about. How something is written, and what is only worth knowing, puts no value in doubt. Published figures of which the amount
 * or the period is in doubt are named too, for tables of figures that are no measure.
 */
export function withDoubts(document: MeasuresDocument, findings: readonly Finding[]): MeasuresDocument {
  const doubted = { quantity: new Map<string, string[]>(), period: new Map<string, string[]>() };
  for (const { severity, rule, where } of findings) {
    if (severity === 'info' || where.collection !== 'observations' || where.id === undefined) continue;
    if (where.field === 'quantity' || where.field === 'period') push(doubted[where.field], where.id, rule);
  }
  const named = [...new Set([...doubted.quantity.keys(), ...doubted.period.keys()])].sort();
  return {
    ...document,
    ...(named.length > 0 ? { doubted: named } : {}),
    measures: document.measures.map((measure) => {
      const { observations = [], derivedFrom = [] } = measure;
      const checks = [...new Set([...observations, ...derivedFrom].flatMap((id) => doubted.quantity.get(id) ?? []))];
      return checks.length ? { ...measure, checks } : measure;
    }),
  };
}
