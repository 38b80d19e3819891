import {
  type Dataset,
  type IndicatorTexts,
  type Measure,
  parseWhere,
  pointOf,
  type Quantity,
  type Text,
} from '../model/index.ts';
import { findMeasure } from './precomputed.ts';

/**
 * Something that a number is seen beside: its value in the period before (`before`), the whole that it is a part of (`whole`;
 * `territory` where that is of all of the data and the number of one territory), its share in the country (`country`), itself for
 * 10,000 inhabitants of its territory (`inhabitants`).
 */
export type ContextRow =
  | { readonly kind: 'before'; readonly quantity: Quantity; readonly measure: Measure }
  | { readonly kind: 'whole'; readonly quantity: Quantity; readonly measure: Measure; readonly territory?: string }
  | { readonly kind: 'country'; readonly quantity: Quantity; readonly measure: Measure; readonly label: Text }
  | { readonly kind: 'inhabitants'; readonly quantity: Quantity };

/** A figure, and the data that it is seen beside. */
interface Seen {
  readonly measure: Measure & { readonly quantity: Quantity };
  readonly texts: IndicatorTexts;
  readonly dataset: Pick<Dataset, 'measures' | 'collections'>;
}

/** Number of rows at most, of inhabitants that a rate is of, and the least rate that one decimal can write. */
const [MOST, PER, LEAST] = [2, 10_000, 0.05];

/**
 * Returns what a number is seen beside, the most telling first, at most two rows. Each is a figure that a build has written, or
 * arithmetic on the number and the inhabitants of its territory: what is not known has no row.
 */
export function contextOf(
  { measure, texts }: { readonly measure: Measure; readonly texts: IndicatorTexts },
  dataset: Seen['dataset'],
): readonly ContextRow[] {
  const { quantity } = measure;
  if (!quantity) return [];
  const seen: Seen = { measure: { ...measure, quantity }, texts, dataset };
  return [beforeOf, wholeOf, countryOf, perInhabitants].flatMap((row) => row(seen) ?? []).slice(0, MOST);
}

function beforeOf({ measure: { previous, change: _, ...measure } }: Seen): ContextRow | null {
  return previous ? { kind: 'before', quantity: previous.quantity, measure: { ...measure, ...previous } } : null;
}

/** Returns the whole of a part: without a pair of an exclusive dimension, else without the territory. Rates are no parts. */
function wholeOf({ measure, texts, dataset }: Seen): ContextRow | null {
  const { indicator, period, where, territory } = measure;
  if (!isCount({ measure, texts })) return null;
  const pairs = Object.entries(parseWhere(where));
  const part = pairs.findLast(([key]) => texts.dimensions.some(({ id, exclusive }) => id === key && exclusive));
  if (!part && territory === undefined) return null;
  const others = pairs.flatMap((pair) => (pair === part ? [] : pair.join('=')));
  const whole = writtenIn(dataset, {
    indicator,
    period,
    ...(others.length ? { where: others.join(' ') } : {}),
    ...(part && territory !== undefined ? { territory } : {}),
  });
  const isLarger =
    whole?.quantity.unit === measure.quantity.unit && pointOf(whole.quantity) > pointOf(measure.quantity);
  if (!whole || !isLarger || whole.basis === 'listed') return null;
  return { kind: 'whole', quantity: whole.quantity, measure: whole, ...(part || !territory ? {} : { territory }) };
}

/** Returns the share in the country that is published of it: nobody adds up a country here. */
function countryOf({ measure, texts, dataset }: Seen): ContextRow | null {
  const { countryShare: indicator } = texts;
  const { period, where, territory } = measure;
  const share = indicator === undefined ? null : writtenIn(dataset, { indicator, period, where, territory });
  const label = indicator === undefined ? undefined : dataset.measures?.indicators[indicator]?.label;
  return share && label ? { kind: 'country', quantity: share.quantity, measure: share, label } : null;
}

/** Returns a count for 10,000 inhabitants of its territory, where a document states these. */
function perInhabitants({ measure, texts, dataset }: Seen): ContextRow | null {
  const { territory, quantity, basis } = measure;
  if (territory === undefined || basis === 'listed' || !isCount({ measure, texts })) return null;
  const { population } = dataset.collections.territories?.find(({ id }) => id === territory) ?? {};
  if (!population || population.value <= 0) return null;
  const { value, min, max } = quantity;
  const rate = (count?: number): number | undefined => count && (count * PER) / population.value;
  // Each number of a quantity on its own: a tile that only shows loads none of the arithmetic of quantities.
  const per: Quantity = { ...quantity, unit: 'number', value: rate(value), min: rate(min), max: rate(max) };
  return pointOf(per) >= LEAST ? { kind: 'inhabitants', quantity: per } : null;
}

/** Units of what is no thing that a territory has more of where more people live. */
const UNCOUNTED = /^(?:percent|points|ratio|number|euros|years?|months|weeks|days|hours|edition|inhabitants)$|\//;

/** Whether a figure counts things, so that it can be a part of others. */
const isCount = ({ measure, texts }: Pick<Seen, 'measure' | 'texts'>): boolean =>
  texts.kind !== 'rate' && !texts.signed && !UNCOUNTED.test(measure.quantity.unit);

function writtenIn(
  { measures }: Seen['dataset'],
  {
    where,
    territory,
    ...asked
  }: Pick<Measure, 'indicator' | 'period'> & {
    readonly where?: string | undefined;
    readonly territory?: string | undefined;
  },
): Seen['measure'] | null {
  const kept = { ...(where === undefined ? {} : { where }), ...(territory === undefined ? {} : { territory }) };
  const found = measures && findMeasure(measures, { ...asked, ...kept });
  return found?.quantity ? { ...found, quantity: found.quantity } : null;
}
