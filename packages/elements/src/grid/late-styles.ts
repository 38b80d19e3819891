import { adoptStyles, type CSSResultOrNative, type LitElement } from 'lit';

const worn = new WeakMap<LitElement, ReadonlySet<CSSResultOrNative>>();

/** All that an element wears: the styles of its class, then those that came later. */
export const wornBy = (host: LitElement): CSSResultOrNative[] => [
  ...(host.constructor as typeof LitElement).elementStyles,
  ...(worn.get(host) ?? []),
];

/** Gives an element the styles of code that it loaded later, once. Through adopted sheets: a strict page refuses others. */
export function wearStyles(host: LitElement, styles: readonly CSSResultOrNative[]): void {
  const before = worn.get(host) ?? new Set();
  if (styles.every((one) => before.has(one))) return;
  worn.set(host, new Set([...before, ...styles]));
  if (host.ownerDocument === document) adoptStyles(host.renderRoot as ShadowRoot, wornBy(host));
  else void import('./foreign-styles.ts').then(({ dress }) => dress(host));
}
