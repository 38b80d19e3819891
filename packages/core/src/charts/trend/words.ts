/** Words of the values of a trend, as the page and a file write them. */

import { type formatCount, formatQuantity, quantityParts, unitWord } from '../../format/index.ts';
import type { PaintedLine } from './svg.ts';
import type { TrendDot, TrendLine, TrendPanel } from './trend.ts';

/** Texts that a trend says besides those of the data. */
export interface TrendWords {
  readonly lang: string;
  readonly text: (
    key: 'quality_computed' | 'trendOf' | 'trendPoint' | 'trendSince' | 'unknown',
    params?: Readonly<Record<string, string>>,
  ) => string;
}

/** Any number that takes the plural. */
const MANY = 100;
const SIGNS: Readonly<Record<string, string>> = { percent: '%', euros: '€' };

/** Returns the word or the sign of a panel's unit; empty where it has none. */
export const panelUnit = ({ unit }: Pick<TrendPanel, 'unit'>, { lang }: Pick<TrendWords, 'lang'>): string =>
  unitWord(unit, MANY, lang) ?? SIGNS[unit] ?? '';

export const tickText = (
  value: number,
  { unit }: Pick<TrendPanel, 'unit'>,
  { lang }: Pick<TrendWords, 'lang'>,
): string => formatQuantity({ value, op: '=', unit }, lang, { compact: true });

/** Returns a value in words: "114 (calculé)", if the others are published; "+13" for a change. */
export function dotText(
  { quantity, isComputed, isSigned }: TrendDot,
  m: TrendWords,
  write: typeof formatQuantity | typeof formatCount = formatQuantity,
): string {
  const value = write(quantity, m.lang, { sign: isSigned });
  return isComputed ? `${value} (${m.text('quality_computed')})` : value;
}

/** Returns the parts of the first value: the number at the left, and "calculé" and "env.", which stand above it, small. */
export function startText({ quantity, isComputed, isSigned }: TrendDot, m: TrendWords): PaintedLine['start'] {
  const { prefix, number, suffix } = quantityParts(quantity, m.lang, { sign: isSigned });
  const words = [isComputed ? m.text('quality_computed') : '', prefix].filter(Boolean);
  return { prefix: words.join(', '), number: number + suffix };
}

/** Tells whether a line reaches the last date: it may end before the others. */
export const isLatest = ({ last, dots }: TrendLine): boolean => last === dots[dots.length - 1];
