/**
 * The elements for type checkers alone, in the forms that frameworks extend: {@link EssElements} for the
 * `JSX.IntrinsicElements` of React or Svelte, {@link EssGlobalComponents} for the `GlobalComponents` of Vue; and the events.
 */
import type { EssProperties } from './base/properties.ts';
// In the declarations, it leads to what each element's own module tells the compiler: its events.
import type { EssTag } from './loader/registry.ts';

export type * from './base/events.ts';

/** Names of our events. */
type EventName = Extract<keyof GlobalEventHandlersEventMap, `ess-${string}`>;

/** Listeners of our events as JSX names them: `oness-select`. */
type Listeners = {
  readonly [Name in EventName as `on${Name}`]?: ((event: GlobalEventHandlersEventMap[Name]) => void) | undefined;
};

/** Listeners of our events as Vue names them: `onEssSelect`, from `@ess-select`. */
type VueListeners = {
  readonly [Name in EventName as Name extends `ess-${infer Rest}` ? `onEss${Capitalize<Rest>}` : never]?:
    | ((event: GlobalEventHandlersEventMap[Name]) => void)
    | undefined;
};

/** Values that may be written for a property: a text may be a number. */
type Written<Value> = string extends Value
  ? Value | number
  : Value extends `${infer N extends number}`
    ? Value | N
    : Value;

/** Names of properties that are spelt as their attributes. */
type Plain<Name> = Name extends Lowercase<Name & string> ? Name : never;

/** Attribute of a property: `heading-level` of `headingLevel`. */
type Kebab<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** Attributes of an element from its properties. Those of the same name keep their documentation in editors. */
type Attributes<Properties> = {
  readonly [Name in keyof Pick<Properties, Plain<keyof Properties>>]?: Written<Properties[Name]>;
} & {
  readonly [Name in Exclude<keyof Properties, Plain<keyof Properties>> as Kebab<Name>]?: Written<Properties[Name]>;
};

/**
 * Attributes and listeners of each element, by its tag.
 * @typeParam Common what the framework gives to every element of HTML: `key`, `ref`, `style`…
 */
export type EssElements<Common = unknown> = {
  readonly [Tag in EssTag]: Common & Listeners & Attributes<EssProperties[Tag]>;
};

/**
 * Elements as components of Vue's templates, by tag.
 * @typeParam Common what Vue gives to every element of HTML: `class`, `key`, `style`…
 */
export type EssGlobalComponents<Common = unknown> = {
  readonly [Tag in EssTag]: new () => {
    readonly $props: Common &
      VueListeners & { readonly [Name in keyof EssProperties[Tag]]?: Written<EssProperties[Tag][Name]> };
  };
};
