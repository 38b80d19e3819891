/** What a trend is drawn with. Loaded while its data are on their way. */
import { combined, type MeasuredFigure, seriesOf, trendPanels } from '@ess-widgets/core/chart';
import { symbolStyles } from '../internal/symbols.ts';
import type { Localized } from '../messages/messages.ts';
import { narrowStyles } from './narrow.styles.ts';
import { trendStyles } from './trend.styles.ts';
import type { Trend } from './words.ts';

export { chartView, notes, startOf, tickText } from './chart-view.ts';
export { onlyNote, subtitleOf, titleOf, unitOf } from './words.ts';

export const styles = [symbolStyles, trendStyles, ...narrowStyles];

/**
 * The lines of some figures; null where there is none.
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
  return { figures, figure, series, panels: trendPanels(series, { lang: m.lang }) };
}
