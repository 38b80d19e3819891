/**
 * The elements as JSX writes them, for the type checker alone: a project extends the `JSX.IntrinsicElements` of its framework by
 * {@link EssElements}. The README shows how for React 19.
 */
import type { EssAttributeNames } from './attributes.ts';
// In the declarations, it leads to what each element's own module tells the compiler: its events.
import type { EssTag } from './loader/registry.ts';

/** What listens to our events: `oness-select`. */
type Listeners = {
  readonly [Type in keyof GlobalEventHandlersEventMap as Type extends `ess-${string}` ? `on${Type}` : never]?:
    | ((event: GlobalEventHandlersEventMap[Type]) => void)
    | undefined;
};

/**
 * What each element may be given, by its tag.
 * @typeParam Common what the framework gives to every element of HTML: `key`, `ref`, `style`…
 */
export type EssElements<Common = unknown> = {
  readonly [Tag in EssTag]: Common &
    Listeners & { readonly [Name in EssAttributeNames[Tag]]?: string | number | undefined };
};
