import { barMarks, drawBars, drawStacks, stackMarks } from '@ess-widgets/core/chart';
import { formatCount, formatPeriod, formatQuantity } from '@ess-widgets/core/format/lean';
import { type MeasurePart, previousPeriod, resolveText } from '@ess-widgets/core/model';
import type { ColourOf, Drawing } from '../internal/export/picture.ts';
import type { Shown } from '../internal/source-card.ts';
import { shapePaths, toneOf } from '../internal/symbols.ts';
import { type Breakdown, hasMixedUnits, shareText } from './words.ts';

/** As many patterns can be told apart in black and white. */
const PATTERNS = 4;

/** The chart of a breakdown as it is drawn in a file: the same marks, values and shapes as on the page. */
export function drawing(shown: Shown, colourOf: ColourOf): Drawing | null {
  const { measure, texts, card } = shown;
  const dimension = texts.dimensions.find(({ id }) => id === measure.by);
  if (!dimension) return null;
  const { compare } = card.host.wishes();
  const before =
    compare && compare !== 'previous' && compare !== 'none' ? compare : previousPeriod(measure.period, texts.kind);
  const breakdown: Breakdown = { measure, texts, dimension, before };
  const few = dimension.exclusive && (measure.parts?.length ?? 0) <= PATTERNS;
  return (few ? stacks(breakdown, shown) : null) ?? bars(breakdown, shown, colourOf);
}

function bars(breakdown: Breakdown, { m }: Shown, colourOf: ColourOf): Drawing {
  const { measure, dimension } = breakdown;
  const write = hasMixedUnits(breakdown) ? formatCount : formatQuantity;
  const rows = barMarks(measure, { exclusive: dimension.exclusive }).map((mark) => {
    const tone = dimension.id === 'college' && mark.kind === 'category' ? toneOf(mark.order ?? 0) : undefined;
    return {
      ...mark,
      label: resolveText(mark.label, m.lang).text,
      value: mark.quantity ? write(mark.quantity, m.lang) : m.text(mark.kind === 'others' ? 'groupDetail' : 'unknown'),
      share: mark.share ? shareText(mark.share, m) : '',
      colour: colourOf(tone ? tone.cssVar : mark.kind === 'category' ? 'accent' : 'ink-2'),
      shape: tone ? shapePaths[tone.shape] : '',
    };
  });
  const description = rows
    .map(({ label, value, share }) => [label, value, share].filter(Boolean).join(', '))
    .join('\u202f; ');
  return { draw: drawBars(rows), description };
}

function stacks({ measure, dimension, before }: Breakdown, { m }: Shown): Drawing | null {
  const found = stackMarks(measure, before);
  if (!found) return null;
  const values = (part: MeasurePart): readonly string[] =>
    [part.quantity, ...(found.length > 1 ? [part.previous] : [])].map((q) =>
      q ? formatQuantity(q, m.lang) : m.text('unknown'),
    );
  const legend = (measure.parts ?? []).map((part) => ({
    label: resolveText(part.label, m.lang).text,
    values: values(part),
  }));
  const drawn = drawStacks({
    stacks: found.map(({ period, segments }) => ({ period: formatPeriod(period, m.lang), segments })),
    legend,
    write: ({ quantity }) => formatQuantity(quantity, m.lang),
    isStatus: dimension.id === 'attendance',
  });
  return { draw: drawn, description: legend.map((row) => [row.label, ...row.values].join(', ')).join('\u202f; ') };
}
