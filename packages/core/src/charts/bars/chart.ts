import { capitalised, formatQuantity, unitWord } from '../../format/index.ts';
import { type Figure, hasMixedUnits, type Named, named, shareText, valueText, type Words } from '../figure.ts';
import { PLURAL_COUNT } from '../finding-words.ts';
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
  /** Name of what is counted from this row on, where the rows are of several units, each on a scale of its own: "Personnes". */
  readonly unit?: string;
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

/** Returns the plural of a unit, as the name of a group. */
const unitName = (unit: string, lang: string): string => capitalised(unitWord(unit, PLURAL_COUNT, lang) ?? unit);

/** Returns the bars with their words. */
export function barsInWords(figure: Figure, m: Words): Bars {
  const { groups } = figure;
  const all = groups?.marks ?? barsOf(figure).map((mark) => ({ ...mark, bars: [mark] }));
  // Breton counts with the singular, which names no group.
  const isNamed = !groups && hasMixedUnits(figure) && m.lang !== 'br';
  const units = !isNamed ? [] : all.map(({ bars: [bar] }) => bar?.quantity?.unit);
  const rows = all.map((mark, at) => {
    const unknown = m.text(mark.kind === 'others' ? 'groupDetail' : 'unknown');
    const bars: readonly (Pick<BarMark, 'quantity' | 'share' | 'start' | 'length'> & Pick<Bar, 'rank'>)[] = mark.bars;
    return {
      ...named(mark, figure, m),
      ...{ kind: mark.kind, zero: mark.zero },
      ...(units[at] && units[at] !== units[at - 1] ? { unit: unitName(units[at], m.lang) } : {}),
      bars: bars.map(({ quantity, start, length, rank, share }) => ({
        // Where a group has the name of its unit, its values need none.
        value: quantity ? (isNamed ? formatQuantity(quantity, m.lang) : valueText(quantity, figure, m)) : unknown,
        share: share ? shareText(share, m) : '',
        isKnown: quantity !== null,
        ...{ start, length },
        ...(rank ? { rank } : {}),
      })),
    };
  });
  return { rows, series: (groups?.series ?? []).map(({ label }) => label) };
}
