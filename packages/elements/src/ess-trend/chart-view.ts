/** View of lines on an axis from zero. Marks are SVG, words are HTML beside them, so that they keep a readable size. */

import {
  dotText,
  isLatest,
  onlySaid,
  panelUnit,
  plotOf,
  startText,
  type TrendDot,
  type TrendLine,
  type TrendPanel,
  toneOf,
  trendNotes,
} from '@ess-widgets/core/charts';
import { formatChange, formatCount, formatMeasured } from '@ess-widgets/core/format';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { styled } from '../views/styled.ts';
import { symbol } from '../views/symbols.ts';
import type { Trend } from './words.ts';

/** Renders the panels of a trend, a unit each. */
export function chartView({ panels }: Trend, m: Localized): TemplateResult {
  return html`${panels.map((panel) => (panel.form === 'single' ? figuresView(panel, m) : panelView(panel, panels.length > 1, m)))}${notes(panels, m)}`;
}

/** Renders the figures of a single date, which makes no line, with a note that they are the only ones. */
function figuresView(panel: TrendPanel, m: Localized): TemplateResult {
  return html`<ul class="figures" role="list">
      ${panel.lines.map(({ label, last }) => html`<li><span>${domainText(label, m)}</span><span class="hidden">, </span> <strong part="value">${dotText(last, m, formatCount)}</strong></li>`)}
    </ul>
    <p class="note" part="note">${onlyView(panel, m)}</p>`;
}

/** Renders the note of a single known period. */
export function onlyView(panel: TrendPanel, m: Localized): Content {
  const said = onlySaid(panel, m);
  return said ? m.content(said.key, said.params) : nothing;
}

const percent = (fraction: number): string => `${fraction * 100}%`;
/** Returns a point on the 100 × 100 grid that the SVG stretches. */
const point = ({ x }: { readonly x: number }, y: number): string => `${x * 100} ${y * 100}`;

function panelView(panel: TrendPanel, named: boolean, m: Localized): TemplateResult {
  const { form, lines, height } = panel;
  const { periods, ticks, room, size } = plotOf(panel, m);
  return html`${named ? html`<p class="unit">${m.content('trendOf', { unit: panelUnit(panel, m) })}</p>` : nothing}
    <div class="plot ${form} ${size}" part="plot" ${styled({ '--_height': `${height}em`, '--_room': `${room}ch` })}>
      <div class="area">
        ${linesView(panel)}${leadersView(panel)}
        <div aria-hidden="true">
          ${periods.map(({ x, text, way }) => html`<span class="period ${way}" ${styled({ '--_x': percent(x) })}>${text}</span>`)}
          ${form === 'slope' ? html`<span class="zero" ${styled({ '--_y': percent(panel.zero) })}>0</span>` : ticks.map(({ y, text }) => html`<span class="tick" ${styled({ '--_y': percent(y) })}>${text}</span>`)}
        </div>
        <ul class="series" role="list" part="series">${lines.map((line) => lineView(line, panel, periods, m))}</ul>
      </div>
    </div>`;
}

/** Periods of a panel with their words. */
type Periods = ReturnType<typeof plotOf>['periods'];

/** Period of a value. */
type Time = Pick<TrendDot, 'period' | 'until'>;

function linesView({ lines, zero, form }: TrendPanel): TemplateResult {
  const axes = `M0 ${zero * 100}H100${form === 'slope' ? 'M0 0V100M100 0V100' : ''}`;
  return html`<svg class="lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <path class="axes" d=${axes}></path>
    ${lines.map(
      ({ rank, runs, dots }) => svg`<g class="rank-${rank}">
      ${runs.map((run) => svg`<path class="line" d=${run.map((dot, at) => `${at ? 'L' : 'M'}${point(dot, dot.y)}`).join('')}></path>`)}
      ${dots.map((dot) => (dot?.bar ? svg`<path class="bar" d=${`M${point(dot, dot.bar[0])}L${point(dot, dot.bar[1])}`}></path>` : nothing))}
    </g>`,
    )}
  </svg>`;
}

/** Renders the lines from a line's end to its label, where the label had to move. */
function leadersView({ lines, height }: TrendPanel): Content {
  const moved = lines.filter(({ last, endAt }) => Math.abs(last.y - endAt) * height > 0.5);
  if (moved.length === 0) return nothing;
  const path = moved.map(({ last, endAt }) => `M0 ${last.y * 100}L100 ${endAt * 100}`).join('');
  return html`<svg class="lines leaders" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="axes" d=${path}></path></svg>`;
}

/** Renders a line in words for screen readers, "LinkedIn, 2023 : 5 178, 2024 : 7 148, +38,0 %", and its visible label. */
function lineView(line: TrendLine, panel: TrendPanel, periods: Periods, m: Localized): TemplateResult {
  const { label, rank, dots, marks, first, last, isLong } = line;
  const isAlone = panel.lines.length === 1 && panel.form === 'line';
  const isEnd = isLatest(line);
  return html`<li class="rank-${rank}">
    <span class="end ${isLong ? 'long' : ''}" ${styled({ '--_y': percent(line.endAt) })}>
      <span class="name">${domainText(label, m)}</span><span class="hidden">, ${panel.periods.slice(0, -1).map((each, at) => said(each, dots[at] ?? null, m))}${isEnd ? m.content('trendPoint', { period: formatMeasured(last, m.lang), value: '' }) : nothing}</span>
      <strong class="value" part="value">${isEnd ? dotText(last, m) : nothing}</strong>${changeView(line, isEnd, panel, m)}
    </span>
    <span aria-hidden="true">
      ${panel.form === 'slope' && first.x === 0 ? startView(line, m) : nothing}
      ${marks.map((dot) => dotView(dot, rank))}
      ${isAlone ? marks.filter((dot) => dot !== last).map((dot) => valueView(dot, periods, m)) : nothing}
    </span>
  </li>`;
}

function startView({ first, startAt }: TrendLine, m: Localized): TemplateResult {
  const { prefix, number } = startText(first, m);
  return html`<span class="start" ${styled({ '--_y': percent(startAt) })}>${prefix ? html`<small>${prefix}</small>` : nothing}${number}</span>`;
}

const said = (time: Time, dot: TrendDot | null, m: Localized): Content => {
  const value = dot ? dotText(dot, m) : m.text('unknown');
  return html`${m.content('trendPoint', { period: formatMeasured(time, m.lang), value })}, `;
};

function changeView({ change, first, last }: TrendLine, isEnd: boolean, { form }: TrendPanel, m: Localized): Content {
  const at = isEnd ? nothing : html`${formatMeasured(last, m.lang)} `;
  if (!change) return isEnd ? nothing : html`<span class="change">${at}</span>`;
  const text = formatChange(change, m.lang);
  return html`<span class="hidden">, </span><span class="change" part="change">${at}${form === 'slope' ? text : m.content('trendSince', { change: text, period: formatMeasured(first, m.lang, { style: 'short' }) })}</span>`;
}

const dotView = ({ x, y, isHollow }: TrendDot, rank: number): TemplateResult =>
  html`<span class="dot" ${styled({ '--_x': percent(x), '--_y': percent(y) })}>${symbol(toneOf(rank).shape, { hollow: isHollow })}</span>`;

function valueView(dot: TrendDot, periods: Periods, m: Localized): TemplateResult {
  const { period, x, y } = dot;
  const way = periods.find((each) => each.period === period)?.way ?? '';
  return html`<span class="at ${x === 0 ? 'first' : ''} ${way}" ${styled({ '--_x': percent(x), '--_y': percent(y) })}>${dotText(dot, m)}</span>`;
}

/** Renders the notes. One about the lines is shown only where they are drawn. */
export function notes(panels: readonly TrendPanel[], m: Localized): Content {
  const said = trendNotes(panels).map(({ key, params, isOfMarks }) =>
    isOfMarks ? html`<span class="marks">${m.content(key, params)}</span>` : m.content(key, params),
  );
  return said.length
    ? html`<p class="note" part="note">${said.map((each, at) => html`${at ? ' ' : nothing}${each}`)}</p>`
    : nothing;
}
