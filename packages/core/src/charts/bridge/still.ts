import { barsSkin, footSkin, rowsSkin } from '../bars/still.ts';
import { html, type Markup } from '../markup.ts';
import { hundredths } from '../pieces.ts';
import type { Words } from '../words/words.ts';
import type { BridgeRow } from './chart.ts';

/** Writes the steps as a table: a row begins where its class says, and its cell has the length of the step. */
export function bridgeTable(rows: readonly BridgeRow[], m: Words): Markup {
  const body = rows.map(({ kind, label, value, start, length, rank }) => {
    const look = rank && length ? ` p${rank}` : kind === 'before' ? ' k9' : '';
    return html`<tr class="${hundredths(start)}"><th scope="row">${label}</th><td class="${hundredths(length)}${look}"><strong>${value}</strong></td></tr>`;
  });
  return html`<table><thead class="x"><tr><th scope="col">${m.say('bridgeStep')}</th><th scope="col">${m.say('col_value')}</th></tr></thead><tbody>${body}</tbody></table>`;
}

/** Thin lines carry the level of a step on to the next one. */
export const skin = [
  footSkin,
  rowsSkin,
  barsSkin,
  `
& tbody>tr{--a:var(--v)}
& td{position:relative}
& td::before{margin-inline-start:calc((100% - 6.25em)*var(--a)/100);border:1px solid var(--o,#0000);border-radius:0}
& tr:not(:last-child)>td::after{content:"";position:absolute;inset-block:calc(50% + .625em) calc(.625em - 50% - max(.5rem,8px));inset-inline-start:calc((100% - 6.25em)*(var(--a) + var(--w,var(--v)))/100);border-inline-start:1px dashed var(--_line-strong)}
& .p4{--w:0}
& [class*=p] strong{font-weight:600}
`,
];
