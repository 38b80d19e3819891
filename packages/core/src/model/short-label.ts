import type { IndicatorTexts } from './dataset.ts';
import { normalWhere } from './pairs.ts';
import type { Text } from './text.ts';

/** Greatest number of characters of a short label: a tile of a phone shows it on two lines at most. */
export const SHORT_LABEL_LENGTH = 28;

/** Figure to name: what an indicator is kept to, and where. */
export interface LabelledFigure {
  /** Pairs, as in the `where` attribute: `body=bureau`. */
  readonly where?: string | undefined;
  readonly territory?: string | undefined;
}

/**
 * Returns the short label of a figure: that of the whole, or that of exactly the pairs which the figure is kept to, since
 * a label of the whole would name something else. A label of the pairs and the territory comes before one of the pairs
 * alone, beside which a tile names the territory. Undefined where the catalogue has none.
 */
export function shortLabel(
  { short, shorts }: Pick<IndicatorTexts, 'short' | 'shorts'>,
  { where = '', territory }: LabelledFigure,
): Text | undefined {
  const labelOf = (kept: string): Text | undefined => {
    const pairs = normalWhere(kept);
    return pairs ? shorts?.find((each) => normalWhere(each.where) === pairs)?.short : short;
  };
  return (territory && labelOf(`${where} territory=${territory}`)) || labelOf(where);
}

/** Whether a label fits on a tile: it is short, and it is one name. */
export const fitsTile = (label: string): boolean => [...label].length <= SHORT_LABEL_LENGTH && !label.includes(',');
