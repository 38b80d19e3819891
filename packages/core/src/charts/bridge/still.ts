import { barsSkin, footSkin, rowsSkin } from '../bars/still.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { hundredths } from '../pieces.ts';
import type { Words } from '../words/words.ts';
import type { BridgeRow } from './chart.ts';

/** Writes the steps as a table: the cell of a flow has its length and its pattern, that of a stock is its number. */
export function bridgeTable(rows: readonly BridgeRow[], m: Words): Markup {
  const body = rows.map(({ label, value, length, rank }) => {
    const bar = rank ? html` class="${hundredths(length)}${length ? ` p${rank}` : ''}"` : NOTHING;
    return html`<tr><th scope="row">${label}</th><td${bar}><strong>${value}</strong></td></tr>`;
  });
  return html`<table><thead class="x"><tr><th scope="col">${m.say('bridgeStep')}</th><th scope="col">${m.say('col_value')}</th></tr></thead><tbody>${body}</tbody></table>`;
}

/** A stock is a large number, and has no axis. */
export const skin = [
  footSkin,
  rowsSkin,
  barsSkin,
  `
& td::before{border:1px solid var(--o,#0000)}
& td:not([class]){border:0}
& td:not([class])::before{content:none}
& td:not([class]) strong{font-size:1.5em;line-height:1.2}
`,
];
