import { formatNumber, formatQuantity } from '../../format/index.ts';
import { FEWEST_OF } from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';
import type { NamedRatio } from '../finding.ts';
import type { TitleWords } from '../finding-words.ts';
import type { PaintedRatio } from './svg.ts';

/** A ratio with its words. */
export interface DotsGroup extends NamedRatio, PaintedRatio {
  /** Both numbers: "6 sur 11". */
  readonly count: string;
  /** The percent; empty where there are too few for one. */
  readonly share: string;
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
    return {
      ...ratio,
      ...(group && ratios.length > 1 ? { label: group } : {}),
      count,
      share,
      value: [count, share].filter(Boolean).join(', '),
    };
  });
