import { formatChange, formatCount, formatMeasured } from '../../format/index.ts';
import { undivided } from '../../indicators/index.ts';
import { footSkin } from '../bars/still.ts';
import { combined } from '../combined.ts';
import { gridMarkup, titleBy } from '../grid-markup.ts';
import { html, joined, type Markup, NOTHING, raw } from '../markup.ts';
import { keptMarkup, measured, measureNeeds, scopeOf, wordsIn } from '../measured.ts';
import { noted } from '../parts-words.ts';
import { periodsBefore } from '../periods-before.ts';
import { percent } from '../pieces.ts';
import type { StillKind } from '../request.ts';
import { shapePaths, toneOf } from '../shapes.ts';
import type { Words } from '../words/words.ts';
import { trendGrid } from './grid.ts';
import { figureNames, onlySaid, plotOf, spanSaid, trendNotes } from './plot.ts';
import { seriesOf } from './series.ts';
import { type TrendDot, type TrendLine, type TrendPanel, type TrendSeries, trendPanels } from './trend.ts';
import { dotText, isLatest, panelUnit, startText } from './words.ts';

/** The values of figures over time: lines, or a table of them. */
export const trend: StillKind = {
  needs: measureNeeds,
  content: ({ dataset, attributes, m }) => {
    const { compare, ...scope } = scopeOf(attributes);
    const ids = wordsIn(attributes['indicator']);
    const by = attributes['by'] || undivided(dataset.measures, ids);
    const asked = { ...scope, ...(by ? { by } : {}) };
    const latest = ids.flatMap((indicator) => measured(dataset, { indicator, ...asked }) ?? []);
    if (latest.length < ids.length) return null;
    const all = latest.map((figure) => {
      const periods = periodsBefore(dataset.manifest.periods, figure.measure.period);
      const { indicator } = figure.measure;
      return [...periods.flatMap((period) => measured(dataset, { indicator, ...asked, period }) ?? []), figure];
    });
    const fixed = compare && compare !== 'previous' && compare !== 'none' ? compare : undefined;
    const series = all.flatMap((figures) => seriesOf(figures, fixed));
    const panels = trendPanels(series, { lang: m.lang });
    const [first] = latest;
    if (!first || panels.length === 0) return null;
    const dimension = first.texts.dimensions.find(({ id }) => id === first.measure.by);
    const names = figureNames(latest, m);
    const name =
      latest.length === 1
        ? titleBy(first.texts.label, dimension?.label, m)
        : names === null
          ? m.say('trendTitle')
          : html`${names}`;
    const span = spanSaid(panels, m);
    const isTable = attributes['view'] === 'table';
    return {
      title: joined([...keptMarkup(dataset, first.measure, m), name], ' · '),
      skin: isTable ? 'table' : 'trend',
      ...(span ? { subtitle: m.say(span.key, span.params) } : {}),
      body: isTable
        ? tableOf(series, m)
        : html`${panels.map((panel) => panelOf(panel, panels, m))}${noted(trendNotes(panels), m)}`,
      sources: combined(latest)?.measure.sources ?? [],
    };
  },
};

function tableOf(series: readonly TrendSeries[], m: Words): Markup {
  const points = series.flatMap((one) => one.points);
  const timeOf = (period: string) => points.find((point) => point.period === period && point.until) ?? { period };
  const heading = ({ id }: { readonly id: string }): Markup =>
    id === 'label' ? m.say('trendSeries') : html`${formatMeasured(timeOf(id), m.lang)}`;
  return gridMarkup(trendGrid(series, m.lang), { heading }, m);
}

function panelOf(panel: TrendPanel, panels: readonly TrendPanel[], m: Words): Markup {
  const { form, lines, height } = panel;
  if (form === 'single') {
    const only = onlySaid(panel, m);
    const items = lines.map(
      ({ label, last }) => html`<li>${m.data(label)} <strong>${dotText(last, m, formatCount)}</strong></li>`,
    );
    return html`<ul>${items}</ul>${only ? html`<p>${m.say(only.key, only.params)}</p>` : NOTHING}`;
  }
  const { room, size } = plotOf(panel, m);
  const unit = panels.length > 1 ? html`<p>${m.say('trendOf', { unit: panelUnit(panel, m) })}</p>` : NOTHING;
  // The room at the left in letters, and in it the height.
  return html`${unit}<div class="v${Math.ceil(room)}${size === 'huge' ? ' l' : ''}"><div class="v${Math.ceil(height)}${form === 'line' ? ' line' : ''}"><svg aria-hidden="true">${marksOf(panel, m)}</svg><ul>${lines.map((line) => lineOf(line, panel, m))}</ul></div></div>`;
}

/** Writes a line in words, "LinkedIn, 2023 : 5 178, 2024 : 7 148, +38,0 %", at the height of its end. */
function lineOf(line: TrendLine, { periods, form }: TrendPanel, m: Words): Markup {
  const { label, dots, first, last, change, endAt, isLong } = line;
  const isEnd = isLatest(line);
  const time = (of: Parameters<typeof formatMeasured>[0], value: string): Markup =>
    m.say('trendPoint', { period: formatMeasured(of, m.lang), value });
  const before = periods.slice(0, -1).map((each, at) => {
    const dot = dots[at];
    return html`${time(each, dot ? dotText(dot, m) : m.text('unknown'))}, `;
  });
  const end = isEnd ? time(last, '') : NOTHING;
  const said = change ? formatChange(change, m.lang) : '';
  const since =
    said && form === 'line'
      ? m.say('trendSince', { change: said, period: formatMeasured(first, m.lang, { style: 'short' }) })
      : html`${said}`;
  const at = isEnd ? NOTHING : html`${formatMeasured(last, m.lang)}`;
  const value = isEnd ? html` <strong>${dotText(last, m)}</strong>` : NOTHING;
  const changed = joined([at, since], ' ');
  return html`<li class="v${Math.round(endAt * 100)}${isLong ? ' b' : ''}"><strong>${m.data(label)}</strong><span class="x">, ${before}${end}</span>${value}${changed.markup ? html`<span class="x">, </span><span>${changed}</span>` : NOTHING}</li>`;
}

const place = (x: number, y: number): string => `x="${percent(x)}" y="${percent(y)}"`;

/** Writes the marks in places of an SVG without a grid, so that letters and strokes keep their size: axes, lines, dots, words. */
function marksOf(panel: TrendPanel, m: Words): Markup {
  const { form, lines, zero, height } = panel;
  const { periods, ticks } = plotOf(panel, m);
  const isSlope = form === 'slope';
  const line = (x1: number, y1: number, x2: number, y2: number, looks = ''): Markup =>
    raw(
      `<line x1="${percent(x1)}" y1="${percent(y1)}" x2="${percent(x2)}" y2="${percent(y2)}"${looks && ` class="${looks}"`}/>`,
    );
  const text = (at: string, words: string, looks: string): Markup =>
    html`${raw(`<text ${at}${looks}>`)}${words}</text>`;
  const axes = [line(0, zero, 1, zero), ...(isSlope ? [line(0, 0, 0, 1), line(1, 0, 1, 1)] : [])];
  const names = periods.map(({ x, text: name, way }) => {
    if (way.includes('minor many')) return NOTHING;
    if (!isSlope) return text(place(x, 1), name, ` dy="2em" text-anchor="middle"${classOf(way)}`);
    return text(`x="${x ? '100%' : '.6em'}" y="0"`, name, ` dy="-.7em" text-anchor="${x ? 'start' : 'end'}" class="p"`);
  });
  const beside = isSlope
    ? lines.flatMap(({ first, startAt }) => {
        if (first.x > 0) return [];
        const { prefix, number } = startText(first, m);
        const at = `x="-.6em" y="${percent(startAt)}"`;
        const small = prefix ? [text(at, prefix, ' dy="-.9em" text-anchor="end" class="s"')] : [];
        return [...small, text(at, number, ' dy=".35em" text-anchor="end" class="t"')];
      })
    : ticks.map(({ y, text: tick }) => text(`x="-.8em" y="${percent(y)}"`, tick, ' dy=".35em" text-anchor="end"'));
  const runs = lines.map(({ rank, runs: own, dots }) => {
    const strokes = own.flatMap((run) =>
      run.slice(1).map((dot, at) => line(run[at]?.x ?? 0, run[at]?.y ?? 0, dot.x, dot.y)),
    );
    const bars = dots.flatMap((dot) => (dot?.bar ? [line(dot.x, dot.bar[0], dot.x, dot.bar[1], 'w')] : []));
    return html`<g class="r${rank}">${strokes}${bars}</g>`;
  });
  const moved = lines.filter(({ last, endAt }) => Math.abs(last.y - endAt) * height > 0.5);
  const leaders = moved.length
    ? html`<svg x="100%" width="1.5em">${moved.map(({ last, endAt }) => raw(`<line x1=".5em" y1="${percent(last.y)}" x2="1.5em" y2="${percent(endAt)}"/>`))}</svg>`
    : NOTHING;
  const [alone] = lines.length === 1 && !isSlope ? lines : [];
  const values = (alone?.marks ?? [])
    .filter((dot) => dot !== alone?.last)
    .map((dot) => {
      const way = periods.find(({ period }) => period === dot.period)?.way ?? '';
      if (way.includes('minor many')) return NOTHING;
      return text(
        place(dot.x, dot.y),
        dotText(dot, m),
        ` dy="-.9em" text-anchor="${dot.x ? 'middle' : 'start'}"${classOf(way, 't')}`,
      );
    });
  const marks = lines.map(
    ({ rank, marks: own }) => html`<g class="r${rank}">${own.map((dot) => markOf(dot, rank))}</g>`,
  );
  const origin = isSlope ? text(`x=".5em" y="${percent(zero)}"`, '0', ' dy="-.4em"') : NOTHING;
  return html`${axes}${leaders}${runs}${marks}${origin}${names}${beside}${values}`;
}

/** Writes the classes of a date: where there is little room it is left out, or between the first and the last. */
function classOf(way: string, looks = ''): string {
  const classes = [looks, /minor some/.test(way) ? 'm' : '', /inner/.test(way) ? 'i' : ''].filter(Boolean);
  return classes.length ? ` class="${classes.join(' ')}"` : '';
}

const markOf = ({ x, y, isHollow }: TrendDot, rank: number): Markup =>
  raw(`<svg ${place(x, y)}><path d="${shapePaths[toneOf(rank).shape]}"${isHollow ? ' class="h"' : ''}/></svg>`);

const DASHES = ['6 4', '1.5 4', '10 4', '8 3 1.5 3', '3 3', '12 3 3 3', '2 6'];

/** Lines in the place of their words, which are sentences where there is no room for lines. */
const sentences = (plot: string): string =>
  `& ${plot}{padding:0}& ${plot} svg{display:none}& ${plot}>div{block-size:auto}& ${plot} li{position:static;inline-size:auto;margin:0 0 max(.5rem,8px);translate:none}& ${plot} span{all:unset}`;

export const skin = [
  footSkin,
  `
&>div{padding:2em 14em 1em calc(var(--v)*1ch + .6em);line-height:1.2;overflow-wrap:normal}
&>div>div{position:relative;block-size:calc(var(--v)*1em)}
&>div>.line{margin-block:-.25em 1em}
& svg{overflow:visible;fill:var(--_ink-2);stroke:none;forced-color-adjust:none}
& div>svg{position:absolute;inline-size:100%;block-size:100%}
& text{font-size:max(.75rem,.8125em)}
& .t{fill:var(--_ink);font-size:.875em}
& .p{fill:var(--_ink);font-size:.9375em;font-weight:700}
& line{stroke:var(--_line-strong)}
& g{color:var(--_ink-2)}
& .r1{color:var(--_accent)}
& g line{stroke:currentColor;stroke-width:2px}
& .r1 line{stroke-width:3px;stroke-linecap:round}
${DASHES.map((dashes, at) => `& .r${at + 2}{stroke-dasharray:${dashes}}`).join('')}
& g .w{stroke-width:4px;stroke-dasharray:none}
& path{transform:translate(-6.8px,-6.8px) scale(.85);fill:currentColor;stroke:var(--_surface);stroke-width:3px;stroke-dasharray:none;paint-order:stroke}
& .h{fill:var(--_surface);stroke:currentColor;stroke-width:2.4px;paint-order:normal}
& div li{position:absolute;inset-block-start:calc(var(--v)*1%);inset-inline-start:calc(100% + 1.75em);inline-size:14.17em;translate:0 -50%}
& li{font-size:.875em}
& li>span,& .b>strong:first-child{display:block}
& li>span{color:var(--_ink-2);font-size:max(.75rem,.93em)}
& div strong:first-child{font-weight:600}
&>ul{display:flex;flex-wrap:wrap;gap:max(1rem,16px) max(2rem,32px);color:var(--_ink-2)}
&>ul strong{display:block;color:var(--_ink);font-size:2em;line-height:1.2}
@container (min-width:30.01em) and (max-width:46em){& .m{display:none}}
@container (max-width:30em){& .i{display:none}&>div{padding-inline-end:10.5em}& div li{inline-size:10.17em}}
@container (max-width:20em){${sentences('div')}}
@container (max-width:32em){${sentences('.l')}}
`,
];
