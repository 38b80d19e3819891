/**
 * The eight shapes that stand for a category. A colour never says a category alone: the shape does too, so all have
 * the same area (96 on the 16 grid) and none looks more important than its neighbour.
 */
import { categoryColours, type Shape, shapePaths } from '@ess-widgets/core/charts';
import { type CSSResult, css, html, nothing, svg, type TemplateResult } from 'lit';
import { themed } from '../base/tokens.ts';

/** A hollow symbol is drawn a little smaller, so that its stroke ends where the solid one ends. */
export const hollowTransform = 'translate(8 8) scale(0.82) translate(-8 -8)';

/** Options of one symbol. */
interface SymbolOptions {
  /** Outlined only: the position or the status is not certain. */
  readonly hollow?: boolean;
  /** Width and height in CSS px; without it, `1em` of the text around. */
  readonly size?: number;
  /** A property name of `toneOf`; without it the symbol takes the text colour. */
  readonly cssVar?: string;
}

/**
 * Renders a decorative symbol, hidden from assistive technology: the category is always written next to it.
 * The element that uses it includes {@link symbolStyles}.
 */
export function symbol(shape: Shape, options: SymbolOptions = {}): TemplateResult {
  const { hollow = false, size, cssVar } = options;
  const tone = cssVar === undefined ? '' : ` tone${cssVar.replace(/^--_/, '-')}`;
  const path = hollow
    ? svg`<path d=${shapePaths[shape]} transform=${hollowTransform}></path>`
    : svg`<path d=${shapePaths[shape]}></path>`;
  return html`<svg
    class="symbol${hollow ? ' hollow' : ''}${tone}"
    viewBox="0 0 16 16"
    width=${size ?? nothing}
    height=${size ?? nothing}
    aria-hidden="true"
    focusable="false"
  >
    ${path}
  </svg>`;
}

/** Styles of {@link symbol}: colours by class, because a style attribute is refused by a strict content policy. */
export const symbolStyles: CSSResult = css`
  ${themed(categoryColours)}
  .symbol {
    display: inline-block;
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    overflow: visible;
    fill: currentColor;
    vertical-align: -0.125em;
  }
  .symbol[width] {
    inline-size: auto;
    block-size: auto;
  }
  .symbol.hollow {
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
    stroke-linejoin: round;
  }
  .tone-cat-1 { color: var(--_cat-1); }
  .tone-cat-2 { color: var(--_cat-2); }
  .tone-cat-3 { color: var(--_cat-3); }
  .tone-cat-4 { color: var(--_cat-4); }
  .tone-cat-5 { color: var(--_cat-5); }
  .tone-cat-6 { color: var(--_cat-6); }
  .tone-cat-7 { color: var(--_cat-7); }
  .tone-cat-8 { color: var(--_cat-8); }
  .tone-ink {
    color: var(--_ink);
  }
  .tone-accent {
    color: var(--_accent);
  }
  .tone-ink-2 { color: var(--_ink-2); }
  @media (forced-colors: active) {
    .symbol {
      color: CanvasText;
    }
  }
`;
