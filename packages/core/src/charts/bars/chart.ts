import { type Figure, type Named, named, shareText, valueText, type Words } from '../figure.ts';
import { type BarMark, barMarks } from './marks.ts';

/** A bar with its words: the one bar of a category, or that of a series. */
export interface Bar extends Pick<BarMark, 'start' | 'length'> {
  readonly value: string;
  readonly share: string;
  readonly isKnown: boolean;
  /** Pattern of its series. */
  readonly rank?: number;
}

/** A category and its bars. */
export interface BarRow extends Named, Pick<BarMark, 'kind' | 'zero'> {
  readonly bars: readonly Bar[];
}

/** Bars from zero, a row each; or several bars a row, one for each period or territory. */
export interface Bars {
  readonly rows: readonly BarRow[];
  /** Names of the series; none where a row has one bar. */
  readonly series: readonly string[];
}

/** Returns the bars of the parts of a figure. */
export const barsOf = ({ measure, dimension }: Pick<Figure, 'measure' | 'dimension'>): readonly BarMark[] =>
  barMarks(measure, { exclusive: dimension.exclusive });

/** Returns the bars with their words. */
export function barsInWords(figure: Figure, m: Words): Bars {
  const { groups } = figure;
  const all = groups?.marks ?? barsOf(figure).map((mark) => ({ ...mark, bars: [mark] }));
  const rows = all.map((mark) => {
    const unknown = m.text(mark.kind === 'others' ? 'groupDetail' : 'unknown');
    const bars: readonly (Pick<BarMark, 'quantity' | 'share' | 'start' | 'length'> & Pick<Bar, 'rank'>)[] = mark.bars;
    return {
      ...named(mark, figure, m),
      ...{ kind: mark.kind, zero: mark.zero },
      bars: bars.map(({ quantity, start, length, rank, share }) => ({
        value: quantity ? valueText(quantity, figure, m) : unknown,
        share: share ? shareText(share, m) : '',
        isKnown: quantity !== null,
        ...{ start, length },
        ...(rank ? { rank } : {}),
      })),
    };
  });
  return { rows, series: (groups?.series ?? []).map(({ label }) => label) };
}
