import { capitalised } from '../../format/index.ts';
import { footSkin } from '../bars/still.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import type { DotsGroup } from './chart.ts';
import { dotGrid } from './ratio.ts';

/** Writes ratios as a list, each with its dots: `v11` is eleven in a row, and the list has the most of a row. */
export function dotsList(groups: readonly DotsGroup[]): Markup {
  const grids = groups.map((group) => dotGrid(group));
  const most = Math.max(...grids.map(({ columns }) => columns));
  const items = groups.map(({ label, count, share, goal }, at) => {
    const { columns = 0, rows = 0, filled = '', rings, mark = '' } = grids[at] ?? {};
    const name = label ? html`<p>${label}</p>` : NOTHING;
    return html`<li>${name}<svg class="v${columns}" viewBox="0 0 ${columns * 10} ${rows * 10}" aria-hidden="true"><path d="${filled}"/><path d="${rings?.() ?? ''}"/>${mark ? html`<path d="${mark}"/>` : NOTHING}</svg><p><strong>${count}</strong>${share && ` <span>${share}</span>`}</p>${goal ? html`<p>${capitalised(goal)}</p>` : NOTHING}</li>`;
  });
  return html`<ul class="v${most}">${items}</ul>`;
}

export const skin = [
  footSkin,
  `
&>ul{--a:var(--v);display:grid;gap:max(1.5rem,24px)}
& li>p{margin:0 0 max(.25rem,4px);font-size:.9375em;line-height:1.3}
& svg{display:block;inline-size:calc(var(--v)*min(1.5em,100%/var(--a)));fill:var(--_line-strong);forced-color-adjust:none}
& path:first-child{fill:var(--_accent)}
& path:nth-child(3){fill:var(--_ink)}
& svg+p{margin:max(.25rem,4px) 0 0;font-size:1.125em}
& span{color:var(--_ink-2)}
`,
];
