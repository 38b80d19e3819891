import {
  type Basis,
  comparePeriods,
  type IndicatorTexts,
  type Measure,
  type Period,
  previousPeriod,
  type Quantity,
  type Text,
} from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';
import { byValue } from '../order.ts';
import type { TrendPoint, TrendSeries } from './trend.ts';

/**
 * Measures of one indicator as lines: one, or one for each part where they are split. A measure says its own value and that
 * of the period it compares with, which stands where nothing else is known of that period.
 * @param figures of one indicator, the latest last
 * @param compare period compared with, where it is not the previous one
 */
export function seriesOf(figures: readonly MeasuredFigure[], compare?: Period): readonly TrendSeries[] {
  const [last] = figures.slice(-1);
  if (!last) return [];
  const { indicator, by } = last.measure;
  if (by === undefined) {
    const points = figures.flatMap(({ measure }) => [
      ...(measure.previous
        ? [pointBefore(measure.previous.period, measure.previous.quantity, measure.previous.basis)]
        : []),
      { ...timeOf(measure), quantity: measure.quantity, basis: measure.basis },
    ]);
    return [seriesFrom(indicator, last.texts.label, last.texts, points)];
  }
  const labels = new Map<string, Text>();
  // The largest first, as they are now; then those that are no more.
  for (const { measure } of [...figures].reverse()) {
    for (const part of byValue(measure.parts ?? [])) if (!labels.has(part.id)) labels.set(part.id, part.label);
  }
  return [...labels].map(([id, label]) =>
    seriesFrom(
      id,
      label,
      last.texts,
      figures.flatMap(({ measure, texts }) => partPoints(measure, texts, id, compare)),
    ),
  );
}

function partPoints(measure: Measure, { kind }: IndicatorTexts, id: string, compare?: Period): readonly TrendPoint[] {
  const part = measure.parts?.find((each) => each.id === id);
  const before = compare ?? previousPeriod(measure.period, kind);
  return [
    ...(part?.previous ? [pointBefore(before, part.previous, part.previousBasis)] : []),
    { ...timeOf(measure), quantity: part?.quantity ?? null, basis: measure.basis },
  ];
}

const timeOf = ({ period, until }: Measure): Pick<TrendPoint, 'period' | 'until'> => ({
  period,
  ...(until === undefined ? {} : { until }),
});

/** A value that another measure compares with: published, unless it says otherwise. */
const pointBefore = (period: Period, quantity: Quantity, basis: Basis = 'published'): TrendPoint => ({
  period,
  quantity,
  basis,
});

/** One point a period, in order; a known value before an unknown one. */
function seriesFrom(
  id: string,
  label: Text,
  { unit, signed }: IndicatorTexts,
  points: readonly TrendPoint[],
): TrendSeries {
  const found = new Map<Period, TrendPoint>();
  for (const point of points) if (point.quantity || !found.has(point.period)) found.set(point.period, point);
  const sorted = [...found.values()].sort((a, b) => comparePeriods(a.period, b.period));
  const last = sorted.findLast(({ quantity }) => quantity);
  // The badge is about the last value: where others come from is said where it is not from there.
  const isMixed = last?.basis !== 'computed' && sorted.some(({ basis }) => basis === 'computed');
  const told = isMixed ? sorted : sorted.map(({ basis: _, ...point }) => point);
  return { id, label, unit: sorted.find(({ quantity }) => quantity)?.quantity?.unit ?? unit, signed, points: told };
}
