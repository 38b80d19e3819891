/**
 * Reading what a build has written: the measures of a document and the texts of their indicators. Apart from the
 * arithmetic, so that a page whose measures are written loads none of it.
 */
import { type IndicatorTexts, type MeasuresDocument, parseWhere } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import { parsePeriod } from '../model/period.ts';
import type { Text } from '../model/text.ts';

/** What a reader needs to know of an indicator without its code. */
export function textsOf({ label, definition, kind, unit, dimensions }: IndicatorTexts): IndicatorTexts {
  return { label, definition, kind, unit, dimensions };
}

/** Whether a measure is of the whole data set: kept to no part and to no territory. */
export const isUnlimited = ({ where, territory }: Pick<Measure, 'where' | 'territory'>): boolean =>
  !where && !territory;

/** A measure that may have been written: the whole data set and the latest period unless it says otherwise. */
export interface MeasureRequest {
  readonly indicator: string;
  readonly period?: string;
  readonly by?: string;
  readonly where?: string;
  readonly territory?: string;
}

/** The measure of a document that answers a request, or undefined when it was not written for it. */
export function findMeasure(document: MeasuresDocument, asked: MeasureRequest): Measure | undefined {
  const where = normalWhere(asked.where);
  const found = document.measures.filter(
    (m) =>
      m.indicator === asked.indicator &&
      m.by === asked.by &&
      (m.territory ?? '') === (asked.territory ?? '') &&
      normalWhere(m.where) === where &&
      (!asked.period || isSamePeriod(m.period, asked.period)),
  );
  return found[found.length - 1];
}

/**
 * A written measure, which is compared with the period before it, as it is compared with another; undefined where that
 * has to be computed.
 * @param compare `previous`, `none` or a period, as an author writes it
 */
export function comparedTo(measure: Measure, compare = 'previous'): Measure | undefined {
  if (compare === 'none') {
    const { previous: _value, change: _change, parts, ...alone } = measure;
    return parts ? { ...alone, parts: parts.map(({ previous: _part, ...part }) => part) } : alone;
  }
  // The year before may have no value: then there is nothing to compare with, and nothing to compute.
  const isYearBefore = Number(compare) === Number(measure.period) - 1;
  const isBefore = isYearBefore || isSamePeriod(compare, measure.previous?.period ?? '');
  return compare === 'previous' || isBefore ? measure : undefined;
}

/** Whether two texts are periods of the same days, however they are written. */
function isSamePeriod(a: string, b: string): boolean {
  const [x, y] = [parsePeriod(a), parsePeriod(b)];
  return x !== null && x.first === y?.first && x.last === y.last;
}

/** Pairs in one order: what keeps to the same is the same request. */
const normalWhere = (where: string | undefined): string => (where ?? '').split(/\s+/).sort().join(' ');

/**
 * The names of the parts that an indicator is kept to by a `where`: those that the document gives them where it splits that
 * indicator. A pair that it does not know has no name.
 */
export function partNames(
  document: MeasuresDocument | undefined,
  indicator: string,
  where: string | undefined,
): readonly Text[] {
  return Object.entries(parseWhere(where)).flatMap(([by, id]) => {
    const parts = document?.measures.flatMap((m) => (m.indicator === indicator && m.by === by && m.parts) || []);
    return parts?.findLast((part) => part.id === id)?.label ?? [];
  });
}
