import type { Flag } from './observation.ts';
import type { Period } from './period.ts';
import type { Change, Quantity } from './quantity.ts';
import type { SourceRef } from './source-ref.ts';
import type { Text } from './text.ts';

/** Fewer things than these are counted: a percent of them would say more than is known, and is neither printed nor compared. */
export const FEWEST_OF = 30;

/**
 * Origin of a value: printed by the publisher; computed from records that are complete; both, independently; or counted
 * on an incomplete list, which says no more than "at least so many are listed".
 */
export type Basis = 'published' | 'computed' | 'both' | 'listed';

/** A published and a recomputed value side by side. The published one is shown first, whatever they say of each other. */
export interface Agreement {
  readonly agrees: boolean;
  readonly published: Quantity;
  readonly computed: Quantity;
}

/** One part of a measure split by a dimension. `share` is there only for exclusive dimensions. */
export interface MeasurePart {
  readonly id: string;
  readonly label: Text;
  readonly quantity: Quantity | null;
  readonly share?: Quantity;
  /** Rank given by the data (the order of the collèges): decides shape and colour, never size. */
  readonly order?: number;
  readonly previous?: Quantity;
  /** Present where nobody publishes the previous value. */
  readonly previousBasis?: 'computed';
  /** What the publisher says of it. */
  readonly flags?: readonly Flag[];
  /** Ids of the checks whose open findings put it in doubt, as those of {@link Measure}. */
  readonly checks?: readonly string[];
}

/** The value of the period compared with. `basis` is there where nobody publishes it. */
export interface PreviousValue {
  readonly period: Period;
  readonly quantity: Quantity;
  readonly basis?: 'computed';
}

/** A field of a record, as a finding names it: `by.gender` of a tally, `population` of a territory. */
export interface FieldRef {
  readonly collection: 'tallies' | 'territories' | 'votes';
  readonly id: string;
  readonly field: string;
}

/** Published value that a later document corrects. */
export interface Corrected {
  readonly quantity: Quantity;
  readonly source: SourceRef;
}

/**
 * A term of a calculation: a value and its name. The quantity that the formula itself calculated with, so that a reader can do
 * the arithmetic again.
 */
export interface Operand {
  readonly label: Text;
  readonly quantity: Quantity;
  /** Indicator that it is the value of; absent for numbers of a record (the votes for). */
  readonly indicator?: string;
  /** Pairs that it is kept to beyond those of the measure: `result=selected`. */
  readonly where?: string;
  /** Present where it is not that of the measure: the eve of a year. */
  readonly period?: Period;
  /** Whether it is subtracted, in a `sum`. */
  readonly minus?: boolean;
}

/**
 * The arithmetic that gave a computed value, by the form of its formula: `ratio` a / b, `rest` 1 − a / b, `growth`
 * (a − b) / b, each of two operands in this order; `sum` of any number of operands, some of which are subtracted.
 */
export interface Calculation {
  readonly form: 'ratio' | 'rest' | 'growth' | 'sum';
  readonly operands: readonly Operand[];
}

/**
 * The value of an indicator for a period, with everything needed to trust it or to doubt it.
 * @since 0.2.0
 */
export interface Measure {
  readonly indicator: string;
  readonly period: Period;
  readonly territory?: string;
  readonly by?: string;
  readonly where?: string;
  /** Last day that it covers, for a period that was not over, `YYYY-MM-DD`. */
  readonly until?: string;
  /** Day that the value is of, where it is not of the period: inhabitants are those of the last census. */
  readonly asOf?: Period;
  /** Null when unknown: never 0. */
  readonly quantity: Quantity | null;
  readonly parts?: readonly MeasurePart[];
  readonly previous?: PreviousValue;
  readonly change?: Change;
  readonly basis: Basis;
  readonly agreement?: Agreement;
  /** Ids of the observations that publish it. */
  readonly observations?: readonly string[];
  /** What the publisher says of the published value. */
  readonly flags?: readonly Flag[];
  /** Printed words of the document, where the published value is a reading of them: `Six`, `une centaine`. */
  readonly printed?: string;
  /** Share that it must reach, from 0 to 1: the majority that a vote asks for, with the words of its document (`4/5ème`). */
  readonly threshold?: { readonly value: number; readonly printed?: string };
  /** Values that earlier documents print, where the one that publishes it says that it corrects them. */
  readonly corrects?: readonly Corrected[];
  /** Ids of the observations that the computed value was calculated from: it confirms none of them. */
  readonly derivedFrom?: readonly string[];
  /** Fields of records that hold the published numbers which the computed value was calculated from. */
  readonly fields?: readonly FieldRef[];
  /** How the computed value was calculated, where that is arithmetic on a few values; absent for counts and lower bounds. */
  readonly calculation?: Calculation;
  /** Number of things that it is about, where that is known. */
  readonly population: number | null;
  /** Number of these that lack the data which the measure needs (a collège, a commune). */
  readonly missing: number | null;
  readonly sources: readonly SourceRef[];
  readonly notes: readonly Text[];
  /** The measures that it stands for, where several stand together and it has no value of its own. Never written by a build. */
  readonly combines?: readonly Measure[];
  /** Doubts on the values shown with it: some of them are computed, a part of it is in doubt. */
  readonly added?: readonly Doubt[];
  /**
   * Ids of the checks whose open findings put it in doubt. A build that has run them writes it; of what is measured in a page,
   * where none has run, nothing is known.
   */
  readonly checks?: readonly string[];
  /** Section of the report document where it stands (`I.1.a`): commands add it where the data set has such a document. */
  readonly chapter?: string;
}

/** Remark beside the origin of a value: a doubt, or that some of the values shown with it are computed. */
export type Doubt = 'computed' | 'approx' | 'partial' | 'check' | Flag;

/** Origin and doubt of a measure, as shown on its badge. */
export interface Badges {
  readonly origin: 'published' | 'computed' | 'recomputed' | 'listed';
  readonly doubts: readonly Doubt[];
}

/** Returns the badges of a measure: the one place that decides them. */
export function badgesOf({ quantity: q, agreement, basis, added, checks, flags = [] }: Measure): Badges {
  const disagrees = agreement?.agrees === false;
  const doubts = new Set<Doubt>([...(added ?? []), ...flags]);
  if (q && (q.approx || q.op !== '=')) doubts.add('approx');
  if (q?.partial !== undefined || basis === 'listed') doubts.add('partial');
  if (disagrees || checks) doubts.add('check');
  return { origin: basis === 'both' ? (disagrees ? 'published' : 'recomputed') : basis, doubts: [...doubts] };
}

/** Returns sources without those that read the same: one page may publish many figures. */
export function uniqueSources(sources: readonly SourceRef[]): readonly SourceRef[] {
  const places = new Map(sources.map((s) => [`${s.document}/${s.section ?? ''}/${s.page ?? ''}`, s]));
  return [...places.values()];
}
