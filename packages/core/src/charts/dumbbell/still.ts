import { footSkin, rowsSkin } from '../bars/still.ts';
import type { Figure } from '../figure.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { percent } from '../pieces.ts';
import type { Words } from '../words/words.ts';
import { dumbbellsInWords } from './chart.ts';

const dot = (at: number, r: string): Markup => html`<circle cx="${percent(at)}" cy="50%" r="${r}"/>`;
/** A ring, and a smaller disc: a value that stayed is a disc in its ring. */
const ring = (at: number): Markup => dot(at, '.375em');
const disc = (at: number): Markup => html`<g>${dot(at, '.3125em')}</g>`;

const lines = (marks: Markup): Markup => html`<svg aria-hidden="true">${marks}</svg>`;

/** Writes the parts as a table: both values of each with their change, beside their places on an axis. */
export function still(figure: Figure, m: Words): Markup {
  const { rows, periods, zero } = dumbbellsInWords(figure, m);
  const [now, before] = periods;
  const axis = html`<line x1="${percent(zero)}" x2="${percent(zero)}" y2="100%"/>`;
  const body = rows.map(({ name, checks, values, change, isKnown, before: a, now: b }) => {
    const doubt = checks ? html` (${m.say('quality_check')})` : NOTHING;
    const way =
      a === undefined || b === undefined
        ? NOTHING
        : html`<g><line x1="${percent(a)}" x2="${percent(b)}" y1="50%" y2="50%"/></g>`;
    const marks = html`${axis}${way}${a === undefined ? NOTHING : ring(a)}${b === undefined ? NOTHING : disc(b)}`;
    const last = isKnown ? html`<strong>${values[0]}</strong>` : html`${values[0]}`;
    return html`<tr><th scope="row">${m.data(name)}${doubt}</th><td>${lines(marks)}<span>${values[1]} → ${last}${change ? html` <span>${change}</span>` : NOTHING}</span></td></tr>`;
  });
  return html`<table><thead><tr><th scope="col">${lines(ring(0.5))} ${before} <span class="x">→</span>${lines(disc(0.5))} ${now}</th></tr></thead><tbody>${body}</tbody></table>`;
}

/** A ring for the value before, a disc for the present one, and the way between them. */
export const skin = [
  footSkin,
  rowsSkin,
  `
& tbody{grid-template-columns:fit-content(42%) minmax(0,1fr) auto;gap:0}
& tbody>tr{padding-block:max(.25rem,4px);border-block-start:1px solid var(--_line)}
& tbody>tr>td{display:grid;grid-column:2/4;grid-template-columns:subgrid}
& svg{inline-size:calc(100% - 2em);block-size:2.75em;margin-inline:1.5em .5em;overflow:visible;fill:var(--_surface);stroke:var(--_accent);stroke-width:2px;forced-color-adjust:none}
& svg>line{stroke:var(--_line-strong);stroke-width:1px}
& g{fill:var(--_accent);stroke-width:3px}
& g>circle{stroke:none}
& td>span{font-size:.9375em}
& span>span{display:block;font-size:.875em}
& strong{color:var(--_ink)}
& thead{display:block;margin:0 0 max(.75rem,12px);color:var(--_ink-2);font-size:.875em}
& thead svg{inline-size:1em;block-size:1em;margin:0 .4em 0 0;vertical-align:-.15em}
& thead .x+svg{margin-inline-start:1em}
@container (max-width:36em){
& tbody{grid-template-columns:minmax(0,1fr)}
& tbody>tr{display:flex;flex-wrap:wrap;gap:0 max(.75rem,12px)}
& tbody>tr>td{display:contents}
& tbody svg{order:1;inline-size:calc(100% - 1em);block-size:1.375em;margin-inline:.5em}
& td>span{margin-inline-start:auto}
& span>span{display:inline;margin-inline-start:.35em}
}
`,
];
