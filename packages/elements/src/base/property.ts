/**
 * Lit's `property` and `state`, in the one form that TypeScript's own decorators call. Those of `lit/decorators.js` carry
 * the standard form too, which never runs here and is downloaded by every page.
 */
import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorate = (proto: object, name: PropertyKey) => void;

/**
 * Converts any value to a trimmed text: pasted values have spaces, also non-breaking ones, and a framework may set a number
 * or a `URL`.
 */
const converter = (value: unknown): string | undefined => value?.toString().trim();

/** A public property, an attribute too: a text, whatever is set. */
export const property =
  (options?: PropertyDeclaration): Decorate =>
  (proto, name) => {
    create(proto, name, { converter, ...options });
    const { set, ...rest } = Object.getOwnPropertyDescriptor(proto, name) ?? {};
    Object.defineProperty(proto, name, {
      ...rest,
      set(value: unknown) {
        set?.call(this, converter(value));
      },
    });
  };

/** A property of the element's own: it updates, and is no attribute. */
export const state = (): Decorate => (proto, name) => create(proto, name, { state: true });

const create = (proto: object, name: PropertyKey, options: PropertyDeclaration): void =>
  (proto.constructor as typeof ReactiveElement).createProperty(name, options);
