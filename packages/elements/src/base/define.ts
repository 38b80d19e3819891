import { warn } from './warn.ts';

/** Registers an element once: a second copy on the page leaves the first in place and says so. */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element)
    warn('twice', `<${tag}> is already defined by another copy of ess-widgets; the first one stays`);
}
