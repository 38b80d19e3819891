import { footSkin } from '../bars/still.ts';
import type { Figure } from '../figure.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { hundredths, seen } from '../pieces.ts';
import { tableSkin } from '../table/still.ts';
import type { Words } from '../words/words.ts';
import { stacksInWords } from './chart.ts';
import type { PaintedStack } from './svg.ts';

/** Segments under these fractions of the whole have their value in the legend alone: on narrow widths, and everywhere. */
const SMALL = 0.2;
const TINY = 0.05;

/** Writes a bar a period, and the table of all values, which is their legend. */
export function still(figure: Figure, m: Words): Markup | null {
  const { stacks, legend, write, isStatus } = stacksInWords(figure, m);
  const rankOf = (rank: number): string => `p${isStatus && rank === 3 ? 5 : rank}`;
  const letters = Math.max(...stacks.map(({ period }) => period.length));
  const bars = stacks.map(({ period, segments }) => {
    const parts = segments.map(({ length, rank, ...segment }) => {
      const value = length < TINY ? NOTHING : seen(write({ length, rank, ...segment }));
      return length
        ? html`<span class="${hundredths(length)} ${rankOf(rank)}${length < SMALL ? ' s' : ''}">${value}</span>`
        : NOTHING;
    });
    return html`<div>${seen(period, letters)}${parts}${lacksOf(segments)}</div>`;
  });
  const heads = stacks.map(({ period }) => html`<th scope="col">${period}</th>`);
  const rows = (figure.measure.parts ?? []).map(({ label, checks }, at) => {
    const { values = [], rank = at + 1 } = legend[at] ?? {};
    const doubt = checks ? html` (${m.say('quality_check')})` : NOTHING;
    const cells = values.map((value, n) => html`<td>${n ? value : html`<strong>${value}</strong>`}</td>`);
    return html`<tr class="${rankOf(rank)}"><th scope="row">${m.data(label)}${doubt}</th>${cells}</tr>`;
  });
  return html`${bars}<table><thead><tr><th scope="col">${m.data(figure.dimension.label)}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** Writes the empty rest of a bar, if the parts are less than the whole. */
export function lacksOf(segments: PaintedStack['segments']): Markup {
  const end = segments.reduce((sum, { length }) => sum + length, 0);
  return end < 1 - 1e-6 ? html`<span class="${hundredths(1 - end)}"></span>` : NOTHING;
}

/** A bar of segments, and swatches of their patterns. */
export const segmentsSkin = `
&>div{display:flex;gap:2px;align-items:center}
& svg{flex:none;overflow:visible;forced-color-adjust:none;fill:currentColor;font-weight:700}
&>div>span{display:flex;flex:var(--v) 0 0;align-items:center;justify-content:center;min-inline-size:2px;block-size:2.25em;overflow:hidden}
& span>svg{box-sizing:content-box;padding:.15em .3em;border-radius:var(--_radius-1);background:var(--_surface);color:var(--_ink);font-size:.875em}
& .p1>svg{background:none;color:var(--_on-accent)}
&>div>[class*=p],& tbody th::before,& li::before{border:1px solid var(--o);border-radius:var(--_radius-1);background:var(--p);forced-color-adjust:none}
`;

export const skin = [
  footSkin,
  segmentsSkin,
  tableSkin,
  `
&>div+div{margin-block-start:.375rem}
&>div>svg{margin-inline-end:max(1rem,16px);font-size:.9375em}
&>div>.p1{justify-content:start}
& thead th{padding-block:0 max(.25rem,4px);color:var(--_ink-2);font-size:max(.75rem,.93em)}
& thead th:first-child{font-size:0}
& tr>*+*{inline-size:5.5em;text-align:end}
& tbody>tr:last-child>*{border:0}
& tbody th::before{content:"";display:inline-block;inline-size:1.5em;block-size:1em;margin-inline-end:.6em;vertical-align:-.1em}
@container (max-width:26em){& .s>svg{display:none}}
`,
];
