import { formatChange } from '../../format/index.ts';
import { changeOf } from '../../model/index.ts';
import { type Figure, type Named, named, valueText, type Words } from '../figure.ts';
import type { GroupBar } from '../grouped/groups.ts';
import { dotPlace } from './changes.ts';
import type { PaintedDumbbell, PaintedDumbbells } from './svg.ts';

/** A part at two dates with its words. */
interface DumbbellRow extends Named, PaintedDumbbell {
  readonly label: string;
  /** Both values, the present one first. */
  readonly values: readonly [now: string, before: string];
  readonly isKnown: boolean;
}

/** Parts at two dates. */
export interface Dumbbells extends PaintedDumbbells {
  readonly rows: readonly DumbbellRow[];
}

/** Returns the parts with the words of both values and of the change. */
export function dumbbellsInWords(figure: Figure, m: Words): Dumbbells {
  const { marks: all = [], series = [] } = figure.groups ?? {};
  const [now = '', before = ''] = series.map(({ label }) => label);
  const write = (bar: GroupBar | undefined): string =>
    bar?.quantity ? valueText(bar.quantity, figure, m) : m.text('dumbbellUnknown');
  const rows = all.map((mark): DumbbellRow => {
    const [last, first] = mark.bars;
    const change = changeOf(last?.quantity ?? null, first?.quantity ?? null);
    return {
      ...named(mark, figure, m),
      ...{ now: last && dotPlace(last), before: first && dotPlace(first), isKnown: Boolean(last?.quantity) },
      values: [write(last), write(first)],
      value: `${write(first)} → ${write(last)}`,
      change: change ? formatChange(change, m.lang) : '',
    };
  });
  return { rows, periods: [now, before], zero: all[0]?.zero ?? 0 };
}
