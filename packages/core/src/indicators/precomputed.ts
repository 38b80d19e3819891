/**
 * Reading what a build has written: the measures of a document and the names of their parts. Apart from the
 * arithmetic, so that a page whose measures are written loads none of it.
 */
import { type IndicatorTexts, type Measure, type MeasuresDocument, normalWhere } from '../model/index.ts';

/** A measure that may have been written: the whole data set and the latest period unless it says otherwise. */
export interface MeasureRequest {
  readonly indicator: string;
  readonly period?: string;
  readonly by?: string;
  readonly where?: string;
  readonly territory?: string;
}

/**
 * Returns the measure of a document that answers a request, or undefined when it was not written for it.
 * @since 0.1.0
 */
export function findMeasure(document: MeasuresDocument, asked: MeasureRequest): Measure | undefined {
  const where = normalWhere(asked.where);
  const found = document.measures.filter(
    (m) =>
      m.indicator === asked.indicator &&
      m.by === asked.by &&
      (!asked.period || m.period === asked.period) &&
      (m.territory ?? '') === (asked.territory ?? '') &&
      normalWhere(m.where) === where,
  );
  return found[found.length - 1];
}

/** A request for a measure, with what it is compared with. */
export interface ComparedRequest extends MeasureRequest {
  /** A period, `previous` or `none`; the period before by default. */
  readonly compare?: string;
  /** Whether filters that the indicator does not know are ignored, because several figures share one request. */
  readonly ignoresUnknownFilters?: boolean;
}

/** Returns the measure without a value of what the build knows by parts alone; undefined for other requests. */
function noWhole({ measures }: MeasuresDocument, asked: ComparedRequest): Measure | undefined {
  if (asked.by || asked.where || asked.territory) return undefined;
  const split = measures.findLast(
    ({ indicator, period, where, territory }) =>
      indicator === asked.indicator && !where && !territory && (!asked.period || period === asked.period),
  );
  if (!split) return undefined;
  const { indicator, period } = split;
  const nothing = { quantity: null, population: null, missing: null, sources: [], notes: [] };
  return { indicator, period, basis: 'listed', ...nothing };
}

/** Returns the measure of a document with the texts of its indicator; null when it was not written for the request. */
export function writtenFigure(
  document: MeasuresDocument | undefined,
  asked: ComparedRequest,
): { readonly measure: Measure; readonly texts: IndicatorTexts } | null {
  const texts = document?.indicators[asked.indicator];
  const written = document && findMeasure(document, asked);
  const measure = written ?? (document && texts?.whole === false ? noWhole(document, asked) : undefined);
  const isCompared = !asked.compare || ['previous', measure?.previous?.period].includes(asked.compare);
  return measure && texts && isCompared ? { measure, texts } : null;
}

/**
 * Returns the dimension of a single indicator that the build wrote only split, as followers of several channels have no total;
 * undefined for other indicators.
 */
export function undivided(document: MeasuresDocument | undefined, ids: readonly string[]): string | undefined {
  // A measure with a filter, which a report may have, says nothing about the whole.
  const isOwn = ({ indicator, where, territory }: Measure): boolean =>
    ids.length === 1 && indicator === ids[0] && !where && !territory;
  const own = document?.measures.filter(isOwn) ?? [];
  return own.some(({ by }) => by === undefined) ? undefined : own[0]?.by;
}
