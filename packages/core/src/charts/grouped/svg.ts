import type { Bar, Bars } from '../bars/chart.ts';
import { looksOf } from '../bars/svg.ts';
import type { ColourOf } from '../figure.ts';
import { patterns, swatch } from '../stack/svg.ts';
import { type Draw, drawShape, type Pen, px, tag } from '../svg.ts';
import type { GroupBar } from './groups.ts';

export { words } from '../bars/svg.ts';

export function svg({ rows, series }: Bars, colourOf: ColourOf): Draw {
  const ranked = ({ rank = 1, ...bar }: Bar) => ({ ...bar, rank });
  const groups = rows.map((row) => ({ ...looksOf(row, colourOf), bars: row.bars.map(ranked) }));
  return drawGroups({ groups, series, zero: rows[0]?.zero ?? 0 });
}

/** A bar of a group, with its value in words. */
export interface PaintedGroupBar extends Pick<GroupBar, 'rank' | 'start' | 'length'> {
  readonly value: string;
}

/** A category with its words and its looks. */
export interface PaintedGroup {
  readonly label: string;
  readonly bars: readonly PaintedGroupBar[];
  /** Outline of the shape of a category, on a grid of 16, and its colour. */
  readonly shape?: string;
  readonly colour: string;
}

/** Input of {@link drawGroups}. */
export interface PaintedGroups {
  readonly groups: readonly PaintedGroup[];
  /** The series in words, in the order of their ranks. */
  readonly series: readonly string[];
  /** Place of zero on the axis, as a fraction of it. */
  readonly zero: number;
}

const BAR = 17;
const STEP = 20;
const LINE = 18;
const GAP = 16;
const SHAPE = 22;
const BETWEEN = 12;
const KEY = 28;

/** Draws bars from zero in groups, a group a category and a bar a series with its value, under the legend of the patterns. */
export function drawGroups({ groups, series, zero }: PaintedGroups): Draw {
  return (pen) => {
    const shaped = groups.some(({ shape }) => shape) ? SHAPE : 0;
    const widest = Math.max(0, ...groups.map(({ label }) => pen.measure(label, 15, false)));
    const label = Math.min(widest + shaped, pen.width * 0.42);
    const values = groups.flatMap(({ bars }) => bars.map(({ value }) => pen.measure(value, 15, true)));
    // A number is never cut, so the bar gives way.
    const axis = Math.max(0, pen.width - label - GAP - Math.max(0, ...values) - 8);
    const key = legend(series, pen);
    const parts: string[] = [key.markup];
    let top = key.height;
    for (const group of groups) {
      const lines = pen.wrap(group.label, label - shaped);
      const height = Math.max(group.bars.length * STEP, lines.length * LINE);
      parts.push(words(group, lines, { shaped, middle: top + height / 2 }, pen));
      const first = top + (height - group.bars.length * STEP) / 2;
      parts.push(...group.bars.map((each, at) => bar(each, { left: label + GAP, axis, top: first + at * STEP }, pen)));
      top += height + BETWEEN;
    }
    const at = px(label + GAP + axis * zero);
    const line = tag('path', {
      d: `M${at} ${px(key.height)}V${px(top - BETWEEN)}`,
      stroke: pen.palette['line-strong'],
    });
    return { markup: line + parts.join(''), height: Math.max(key.height, top - BETWEEN), defs: patterns(pen.palette) };
  };
}

/** Draws patterns with their words, side by side as far as there is room, then under each other. */
function legend(series: readonly string[], pen: Pen): { readonly markup: string; readonly height: number } {
  const parts: string[] = [];
  let [left, top] = [0, 0];
  series.forEach((name, at) => {
    const width = 32 + pen.measure(name, 15, false);
    if (left > 0 && left + width > pen.width) [left, top] = [0, top + KEY];
    parts.push(swatch(left, top, 24, 15, at + 1, false, pen.palette), pen.text(left + 32, top + 13, name));
    left += width + 24;
  });
  return { markup: parts.join(''), height: top + KEY };
}

function words(
  group: PaintedGroup,
  lines: readonly string[],
  { shaped, middle }: { readonly shaped: number; readonly middle: number },
  pen: Pen,
): string {
  const first = middle - ((lines.length - 1) * LINE) / 2 + 5;
  const shape = group.shape ? drawShape(8, middle, 16, group.shape, group) : '';
  return shape + lines.map((line, at) => pen.text(shaped, first + at * LINE, line)).join('');
}

function bar(
  { rank, start, length, value }: PaintedGroupBar,
  { left, axis, top }: { readonly left: number; readonly axis: number; readonly top: number },
  pen: Pen,
): string {
  const width = length > 0 ? Math.max(2, axis * length) : 0;
  const from = left + axis * start;
  const mark = width ? swatch(from, top, width, BAR, rank, false, pen.palette) : '';
  return mark + pen.text(from + width + 8, top + BAR / 2 + 5, value, { bold: rank === 1 });
}
