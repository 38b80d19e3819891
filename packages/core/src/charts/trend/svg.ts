import { spread } from '../spread.ts';
import { type Draw, type Drawn, drawColumn, drawShape, moved, type Pen, px, tag } from '../svg.ts';
import type { TrendDot, TrendLine, TrendPanel } from './trend.ts';

/** A line of a trend with its words and its looks. */
export interface PaintedLine extends Pick<TrendLine, 'rank' | 'dots' | 'runs' | 'marks' | 'first' | 'last'> {
  readonly label: string;
  /** The last value; empty where the line ends before the others. */
  readonly value: string;
  /** Its change, and the date that it is counted from. */
  readonly change: string;
  /** The first value, at the left of two dates: "env." above it, small. */
  readonly start: { readonly prefix: string; readonly number: string };
  /** One for each dot, written over it where the line is alone. */
  readonly values: readonly string[];
  /** Outline of its marker, on a grid of 16. */
  readonly shape: string;
}

/** The lines of one unit, in words. */
export interface PaintedPanel extends Pick<TrendPanel, 'form' | 'zero'> {
  /** Its unit, where there are several panels. */
  readonly heading: string;
  readonly periods: readonly { readonly text: string; readonly x: number }[];
  readonly ticks: readonly { readonly text: string; readonly y: number }[];
  readonly lines: readonly PaintedLine[];
}

/** Dashes of the lines, as on the page: the first line is whole, each other has dashes of its own. */
const DASHES = ['', '6 4', '1.5 4', '10 4', '8 3 1.5 3', '3 3', '12 3 3 3', '2 6'] as const;

const LEAST = 230;
const LINE = 19;
const SMALL = 17;
const AIR = 10;
const MARKER = 14;
/** Size of "calculé" and "env." over a value. */
const PREFIX = 11;
/** Room between the end of a line and its label. */
const REACH = 26;
const LABELS = 0.34;
const COLUMN = 200;
const GAP = 20;

/** Draws figures over time, a panel a unit: from zero, with names, values and changes at the ends of their lines. */
export function drawTrend(panels: readonly PaintedPanel[]): Draw {
  return drawColumn(
    panels.map((panel) => (pen) => (panel.form === 'single' ? figures(panel, pen) : plot(panel, pen))),
    GAP,
  );
}

function heading(text: string, pen: Pen): Drawn {
  if (!text) return { markup: '', height: 0 };
  return { markup: pen.text(0, 13, text, { size: 14, fill: pen.palette['ink-2'] }), height: 26 };
}

/** Draws the figures of one date side by side, because one date makes no line. */
function figures({ heading: unit, lines }: PaintedPanel, pen: Pen): Drawn {
  const head = heading(unit, pen);
  const columns = Math.max(1, Math.min(lines.length, Math.floor(pen.width / COLUMN)));
  const room = pen.width / columns;
  const names = lines.map(({ label }) => pen.wrap(label, room - 16, { size: 14 }));
  const parts: string[] = [head.markup];
  let top = head.height;
  for (let first = 0; first < lines.length; first += columns) {
    const row = names.slice(first, first + columns);
    const under = top + Math.max(...row.map(({ length }) => length)) * SMALL;
    row.forEach((words, at) => {
      const low = under - words.length * SMALL;
      const style = { size: 14, fill: pen.palette['ink-2'] };
      parts.push(...words.map((word, n) => pen.text(at * room, low + 13 + n * SMALL, word, style)));
      parts.push(pen.text(at * room, under + 28, lines[first + at]?.value ?? '', { size: 28, bold: true }));
    });
    top = under + 48;
  }
  return { markup: parts.join(''), height: top - 12 };
}

/** Place of a panel, in px. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function plot(panel: PaintedPanel, pen: Pen): Drawn {
  const { form, lines, ticks } = panel;
  const isSlope = form === 'slope';
  const head = heading(panel.heading, pen);
  const widths = isSlope
    ? lines.flatMap(({ start }) => [pen.measure(start.number, 15, false), pen.measure(start.prefix, PREFIX, false)])
    : ticks.map(({ text }) => pen.measure(text, 13, false));
  const left = Math.max(0, ...widths) + 12;
  const room = Math.min(220, pen.width * LABELS);
  const ends = lines.map((line) => endOf(line, room, pen));
  const height = Math.max(
    LEAST,
    ends.reduce((sum, end) => sum + end.height, 0),
  );
  const width = Math.max(40, pen.width - left - REACH - room);
  const area: Area = { left, top: head.height + (isSlope ? 30 : 24), width, height };
  const parts = [
    head.markup,
    axes(panel, area, pen),
    ...lines.map((line) => trace(line, area, pen)),
    labels(lines, ends, area, pen),
    ...(isSlope ? [starts(lines, area, pen)] : []),
    ...lines.map((line) => markers(line, area, pen)),
    ...(lines.length === 1 && !isSlope ? [values(lines[0], area, pen)] : []),
  ];
  return { markup: parts.join(''), height: area.top + height + (isSlope ? 8 : 34) };
}

const placeX = ({ left, width }: Area, x: number): number => left + x * width;
const placeY = ({ top, height }: Area, y: number): number => top + y * height;
const point = (area: Area, { x }: TrendDot, y: number): string => `${px(placeX(area, x))} ${px(placeY(area, y))}`;

/** Draws the line of zero, the ticks and the dates. */
function axes({ form, zero, periods, ticks }: PaintedPanel, area: Area, pen: Pen): string {
  const { palette } = pen;
  const { left, top, width, height } = area;
  const base = `M${px(left)} ${px(placeY(area, zero))}h${px(width)}`;
  const ends = form === 'slope' ? `M${px(left)} ${top}v${height}M${px(left + width)} ${top}v${height}` : '';
  const lines = tag('path', { d: base + ends, fill: 'none', stroke: palette['line-strong'] });
  const small = { size: 13, fill: palette['ink-3'] };
  if (form === 'slope') {
    const over = periods.map(({ text }, at) => {
      const anchor = at === 0 ? ('end' as const) : ('start' as const);
      return pen.text(placeX(area, at) + (at === 0 ? 6 : -6), top - 14, text, { bold: true, anchor });
    });
    return lines + over.join('') + pen.text(left + 8, placeY(area, zero) - 6, '0', small);
  }
  const beside = ticks.map(({ text, y }) =>
    pen.text(left - 10, placeY(area, y) + 4, text, { ...small, anchor: 'end' }),
  );
  const under = periodTexts(periods, area, pen);
  return lines + beside.join('') + under;
}

/** Writes the dates that have room, from the last one back. */
function periodTexts(periods: PaintedPanel['periods'], area: Area, pen: Pen): string {
  let free = Number.POSITIVE_INFINITY;
  const written = [...periods].reverse().map(({ text, x }) => {
    const half = pen.measure(text, 13, false) / 2;
    const middle = Math.max(half, placeX(area, x));
    if (middle + half + 10 > free) return '';
    free = middle - half;
    return pen.text(middle, area.top + area.height + 26, text, {
      size: 13,
      fill: pen.palette['ink-2'],
      anchor: 'middle',
    });
  });
  return written.reverse().join('');
}

const colourOf = ({ rank }: PaintedLine, { palette }: Pen): string => palette[rank === 1 ? 'accent' : 'ink-2'];

/** Draws a line through known values with a gap where one is missing, and bars between the bounds of rough values. */
function trace(line: PaintedLine, area: Area, pen: Pen): string {
  const colour = colourOf(line, pen);
  const dashes = DASHES[(line.rank - 1) % DASHES.length];
  const looks = {
    fill: 'none',
    stroke: colour,
    'stroke-width': line.rank === 1 ? 3 : 2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashes,
  };
  const runs = line.runs.map((run) => {
    const d = run.map((dot, at) => `${at ? 'L' : 'M'}${point(area, dot, dot.y)}`).join('');
    return tag('path', { d, ...looks });
  });
  const bars = line.dots.map((dot) => {
    if (!dot?.bar) return '';
    const d = `M${point(area, dot, dot.bar[0])}L${point(area, dot, dot.bar[1])}`;
    return tag('path', { d, stroke: colour, 'stroke-width': 4 });
  });
  return [...runs, ...bars].join('');
}

function markers(line: PaintedLine, area: Area, pen: Pen): string {
  const style = { colour: colourOf(line, pen), halo: pen.palette.surface };
  return line.marks
    .map(({ x, y, isHollow }) =>
      drawShape(placeX(area, x), placeY(area, y), MARKER, line.shape, { ...style, isHollow }),
    )
    .join('');
}

/** Writes the words at the end of a line, from their top. */
function endOf({ label, value, change }: PaintedLine, room: number, pen: Pen): Drawn {
  const lines = pen.wrap(label, room);
  const last = lines[lines.length - 1] ?? '';
  const beside = pen.measure(`${last} `, 15, false);
  const isBeside = value !== '' && beside + pen.measure(value, 15, true) <= room;
  const rows = lines.length + (value && !isBeside ? 1 : 0);
  const parts = lines.map((line, at) => pen.text(0, 15 + at * LINE, line));
  if (value) parts.push(pen.text(isBeside ? beside : 0, 15 + (rows - 1) * LINE, value, { bold: true }));
  const small = { size: 13, fill: pen.palette['ink-2'] };
  const said = pen.wrap(change, room, small);
  parts.push(...said.map((line, at) => pen.text(0, 14 + rows * LINE + at * SMALL, line, small)));
  return { markup: parts.join(''), height: rows * LINE + said.length * SMALL + AIR };
}

/** Places names and last values, each as near the end of its line as the others let it. A stroke joins them where that is far. */
function labels(lines: readonly PaintedLine[], ends: readonly Drawn[], area: Area, pen: Pen): string {
  const right = area.left + area.width;
  const places = spread(
    lines.map(({ last }) => last.y * area.height),
    ends.map(({ height }) => height),
    area.height,
  );
  return lines
    .map(({ last }, at) => {
      const middle = area.top + (places[at] ?? 0);
      const { markup, height } = ends[at] ?? { markup: '', height: 0 };
      const from = placeY(area, last.y);
      const d = `M${px(right + 9)} ${px(from)}L${px(right + REACH - 5)} ${px(middle)}`;
      const leader = Math.abs(from - middle) > 8 ? tag('path', { d, stroke: pen.palette['line-strong'] }) : '';
      return leader + moved(right + REACH, middle - (height - AIR) / 2, markup);
    })
    .join('');
}

/** Writes the values at the first of two dates. */
function starts(lines: readonly PaintedLine[], area: Area, pen: Pen): string {
  const known = lines.filter(({ first }) => first.x === 0);
  const places = spread(
    known.map(({ first }) => first.y * area.height),
    known.map(({ start }) => (start.prefix ? 30 : LINE)),
    area.height,
  );
  return known
    .map(({ start }, at) => {
      const middle = area.top + (places[at] ?? 0) + (start.prefix ? 5 : 0);
      const end = { anchor: 'end' } as const;
      const prefix = start.prefix
        ? pen.text(area.left - 12, middle - 10, start.prefix, { ...end, size: PREFIX, fill: pen.palette['ink-2'] })
        : '';
      return prefix + pen.text(area.left - 12, middle + 5, start.number, end);
    })
    .join('');
}

/** Writes the values of a line that is alone, over its dots, as far as there is room. The last one stands in its label. */
function values(line: PaintedLine | undefined, area: Area, pen: Pen): string {
  if (!line) return '';
  let free = placeX(area, line.last.x);
  const written = line.dots.map((dot, at) => [dot, line.values[at] ?? ''] as const).reverse();
  return written
    .map(([dot, text]) => {
      if (!dot || dot === line.last) return '';
      const half = pen.measure(text, 14, false) / 2;
      const middle = Math.max(placeX(area, dot.x), area.left - 4 + (dot.x === 0 ? half : 0));
      if (middle + half + 8 > free) return '';
      free = middle - half;
      return pen.above(middle, placeY(area, dot.y) - 13, text, { size: 14, anchor: 'middle' });
    })
    .join('');
}
