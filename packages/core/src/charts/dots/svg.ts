import type { RowsInWords } from '../figure.ts';
import { type Draw, moved, tag } from '../svg.ts';
import { dotGrid, type Ratio } from './ratio.ts';

export { drawDots as svg };

export const words = (ratios: readonly PaintedRatio[]): RowsInWords =>
  ratios.map(({ label = '', value }) => [label, value]);

/** A ratio with its words: the name of its group, where there are several, and its numbers. */
export interface PaintedRatio extends Ratio {
  readonly label?: string;
  readonly value: string;
}

const CELL = 20;
const LINE = 22;
const GAP = 20;

/** Draws ratios as dots, a group under another: filled ones for the part, rings for the rest. */
export function drawDots(ratios: readonly PaintedRatio[]): Draw {
  return (pen) => {
    const parts: string[] = [];
    const most = Math.max(1, ...ratios.map((each) => dotGrid(each).columns));
    const scale = Math.min(CELL, pen.width / most) / 10;
    let top = 0;
    for (const each of ratios) {
      for (const line of each.label ? pen.wrap(each.label, pen.width, { bold: true }) : []) {
        parts.push(pen.text(0, top + 15, line, { bold: true }));
        top += LINE;
      }
      const { rows, filled, empty, mark } = dotGrid(each);
      const { accent, ink, 'line-strong': ring } = pen.palette;
      const dots =
        (filled ? tag('path', { d: filled, fill: accent }) : '') +
        (empty ? tag('path', { d: empty, fill: 'none', stroke: ring, 'stroke-width': 1.2 }) : '') +
        (mark ? tag('path', { d: mark, fill: ink }) : '');
      parts.push(moved(0, top, dots, scale));
      top += rows * scale * 10 + 4;
      parts.push(pen.text(0, top + 15, each.value, { bold: true }));
      top += LINE + GAP;
    }
    return { markup: parts.join(''), height: Math.max(0, top - GAP) };
  };
}
