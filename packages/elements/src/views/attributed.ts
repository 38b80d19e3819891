import { nothing } from 'lit';
import {
  Directive,
  type DirectiveParameters,
  directive,
  type ElementPart,
  type PartInfo,
  PartType,
} from 'lit/directive.js';

class AttributedDirective extends Directive {
  #set: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new TypeError('attributed() stands in the tag of an element: <ess-table ${attributed({…})}>');
  }

  override render(_attributes: Readonly<Record<string, string>>): typeof nothing {
    return nothing;
  }

  override update({ element }: ElementPart, [attributes]: DirectiveParameters<this>): typeof nothing {
    for (const name of this.#set) if (!(name in attributes)) element.removeAttribute(name);
    for (const [name, value] of Object.entries(attributes))
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    this.#set = Object.keys(attributes);
    return nothing;
  }
}

/** Sets the attributes of an element that are known by name only where it is drawn, and takes away those of before. */
export const attributed = directive(AttributedDirective);
