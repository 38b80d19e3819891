import type { RowsInWords } from '../figure.ts';
import { type Draw, type Pen, px, tag } from '../svg.ts';

export { drawDumbbell as svg };

export const words = ({ rows }: PaintedDumbbells): RowsInWords =>
  rows.map(({ label, value, change }) => [label, value, change]);

/** A row of two dots, with its words. */
export interface PaintedDumbbell {
  readonly label: string;
  /** Place of the value now and of the one before on the axis; undefined where it is unknown. */
  readonly now: number | undefined;
  readonly before: number | undefined;
  /** Both values. */
  readonly value: string;
  readonly change: string;
}

/** Input of {@link drawDumbbell}. */
export interface PaintedDumbbells {
  readonly rows: readonly PaintedDumbbell[];
  /** The period and the one before in words. */
  readonly periods: readonly [now: string, before: string];
  /** Place of zero on the axis, as a fraction of it. */
  readonly zero: number;
}

const ROW = 46;
const LINE = 18;
const GAP = 16;
const KEY = 30;
const DOT = 6;
/** Least room for names, and for the axis. */
const NAME = 72;
const AXIS = 60;

/** Draws a row for each part: a ring for the value before, a disc for the one now, a line between them; both values, the change. */
export function drawDumbbell({ rows, periods: [now, before], zero }: PaintedDumbbells): Draw {
  return (pen) => {
    const { line, 'ink-2': soft, 'line-strong': axisInk } = pen.palette;
    const widest = Math.max(0, ...rows.map((row) => pen.measure(row.label, 15, false)));
    const room = Math.max(
      0,
      ...rows.map(({ value, change }) => Math.max(pen.measure(value, 15, true), pen.measure(change, 14, false))),
    );
    // A number is never cut, so names and then the axis give way.
    const rest = pen.width - 2 * GAP - room - 2 * DOT;
    const label = Math.min(widest, pen.width * 0.42, Math.max(NAME, rest - AXIS));
    const axis = Math.max(0, rest - label);
    const left = label + GAP + DOT;
    const parts = [
      ring(DOT + 1, 9, pen) + pen.text(20, 14, before),
      disc(DOT + 1 + 44 + pen.measure(before, 15, false), 9, pen) +
        pen.text(64 + pen.measure(before, 15, false), 14, now),
    ];
    let top = KEY;
    for (const row of rows) {
      const lines = pen.wrap(row.label, label);
      const height = Math.max(ROW, lines.length * LINE + 8);
      const middle = top + height / 2;
      const first = middle - ((lines.length - 1) * LINE) / 2 + 5;
      const [a, b] = [row.before, row.now].map((at) => (at === undefined ? at : left + axis * at));
      parts.push(
        tag('path', { d: `M0 ${px(top)}H${px(pen.width)}`, stroke: line }),
        ...lines.map((words, at) => pen.text(0, first + at * LINE, words)),
        a !== undefined && b !== undefined
          ? tag('path', { d: `M${px(a)} ${px(middle)}H${px(b)}`, stroke: pen.palette.accent, 'stroke-width': 3 })
          : '',
        a === undefined ? '' : ring(a, middle, pen),
        b === undefined ? '' : disc(b, middle, pen),
        pen.text(left + axis + DOT + GAP, middle - 3, row.value, { bold: true }),
        pen.text(left + axis + DOT + GAP, middle + 15, row.change, { size: 14, fill: soft }),
      );
      top += height;
    }
    const zeroLine = tag('path', { d: `M${px(left + axis * zero)} ${KEY}V${px(top)}`, stroke: axisInk });
    return { markup: zeroLine + parts.join(''), height: top };
  };
}

const ring = (cx: number, cy: number, { palette }: Pen): string =>
  tag('circle', { cx: px(cx), cy: px(cy), r: DOT, fill: palette.surface, stroke: palette.accent, 'stroke-width': 2 });

const disc = (cx: number, cy: number, { palette }: Pen): string =>
  tag('circle', { cx: px(cx), cy: px(cy), r: DOT - 1, fill: palette.accent });
