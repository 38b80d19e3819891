export { indicatorIdsOf, indicatorOf, indicatorsOf, type OwnFormula, type OwnIndicator } from './catalogue.ts';
export { checkCatalogue } from './catalogue-problems.ts';
export { type ContextRow, contextOf } from './context.ts';
export {
  type Computed,
  defineIndicator,
  type Indicator,
  type IndicatorContext,
  type IndicatorRequest,
  textsOf,
} from './indicator.ts';
export { labelPart } from './labels.ts';
export { memoizeByObject } from './memoize.ts';
export { type ComparedRequest, findMeasure, type MeasureRequest, undivided, writtenFigure } from './precomputed.ts';
export { precomputedVariant } from './precomputed-variants.ts';
export { partNames, type Subject, subjectOf } from './subject.ts';
export { ancestorOf, countByTerritory, liesIn } from './territory.ts';
export { undeclaredReads } from './undeclared-reads.ts';
