import type { MeasuresDocument } from '../model/dataset.ts';
import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Measure } from '../model/measure.ts';
import { push } from './shared/text.ts';

/**
 * Measures with the checks whose findings put them in doubt: those that rest on a published figure whose amount a finding is
 * about, be it an observation or a field of a record, through all that was computed in between. How something is written, and
 * what is only worth knowing, puts no value in doubt. Published figures of which the amount or the period is in doubt are named
 * too, for tables of figures that are no measure.
 */
export function withDoubts(document: MeasuresDocument, findings: readonly Finding[]): MeasuresDocument {
  const rules = new Map<string, string[]>();
  const named = new Set<string>();
  for (const { severity, rule, where } of findings) {
    if (severity === 'info' || where.id === undefined) continue;
    push(rules, nameOf(where), rule);
    const isFigure = where.collection === 'observations' && (where.field === 'quantity' || where.field === 'period');
    if (isFigure) named.add(where.id);
  }
  return {
    ...document,
    ...(named.size > 0 ? { doubted: [...named].sort() } : {}),
    measures: document.measures.map((measure) => {
      const checks = [...new Set(restsOn(measure).flatMap((place) => rules.get(nameOf(place)) ?? []))];
      return checks.length ? { ...measure, checks } : measure;
    }),
  };
}

/** The published numbers that a value rests on. */
function restsOn({ observations = [], derivedFrom = [], fields = [] }: Measure): readonly FindingPlace[] {
  const figures = [...observations, ...derivedFrom].map((id) => ({
    collection: 'observations',
    id,
    field: 'quantity',
  }));
  return [...figures, ...fields];
}

const nameOf = ({ collection, id, field }: FindingPlace): string => JSON.stringify([collection, id, field]);
