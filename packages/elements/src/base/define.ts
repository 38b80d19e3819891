/** Registers an element once: where its name is taken, what came first stays, and the console says so. */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element) void import('./taken.ts').then(({ warnTaken }) => warnTaken(tag, 'isEssWidget' in known));
}
