import { type MeasurePart, type Quantity, resolveText } from '@ess-widgets/core/model';
import {
  type BarMark,
  barMarks,
  drawBars,
  drawDots,
  drawDumbbell,
  drawGroups,
  drawStacks,
  type Stack,
} from '@ess-widgets/core/picture';
import type { ColourOf, Drawing } from '../base/card/picture.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, type Groups, periodOf, shareText, valueText } from '../views/breakdown-words.ts';
import { shapePaths, toneOf } from '../views/symbols.ts';
import type { BridgeDrawn, DotsDrawn, DrawnBreakdown, DumbbellDrawn, WholeChart } from './whole-chart.ts';

/** Draws the chart of a breakdown for a file, with the same marks, values and shapes as on the page. */
export function drawing(
  shown: DrawnBreakdown | WholeChart['drawn'] | DumbbellDrawn,
  m: Localized,
  colourOf: ColourOf,
): Drawing {
  if ('kind' in shown) {
    if (shown.kind === 'dots') return dotsDrawing(shown);
    return shown.kind === 'dumbbell' ? dumbbellDrawing(shown) : bridgeDrawing(shown, colourOf);
  }
  const { breakdown, chart, segments, stacks } = shown;
  if (breakdown.groups) return groupsDrawing(breakdown, breakdown.groups, m, colourOf);
  if (chart === 'stack' && stacks) return stacksDrawing(breakdown, stacks, m);
  if (chart === 'share' && segments) {
    return stacksDrawing(breakdown, [{ period: breakdown.measure.period, segments }], m);
  }
  return barsDrawing(breakdown, m, colourOf);
}

const dotsDrawing = ({ groups }: DotsDrawn): Drawing => ({
  draw: drawDots(groups),
  description: inWords(groups.map(({ label = '', value }) => [label, value])),
});

function bridgeDrawing({ rows }: BridgeDrawn, colourOf: ColourOf): Drawing {
  return {
    draw: drawBars(rows.map((row) => ({ ...row, colour: colourOf(row.colour) }))),
    description: inWords(rows.map(({ label, value }) => [label, value])),
  };
}

function dumbbellDrawing({ rows, periods: [now, before], zero }: DumbbellDrawn): Drawing {
  return {
    draw: drawDumbbell({ rows, periods: [now, before], zero }),
    description: inWords(rows.map(({ label, value, change }) => [label, value, change])),
  };
}

/** Returns the words and the looks of a row of bars. */
function rowOf(
  { label, kind, order }: Pick<BarMark, 'label' | 'kind' | 'order'>,
  { dimension }: Breakdown,
  m: Localized,
  colourOf: ColourOf,
): { readonly label: string; readonly colour: string; readonly shape: string } {
  const tone = dimension.id === 'college' && kind === 'category' ? toneOf(order ?? 0) : undefined;
  return {
    label: resolveText(label, m.lang).text,
    colour: colourOf(tone ? tone.cssVar : kind === 'category' ? 'accent' : 'ink-2'),
    shape: tone ? shapePaths[tone.shape] : '',
  };
}

/** Returns the function that writes the value of a bar, known or not. */
function writer(breakdown: Breakdown, m: Localized): (quantity: Quantity | null, kind: BarMark['kind']) => string {
  return (quantity, kind) =>
    quantity ? valueText(quantity, breakdown, m) : m.text(kind === 'others' ? 'groupDetail' : 'unknown');
}

const inWords = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.filter(Boolean).join(', ')).join('\u202f; ');

function barsDrawing(breakdown: Breakdown, m: Localized, colourOf: ColourOf): Drawing {
  const { measure, dimension } = breakdown;
  const write = writer(breakdown, m);
  const rows = barMarks(measure, { exclusive: dimension.exclusive }).map((mark) => ({
    ...mark,
    ...rowOf(mark, breakdown, m, colourOf),
    value: write(mark.quantity, mark.kind),
    share: mark.share ? shareText(mark.share, m) : '',
  }));
  return { draw: drawBars(rows), description: inWords(rows.map(({ label, value, share }) => [label, value, share])) };
}

function groupsDrawing(breakdown: Breakdown, { series, marks }: Groups, m: Localized, colourOf: ColourOf): Drawing {
  const write = writer(breakdown, m);
  const names = series.map(({ label }) => label);
  const groups = marks.map((mark) => ({
    ...rowOf(mark, breakdown, m, colourOf),
    bars: mark.bars.map((bar) => ({ ...bar, value: write(bar.quantity, mark.kind) })),
  }));
  return {
    draw: drawGroups({ groups, series: names, zero: marks[0]?.zero ?? 0 }),
    description: inWords(
      groups.map(({ label, bars }) => [label, ...bars.flatMap(({ value }, at) => [names[at] ?? '', value])]),
    ),
  };
}

/** Returns the pattern that a part has in the first stack. */
function rankOf({ id }: MeasurePart, [first]: readonly Pick<Stack, 'segments'>[]): { readonly rank?: number } {
  const rank = first?.segments.find((segment) => segment.id === id)?.rank;
  return rank === undefined ? {} : { rank };
}

function stacksDrawing(breakdown: Breakdown, stacks: readonly Stack[], m: Localized): Drawing {
  const { measure, dimension } = breakdown;
  const values = (part: MeasurePart): readonly string[] =>
    [part.quantity, ...(stacks.length > 1 ? [part.previous] : [])].map((q) =>
      q ? valueText(q, breakdown, m) : m.text('unknown'),
    );
  const legend = (measure.parts ?? []).map((part) => ({
    ...rankOf(part, stacks),
    label: resolveText(part.label, m.lang).text,
    values: values(part),
  }));
  const drawn = drawStacks({
    stacks: stacks.map(({ period, segments }) => ({ period: periodOf(period, breakdown, m), segments })),
    legend,
    write: ({ quantity }) => valueText(quantity, breakdown, m),
    isStatus: dimension.id === 'attendance',
  });
  return { draw: drawn, description: inWords(legend.map((row) => [row.label, ...row.values])) };
}
