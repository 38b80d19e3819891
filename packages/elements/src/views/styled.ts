import { nothing } from 'lit';
import {
  Directive,
  type DirectiveParameters,
  directive,
  type ElementPart,
  type PartInfo,
  PartType,
} from 'lit/directive.js';

/** Properties to set: custom ones, or any CSS property by its name. An undefined one is taken away. */
export type Styles = Readonly<Record<`--_${string}`, string | undefined>>;

class StyledDirective extends Directive {
  #set: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new TypeError('styled() stands in the tag of an element: <i ${styled({…})}>');
  }

  override render(_styles: Styles): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [styles]: DirectiveParameters<this>): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const name of this.#set) {
      if (!(name in styles)) style.removeProperty(name);
    }
    for (const [name, value] of Object.entries(styles)) {
      if (value === undefined) style.removeProperty(name);
      else style.setProperty(name, value);
    }
    this.#set = Object.keys(styles);
    return nothing;
  }
}

/**
 * Gives an element private custom properties through the CSSOM: the size of a bar, the place of a mark. A `style`
 * attribute in a template would be refused by a strict content policy; the CSSOM is not.
 * @example html`<span class="bar" ${styled({ '--_length': '0.4' })}></span>`
 */
export const styled = directive(StyledDirective);
