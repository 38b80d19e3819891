import { type Finding, type FindingPlace, type Measure, type MeasuresDocument, push } from '../model/index.ts';

/**
 * Measures with the checks whose findings put them in doubt: those that rest on a published figure whose amount a finding is
 * about, be it an observation or a field of a record, through all that was computed in between. How something is written, and
 * what is only worth knowing, puts no value in doubt. A part of a split is in doubt where it is so as a figure of its own.
 * Published figures of which the amount or the period is in doubt are named too, for tables of figures that are no measure.
 * @since 0.2.0
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
  const measures = document.measures.map((measure) => {
    const checks = [...new Set(restsOn(measure).flatMap((place) => rules.get(nameOf(place)) ?? []))];
    return checks.length ? { ...measure, checks } : measure;
  });
  const alone = new Map(measures.flatMap((measure) => (measure.by ? [] : [[figureOf(measure), measure.checks]])));
  return {
    ...document,
    ...(named.size > 0 ? { doubted: [...named].sort() } : {}),
    measures: measures.map((measure) => withDoubtedParts(measure, (figure) => alone.get(figure))),
  };
}

const figureOf = ({ indicator, period, territory = '', where = '' }: Measure): string =>
  JSON.stringify([indicator, period, territory, where]);

/** @param checksOf the checks that put a figure in doubt, by {@link figureOf} */
function withDoubtedParts(measure: Measure, checksOf: (figure: string) => readonly string[] | undefined): Measure {
  const { by, parts, where } = measure;
  if (!by || !parts) return measure;
  const checked = parts.map((part) => {
    const checks = checksOf(figureOf({ ...measure, where: [where, `${by}=${part.id}`].filter(Boolean).join(' ') }));
    return checks ? { ...part, checks } : part;
  });
  return checked.some(({ checks }) => checks) ? { ...measure, parts: checked, added: ['check'] } : measure;
}

/** Returns the published numbers that a value rests on. */
function restsOn({ observations = [], derivedFrom = [], fields = [] }: Measure): readonly FindingPlace[] {
  const figures = [...observations, ...derivedFrom].map((id) => ({
    collection: 'observations',
    id,
    field: 'quantity',
  }));
  return [...figures, ...fields];
}

const nameOf = ({ collection, id, field }: FindingPlace): string => JSON.stringify([collection, id, field]);
