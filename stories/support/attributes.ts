import { nothing } from 'lit';
import { Directive, type DirectiveParameters, directive, type ElementPart } from 'lit/directive.js';

/** Values of the controls of a story: attributes by their names. */
export type Args = Readonly<Record<string, unknown>>;

class AttributesDirective extends Directive {
  #set: readonly string[] = [];

  override render(_args: Args): typeof nothing {
    return nothing;
  }

  override update({ element }: ElementPart, [args]: DirectiveParameters<this>): typeof nothing {
    const given = Object.entries(args).filter(
      ([name, value]) => /^[a-z-]+$/.test(name) && value !== undefined && value !== '',
    );
    for (const name of this.#set) if (!given.some(([each]) => each === name)) element.removeAttribute(name);
    for (const [name, value] of given) element.setAttribute(name, String(value));
    this.#set = given.map(([name]) => name);
    return nothing;
  }
}

/** Sets the attributes of an element from the controls, and takes away those that were emptied. */
export const attributes = directive(AttributesDirective);
