import { formatChange, formatCount, formatMeasured, formatQuantity } from '../../format/index.ts';
import { resolveText } from '../../model/index.ts';
import type { RowsInWords } from '../figure.ts';
import { shapePaths, toneOf } from '../shapes.ts';
import type { PaintedLine, PaintedPanel } from './svg.ts';
import type { TrendLine, TrendPanel } from './trend.ts';
import { dotText, isLatest, panelUnit, startText, type TrendWords, tickText } from './words.ts';

/** Returns the lines of panels with their words. */
export const trendInWords = (panels: readonly TrendPanel[], m: TrendWords): readonly PaintedPanel[] =>
  panels.map((panel) => ({
    ...{ form: panel.form, zero: panel.zero },
    heading: panels.length > 1 ? m.text('trendOf', { unit: panelUnit(panel, m) }) : '',
    periods: panel.periods.map((each) => ({ x: each.x, text: formatMeasured(each, m.lang, { style: 'short' }) })),
    ticks: panel.ticks.map(({ value, y }) => ({ y, text: tickText(value, panel, m) })),
    lines: panel.lines.map((line) => lineInWords(line, panel, m)),
  }));

function lineInWords(line: TrendLine, panel: TrendPanel, m: TrendWords): PaintedLine {
  const { rank, dots, first, last, label } = line;
  return {
    ...line,
    label: resolveText(label, m.lang).text,
    value: isLatest(line) ? dotText(last, m, panel.form === 'single' ? formatCount : formatQuantity) : '',
    change: changeText(line, panel, m),
    start: startText(first, m),
    values: dots.map((dot) => (dot ? dotText(dot, m) : '')),
    shape: shapePaths[toneOf(rank).shape],
  };
}

function changeText(line: TrendLine, { form }: TrendPanel, m: TrendWords): string {
  const { change, first, last } = line;
  const said = change && formatChange(change, m.lang);
  const since =
    said && form !== 'slope'
      ? m.text('trendSince', { change: said, period: formatMeasured(first, m.lang, { style: 'short' }) })
      : said;
  return [isLatest(line) ? '' : formatMeasured(last, m.lang), since].filter(Boolean).join(' ');
}

/** Returns all values of the lines, a row each: "LinkedIn", "2023 : 5 178", "2024 : 7 148", "+38,0 %". */
export const trendRows = (panels: readonly TrendPanel[], m: TrendWords): RowsInWords =>
  panels.flatMap(({ periods, lines }) =>
    lines.map(({ label, dots, change }) => {
      const values = periods.map((each, at) => {
        const dot = dots[at];
        const value = dot ? dotText(dot, m, formatCount) : m.text('unknown');
        return m.text('trendPoint', { period: formatMeasured(each, m.lang), value });
      });
      return [resolveText(label, m.lang).text, ...values, ...(change ? [formatChange(change, m.lang)] : [])];
    }),
  );
