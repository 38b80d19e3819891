import { adoptStyles, type CSSResultOrNative, type LitElement } from 'lit';

const worn = new WeakMap<LitElement, ReadonlySet<CSSResultOrNative>>();

/** Gives an element the styles of code that it loaded later, once. Through adopted sheets: a strict page refuses others. */
export function wearStyles(host: LitElement, styles: readonly CSSResultOrNative[]): void {
  const before = worn.get(host) ?? new Set();
  if (styles.every((one) => before.has(one))) return;
  const now = new Set([...before, ...styles]);
  worn.set(host, now);
  const own = (host.constructor as typeof LitElement).elementStyles;
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...now]);
}
