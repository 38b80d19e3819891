import type { Figure } from '../figure.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { hundredths, toned } from '../pieces.ts';
import type { Words } from '../words/words.ts';
import { barsInWords } from './chart.ts';

/** Writes the bars as a table: one a row, or one a series in each row; null for bars on both sides of zero. */
export function still(figure: Figure, m: Words): Markup | null {
  const { rows, series } = barsInWords(figure, m);
  if (rows.some(({ bars }) => bars.some(({ start }) => start > 0))) return null;
  const shares = rows.some(({ bars }) => bars.some(({ share }) => share));
  const heads = series.length
    ? series.map((name, at) => html`<th scope="col" class="p${at + 1}">${name}</th>`)
    : html`<th scope="col">${m.say('col_value')}${shares ? html`, ${m.say('col_share')}` : NOTHING}</th>`;
  const body = rows.map(({ name, tone, bars, checks, unit }) => {
    const head = unit ? html`<tr><th scope="rowgroup">${unit}</th></tr>` : NOTHING;
    const doubt = checks ? html` (${m.say('quality_check')})` : NOTHING;
    const cells = bars.map(({ value, share, length, rank, isKnown }) => {
      const said = isKnown ? html`<strong>${value}</strong>` : html`<span>${value}</span>`;
      const pattern = rank && length ? ` p${rank}` : '';
      return html`<td class="${hundredths(length)}${pattern}">${said}${share ? html` <span>${share}</span>` : NOTHING}</td>`;
    });
    return html`${head}<tr${toned(tone)}><th scope="row">${m.data(name)}${doubt}</th>${cells}</tr>`;
  });
  return html`<table><thead${series.length ? NOTHING : html` class="x"`}><tr><th scope="col">${m.data(figure.dimension.label)}</th>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Room in the foot for the buttons that the widget has there. */
export const footSkin = `
&>details:last-child{padding-block-end:10px}
@container (max-width:30em){&>details:last-child{padding-block-end:2.75rem}}
`;

/** Rows of a name and of what is drawn beside it, or below it where there is no room. */
export const rowsSkin = `
&>table{display:block}
& tbody{display:grid;grid-template-columns:fit-content(42%) minmax(0,1fr);gap:max(.5rem,8px) max(1rem,16px)}
& tbody>tr{display:grid;grid-column:1/-1;grid-template-columns:subgrid;align-items:center;min-block-size:1.625em}
& tbody>tr>*{display:flex;gap:.5em;align-items:center}
& tbody th{gap:.6em;font-size:.9375em;line-height:1.3}
& td span{color:var(--_ink-2)}
& tr:has(>th:only-child){min-block-size:0;margin-block-end:min(-.5rem,-8px)}
& th:only-child{grid-column:1/-1;font-weight:700}
& tr+tr>th:only-child{margin-block-start:max(.5rem,8px)}
@container (max-width:26em){
& tbody{grid-template-columns:minmax(0,1fr);row-gap:max(.75rem,12px)}
& tbody>tr{row-gap:.125rem}
}
`;

/** Bars from zero: `v59` is 59 hundredths of the axis. */
export const barsSkin = `
& td{block-size:100%;line-height:1.3;border-inline-start:1px solid var(--_line-strong)}
& td::before{content:"";flex:none;block-size:1.25em;inline-size:calc((100% - 6.25em)*var(--v,0)/100);border-radius:0 var(--_radius-1) var(--_radius-1) 0;background:var(--p,var(--c,var(--_accent)));forced-color-adjust:none}
@container (max-width:26em){& td{min-block-size:1.5em}}
`;

export const skin = [footSkin, rowsSkin, barsSkin];
