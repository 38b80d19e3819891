import { createWarn } from '@ess-widgets/core/errors';
import type { ReactiveElement } from 'lit';
import { joinedNames, toldOnConsole } from '../base/checked-names.ts';

/** Warns the page's author in the console, once per code. Only the loader, which comes before it, writes there too. */
export const warn = createWarn((line) => console.warn(line));

/** Names and values by the element that they were found on, so that the same are not looked at again. */
const found = new WeakMap<Element, string>();

/**
 * Loads the code that tells on the console of attributes without effect and of values that are none, where there is something
 * to look at.
 * @param isShown whether values are looked at: they can wait until the data are there, since nearly all are right
 */
export function checkAttributes(element: ReactiveElement, isShown = true): void {
  const { observedAttributes } = element.constructor as typeof ReactiveElement;
  // Frameworks and extensions leave names with signs; `class` is the only attribute of one word without a property of its name.
  const strange = element
    .getAttributeNames()
    .filter((name) => !(name in element || observedAttributes.includes(name)))
    .filter((name) => joinedNames.includes(name) || !/\P{L}|^class/u.test(name));
  const values = isShown ? toldOnConsole.map((name) => Reflect.get(element, name)).filter(Boolean) : [];
  const text = [...strange, ...values].join(' ');
  if (!text || found.get(element) === text) return;
  found.set(element, text);
  import('./passed-over.ts').then(({ sayPassedOver }) => sayPassedOver(element)).catch(() => undefined);
}
