import { adoptStyles, type CSSResultOrNative, type LitElement } from 'lit';

/** Element that has styles of code which it loaded later, besides those of its class. */
export type StyledHost = LitElement & { addedStyles?: readonly CSSResultOrNative[] };

/**
 * Adds the styles of code that an element loaded later, once. They are adopted sheets, because a strict policy of the page
 * refuses others.
 */
export function addStyles(host: StyledHost, styles: readonly CSSResultOrNative[]): void {
  const { addedStyles = [] } = host;
  if (styles.every((one) => addedStyles.includes(one))) return;
  host.addedStyles = [...new Set([...addedStyles, ...styles])];
  const own = (host.constructor as typeof LitElement).elementStyles;
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...host.addedStyles]);
}
