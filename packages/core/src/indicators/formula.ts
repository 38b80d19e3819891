import type { Measure } from '../model/index.ts';
import type { Computed, ComputedParts, Indicator, IndicatorContext, IndicatorDefinition } from './indicator.ts';

/** The parameters of a formula in one indicator, and the indicators that it may ask for. */
export interface Use<P> {
  readonly parameters: P;
  /** The indicator that the formula computes. */
  readonly self: Pick<IndicatorDefinition, 'id' | 'label' | 'kind' | 'unit' | 'occasions' | 'calendar' | 'dimensions'>;
  /** Returns another indicator. @throws EssError when the catalogue has none of that id */
  readonly indicator: (id: string) => Indicator;
}

/** An arithmetic of indicators with typed parameters. Pure; what records cannot tell is null. */
export interface Formula<P> {
  /** Ids of the indicators that it computes with. */
  readonly operands?: (parameters: P) => readonly string[];
  readonly value?: (context: IndicatorContext, use: Use<P>) => Computed | null;
  /** The value split by a dimension. */
  readonly parts?: (context: IndicatorContext, dimension: string, use: Use<P>) => ComputedParts | null;
  /** A stock on the eve of a year, from its value at the end of it. The context is that of the year. */
  readonly atStart?: (context: IndicatorContext, atEnd: Measure, use: Use<P>) => Computed | null;
}

/**
 * Returns the figures published for an indicator whatever their unit: a record that carries one of them does not
 * confirm it.
 */
export const inAnyUnit = <P>({ self: { id, kind, occasions } }: Use<P>) => ({
  id,
  kind,
  ...(occasions === undefined ? {} : { occasions }),
});
