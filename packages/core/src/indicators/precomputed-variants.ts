/** Measures that a build has written, for a request in other words than its own. No indicator's code is needed for them. */
import { type Measure, type MeasuresDocument, parsePeriod } from '../model/index.ts';
import { findMeasure } from './precomputed.ts';

type Asked = Parameters<typeof findMeasure>[1] & { readonly compare?: string };

/**
 * Returns a written measure of the same days, compared with nothing, or with the period that it is compared with
 * anyway; undefined where that has to be computed.
 */
export function precomputedVariant(document: MeasuresDocument, asked: Asked): Measure | undefined {
  const { indicator, period = '', compare } = asked;
  const same = document.measures.find((each) => each.indicator === indicator && isSamePeriod(each.period, period));
  const measure = findMeasure(document, { ...asked, ...(same ? { period: same.period } : {}) });
  return measure && comparedTo(measure, compare);
}

/** @param compare `previous`, `none` or a period, as an author writes it */
function comparedTo(measure: Measure, compare = 'previous'): Measure | undefined {
  if (compare === 'none') {
    const { previous: _value, change: _change, parts, ...alone } = measure;
    return parts ? { ...alone, parts: parts.map(withoutPrevious) } : alone;
  }
  // The year before may have no value: then there is nothing to compare with, and nothing to compute.
  const isYearBefore = Number(compare) === Number(measure.period) - 1;
  const isBefore = isYearBefore || isSamePeriod(compare, measure.previous?.period ?? '');
  return compare === 'previous' || isBefore ? measure : undefined;
}

const withoutPrevious = ({ previous: _value, previousBasis: _basis, ...part }: NonNullable<Measure['parts']>[number]) =>
  part;

/** Whether two texts are periods of the same days, however they are written. */
function isSamePeriod(a: string, b: string): boolean {
  const [x, y] = [parsePeriod(a), parsePeriod(b)];
  return x !== null && x.first === y?.first && x.last === y.last;
}
