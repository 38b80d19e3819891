import { adoptStyles, type CSSResultOrNative, type LitElement } from 'lit';

/** What wears styles of code that it loaded later, besides its own. */
export type Wearer = LitElement & { worn?: readonly CSSResultOrNative[] };

/** Gives an element the styles of code that it loaded later, once. Through adopted sheets: a strict page refuses others. */
export function wearStyles(host: Wearer, styles: readonly CSSResultOrNative[]): void {
  const { worn = [] } = host;
  if (styles.every((one) => worn.includes(one))) return;
  host.worn = [...new Set([...worn, ...styles])];
  const own = (host.constructor as typeof LitElement).elementStyles;
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...host.worn]);
}
