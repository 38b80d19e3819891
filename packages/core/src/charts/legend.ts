import { type Attributes, type Draw, drawShape, type Pen, px, tag } from './svg.ts';

/** A line of a legend: a sign, its meaning, and how many there are. */
export interface KeyEntry {
  readonly label: string;
  readonly count?: string;
  readonly colour: string;
  /** Outline of its shape, on a grid of 16; a ring with a number where there is none. */
  readonly shape?: string;
  /** The ground of an area instead, `hatched` where nothing is known of it. */
  readonly area?: 'plain' | 'hatched';
  readonly isHollow?: boolean;
}

const ROW = 26;
const LINE = 18;
const SIGN = 26;
const GAP = 24;

/** Draws a legend: entries side by side as far as there is room, then under each other. */
export function drawKey(entries: readonly KeyEntry[]): Draw {
  return (pen) => {
    const parts: string[] = [];
    let [left, top, high] = [0, 0, 0];
    for (const entry of entries) {
      const count = entry.count ? pen.measure(` ${entry.count}`, 15, true) : 0;
      const room = pen.width - SIGN - count;
      const lines = pen.wrap(entry.label, room);
      const width = SIGN + Math.max(0, ...lines.map((line) => pen.measure(line, 15, false))) + count;
      if (left > 0 && left + width > pen.width) [left, top, high] = [0, top + high, 0];
      parts.push(sign(entry, left, top, pen), words(entry, lines, left + SIGN, top, pen));
      left += width + GAP;
      high = Math.max(high, ROW, lines.length * LINE + 8);
    }
    return { markup: parts.join(''), height: top + high };
  };
}

function sign(
  { shape, area, colour, isHollow = false }: KeyEntry,
  left: number,
  top: number,
  { palette }: Pen,
): string {
  const middle = top + ROW / 2;
  if (area) return swatch(colour, area === 'hatched', left, middle, palette);
  if (shape) return drawShape(left + 9, middle, 16, shape, { colour, isHollow });
  const circle = (r: number, looks: Attributes): string => tag('circle', { cx: left + 9, cy: middle, r, ...looks });
  const ring = circle(9, { fill: 'none', stroke: colour, 'stroke-width': 1.5 });
  return circle(7, { fill: colour }) + ring + circle(2, { fill: palette['on-accent'] });
}

function words({ count }: KeyEntry, lines: readonly string[], left: number, top: number, pen: Pen): string {
  const first = top + ROW / 2 + 5;
  const last = lines[lines.length - 1] ?? '';
  const number = count
    ? pen.text(left + pen.measure(`${last} `, 15, false), first + (lines.length - 1) * LINE, count, { bold: true })
    : '';
  return lines.map((line, at) => pen.text(left, first + at * LINE, line)).join('') + number;
}

function swatch(colour: string, isHatched: boolean, left: number, middle: number, palette: Pen['palette']): string {
  const [x, y] = [left + 0.5, middle - 6.5];
  const line = palette['line-strong'];
  const box = { x, y, width: 18, height: 13 };
  const lines = `M${px(x)} ${px(y + 7)}l7 -7M${px(x)} ${px(y + 13)}l13 -13M${px(x + 6)} ${px(y + 13)}l12 -12M${px(x + 13)} ${px(y + 13)}l5 -5`;
  const hatch = isHatched ? tag('path', { d: lines, stroke: line, 'stroke-width': 1.5 }) : '';
  return tag('rect', { ...box, fill: colour }) + hatch + tag('rect', { ...box, fill: 'none', stroke: line });
}
