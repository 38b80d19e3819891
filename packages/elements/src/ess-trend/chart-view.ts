/** View of lines on an axis from zero. Marks are SVG, words are HTML beside them, so that they keep a readable size. */

import {
  dotText,
  isLatest,
  panelUnit,
  startText,
  type TrendDot,
  type TrendLine,
  type TrendPanel,
  tickText,
  toneOf,
} from '@ess-widgets/core/charts';
import { formatChange, formatCount, formatMeasured } from '@ess-widgets/core/format';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';
import { styled } from '../views/styled.ts';
import { symbol } from '../views/symbols.ts';
import { onlyNote, type Trend } from './words.ts';

/** Renders the panels of a trend, a unit each. */
export function chartView({ panels }: Trend, m: Localized): TemplateResult {
  return html`${panels.map((panel) => (panel.form === 'single' ? figuresView(panel, m) : panelView(panel, panels.length > 1, m)))}${notes(panels, m)}`;
}

/** Renders the figures of a single date, which makes no line, with a note that they are the only ones. */
function figuresView(panel: TrendPanel, m: Localized): TemplateResult {
  return html`<ul class="figures" role="list">
      ${panel.lines.map(({ label, last }) => html`<li><span>${domainText(label, m)}</span><span class="hidden">, </span> <strong part="value">${dotText(last, m, formatCount)}</strong></li>`)}
    </ul>
    <p class="note" part="note">${onlyNote(panel, m)}</p>`;
}

const percent = (fraction: number): string => `${fraction * 100}%`;
/** Returns a point on the 100 × 100 grid that the SVG stretches. */
const point = ({ x }: { readonly x: number }, y: number): string => `${x * 100} ${y * 100}`;

function panelView(panel: TrendPanel, named: boolean, m: Localized): TemplateResult {
  const { form, lines, height, periods } = panel;
  const isSlope = form === 'slope';
  const starts = lines.map(({ first }) => startLength(first, m));
  const ticks = panel.ticks.map(({ value, y }) => ({ y, text: tickText(value, panel, m) }));
  // The longest word at the left decides how much room it gets.
  const names = periods.map((each) => shortOf(each, m));
  const room = Math.max(
    ...(isSlope ? [...starts, (names[0]?.length ?? 0) - OVER] : ticks.map(({ text }) => text.length)),
  );
  return html`${named ? html`<p class="unit">${m.content('trendOf', { unit: panelUnit(panel, m) })}</p>` : nothing}
    <div class="plot ${form} ${sizeOf(room, names, lines, m)}" part="plot" ${styled({ '--_height': `${height}em`, '--_room': `${room}ch` })}>
      <div class="area">
        ${linesView(panel)}${leadersView(panel)}
        <div aria-hidden="true">
          ${periods.map(({ x, minor }, at) => html`<span class="period ${wayOf(x, minor, panel, m)}" ${styled({ '--_x': percent(x) })}>${names[at]}</span>`)}
          ${isSlope ? html`<span class="zero" ${styled({ '--_y': percent(panel.zero) })}>0</span>` : ticks.map(({ y, text }) => html`<span class="tick" ${styled({ '--_y': percent(y) })}>${text}</span>`)}
        </div>
        <ul class="series" role="list" part="series">${lines.map((line) => lineView(line, panel, m))}</ul>
      </div>
    </div>`;
}

/**
 * Returns the class for the width below which sentences replace the lines: long numbers beside them and long periods below
 * need room.
 */
function sizeOf(room: number, names: readonly string[], lines: readonly TrendLine[], m: Localized): string {
  const longest = Math.max(room, ...lines.map(({ last }) => dotText(last, m).length - 6));
  const isWide = names.length > 2 && names.some(({ length }) => length > SHORT);
  return longest > 9 ? 'huge' : longest > 6 || isWide ? 'large' : '';
}

/** Width of a small letter, in widths of a figure. */
const SMALL = 0.6;

/** Returns the width of the first value, in widths of a figure. */
function startLength(dot: TrendDot, m: Localized): number {
  const { prefix, number } = startText(dot, m);
  return Math.max(number.length, Math.ceil(prefix.length * SMALL));
}

/** Letters of the first date of two that stand over the line, or in the air beside it. */
const OVER = 2;

/** Period of a value. */
type Time = Pick<TrendDot, 'period' | 'until'>;

const shortOf = (time: Time, m: Localized): string => formatMeasured(time, m.lang, { style: 'short' });

/** A period with a longer name than this, a month or a school year, takes the room of more than one year. */
const SHORT = 7;
const LONG = 1.75;

/**
 * Returns the classes by which a date and its value are hidden where there is no room: eight years need a wide element, more
 * than twelve never have enough room. A narrow element has room for the first and the last of many.
 */
function wayOf(x: number, minor: boolean | undefined, panel: TrendPanel, m: Localized): string {
  const isLong = panel.periods.some((each) => shortOf(each, m).length > SHORT);
  const crowd = panel.crowd * (isLong ? LONG : 1);
  // An inner date is neither the first nor the last.
  const isInner = x % 1 > 0;
  return `${minor ? 'minor' : ''} ${crowd > 12 ? 'many' : crowd > 6 ? 'some' : ''} ${crowd > 3 && isInner ? 'inner' : ''}`;
}

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
function lineView(line: TrendLine, panel: TrendPanel, m: Localized): TemplateResult {
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
      ${isAlone ? marks.filter((dot) => dot !== last).map((dot) => valueView(dot, panel, m)) : nothing}
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
  return html`<span class="hidden">, </span><span class="change" part="change">${at}${form === 'slope' ? text : m.content('trendSince', { change: text, period: shortOf(first, m) })}</span>`;
}

const dotView = ({ x, y, isHollow }: TrendDot, rank: number): TemplateResult =>
  html`<span class="dot" ${styled({ '--_x': percent(x), '--_y': percent(y) })}>${symbol(toneOf(rank).shape, { hollow: isHollow })}</span>`;

function valueView(dot: TrendDot, panel: TrendPanel, m: Localized): TemplateResult {
  const { period, x, y } = dot;
  const minor = panel.periods.find((each) => each.period === period)?.minor;
  return html`<span class="at ${x === 0 ? 'first' : ''} ${wayOf(x, minor, panel, m)}" ${styled({ '--_x': percent(x), '--_y': percent(y) })}>${dotText(dot, m)}</span>`;
}

/** Marks a note that is shown only where the lines are drawn. */
const ofMarks = (content: Content): TemplateResult => html`<span class="marks">${content}</span>`;

/** Renders the notes about hollow marks, gaps, and lines that are left out. */
export function notes(panels: readonly TrendPanel[], m: Localized): Content {
  const drawn = panels.filter(({ form }) => form !== 'single');
  const lines = drawn.flatMap((panel) => panel.lines);
  const left = panels.reduce((sum, panel) => sum + panel.left, 0);
  const isBroken = ({ dots, first, last }: TrendLine): boolean =>
    dots.slice(dots.indexOf(first), dots.indexOf(last)).includes(null);
  const said: readonly Content[] = [
    ...(lines.some(({ dots }) => dots.some((dot) => dot?.isHollow)) ? [ofMarks(m.content('trendHollow'))] : []),
    ...(lines.some(isBroken) ? [ofMarks(m.content('trendGap'))] : []),
    ...(left ? [m.content('trendLeft', { n: left })] : []),
  ];
  return said.length
    ? html`<p class="note" part="note">${said.map((each, at) => html`${at ? ' ' : nothing}${each}`)}</p>`
    : nothing;
}
