/** Words around the lines of a trend, and the room that they need, for the page and for a still. */

import {
  capitalised,
  formatList,
  formatMeasured,
  type MessageParams,
  periodInWords,
  uncapitalised,
} from '../../format/index.ts';
import { comparePeriods, parsePeriod, resolveText } from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';
import type { chartsWords } from '../words/charts.fr.ts';
import type { TrendDot, TrendLine, TrendPanel } from './trend.ts';
import { dotText, panelUnit, startText, type TrendWords, tickText } from './words.ts';

/** Largest number of names in a title. */
const NAMED = 3;
/** Width of a small letter, in widths of a figure. */
const SMALL = 0.6;
/** Letters of the first date of two that stand over the line, or in the air beside it. */
const OVER = 2;
/** A period with a longer name than this, a month or a school year, takes the room of more than one year. */
const SHORT = 7;
const LONG = 1.75;

/** Words of a panel around its lines. */
interface Plot {
  /** Names of its periods, with the classes by which one of them and its value are hidden where there is no room. */
  readonly periods: readonly {
    readonly x: number;
    readonly period: string;
    readonly text: string;
    readonly way: string;
  }[];
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  /** Room at the left of the lines, in letters. */
  readonly room: number;
  /** Size of its words, which decides the width below which sentences replace the lines. */
  readonly size: '' | 'large' | 'huge';
}

/** Text that is said under or over the lines, by its key. */
interface Sentence {
  readonly key: keyof typeof chartsWords;
  readonly params: MessageParams;
  /** Whether it is about the lines, so that it goes where sentences replace them. */
  readonly isOfMarks?: true;
}

/** Returns the words of a panel. */
export function plotOf(panel: TrendPanel, m: TrendWords): Plot {
  const { form, lines, periods } = panel;
  const names = periods.map((each) => formatMeasured(each, m.lang, { style: 'short' }));
  const ticks = panel.ticks.map(({ value, y }) => ({ y, text: tickText(value, panel, m) }));
  // The longest word at the left decides how much room it gets.
  const words =
    form === 'slope'
      ? [...lines.map(({ first }) => startLength(first, m)), (names[0]?.length ?? 0) - OVER]
      : ticks.map(({ text }) => text.length);
  const room = Math.max(...words);
  const hasLong = names.some(({ length }) => length > SHORT);
  const longest = Math.max(room, ...lines.map(({ last }) => dotText(last, m).length - 6));
  const isWide = names.length > 2 && hasLong;
  const crowd = panel.crowd * (hasLong ? LONG : 1);
  return {
    periods: periods.map(({ x, period, minor }, at) => ({
      x,
      period,
      text: names[at] ?? '',
      way: wayOf(x, minor, crowd),
    })),
    ticks,
    room,
    size: longest > 9 ? 'huge' : longest > 6 || isWide ? 'large' : '',
  };
}

/** Returns the width of the first value, in widths of a figure. */
function startLength(dot: TrendDot, m: TrendWords): number {
  const { prefix, number } = startText(dot, m);
  return Math.max(number.length, Math.ceil(prefix.length * SMALL));
}

/**
 * Returns the classes of a date: eight years need a wide element, more than twelve never have enough room. A narrow element has
 * room for the first and the last of many.
 */
function wayOf(x: number, minor: boolean, crowd: number): string {
  // An inner date is neither the first nor the last.
  const isInner = x % 1 > 0;
  return [minor && 'minor', crowd > 12 ? 'many' : crowd > 6 && 'some', crowd > 3 && isInner && 'inner']
    .filter(Boolean)
    .join(' ');
}

/** Returns the names of several figures for a title: "Adhérents et nouvelles adhésions"; null for one, and for many. */
export const figureNames = (figures: readonly MeasuredFigure[], { lang }: Pick<TrendWords, 'lang'>): string | null =>
  figures.length > 1 && figures.length <= NAMED
    ? formatList(
        figures.map(({ texts }, at) => (at ? uncapitalised : String)(resolveText(texts.label, lang).text)),
        lang,
      )
    : null;

/** Returns the subtitle: the unit, the first and the last period, and that the scale starts at zero; null where nothing is drawn. */
export function spanSaid(panels: readonly TrendPanel[], m: TrendWords): Sentence | null {
  // The line ends where its last value does: on the day until which a period that is not over is measured.
  const periods = panels
    .flatMap((panel) => panel.periods.map(({ period, until = period }) => until))
    .sort(comparePeriods);
  const [first, last] = [periods[0], periods[periods.length - 1]];
  if (!first || !last || panels.every(({ form }) => form === 'single')) return null;
  const at = periodInWords(first === last ? first : `${first}/${last}`, m.lang);
  const [only, ...others] = panels;
  const unit = only && others.length === 0 ? panelUnit(only, m) : '';
  return unit ? { key: 'trendIn', params: { unit, at } } : { key: 'trendAt', params: { at: capitalised(at) } };
}

/** Returns the note of a single known period: "Une seule année connue : 2024." */
export function onlySaid({ periods: [only] }: TrendPanel, { lang }: Pick<TrendWords, 'lang'>): Sentence | null {
  if (!only) return null;
  const isYear = only.until === undefined && parsePeriod(only.period)?.kind === 'year';
  return { key: isYear ? 'trendOneYear' : 'trendOnePeriod', params: { period: formatMeasured(only, lang) } };
}

/** Returns the notes about hollow marks, gaps, and lines that are left out. */
export function trendNotes(panels: readonly TrendPanel[]): readonly Sentence[] {
  const lines = panels.filter(({ form }) => form !== 'single').flatMap((panel) => panel.lines);
  const left = panels.reduce((sum, panel) => sum + panel.left, 0);
  const isBroken = ({ dots, first, last }: TrendLine): boolean =>
    dots.slice(dots.indexOf(first), dots.indexOf(last)).includes(null);
  const ofMarks = (key: Sentence['key']): Sentence => ({ key, params: {}, isOfMarks: true });
  return [
    ...(lines.some(({ dots }) => dots.some((dot) => dot?.isHollow)) ? [ofMarks('trendHollow')] : []),
    ...(lines.some(isBroken) ? [ofMarks('trendGap')] : []),
    ...(left ? [{ key: 'trendLeft', params: { n: left } } as const] : []),
  ];
}
