/**
 * Lit's `property` and `state`, in the one form that TypeScript's own decorators call. Those of `lit/decorators.js` carry
 * the standard form too, which never runs here and is downloaded by every page.
 */
import type { PropertyDeclaration, ReactiveElement } from 'lit';
import { siteNames } from './checked-names.ts';
import { pageDefaults } from './defaults.ts';

type Decorate = (proto: object, name: PropertyKey) => void;

/**
 * Converts any value to a trimmed text: pasted values have spaces, also non-breaking ones, and a framework may set a number
 * or a `URL`.
 */
const converter = (value: unknown): string | undefined => value?.toString().trim();

/** Tells of an attribute that the site alone sets: where contributors write elements it has no effect. */
function ignored(name: string, value: unknown): undefined {
  if (value) void import('./ignored-attributes.ts').then(({ warnOfSite }) => warnOfSite(name));
}

/** Returns the decorator of a public property, which is an attribute too. Any value that is set becomes a text. */
export const property =
  (options?: PropertyDeclaration): Decorate =>
  (proto, name) => {
    const attribute = String(options?.attribute ?? name);
    create(proto, name, {
      converter: (value) =>
        pageDefaults.cms !== undefined && siteNames.includes(attribute) ? ignored(attribute, value) : converter(value),
      ...options,
    });
    const { set, ...rest } = Object.getOwnPropertyDescriptor(proto, name) ?? {};
    Object.defineProperty(proto, name, {
      ...rest,
      set(value: unknown) {
        set?.call(this, converter(value));
      },
    });
  };

/** Returns the decorator of an internal property, which is no attribute and whose changes update the element. */
export const state = (): Decorate => (proto, name) => create(proto, name, { state: true });

const create = (proto: object, name: PropertyKey, options: PropertyDeclaration): void =>
  (proto.constructor as typeof ReactiveElement).createProperty(name, options);
