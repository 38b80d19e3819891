import { type Draw, drawShape, type Pen, px } from './svg.ts';

/** A line of a legend: a sign, what it stands for, and how many there are. */
export interface KeyEntry {
  readonly label: string;
  readonly count?: string;
  readonly colour: string;
  /** Outline of its shape, on a grid of 16; a ring with a number where there is none. */
  readonly shape?: string;
  readonly isHollow?: boolean;
}

const ROW = 26;
const LINE = 18;
const SIGN = 26;
const GAP = 24;

/** A legend: entries side by side as far as there is room, then under each other. */
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

function sign({ shape, colour, isHollow = false }: KeyEntry, left: number, top: number, { palette }: Pen): string {
  const middle = top + ROW / 2;
  if (shape) return drawShape(left + 9, middle, 16, shape, { colour, isHollow });
  return `<circle cx="${px(left + 9)}" cy="${px(middle)}" r="7" fill="${colour}"/><circle cx="${px(left + 9)}" cy="${px(middle)}" r="9" fill="none" stroke="${colour}" stroke-width="1.5"/><circle cx="${px(left + 9)}" cy="${px(middle)}" r="2" fill="${palette['on-accent']}"/>`;
}

function words({ count }: KeyEntry, lines: readonly string[], left: number, top: number, pen: Pen): string {
  const first = top + ROW / 2 + 5;
  const last = lines[lines.length - 1] ?? '';
  const number = count
    ? pen.text(left + pen.measure(`${last} `, 15, false), first + (lines.length - 1) * LINE, count, { bold: true })
    : '';
  return lines.map((line, at) => pen.text(left, first + at * LINE, line)).join('') + number;
}
