import { formatNumber, formatQuantity } from '../../format/index.ts';
import { FEWEST_OF, printedFraction } from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';
import type { NamedRatio } from '../finding.ts';
import type { TitleWords } from '../finding-words.ts';
import { countReaching } from './ratio.ts';
import type { PaintedRatio } from './svg.ts';

/** A ratio with its words. */
export interface DotsGroup extends NamedRatio, PaintedRatio {
  /** Both numbers: "6 sur 11". */
  readonly count: string;
  /** The percent; empty where there are too few for one. */
  readonly share: string;
  /** Words of the threshold: "seuil : 4/5, atteint à partir de 18"; empty for none. */
  readonly goal: string;
}

/** Returns ratios with their words. @param figures theirs, in the same order */
export const dotsInWords = (
  figures: readonly MeasuredFigure[],
  ratios: readonly NamedRatio[],
  m: TitleWords,
): readonly DotsGroup[] =>
  ratios.map(({ group, ...ratio }, at) => {
    const quantity = figures[at]?.measure.quantity;
    const share = quantity && ratio.of >= FEWEST_OF ? formatQuantity(quantity, m.lang) : '';
    const [filled = '', of = ''] = [ratio.filled, ratio.of].map((n) => formatNumber(n, m.lang, { decimals: 0 }));
    const count = m.text('dotsOf', { filled, of });
    const { threshold } = ratio;
    const goal = threshold
      ? m.text('dotsThreshold', {
          share:
            printedFraction(threshold.value, threshold.printed) ??
            formatQuantity({ value: threshold.value * 100, op: '=', unit: 'percent' }, m.lang),
          count: countReaching(threshold, ratio.of),
        })
      : '';
    return {
      ...ratio,
      ...(group && ratios.length > 1 ? { label: group } : {}),
      count,
      share,
      goal,
      value: [count, share, goal].filter(Boolean).join(', '),
    };
  });
