import { figureNames, type MeasuredFigure, type TrendPanel, type TrendSeries } from '@ess-widgets/core/charts';
import { resolveText } from '@ess-widgets/core/model';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { byWords } from '../views/breakdown-words.ts';

/** Content of a trend: the latest measure of each indicator, and their lines. */
export interface Trend {
  readonly figures: readonly MeasuredFigure[];
  /** All figures combined, for the source line. */
  readonly figure: MeasuredFigure;
  readonly series: readonly TrendSeries[];
  readonly panels: readonly TrendPanel[];
}

/** Renders the title: "Abonnés par canal", "Adhérents et nouvelles adhésions"; a general one for more indicators. */
export function trendTitle({ figures }: Trend, m: Localized): Content {
  const [first, ...others] = figures;
  if (!first || others.length) return figureNames(figures, m) ?? m.content('trendTitle');
  const dimension = first.texts.dimensions.find(({ id }) => id === first.measure.by);
  const label = domainText(first.texts.label, m);
  const [words, by] = [first.texts.label, dimension?.label].map(
    (text) => text && resolveText(text, m.lang).text.toLowerCase(),
  );
  return dimension && by && !words?.includes(by) ? byWords(label, domainText(dimension.label, m), m) : label;
}
