/** Words of the parts of a figure, as every chart of them writes them. */

import { formatCount, formatQuantity } from '../format/index.ts';
import type { Subject } from '../indicators/index.ts';
import {
  type Dimension,
  type Measure,
  type MeasurePart,
  type Quantity,
  resolveText,
  type Text,
} from '../model/index.ts';
import { hasSeveralUnits } from './bars/marks.ts';
import type { MeasuredFigure } from './combined.ts';
import type { GroupMark, GroupRow } from './grouped/groups.ts';
import { type Tone, toneOf } from './shapes.ts';
import type { ShareSegment } from './share/segments.ts';
import { wholeShare } from './shares.ts';
import type { Stack } from './stack/marks.ts';
import type { Draw } from './svg.ts';

/** Texts that charts say besides those of the data. */
export interface Words {
  readonly lang: string;
  readonly text: (key: 'dumbbellUnknown' | 'groupDetail' | 'unknown') => string;
}

/** Parts that stand beside others in every category, and what they are called: "2023", "Finistère". */
export interface LabelledSeries {
  readonly label: string;
  readonly period: string;
  readonly parts: readonly MeasurePart[];
  /** Absent for the previous values of another measure. */
  readonly measure?: Measure;
}

/** Series that are drawn side by side. */
export interface Groups {
  readonly series: readonly LabelledSeries[];
  readonly marks: readonly GroupMark[];
  /** Returns the same values as rows of a table. */
  readonly rows: () => readonly GroupRow[];
  /** The periods in words, where there are several: "2024 et 2023". */
  readonly at: string | undefined;
}

/** A figure split by one of the dimensions of its indicator. */
export interface Figure extends MeasuredFigure {
  readonly dimension: Dimension;
  /** Period of the parts' previous values. */
  readonly before: string;
  readonly groups?: Groups;
  /** Its parts as segments of one bar, where they are these. */
  readonly segments?: readonly ShareSegment[] | null;
  /** Its parts as 100 % stacks, where they are these. */
  readonly stacks?: readonly Stack[] | null;
  /** A percent that is told in counts, as dots are: 18 of 22. */
  readonly isCounted?: boolean;
}

/** Returns what a chart of several measures is about: of several places, none of these. */
export function commonSubject([first, ...others]: readonly [Measure, ...Measure[]]): Subject {
  const { indicator, where, territory } = first;
  return { indicator, where, ...(others.every((each) => each.territory === territory) ? { territory } : {}) };
}

/** Returns what the chart of a figure is about, with the series beside it. */
export const figureSubject = ({ measure, groups }: Pick<Figure, 'measure' | 'groups'>): Subject =>
  commonSubject([measure, ...(groups?.series ?? []).flatMap((each) => each.measure ?? [])]);

/** Function that tells which colour a widget gives to a token: `accent`, `--_cat-3`. */
export type ColourOf = (token: string) => string;

/** Values of a chart in words, a list a row, for readers who do not see it. */
export type RowsInWords = readonly (readonly string[])[];

/** Code that draws a chart in a file, with the same marks, values and shapes as on the page. */
export interface ChartFile<M> {
  readonly svg: (marks: M, colourOf: ColourOf) => Draw;
  readonly words: (marks: M) => RowsInWords;
}

/** Tells whether the parts are counted in several units: each value then names its own. */
export const hasMixedUnits = ({ measure }: Pick<Figure, 'measure'>): boolean => hasSeveralUnits(measure.parts ?? []);

/** Returns a value as charts and tables write it: with its unit where there are several, with its sign where it is a change. */
export const valueText = (quantity: Quantity, figure: Figure, { lang }: Pick<Words, 'lang'>): string =>
  (hasMixedUnits(figure) ? formatCount : formatQuantity)(quantity, lang, { sign: figure.texts.signed === true });

/** Returns a share as charts and tables write it: in whole percents. */
export const shareText = (share: Quantity, { lang }: Pick<Words, 'lang'>): string =>
  formatQuantity(wholeShare(share), lang);

/** A category with its looks, in words. */
export interface Named {
  readonly id: string;
  readonly name: Text;
  /** The name in the language asked for, or in French. */
  readonly label: string;
  /** Shape and colour of a collège, which it keeps everywhere; undefined where a colour would say nothing. */
  readonly tone: Tone | undefined;
  readonly checks: readonly string[] | undefined;
}

/** Returns the name and the looks of a category. */
export function named(
  { id, label, kind, order, checks }: Pick<GroupMark, 'id' | 'label' | 'kind' | 'order' | 'checks'>,
  { dimension }: Figure,
  { lang }: Pick<Words, 'lang'>,
): Named {
  const tone = dimension.id === 'college' && kind === 'category' ? toneOf(order ?? 0) : undefined;
  return { id, name: label, label: resolveText(label, lang).text, tone, checks };
}
