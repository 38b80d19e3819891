import { dom } from './dom.ts';
import type { EssElement } from './element.ts';

/** Widths at which a widget is measured, px: a telephone and a wide page. Its window is so much wider than its column. */
const [NARROW, WIDE, MARGIN] = [360, 1000, 16];
/** Largest reserve, rem: what lies further down is out of sight when a widget appears. */
const MOST = 64;

/**
 * Returns the `min-height` of a widget for another page, from its own height in a narrow and in a wide column. Undefined for
 * a map, which is laid out for its width a moment later, and for a widget that is too high to be reserved.
 */
export function ownReserve(host: EssElement): string | undefined {
  if (host.renderRoot.querySelector('.map-box') || host.localName === 'ess-report') return undefined;
  const [narrow = 0, wide = 0] = [NARROW, WIDE].map((width) => heightAt(host, width));
  if (!narrow || !wide) return undefined;
  const px = parseFloat(getComputedStyle(dom.documentElement).fontSize) || 16;
  const rem = (height: number): number => Math.min(Math.ceil((height / px) * 2) / 2, MOST);
  const [low, high] = [Math.min(narrow, wide), Math.max(narrow, wide)].map(rem) as [number, number];
  if (low === high) return `${low}rem`;
  const vw = Math.round(((wide - narrow) / (WIDE - NARROW)) * 100);
  const at0 = Math.ceil(((narrow - (vw / 100) * (NARROW + MARGIN)) / px) * 2) / 2;
  return `clamp(${low}rem, ${at0}rem ${vw < 0 ? '-' : '+'} ${Math.abs(vw)}vw, ${high}rem)`;
}

/** What a page may set on a widget, and another one does not. */
const NEUTRAL = {
  position: 'absolute',
  visibility: 'hidden',
  'block-size': 'auto',
  'min-block-size': '0',
  'max-inline-size': 'none',
  '--ess-pad': 'initial',
  '--ess-border': 'initial',
} as const;

/** Measures a widget in a column of a width, without what a visitor has opened in it. Nothing of it is painted. */
function heightAt(host: EssElement, width: number): number {
  const { style } = host;
  const before = style.cssText;
  const open = [...host.renderRoot.querySelectorAll<HTMLElement>('.taken, .card:not([popover])')];
  for (const each of open) each.hidden = true;
  for (const [name, value] of Object.entries({ ...NEUTRAL, 'inline-size': `${width}px` }))
    style.setProperty(name, value, 'important');
  const { height } = host.getBoundingClientRect();
  style.cssText = before;
  if (!before) host.removeAttribute('style');
  for (const each of open) each.hidden = false;
  return height;
}
