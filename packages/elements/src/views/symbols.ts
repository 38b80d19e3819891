/**
 * The eight shapes that stand for a category. A colour never says a category alone: the shape does too, so all have
 * the same area (96 on the 16 grid) and none looks more important than its neighbour.
 */
import { type CSSResult, css, html, nothing, svg, type TemplateResult } from 'lit';
import { type Colours, themed } from '../base/tokens.ts';

/** A shape: the eight of the categorical scale in their fixed order, then those of things that are no category. */
export type Shape =
  | 'disc'
  | 'square'
  | 'triangle'
  | 'diamond'
  | 'pentagon'
  | 'cross'
  | 'star'
  | 'triangle-down'
  | 'flag'
  | 'dome'
  | 'house';

/** Appearance of a category: its shape, and the private CSS property that has its colour. */
export interface Tone {
  readonly shape: Shape;
  /** Name of a custom property, for example `--_cat-3`. */
  readonly cssVar: string;
}

/** Colours of the categories, in the order of their shapes. */
export const categoryColours: Colours = [
  ['cat-1', '#049db6', '#4bcfe4'],
  ['cat-2', '#7a2f9f', '#a16aa3'],
  ['cat-3', '#0e315d', '#527ee3'],
  ['cat-4', '#b38b21', '#e2c262'],
  ['cat-5', '#8a3110', '#cc4e37'],
  ['cat-6', '#485864', '#dfe5eb'],
  ['cat-7', '#65783f', '#86aa55'],
  ['cat-8', '#e15684', '#fa87a4'],
];

/** Outline of each shape as SVG path data on a 16 × 16 grid. */
export const shapePaths: Readonly<Record<Shape, string>> = {
  disc: 'M13.53 8A5.53 5.53 0 1 1 2.47 8A5.53 5.53 0 1 1 13.53 8Z',
  square: 'M3.1 3.1L12.9 3.1L12.9 12.9L3.1 12.9Z',
  triangle: 'M8 0.95L15.44 13.85L0.56 13.85Z',
  diamond: 'M8 1.07L14.93 8L8 14.93L1.07 8Z',
  pentagon: 'M8 2.25L14.04 6.64L11.73 13.75L4.27 13.75L1.96 6.64Z',
  cross:
    'M5.55 1.88L10.45 1.88L10.45 5.55L14.12 5.55L14.12 10.45L10.45 10.45L10.45 14.12L5.55 14.12L5.55 10.45L1.88 10.45L1.88 5.55L5.55 5.55Z',
  star: 'M8 0.69L10.38 5.5L15.69 6.27L11.84 10.02L12.75 15.31L8 12.81L3.25 15.31L4.16 10.02L0.31 6.27L5.62 5.5Z',
  'triangle-down': 'M8 15.05L0.56 2.15L15.44 2.15Z',
  flag: 'M1.8 0.8L14.6 0.8L11.6 4.3L14.6 7.8L4.2 7.8L4.2 15.2L1.8 15.2Z',
  dome: 'M0.18 12.3A7.82 7.82 0 0 1 15.82 12.3Z',
  house: 'M8 2.4L13.6 7.4V13.5H2.4V7.4Z',
};

/** A hollow symbol is drawn a little smaller, so that its stroke ends where the solid one ends. */
export const hollowTransform = 'translate(8 8) scale(0.82) translate(-8 -8)';

const order: readonly Shape[] = ['disc', 'square', 'triangle', 'diamond', 'pentagon', 'cross', 'star', 'triangle-down'];
/** Shapes in the ink, the disc first: a cross would be taken for the sixth, whose grey is near. */
const inInk = order.filter((shape) => shape !== 'cross');

/**
 * Returns the shape and colour of a category.
 * @param position the category's `order`, from 1. Beyond 8 there are six more shapes in the ink: a ninth hue could no longer
 *   be told from the others. A category without a position, or with a later one, is a disc in the ink.
 */
export function toneOf(position: number): Tone {
  const shape = order[position - 1];
  return shape ? { shape, cssVar: `--_cat-${position}` } : { shape: inInk[position - 8] ?? 'disc', cssVar: '--_ink-2' };
}

/** Shape and colour of what is no member: in the ink and the accent, so that no collège looks like it. */
export const layerTones: Readonly<Record<'events' | 'projects' | 'programmes', Tone>> = {
  events: { shape: 'flag', cssVar: '--_ink' },
  projects: { shape: 'dome', cssVar: '--_accent' },
  programmes: { shape: 'house', cssVar: '--_accent' },
};

/** Options of one symbol. */
export interface SymbolOptions {
  /** Outlined only: the position or the status is not certain. */
  readonly hollow?: boolean;
  /** Width and height in CSS px; without it, `1em` of the text around. */
  readonly size?: number;
  /** A property name of {@link toneOf}; without it the symbol takes the text colour. */
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
