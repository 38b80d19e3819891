import { type CSSResult, css, unsafeCSS } from 'lit';

/**
 * Defaults of the public `--ess-*` tokens. Elements read `--ess-accent` and never declare it, so that a page, a provider or
 * a host can set it; what they use is the private `--_accent`.
 */
export type Colours = readonly (readonly [name: string, light: string, dark: string])[];

/** Colours of every element. Those of categories and of the map are declared beside the code that draws them. */
export const colours: Colours = [
  ['surface', '#ffffff', '#10222a'],
  ['surface-2', '#f2f6f6', '#172e38'],
  ['surface-3', '#e4edee', '#203b46'],
  ['ink', '#0f2a36', '#eef4f3'],
  ['ink-2', '#435a64', '#b7c7cb'],
  ['ink-3', '#5a6f78', '#98abb1'],
  ['line', '#d5dfe1', '#2b444e'],
  ['line-strong', '#76898f', '#78919a'],
  ['accent', '#0b5a6b', '#79cdd3'],
  ['accent-hover', '#073f4c', '#a9e3e6'],
  ['accent-soft', '#dff0f0', '#17404b'],
  ['on-accent', '#ffffff', '#0b1d25'],
  ['warn', '#8a5200', '#f0c469'],
  ['warn-soft', '#fdf3dc', '#3a2f17'],
  ['error', '#9c2f1c', '#ff9e87'],
  ['error-soft', '#fbe9e4', '#43231d'],
  ['focus', '#0f2a36', '#ffffff'],
  ['focus-halo', '#ffd24a', '#8a5a00'],
];

/** Room grows with the letters of the page, and is not less where it counts in tens (`html { font-size: 62.5% }`). */
const room = (quarters: number): string => `max(${quarters / 4}rem, ${quarters * 4}px)`;

/** Sizes and shapes: [private name, default]. */
const measures: readonly (readonly [name: string, value: string])[] = [
  ['font', 'inherit'],
  ['font-title', 'inherit'],
  ['text-xs', 'max(.75rem, .8125em)'],
  ['text-sm', '.875em'],
  ['text-lg', '1.1875em'],
  ['text-figure', 'clamp(2.25em, 1.2em + 12cqi, 3.25em)'],
  ['text-hero', 'clamp(3.5em, 2.4em + 7cqi, 6em)'],
  ...[1, 2, 3, 4, 6, 8].map((quarters, at) => [`${at + 1}`, room(quarters)] as const),
  ['radius-1', '2px'],
  ['radius-2', '6px'],
  ['target', room(11)],
  ['pad', room(6)],
  ['bg', 'var(--_surface)'],
  ['border', '1px solid var(--_line)'],
];

/** Names of the public tokens of every element, without the prefix: for the manifest, the guides and the token test. */
export const tokenNames: readonly string[] = [...colours, ...measures].map(([name]) => name);

const declare = (list: readonly (readonly [name: string, value: string, dark?: string])[]): string =>
  list.map(([name, value]) => `--_${name}:var(--ess-${name},${value});`).join('');

/** Private tokens of colours, for the light theme, the dark one and `auto`. Print is always light. */
export function themed(list: Colours): CSSResult {
  const light = unsafeCSS(declare(list));
  const dark = unsafeCSS(declare(list.map(([name, , value]) => [name, value])));
  return css`
    :host {
      ${light}
    }
    :host(:state(dark)) {
      ${dark}
    }
    @media (prefers-color-scheme: dark) {
      :host(:state(auto)) {
        ${dark}
      }
    }
    @media print {
      :host(:state(dark)),
      :host(:state(auto)) {
        ${light}
      }
    }
  `;
}

/** Private tokens of every element. */
export const tokens = css`
  ${themed(colours)}
  :host {
    ${unsafeCSS(declare(measures))}
  }
`;
