import { agrees, type Measure, markPartial, type Quantity, type Text } from '../model/index.ts';
import type { Computed } from './indicator.ts';
import { LISTED } from './missing-parts.ts';
import { flagsOf, type Observed } from './observed.ts';

export type Reconciled = Pick<
  Measure,
  | 'until'
  | 'asOf'
  | 'quantity'
  | 'basis'
  | 'agreement'
  | 'derivedFrom'
  | 'fields'
  | 'calculation'
  | 'observations'
  | 'printed'
  | 'threshold'
  | 'flags'
  | 'corrects'
  | 'population'
  | 'missing'
  | 'sources'
  | 'notes'
>;

/**
 * Brings a published and a computed value together. The published one is shown first; a complete computed one confirms
 * or contradicts it, unless it was derived from that very figure; an incomplete list neither confirms nor contradicts.
 */
export function reconcile(observed: Observed | null, computed: Computed | null): Reconciled {
  const common = {
    population: computed?.population ?? null,
    missing: computed?.missing ?? null,
    sources: observed?.observations.map((o) => o.source) ?? [],
    notes: computed?.notes ?? [],
    ...(computed?.threshold ? { threshold: computed.threshold } : {}),
    ...(observed
      ? {
          observations: observed.observations.map((o) => o.id),
          ...printedOf(observed),
          ...flaggedBy(observed),
          ...correctedBy(observed),
        }
      : {}),
  };
  const value = computed?.quantity ?? null;
  const derived = {
    ...(computed?.derivedFrom?.length ? { derivedFrom: computed.derivedFrom } : {}),
    ...(computed?.fields?.length ? { fields: computed.fields } : {}),
    // Of lower bounds nobody can do the arithmetic again.
    ...(computed?.asOf ? { asOf: computed.asOf } : {}),
    ...(computed?.calculation && computed.complete ? { calculation: computed.calculation } : {}),
  };
  if (!observed) {
    if (!computed || !value) return { ...common, quantity: null, basis: 'listed' };
    return computed.complete
      ? { ...common, ...derived, quantity: value, basis: computed.isPublished ? 'published' : 'computed' }
      : {
          ...common,
          ...derived,
          quantity: markPartial(value, LISTED.fr),
          basis: 'listed',
          notes: [...common.notes, LISTED],
        };
  }
  const published = observed.quantity;
  const fromItself = observed.observations.some((o) => computed?.derivedFrom?.includes(o.id));
  // A figure published in another unit is a mistake of the data, for the checks to report: nothing can be compared.
  if (!computed || !value || !computed.complete || fromItself || value.unit !== published.unit)
    return { ...common, ...(computed?.complete ? {} : withoutList(computed)), quantity: published, basis: 'published' };
  return {
    ...common,
    ...derived,
    quantity: published,
    basis: 'both',
    agreement: { agrees: agrees(value, published), published, computed: value },
  };
}

/** Returns the printed words of that very value; a sum of several has none. */
function printedOf({ quantity, observations }: Observed): Pick<Measure, 'printed'> {
  const printed = observations.find((o) => o.quantity === quantity)?.printed;
  return printed ? { printed } : {};
}

function flaggedBy({ observations }: Observed): Pick<Measure, 'flags'> {
  const flags = flagsOf(observations);
  return flags.length ? { flags } : {};
}

function correctedBy({ corrected = [] }: Observed): Pick<Measure, 'corrects'> {
  return corrected.length ? { corrects: corrected.map(({ quantity, source }) => ({ quantity, source })) } : {};
}

/** Removes the size and the gaps of an incomplete list from a published figure, because they do not concern it. */
const withoutList = (computed: Computed | null) => ({
  population: null,
  missing: null,
  ...(computed?.missing ? { notes: [] } : {}),
});

/** Note on a value of a period that was not over. */
export const RUNNING: Text = { fr: 'période en cours', br: 'n’eo ket echu ar mare', en: 'period not over yet' };

/** Returns the value of the days that have passed, which is exact: not "at least". */
export const soFar = (q: Quantity): Quantity => (q.partial === undefined ? { ...q, partial: RUNNING.fr } : q);

/** Whether a quantity was only counted on a list that is not complete. */
export const isOnlyListed = (q: Quantity | null): boolean => q?.partial?.split(' ; ').includes(LISTED.fr) === true;
