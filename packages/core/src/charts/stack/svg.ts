import type { RowsInWords } from '../figure.ts';
import { type Draw, moved, type Pen, px, type SvgColours, tag } from '../svg.ts';
import type { Stack, StackSegment } from './marks.ts';

export { drawStacks as svg };

export const words = ({ legend }: PaintedStacks): RowsInWords => legend.map(({ label, values }) => [label, ...values]);

/** A stack with its period in words. */
export interface PaintedStack extends Pick<Stack, 'segments'> {
  readonly period: string;
}

/** A part in the legend: its name, and its value in each stack. */
export interface LegendRow {
  readonly label: string;
  readonly values: readonly string[];
  /** Pattern, where it is not that of its place. */
  readonly rank?: number;
}

/** Input of {@link drawStacks}. */
export interface PaintedStacks {
  readonly stacks: readonly PaintedStack[];
  readonly legend: readonly LegendRow[];
  readonly write: (segment: StackSegment) => string;
  /** Whether the parts are the statuses of an attendance, of which the third has a colour of its own. */
  readonly isStatus: boolean;
}

/** Segments under this fraction of the whole have their value in the legend alone. */
const SMALL = 0.06;
const BAR = 36;
const STEP = 44;
const LINE = 26;
const COLUMN = 84;

/** Draws 100 % stacks, one a period, with patterns that hold in black and white, and their legend with all values. */
export function drawStacks({ stacks, legend, write, isStatus }: PaintedStacks): Draw {
  return (pen) => {
    const left = Math.max(0, ...stacks.map(({ period }) => pen.measure(period, 15, true))) + 16;
    const bars = stacks.map(({ period, segments }, at) => {
      const top = at * STEP;
      const words = pen.text(0, top + BAR / 2 + 5, period, { bold: true });
      return words + segments.map((each) => segment(each, { left, top, isStatus }, write(each), pen)).join('');
    });
    const key = drawLegend(legend, stacks, isStatus, pen);
    const top = stacks.length * STEP + 12;
    return {
      markup: bars.join('') + moved(0, top, key.markup),
      height: top + key.height,
      defs: patterns(pen.palette),
    };
  };
}

interface SegmentPlace {
  readonly left: number;
  readonly top: number;
  readonly isStatus: boolean;
}

function segment(
  { start, length, rank }: StackSegment,
  { left, top, isStatus }: SegmentPlace,
  value: string,
  pen: Pen,
): string {
  if (length === 0) return '';
  // Two px between segments, and none after the last.
  const axis = pen.width - left + 2;
  const [x, width] = [left + axis * start, Math.max(2, axis * length - 2)];
  const box = swatch(x, top, width, BAR, rank, isStatus, pen.palette);
  const room = pen.measure(value, 14, true) + 12;
  if (length < SMALL || room > width) return box;
  const solid = rank === 1;
  const middle = x + width / 2;
  const chip = solid
    ? ''
    : tag('rect', { x: middle - room / 2, y: top + 7, width: room, height: 22, rx: 2, fill: pen.palette.surface });
  const fill = solid ? pen.palette['on-accent'] : pen.palette.ink;
  return box + chip + pen.text(middle, top + 23, value, { size: 14, bold: true, anchor: 'middle', fill });
}

/** Draws a mark with the pattern of its rank, which tells the first four apart without colour. */
export function swatch(
  x: number,
  y: number,
  width: number,
  height: number,
  rank: number,
  isStatus: boolean,
  palette: SvgColours,
): string {
  const warns = isStatus && rank === 3;
  const fills = [palette.accent, 'url(#ess-hatch)', warns ? 'url(#ess-dots-warn)' : 'url(#ess-dots)', palette.surface];
  const strokes = [palette.accent, palette.accent, warns ? palette.warn : palette.accent, palette['line-strong']];
  const at = Math.min(rank, fills.length) - 1;
  const box = { x: x + 0.5, y: y + 0.5, width: Math.max(1, width - 1), height: height - 1, rx: 2 };
  return tag('rect', { ...box, fill: fills[at], stroke: strokes[at] });
}

function drawLegend(rows: readonly LegendRow[], stacks: readonly PaintedStack[], isStatus: boolean, pen: Pen) {
  const right = (at: number): number => pen.width - (stacks.length - 1 - at) * COLUMN;
  const small = { size: 13, fill: pen.palette['ink-2'], anchor: 'end' } as const;
  const head = stacks.map(({ period }, at) => pen.text(right(at), 14, period, small)).join('');
  const parts: string[] = [head, tag('path', { d: `M0 22h${px(pen.width)}`, stroke: pen.palette.line })];
  let top = 24;
  rows.forEach(({ label, values, rank = 0 }, at) => {
    const lines = pen.wrap(label, pen.width - 36 - stacks.length * COLUMN);
    parts.push(swatch(0, top + 6, 24, 15, rank || at + 1, isStatus, pen.palette));
    parts.push(...lines.map((line, n) => pen.text(34, top + 18 + n * 18, line)));
    parts.push(...values.map((value, n) => pen.text(right(n), top + 18, value, { bold: n === 0, anchor: 'end' })));
    top += Math.max(LINE, lines.length * 18 + 8);
  });
  return { markup: parts.join(''), height: top };
}

function pattern(id: string, size: number, ground: string, mark: string): string {
  const square = { width: size, height: size };
  const inside = tag('rect', { ...square, fill: ground }) + mark;
  return tag('pattern', { id: `ess-${id}`, ...square, patternUnits: 'userSpaceOnUse' }, inside);
}

/** Draws the patterns of {@link swatch}, as elements draw them. */
export function patterns(p: SvgColours): string {
  const lines = tag('path', { d: 'M-2 2L2 -2M0 8L8 0M6 10L10 6', stroke: p.accent, 'stroke-width': 2.6 });
  const dot = (colour: string): string => tag('circle', { cx: 3, cy: 3, r: 1.4, fill: colour });
  return (
    pattern('hatch', 8, p['accent-soft'], lines) +
    pattern('dots', 6, p['accent-soft'], dot(p.accent)) +
    pattern('dots-warn', 6, p['warn-soft'], dot(p.warn))
  );
}
