import { footSkin } from '../bars/still.ts';
import { type Figure, shareText, valueText } from '../figure.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { hundredths, seen } from '../pieces.ts';
import { lacksOf, segmentsSkin } from '../stack/still.ts';
import type { Words } from '../words/words.ts';

/** Segments under this fraction of the whole have their share below the bar alone. */
const SMALL = 0.12;

/** Writes one bar, and the list of its parts. */
export function still(figure: Figure, m: Words): Markup | null {
  const { segments } = figure;
  if (!segments) return null;
  const bar = segments.map(({ length, rank, share }) =>
    length
      ? html`<span class="${hundredths(length)} p${rank}">${share && length >= SMALL ? seen(shareText(share, m)) : NOTHING}</span>`
      : NOTHING,
  );
  const parts = segments.map(({ label, quantity, share, length, rank, checks }) => {
    const doubt = checks ? html` (${m.say('quality_check')})` : NOTHING;
    const value = html`<strong>${valueText(quantity, figure, m)}</strong>${share ? html` ${shareText(share, m)}` : NOTHING}`;
    return html`<li class="${hundredths(length)} p${rank}"><span>${m.data(label)}${doubt}</span> <span>${value}</span></li>`;
  });
  return html`<div>${bar}${lacksOf(segments)}</div><ul>${parts}</ul>`;
}

/** Labels stand below their segments as far as there is room. */
export const skin = [
  footSkin,
  segmentsSkin,
  `
&>div>span{block-size:2.75em}
& span>svg{font-size:1em}
&>ul{display:flex;gap:max(.5rem,8px) max(1rem,16px);margin-block-start:max(.5rem,8px)}
& li{display:flex;flex:var(--v) 1 0;flex-wrap:wrap;gap:.125rem .6em;align-items:baseline;min-inline-size:min(14em,30%);line-height:1.3}
& li::before{content:"";inline-size:.94em;block-size:.8em}
& li>span{flex:1;font-size:.9375em}
& li>span+span{flex:none;inline-size:100%;color:var(--_ink-2);font-size:1.125em}
& strong{color:var(--_ink)}
@container (max-width:36em){&>ul{display:block}& li{flex-wrap:nowrap;margin-block-end:max(.5rem,8px)}& li>span+span{inline-size:auto}}
`,
];
