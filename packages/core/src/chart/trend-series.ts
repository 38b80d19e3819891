import type { IndicatorTexts } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import { type Period } from '../model/period.ts';
import { comparePeriods } from '../model/period-relations.ts';
import { previousPeriod } from '../model/previous-period.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Text } from '../model/text.ts';
import type { MeasuredFigure } from './combined.ts';
import { byValue } from './order.ts';
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
      ...(measure.previous ? [measure.previous] : []),
      { period: measure.period, quantity: measure.quantity },
    ]);
    return [seriesFrom(indicator, last.texts.label, last.texts.unit, points)];
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
      last.texts.unit,
      figures.flatMap(({ measure, texts }) => partPoints(measure, texts, id, compare)),
    ),
  );
}

function partPoints(measure: Measure, { kind }: IndicatorTexts, id: string, compare?: Period): readonly TrendPoint[] {
  const part = measure.parts?.find((each) => each.id === id);
  const before = compare ?? previousPeriod(measure.period, kind);
  return [
    ...(part?.previous ? [{ period: before, quantity: part.previous }] : []),
    { period: measure.period, quantity: part?.quantity ?? null },
  ];
}

/** One point a period, in order; a known value before an unknown one. */
function seriesFrom(id: string, label: Text, unit: string, points: readonly TrendPoint[]): TrendSeries {
  const found = new Map<Period, Quantity | null>();
  for (const { period, quantity } of points) found.set(period, quantity ?? found.get(period) ?? null);
  const sorted = [...found].sort(([a], [b]) => comparePeriods(a, b));
  return {
    id,
    label,
    unit: sorted.find(([, quantity]) => quantity)?.[1]?.unit ?? unit,
    points: sorted.map(([period, quantity]) => ({ period, quantity })),
  };
}
