import type { ArgTypes } from '@storybook/web-components-vite';
import manifest from '../../packages/elements/custom-elements.json' with { type: 'json' };

/** Attributes that know only a few words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  theme: ['light', 'dark', 'auto'],
  'heading-level': ['2', '3', '4', '5', '6', 'none'],
};

interface Named {
  readonly name: string;
}
interface Attribute extends Named {
  readonly fieldName?: string;
}
/** What is read of an element in the manifest. */
interface Declared {
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
  readonly members?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

function declarationOf(tag: string): Declared {
  const all = manifest.modules.flatMap((module): readonly Declared[] => module.declarations);
  const found = all.find(({ tagName }) => tagName === tag);
  if (!found) throw new TypeError(`the manifest has no <${tag}>: run "npm run sync"`);
  return found;
}

/**
 * A control for each attribute of an element, from the custom elements manifest. Parts, events and the like are told
 * without a control; properties that only mirror an attribute are left out.
 * @param choices the words that some attributes of this element take
 */
export function controlsOf(tag: string, choices: Readonly<Record<string, readonly string[]>> = {}): Partial<ArgTypes> {
  const { attributes, members = [], slots = [], events = [], cssProperties = [], cssParts = [] } = declarationOf(tag);
  // The default slot has no name: a row could not say anything of it.
  const named = [...members, ...slots, ...events, ...cssProperties, ...cssParts].filter(({ name }) => name !== '');
  const told = named.map(({ name }) => [name, TOLD] as const);
  const mirrors = attributes.flatMap(({ name, fieldName }) => (fieldName && fieldName !== name ? [fieldName] : []));
  const controls = attributes.map(({ name }) => [name, control(choices[name] ?? CHOICES[name])] as const);
  return Object.fromEntries([...told, ...mirrors.map((name) => [name, HIDDEN] as const), ...controls]);
}

const TOLD = { control: false } as const;
const HIDDEN = { table: { disable: true } } as const;

function control(options: readonly string[] | undefined): object {
  const type = { table: { type: { summary: 'string' } } };
  return options ? { ...type, control: 'select', options: [...options] } : { ...type, control: 'text' };
}
