/**
 * Reading what a build has written: the measures of a document and the names of their parts. Apart from the
 * arithmetic, so that a page whose measures are written loads none of it.
 */
import {
  type Dataset,
  type IndicatorTexts,
  type Measure,
  type MeasuresDocument,
  normalWhere,
  parseWhere,
  recordName,
  type Text,
} from '../model/index.ts';

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
 * Returns the names of the parts that an indicator is kept to by a `where`: those that the document gives them where it
 * splits that indicator. A pair that it does not know has no name.
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

/** A pair that a figure is kept to, and its name; undefined where the data do not name it. */
interface KeptName {
  readonly id: string;
  readonly name: Text | undefined;
}

/**
 * Returns what a figure is kept to by its pairs: the names that a build has written, else those of the records that it was
 * computed with. Tiles, charts, tables, stills, their files and the source card name a part with this alone.
 */
export const keptNames = (
  { measures, collections }: Pick<Dataset, 'measures' | 'collections'>,
  { indicator, where }: { readonly indicator: string; readonly where?: string | undefined },
): readonly KeptName[] =>
  Object.entries(parseWhere(where)).map(([by, id]) => ({
    id,
    name: partNames(measures, indicator, `${by}=${id}`)[0] ?? nameOfId(collections, by, id),
  }));

/** Returns the name of a value from its record, for indicators whose parts no build has written. */
function nameOfId(collections: Dataset['collections'], by: string, id: string): Text | undefined {
  const lists: readonly (readonly { readonly id: string; readonly dimension?: string }[] | undefined)[] =
    Object.values(collections);
  for (const list of lists) {
    const record = list?.find((each) => each.id === id && (each.dimension ?? by) === by);
    if (record) return recordName(record);
  }
  return undefined;
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
