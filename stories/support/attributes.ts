import { nothing } from 'lit';
import { Directive, type DirectiveParameters, directive, type ElementPart } from 'lit/directive.js';
import { type Args, textOf } from './examples.ts';

class AttributesDirective extends Directive {
  #set: ReadonlyMap<string, string> = new Map();

  override render(_args: Args): typeof nothing {
    return nothing;
  }

  override update({ element }: ElementPart, [args]: DirectiveParameters<this>): typeof nothing {
    const given = Object.entries(args).map(([name, value]) => [name, textOf(value)] as const);
    const next = new Map(given.filter(([name, text]) => /^[a-z-]+$/.test(name) && text !== ''));
    for (const name of this.#set.keys()) if (!next.has(name)) element.removeAttribute(name);
    // What has not changed stays as it is: an element gives back the height of its `style` only once.
    for (const [name, text] of next) if (this.#set.get(name) !== text) element.setAttribute(name, text);
    this.#set = next;
    return nothing;
  }
}

/** Sets the attributes of an element from the controls, and takes away those that were emptied. */
export const attributes = directive(AttributesDirective);
