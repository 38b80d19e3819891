import { combined, type MeasuredFigure, seriesOf, type TrendPanel, trendPanels } from '@ess-widgets/core/charts';
import type { Localized } from '../texts/texts.ts';
import type { Trend } from './words.ts';

/**
 * Returns the lines of some figures; null where there is none.
 * @param figures the latest measure of each indicator
 * @param earlier theirs of the periods before
 * @param compare period compared with, where it is not the previous one
 */
export function trendOf(
  figures: readonly MeasuredFigure[],
  earlier: readonly MeasuredFigure[],
  compare: string | undefined,
  m: Localized,
): Trend | null {
  const figure = combined(figures);
  if (!figure) return null;
  const fixed = compare && compare !== 'previous' && compare !== 'none' ? compare : undefined;
  const series = figures.flatMap((latest) => {
    const own = earlier.filter(({ measure }) => measure.indicator === latest.measure.indicator);
    return seriesOf([...own, latest], fixed);
  });
  const panels = trendPanels(series, { lang: m.lang });
  const { measure } = figure;
  // The latest stands first: where all that is drawn was published is said.
  const sources = [...measure.sources, ...earlier.flatMap((each) => each.measure.sources)];
  return { figures, figure: withComputed({ ...figure, measure: { ...measure, sources } }, panels), series, panels };
}

/** Adds the badge of computed values to a published figure that is drawn together with some. */
function withComputed(figure: MeasuredFigure, panels: readonly TrendPanel[]): MeasuredFigure {
  const dots = panels.flatMap(({ lines }) => lines.flatMap((line) => line.dots));
  const isMixed = figure.measure.basis !== 'computed' && dots.some((dot) => dot?.isComputed);
  return isMixed
    ? { ...figure, measure: { ...figure.measure, added: [...(figure.measure.added ?? []), 'computed'] } }
    : figure;
}
