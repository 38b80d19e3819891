import manifest from '../../packages/elements/custom-elements.json' with { type: 'json' };

export interface Named {
  readonly name: string;
  readonly description?: string;
}
export interface Attribute extends Named {
  readonly type: { readonly text: string };
  readonly default?: string;
}
export interface Member extends Named {
  readonly kind: string;
  readonly attribute?: string;
  readonly type?: { readonly text: string };
  readonly return?: { readonly type: { readonly text: string } };
}
export interface EventRow extends Named {
  readonly type: { readonly text: string };
}
export interface Property extends Named {
  readonly default?: string;
}

/** Entry of the custom elements manifest, as far as the pages of Storybook show it. */
export interface Declaration {
  readonly tagName: string;
  readonly summary: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly slots?: readonly Named[];
  readonly events?: readonly EventRow[];
  readonly cssProperties?: readonly Property[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const declarations = manifest.modules.flatMap((module): readonly Declaration[] => module.declarations);

/** Tags of all elements, in the order of the manifest. */
export const tags: readonly string[] = declarations.map(({ tagName }) => tagName);

/** Returns the entry of an element. @throws where the manifest has none */
export function declarationOf(tag: string): Declaration {
  const found = declarations.find(({ tagName }) => tagName === tag);
  if (!found) throw new TypeError(`the manifest has no <${tag}>: run "npm run sync"`);
  return found;
}
