import { createWarn } from '@ess-widgets/core';
import type { ReactiveElement } from 'lit';
import { checkedOnConsole, joinedNames } from './checked-names.ts';

/** Warns the page's author in the console, once per code. Only the loader, which comes before it, writes there too. */
export const warn = createWarn((line) => console.warn(line));

/**
 * Loads the code that tells on the console of attributes without effect and of values that are none, where there is something
 * to look at.
 * @param isShown whether values are looked at: they can wait until the data are there, since nearly all are right
 */
export function checkAttributes(element: ReactiveElement, isShown = true): void {
  const { observedAttributes } = element.constructor as typeof ReactiveElement;
  const isStrange = (name: string): boolean =>
    !(name in element || observedAttributes.includes(name)) &&
    // Frameworks and extensions leave names with signs; `class` is the only attribute of one word without a property of its name.
    (joinedNames.includes(name) || !/\P{L}|^class/u.test(name));
  const hasValue = (name: string): boolean => Boolean(Reflect.get(element, name));
  if (!element.getAttributeNames().some(isStrange) && !(isShown && checkedOnConsole.some(hasValue))) return;
  import('./ignored-attributes.ts')
    .then(({ warnIgnoredAttributes }) => warnIgnoredAttributes(element))
    .catch(() => undefined);
}
