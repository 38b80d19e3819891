import {
  drawTrend,
  type PaintedLine,
  type PaintedPanel,
  shapePaths,
  type TrendLine,
  type TrendPanel,
  toneOf,
} from '@ess-widgets/core/charts';
import { formatChange, formatCount, formatMeasured, formatQuantity } from '@ess-widgets/core/format';
import { resolveText } from '@ess-widgets/core/model';
import { type Drawing, textOf } from '../base/card/picture.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { notes, startOf, tickText, valueOf } from './chart-view.ts';
import { onlyNote, type Trend, unitOf } from './words.ts';

/** Draws the lines of a trend for a file, with the same marks, values and changes as on the page. */
export function drawing({ panels }: Trend, m: Localized): Drawing {
  const painted = panels.map((panel) => paint(panel, panels.length > 1, m));
  const alone = panels.filter(({ form }) => form === 'single').map((panel) => onlyNote(panel, m));
  const noted: readonly Content[] = [...alone, notes(panels, m)];
  return {
    draw: drawTrend(painted),
    description: panels.flatMap((panel) => panel.lines.map((line) => inWords(line, panel, m))).join('\u202f; '),
    notes: noted.map(textOf).filter(Boolean),
  };
}

function paint(panel: TrendPanel, named: boolean, m: Localized): PaintedPanel {
  const { form, zero, periods, ticks, lines } = panel;
  return {
    form,
    zero,
    heading: named ? m.text('trendOf', { unit: unitOf(panel, m) }) : '',
    periods: periods.map((each) => ({ x: each.x, text: formatMeasured(each, m.lang, { style: 'short' }) })),
    ticks: ticks.map(({ value, y }) => ({ y, text: tickText(value, panel, m) })),
    lines: lines.map((line) => paintLine(line, panel, m)),
  };
}

function paintLine(line: TrendLine, panel: TrendPanel, m: Localized): PaintedLine {
  const { rank, dots, first, last, label } = line;
  const write = panel.form === 'single' ? formatCount : formatQuantity;
  return {
    ...line,
    label: nameOf(label, m),
    value: isLatest(line) ? valueOf(last, m, write) : '',
    change: changeOf(line, panel, m),
    start: startOf(first, m),
    values: dots.map((dot) => (dot ? valueOf(dot, m) : '')),
    shape: shapePaths[toneOf(rank).shape],
  };
}

const nameOf = (label: TrendLine['label'], m: Localized): string => resolveText(label, m.lang).text;

/** Tells whether a line reaches the last date: it may end before the others. */
const isLatest = ({ last, dots }: TrendLine): boolean => last === dots[dots.length - 1];

function changeOf(line: TrendLine, { form }: TrendPanel, m: Localized): string {
  const { change, first, last } = line;
  const said = change && formatChange(change, m.lang);
  const since =
    said && form !== 'slope'
      ? m.text('trendSince', { change: said, period: formatMeasured(first, m.lang, { style: 'short' }) })
      : said;
  return [isLatest(line) ? '' : formatMeasured(last, m.lang), since].filter(Boolean).join(' ');
}

/** Returns "LinkedIn, 2023 : 5 178, 2024 : 7 148, +38,0 %". */
function inWords(line: TrendLine, panel: TrendPanel, m: Localized): string {
  const values = panel.periods.map((each, at) => {
    const dot = line.dots[at];
    const value = dot ? valueOf(dot, m, formatCount) : m.text('unknown');
    return m.text('trendPoint', { period: formatMeasured(each, m.lang), value });
  });
  const change = line.change && formatChange(line.change, m.lang);
  return [nameOf(line.label, m), ...values, ...(change ? [change] : [])].join(', ');
}
