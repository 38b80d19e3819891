import { still as bars, barsSkin, footSkin, rowsSkin } from '../bars/still.ts';

export const still = bars;

/** Several bars a row, which touch its line of zero. */
export const skin = [
  footSkin,
  rowsSkin,
  barsSkin,
  `
& tbody{row-gap:max(.75rem,12px)}
& tbody th{grid-row:1/span 4}
& td{grid-column:2;block-size:auto;min-block-size:1.375em}
& td::before,& thead th::before{block-size:1em;border:1px solid var(--o);border-radius:0}
& td~td strong{font-weight:400}
& thead,& thead>tr{display:flex;gap:max(1rem,16px);margin:0 0 max(.5rem,8px)}
& thead th{display:flex;gap:.6em;align-items:center;color:var(--_ink-2);font-size:.875em}
& thead th:first-child{display:none}
& thead th::before{content:"";inline-size:1.5em;border-radius:var(--_radius-1);background:var(--p);forced-color-adjust:none}
@container (max-width:26em){& tbody :is(th,td){grid-area:auto/1}}
`,
];
