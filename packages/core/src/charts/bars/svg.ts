import type { ColourOf, RowsInWords } from '../figure.ts';
import { shapePaths } from '../shapes.ts';
import { patterns, swatch } from '../stack/svg.ts';
import { type Draw, drawShape, type Pen, px, tag } from '../svg.ts';
import type { BarRow, Bars } from './chart.ts';
import type { BarMark } from './marks.ts';

export const svg = ({ rows }: Bars, colourOf: ColourOf): Draw =>
  drawBars(rows.flatMap((row) => row.bars.map((bar) => ({ ...bar, ...looksOf(row, colourOf) }))));

/** Returns what a file shows of a category besides its bars. */
export const looksOf = (
  { label, kind, tone, zero, unit }: BarRow,
  colourOf: ColourOf,
): Omit<PaintedBar, 'start' | 'length' | 'value'> & { readonly shape: string } => ({
  ...{ label, zero },
  ...(unit ? { unit } : {}),
  colour: colourOf(tone ? tone.cssVar : kind === 'category' ? 'accent' : 'ink-2'),
  shape: tone ? shapePaths[tone.shape] : '',
});

export const words = ({ rows, series }: Bars): RowsInWords =>
  rows.map(({ label, bars }) => [label, ...bars.flatMap(({ value, share }, at) => [series[at] ?? '', value, share])]);

/** A bar with its words and its looks. */
export interface PaintedBar extends Pick<BarMark, 'start' | 'length' | 'zero'> {
  readonly label: string;
  readonly value: string;
  readonly share?: string;
  readonly colour: string;
  /** Outline of the shape of a category, on a grid of 16. */
  readonly shape?: string;
  /** Pattern instead of the colour, as that of a {@link swatch}. */
  readonly rank?: number;
  /** Name of what is counted from this row on, where the rows are of several units. */
  readonly unit?: string;
  /** Whether it is a large number without a bar, above or below the axis of the others. */
  readonly isNumber?: boolean;
}

const BAR = 20;
const ROW = 28;
const LINE = 18;
const GAP = 16;
const SHAPE = 22;
const NUMBER = 22;

/** Draws bars from zero, a row each: label, bar, value and share. */
export function drawBars(bars: readonly PaintedBar[]): Draw {
  return (pen) => {
    const shaped = bars.some(({ shape }) => shape) ? SHAPE : 0;
    const widest = Math.max(0, ...bars.map(({ label }) => pen.measure(label, 15, false)));
    const label = Math.min(widest + shaped, pen.width * 0.42);
    const room = Math.max(0, ...bars.map((bar) => amountWidth(bar, pen)));
    // A number is never cut, so the bar gives way.
    const axis = Math.max(0, pen.width - label - GAP - room - 8);
    const parts: string[] = [];
    let top = 0;
    const ends: number[] = [];
    for (const bar of bars) {
      if (bar.unit) {
        parts.push(pen.text(0, top + LINE, bar.unit, { bold: true }));
        top += ROW;
      }
      const lines = pen.wrap(bar.label, label - shaped);
      const height = Math.max(bar.isNumber ? ROW + 8 : ROW, lines.length * LINE + 8);
      parts.push(row(bar, { lines, top, height, label, shaped, axis }, pen));
      if (!bar.isNumber) ends.push(top, top + height);
      top += height;
    }
    const zero = label + GAP + axis * (bars[0]?.zero ?? 0);
    const [from = 0, to = 0] = [ends[0], ends.at(-1)];
    const line = tag('path', { d: `M${px(zero)} ${px(from)}v${px(to - from)}`, stroke: pen.palette['line-strong'] });
    const defs = bars.some(({ rank }) => rank) ? { defs: patterns(pen.palette) } : {};
    return { markup: line + parts.join(''), height: top, ...defs };
  };
}

interface Place {
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
  readonly label: number;
  readonly shaped: number;
  readonly axis: number;
}

const amountWidth = ({ value, share, isNumber }: PaintedBar, { measure }: Pen): number =>
  measure(value, isNumber ? NUMBER : 15, true) + (share ? 8 + measure(share, 15, false) : 0);

function row(bar: PaintedBar, { lines, top, height, label, shaped, axis }: Place, pen: Pen): string {
  const middle = top + height / 2;
  const first = middle - ((lines.length - 1) * LINE) / 2 + 5;
  const shape = bar.shape ? drawShape(8, middle, 16, bar.shape, bar) : '';
  const words = lines.map((line, at) => pen.text(shaped, first + at * LINE, line)).join('');
  const start = label + GAP + axis * bar.start;
  const length = bar.length > 0 ? Math.max(2, axis * bar.length) : 0;
  const place = { x: start, y: middle - BAR / 2, width: length, height: BAR };
  const mark = !length
    ? ''
    : bar.rank
      ? swatch(place.x, place.y, length, BAR, bar.rank, false, pen.palette)
      : tag('rect', { ...place, fill: bar.colour });
  const at = start + length + 8;
  const value = pen.text(at, middle + (bar.isNumber ? 8 : 5), bar.value, {
    bold: true,
    ...(bar.isNumber ? { size: NUMBER } : {}),
  });
  const share = bar.share
    ? pen.text(at + pen.measure(bar.value, 15, true) + 8, middle + 5, bar.share, { fill: pen.palette['ink-2'] })
    : '';
  return shape + words + mark + value + share;
}
