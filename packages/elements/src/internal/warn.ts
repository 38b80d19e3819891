import { createWarn } from '@ess-widgets/core/errors';

/** Warns the page's author in the console, once per code. Only the loader, which comes before it, writes there too. */
export const warn = createWarn((line) => console.warn(line));

/** An attribute that does nothing is a word mistyped: said by code that comes where there may be one. */
export function sayStrangers(element: Element): void {
  // Attributes of more than one word are not looked at; `class` is the one without a property of its name.
  if (!element.getAttributeNames().some((name) => !(name in element || /\P{L}|^class/u.test(name)))) return;
  import('./passed-over.ts').then(({ sayPassedOver }) => sayPassedOver(element)).catch(() => undefined);
}
