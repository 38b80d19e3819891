import {
  type Basis,
  type Change,
  changeOf,
  comparePeriods,
  intervalOf,
  isExact,
  type Period,
  parsePeriod,
  pointOf,
  type Quantity,
  resolveText,
  type Text,
} from '../../model/index.ts';
import { niceScale, type Scale } from '../scale.ts';
import { spread } from '../spread.ts';

/** A value at a date; null is unknown, never 0. */
export interface TrendPoint {
  readonly period: Period;
  readonly quantity: Quantity | null;
  /** Of a period that was not over: the day until which it is measured. */
  readonly until?: string;
  /** Origin of the value, on a line of which some values are computed and the last one is not. */
  readonly basis?: Basis;
}

/** Series drawn as one line: an indicator, or one part of it, over time. */
export interface TrendSeries {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  /** Its values are changes, written with their sign. */
  readonly signed?: boolean | undefined;
  readonly points: readonly TrendPoint[];
}

/** One value of a line. `x` and `y` are fractions of the plot, from its left and from its top. */
export interface TrendDot {
  readonly period: Period;
  /** As that of its point. */
  readonly until?: string;
  readonly quantity: Quantity;
  readonly x: number;
  readonly y: number;
  /** Ends of the bar that shows between which values it lies; where one end is open, `y` and a little beyond. */
  readonly bar: readonly [from: number, to: number] | null;
  /** A change, written with its sign. */
  readonly isSigned: boolean;
  /** Known roughly or in part only: its marker is hollow. */
  readonly isHollow: boolean;
  /** Computed, on a line whose last value is not. */
  readonly isComputed: boolean;
}

/** A series as it is drawn. */
export interface TrendLine {
  readonly id: string;
  readonly label: Text;
  /** Its name has lines of its own above its value. */
  readonly isLong: boolean;
  /** From 1: decides shape and dashes; the first is the one in the accent. */
  readonly rank: number;
  /** One for each period of the panel; null where the value is unknown. */
  readonly dots: readonly (TrendDot | null)[];
  /** Dots to be joined: an unknown value between two leaves a gap. */
  readonly runs: readonly (readonly TrendDot[])[];
  /** Dots with a marker. Of many, which would cover the line: the last, those that are rough, those that are not joined. */
  readonly marks: readonly TrendDot[];
  readonly first: TrendDot;
  readonly last: TrendDot;
  /** From the first to the last value. */
  readonly change: Change | null;
  /** Places of the value at the start and of the label at the end, as fractions from the top, kept from colliding. */
  readonly startAt: number;
  readonly endAt: number;
}

/** Series of one unit over comparable periods, on one axis. */
export interface TrendPanel {
  readonly unit: string;
  /** One date is a figure, two are a slope, more are lines on an axis with ticks. */
  readonly form: 'single' | 'slope' | 'line';
  /** Periods on the axis. Those that are `minor` lose their names where there is little room. */
  readonly periods: readonly (Pick<TrendPoint, 'period' | 'until'> & { readonly x: number; readonly minor: boolean })[];
  /** Width of the names of its periods, as the number of years that would be as wide. */
  readonly crowd: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Position of zero, as a fraction from the top. */
  readonly zero: number;
  readonly lines: readonly TrendLine[];
  /** Series that are not drawn: the smallest of too many. */
  readonly left: number;
  /** Height that the labels need, in `em`. */
  readonly height: number;
}

/** Options of {@link trendPanels}. */
interface TrendOptions {
  /** Language of the labels, whose length decides how high they are. */
  readonly lang: string;
  /** Most lines of a panel: more could not be told apart. 8 by default. */
  readonly max?: number;
}

/** Least height of a plot, and heights of a label's lines, in `em`. */
const HEIGHT = 14;
const LINE = 1.15;
/** Room between labels, so that few of them have to move far from their line. */
const AIR = 1.2;
const VALUE_LINE = 1.3;
/** Of a value with a small word above it: "calculé", "env.". */
const WORD_LINE = 0.9;
/** Letters on one line of a label, and the lines it may have. */
const LETTERS = 18;
const LINES = 4;
/** Letters of a value. */
const VALUE = 7;
/** Length of a bar beyond its dot at an open end, as a fraction of the plot's height. */
const OPEN = 0.08;
/** Most periods that are written in a narrow place: as many years, and as many of what has longer names. */
const WRITTEN = 5;
const WRITTEN_LONG = 3;
/** Width of a date with a longer name, as a number of years. */
const LONG = 1.3;
/** Most periods whose markers stand apart. */
const APART = 24;

/**
 * Series as panels: units are never mixed on an axis, nor school years with civil years. A series without any value is not
 * drawn.
 */
export function trendPanels(series: readonly TrendSeries[], options: TrendOptions): readonly TrendPanel[] {
  const groups = new Map<string, TrendSeries[]>();
  for (const one of series) {
    const first = one.points.find(({ quantity }) => quantity);
    if (!first) continue;
    const key = `${one.unit} ${first.period.includes('-SY')}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => panelOf(group, options));
}

function panelOf(group: readonly TrendSeries[], { lang, max = 8 }: TrendOptions): TrendPanel {
  const drawn = kept(group, max);
  const points = drawn.flatMap((one) => one.points);
  const dates = spanned(points);
  const untils = new Map(
    points.flatMap(({ period, until }) => (until === undefined ? [] : [[period, until] as const])),
  );
  const hasLong = untils.size > 0 || dates.some((text) => text.length > 4);
  const periods = placed(dates, hasLong).map((each) => {
    const until = untils.get(each.period);
    return until === undefined ? each : { ...each, until };
  });
  const scale = niceScale(points.flatMap(({ quantity }) => (quantity ? endsOf(quantity) : [])));
  // Over more than two dates, the change says since when: a line more.
  const more = periods.length > 2 ? LINE : 0;
  const sizes = drawn.map(({ label }) => labelHeight(label, lang) + more);
  const height = Math.max(HEIGHT, AIR * sizes.reduce((sum, size) => sum + size, 0));
  return {
    unit: drawn[0]?.unit ?? '',
    form: periods.length === 1 ? 'single' : periods.length === 2 ? 'slope' : 'line',
    periods,
    crowd: periods.length * (hasLong ? LONG : 1),
    ticks: scale.ticks.map((value) => ({ value, y: 1 - scale.at(value) })),
    zero: 1 - scale.at(0),
    lines: labelled(
      drawn.map((one, at) => lineOf(one, at + 1, periods, scale)),
      sizes,
      height,
      lang,
    ),
    left: group.length - drawn.length,
    height,
  };
}

/** The largest at their end, in the order that they came in. */
function kept(group: readonly TrendSeries[], max: number): readonly TrendSeries[] {
  if (group.length <= max) return group;
  const size = ({ points }: TrendSeries): number => {
    const known = points.flatMap(({ quantity }) => quantity ?? []);
    const last = known[known.length - 1];
    return last ? Math.abs(pointOf(last)) : 0;
  };
  const largest = new Set([...group].sort((a, b) => size(b) - size(a)).slice(0, max));
  return group.filter((one) => largest.has(one));
}

/** From the first known value to the last: what is unknown between them is a gap, what is unknown around them is nothing. */
function spanned(points: readonly TrendPoint[]): readonly Period[] {
  const all = [...new Set(points.map(({ period }) => period))].sort(comparePeriods);
  const known = new Set(points.filter(({ quantity }) => quantity).map(({ period }) => period));
  const at = all.flatMap((period, index) => (known.has(period) ? [index] : []));
  return all.slice(at[0], (at[at.length - 1] ?? 0) + 1);
}

/** Places in proportion to time: a year that nobody published leaves its room. */
function placed(periods: readonly Period[], isLong: boolean): TrendPanel['periods'] {
  const times = periods.map((text) => Date.parse(parsePeriod(text)?.last ?? ''));
  const [from = 0, to = 0] = [times[0], times[times.length - 1]];
  const step = Math.ceil((periods.length - 1) / ((isLong ? WRITTEN_LONG : WRITTEN) - 1));
  return periods.map((period, at) => ({
    period,
    x: to > from ? ((times[at] ?? 0) - from) / (to - from) : 0,
    // Counted from the end: the latest one is always written.
    minor: step > 1 && (periods.length - 1 - at) % step > 0,
  }));
}

/** The numbers that the axis must hold. */
function endsOf(q: Quantity): readonly number[] {
  const { lo, hi } = intervalOf(q);
  return [pointOf(q), lo, hi].filter(Number.isFinite);
}

function labelHeight(label: Text, lang: string): number {
  const lines = isLong(label, lang) ? Math.ceil(lengthOf(label, lang) / LETTERS) + 1 : 1;
  return Math.min(LINES, lines) * LINE + LINE + 0.25;
}

const lengthOf = (label: Text, lang: string): number => resolveText(label, lang).text.length;

/** Short names have their value beside them, on the same line. */
const isLong = (label: Text, lang: string): boolean => lengthOf(label, lang) + VALUE > LETTERS;

type Unplaced = Omit<TrendLine, 'startAt' | 'endAt' | 'isLong'>;

function lineOf(
  { id, label, signed = false, points }: TrendSeries,
  rank: number,
  periods: TrendPanel['periods'],
  scale: Scale,
): Unplaced {
  const dots = periods.map(({ period, x }) => {
    const known = points.find((point) => point.period === period);
    return known?.quantity ? { ...dotOf(known, known.quantity, x, scale), isSigned: signed } : null;
  });
  const known = dots.filter((dot) => dot !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  if (!first || !last) throw new TypeError(`the series "${id}" has no value`);
  const change = first === last ? null : changeOf(last.quantity, first.quantity);
  const runs = runsOf(dots);
  const joined = new Set(dots.length > APART ? runs.flat() : []);
  const marks = known.filter((dot) => dot === last || dot.isHollow || !joined.has(dot));
  return { id, label, rank, dots, runs, marks, first, last, change };
}

function dotOf(
  { period, until, basis }: TrendPoint,
  quantity: Quantity,
  x: number,
  scale: Scale,
): Omit<TrendDot, 'isSigned'> {
  const y = 1 - scale.at(pointOf(quantity));
  const { lo, hi } = intervalOf(quantity);
  const end = (n: number, open: number): number => (Number.isFinite(n) ? 1 - scale.at(n) : open);
  const bar = lo === hi ? null : ([end(lo, Math.min(1, y + OPEN)), end(hi, Math.max(0, y - OPEN))] as const);
  const time = until === undefined ? { period } : { period, until };
  return { ...time, quantity, x, y, bar, isHollow: !isExact(quantity), isComputed: basis === 'computed' };
}

function runsOf(dots: readonly (TrendDot | null)[]): readonly (readonly TrendDot[])[] {
  const runs: TrendDot[][] = [[]];
  for (const dot of dots) {
    if (dot) runs[runs.length - 1]?.push(dot);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

function labelled(
  lines: readonly Unplaced[],
  sizes: readonly number[],
  height: number,
  lang: string,
): readonly TrendLine[] {
  const starts = spread(
    lines.map(({ first }) => first.y * height),
    lines.map(({ first }) => VALUE_LINE + (first.isComputed || first.isHollow ? WORD_LINE : 0)),
    height,
  );
  const ends = spread(
    lines.map(({ last }) => last.y * height),
    sizes,
    height,
  );
  return lines.map((line, at) => ({
    ...line,
    isLong: isLong(line.label, lang),
    startAt: (starts[at] ?? 0) / height,
    endAt: (ends[at] ?? 0) / height,
  }));
}
