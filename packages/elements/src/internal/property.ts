/**
 * Lit's `property` and `state`, in the one form that TypeScript's own decorators call. Those of `lit/decorators.js` carry
 * the standard form too, which never runs here and is downloaded by every page.
 */
import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorate = (proto: object, name: PropertyKey) => void;

/** What is pasted brings spaces along, those that do not break too. */
const converter = (value: string | null): string | undefined => value?.trim();

/** A public property, a text, an attribute too unless its options say no. */
export const property =
  (options?: PropertyDeclaration): Decorate =>
  (proto, name) =>
    (proto.constructor as typeof ReactiveElement).createProperty(name, { converter, ...options });

/** A property of the element's own: it updates, and is no attribute. */
export const state = (): Decorate => property({ state: true, attribute: false });
