import { valueParts } from '../../format/index.ts';
import { negated, shortLabel } from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';
import { html, joined, type Markup, NOTHING } from '../markup.ts';
import { aboutFigure, keptMarkup, measured, measureNeeds, scopeOf } from '../measured.ts';
import type { StillContext, StillKind } from '../request.ts';

/** One figure: its value and unit, its place and date, and how it changed. */
export const indicator: StillKind = {
  needs: measureNeeds,
  content: (context) => {
    const { attributes, dataset, m } = context;
    const figure = measured(dataset, { indicator: attributes['indicator'] ?? '', ...scopeOf(attributes) });
    const { quantity, sources = [] } = figure?.measure ?? {};
    if (!figure || !quantity) return null;
    const { texts, measure } = figure;
    const isMinus = attributes['sign'] === 'minus';
    const options = { sign: texts.signed === true || !!attributes['sign'], unit: 'long', words: true } as const;
    const { prefix, number, suffix, unit } = valueParts(
      isMinus ? negated(quantity) : quantity,
      measure,
      m.lang,
      options,
    );
    const before = prefix ? html`<span>${prefix} </span>` : NOTHING;
    // A number in words is long: it is written smaller.
    const value = html`<strong${/^\p{L}/u.test(number) ? html` class="words"` : NOTHING}>${number}${suffix}</strong>`;
    return {
      title: labelOf(figure, context),
      skin: 'value',
      body: html`<p>${before}${value}${unit ? html`<span> ${unit}</span>` : NOTHING}</p><p>${joined(aboutFigure(context, figure, { isMinus }), html`<br>`)}</p>`,
      sources,
    };
  },
};

/** Writes the short label where it says as much in this language as the full one with the names of what it is kept to. */
function labelOf({ measure, texts }: MeasuredFigure, { dataset, attributes, m }: StillContext): Markup {
  const { where, territory } = attributes;
  // A tile has its place beside its date.
  const kept = keptMarkup(dataset, { indicator: measure.indicator, where }, m);
  const short = shortLabel(texts, { where, territory });
  const isOwn = short && (short[m.lang] || !texts.label[m.lang]);
  return isOwn ? m.data(short) : joined([m.data(texts.label), ...kept], ' · ');
}

/** A tile: it has no frame. On a phone its number stands at the left of its words. */
export const skin = `
&{padding:var(--ess-pad,0);border:var(--ess-border,0);background:var(--ess-bg,none)}
&::before{content:none}
&>figcaption{color:var(--_ink-2);font-family:inherit;font-size:.875em;font-weight:400;line-height:inherit}
&>figcaption+p{margin:0;color:var(--_ink);font-size:clamp(2.25em,1.2em + 12cqi,3.25em);font-weight:700;font-variant-numeric:lining-nums tabular-nums;line-height:1.15;letter-spacing:-.02em}
&>figcaption+p>strong{font-weight:inherit;white-space:nowrap}
&>figcaption+p>span{color:var(--_ink-2);font-size:.4em;font-weight:600;letter-spacing:0}
&>figcaption+p>strong+span{position:absolute;overflow:hidden;inline-size:1px;block-size:1px;clip-path:inset(50%)}
&>p+p{padding:0;border:0;margin:max(.25rem,4px) 0 0;font-size:.875em}
&>details:last-child{margin:0;padding:max(.5rem,8px) 0 0;border:0}
@media screen{@container (min-width:17.5em) and (max-width:30em){
&{display:grid;grid-template:"v l" "v c" "v f"/minmax(6.75rem,min-content) minmax(0,1fr);column-gap:max(.5rem,8px);align-content:start;padding:var(--ess-pad,0)}
&>figcaption{grid-area:l;color:var(--_ink);font-weight:600}
&>figcaption+p{grid-area:v;font-size:2.125em;line-height:1.2}
&>p+p{grid-area:c}
&>details:last-child{grid-area:f}
}}
`;
