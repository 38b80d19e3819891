/** Series that a page's author puts beside a figure: other periods, other territories. */

import { periodInWords } from '../../format/index.ts';
import { type Dataset, type Measure, parsePeriod } from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';
import type { LabelledSeries } from '../figure.ts';
import type { TitleWords } from '../finding-words.ts';
import { placeName, regionOf } from '../places.ts';

/**
 * Largest number of series beside the figure: no more patterns can be told apart in black and white, and the figure has one
 * too.
 */
const MOST = 3;

/** Period or territory of a series beside a figure. */
export type Beside = { readonly period: string } | { readonly territory: string };

/** Reads the attribute. Returns null if it asks for too many series, or for a territory that is not in the data. */
export function besideOf(text: string, { collections }: Dataset): readonly Beside[] | null {
  const words = text.split(/\s+/).filter(Boolean);
  const beside = words.map((one) => (parsePeriod(one) ? { period: one } : { territory: one }));
  const isThere = (id: string): boolean => collections.territories?.some((each) => each.id === id) ?? true;
  const isKnown = beside.every((one) => !('territory' in one) || isThere(one.territory));
  return isKnown && beside.length <= MOST ? beside : null;
}

/** Returns the series of a figure and of those beside it. @param others the measures beside it, in the order of `beside` */
export function besideSeries(
  { measure }: MeasuredFigure,
  beside: readonly Beside[],
  others: readonly MeasuredFigure[],
  dataset: Dataset,
  m: TitleWords,
): readonly LabelledSeries[] {
  const isPeriod = beside.some((one) => 'period' in one);
  const isPlace = beside.some((one) => 'territory' in one);
  const region = regionOf(dataset, m);
  // Beside the region itself, what names no territory is about more than the region.
  const isWider = [measure, ...others.map((other) => other.measure)].some(
    ({ territory }) => territory && placeName(dataset, territory, m) === region,
  );
  const whole = !region ? m.text('columnTotal') : isWider ? countryWith(dataset, m) : region;
  const place = ({ territory }: Measure): string => placeName(dataset, territory, m) ?? whole;
  // A series that is asked for twice, or is that of the figure, is drawn once.
  const all = new Map([measure, ...others.map((other) => other.measure)].map((each) => [seriesKey(each), each]));
  return [...all.values()].map((each) => ({
    period: each.period,
    label: [...(isPeriod ? [periodInWords(each.period, m.lang)] : []), ...(isPlace ? [place(each)] : [])].join(', '),
    parts: each.parts ?? [],
    measure: each,
  }));
}

/** Returns the name of the country as a whole, of which the region is a part, in the language that has words for it. */
function countryWith(dataset: Dataset, m: TitleWords): string {
  const region = regionOf(dataset, { lang: m.own('besideCountry') === null ? 'fr' : m.lang });
  // "Le Grand Est compris", "la Bretagne comprise": French has four masculine names of regions.
  return m.text(/^(Centre|Grand|Hauts|Pays)/.test(region) ? 'besideCountryMale' : 'besideCountry', { region });
}

const seriesKey = ({ period, territory }: Measure): string => `${period} ${territory}`;
