import type { Colours } from '@ess-widgets/core/charts';
import { rivage as colours } from '@ess-widgets/core/charts';
import { type CSSResult, css, unsafeCSS } from 'lit';
import type { ElementLook } from '../looks/look.ts';

export type { Colours };
export { colours };

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
  ['stripes', 'block'],
];

/** Names of the public tokens of every element, without the prefix: for the manifest, the guides and the token test. */
export const tokenNames: readonly string[] = [...colours, ...measures].map(([name]) => name);

const declare = (list: readonly (readonly [name: string, value: string, dark?: string])[]): string =>
  list.map(([name, value]) => `--_${name}:var(--ess-${name},${value});`).join('');

/**
 * Private tokens of colours, for the light theme, the dark one and `auto`. Print is always light.
 * @param states selectors of the states that an element must have besides: `:state(sobre)`
 */
export function themed(list: Colours, states = ''): CSSResult {
  const light = declare(list);
  const dark = declare(list.map(([name, , value]) => [name, value]));
  const host = (others: string): string => (states || others ? `:host(${states}${others})` : ':host');
  return unsafeCSS(`${host('')}{${light}}
    ${host(':state(dark)')}{${dark}}
    @media (prefers-color-scheme:dark){${host(':state(auto)')}{${dark}}}
    @media print{${host(':state(dark)')},${host(':state(auto)')}{${light}}}`);
}

/** Private tokens of every element. */
export const tokens = css`
  ${themed(colours)}
  :host {
    ${unsafeCSS(declare(measures))}
  }
`;

/**
 * Returns the styles of a look, for the elements that have its state. Tokens that the page sets win over those of a look. The
 * stripes are the signature of the default look alone; the room above the title of a report stays.
 */
export const lookStyles = ({ name, colours: list, measures: own, rules }: ElementLook): CSSResult => {
  const [state, host] = [`:state(${name})`, `:host(:state(${name}))`];
  return unsafeCSS(`${themed(list, state).cssText}${host}{${declare(own)}}
    ${host} .stripes{block-size:0;margin-block-end:0;border:0}${host} .stripes::after{content:none}${rules(host)}`);
};
