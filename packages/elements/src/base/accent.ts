/** Colours that follow from an accent of the page. Loaded where a page sets one. */

import { PALETTE_NAMES, type Palette, type PaletteTheme, paletteOf } from '@ess-widgets/core/charts';
import { type CSSResult, unsafeCSS } from 'lit';
import { dom } from './dom.ts';
import { colours, themed } from './tokens.ts';
import { warn } from './warn.ts';

/** Surfaces of the looks, light and dark, where the page sets none. */
const SURFACES: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  sobre: ['#ffffff', '#1b1b1b'],
  dsfr: ['#ffffff', '#161616'],
};

const made = new Map<string, CSSResult | null>();

/**
 * Returns the styles of the colours that follow from an accent, for elements in the state `accented`; null for a text that is no
 * colour, which the elements then use as they are told.
 * @param surface the ground that the page sets; empty for that of the look
 */
export function accentStyles(accent: string, surface: string, look: string): CSSResult | null {
  const key = [accent, surface, look].join();
  const known = made.get(key);
  if (known !== undefined) return known;
  const styles = stylesOf(accent, surface, look);
  made.set(key, styles);
  return styles;
}

function stylesOf(accent: string, surface: string, look: string): CSSResult | null {
  const own = hexOf(accent);
  if (!own) return null;
  const ground = surface ? hexOf(surface) : null;
  const [, light = '#ffffff', dark = '#10222a'] = colours.find(([name]) => name === 'surface') ?? [];
  const defaults = SURFACES[look] ?? [light, dark];
  const of = (theme: PaletteTheme, at: 0 | 1): Palette => {
    const palette = paletteOf(own, theme, ground ?? defaults[at]);
    tell(accent, theme, palette);
    return palette;
  };
  const [day, night] = [of('light', 0), of('dark', 1)];
  const list = PALETTE_NAMES.map((name) => [name, day.colours[name], night.colours[name]] as const);
  // Written twice, the state outweighs that of a look. An accent whose lightness was moved takes the place of the page's.
  let text = themed(list, ':state(accented):state(accented)').cssText;
  for (const { isMoved, colours: moved } of [day, night])
    if (isMoved) text = text.replaceAll(`--_accent:var(--ess-accent,${moved.accent})`, `--_accent:${moved.accent}`);
  return unsafeCSS(text);
}

/** Says what of the contrast could not be had. A lightness that was moved is what the page wants, in a form that can be read. */
function tell(accent: string, theme: PaletteTheme, { failures }: Palette): void {
  for (const { pair, ratio, needed } of failures) {
    warn(
      `accent/${accent}/${theme}/${pair}`,
      `--ess-accent: ${accent}: ${pair} has a contrast of ${ratio.toFixed(1)} in the ${theme} theme, it needs ${needed}. Choose another accent or --ess-surface.`,
    );
  }
}

/** Returns any colour of CSS as `#rrggbb`; null for a text that is none, and for one that lets the ground through. */
function hexOf(text: string): string | null {
  if (!CSS.supports('color', text)) return null;
  const canvas = dom.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  if (alpha < 255) return null;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
