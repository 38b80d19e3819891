import { warn } from './warn.ts';

/** Registers an element once: where its name is taken, what came first stays, and the console says so. */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (!('isEssWidget' in known)) warnTaken(tag);
  else if (known !== element)
    warn('twice', `<${tag}> is already defined by another copy of ess-widgets; the first one stays`);
}

/** Warns that another script gave a name of ours to an element of its own, which then shows nothing of ours. */
export function warnTaken(tag: string): void {
  warn(
    `taken/${tag}`,
    `<${tag}> is defined by another script of this page, and is none of ess-widgets: rename that one`,
  );
}
