import type { ArgTypes } from '@storybook/web-components-vite';
import manifest from '../../packages/elements/custom-elements.json' with { type: 'json' };
import { attributesOf } from '../../packages/elements/src/base/attributes.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Attribute extends Named {
  readonly fieldName?: string;
  readonly type: { readonly text: string };
  readonly default?: string;
}
interface Member extends Named {
  readonly kind: string;
  readonly return?: { readonly type: { readonly text: string } };
}
/** What is read of an element in the manifest. */
interface Declared {
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
  readonly members?: readonly Member[];
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
 * A control for each attribute of an element, from the custom elements manifest. All else is told without a control;
 * properties that only mirror an attribute are left out. Storybook knows rows by their names, reads no method, and passes
 * over what has no name: attributes say all of their row, and those that have no row of their own are given one.
 */
export function controlsOf(tag: string): Partial<ArgTypes> {
  const { attributes, members = [], slots = [], events = [], cssProperties = [], cssParts = [] } = declarationOf(tag);
  const names = new Set(attributes.map(({ name }) => name));
  const methods = members.filter(({ kind }) => kind === 'method');
  const fields = members.filter(({ kind }) => kind !== 'method');
  const alike = cssParts.filter(({ name }) => names.has(name));
  const told = [...fields, ...slots, ...events, ...cssProperties, ...cssParts].filter(({ name }) => name !== '');
  const mirrors = attributes.flatMap(({ name, fieldName }) => (fieldName && fieldName !== name ? [fieldName] : []));
  return Object.fromEntries([
    ...told.map(({ name }) => [name, TOLD] as const),
    ...mirrors.map((name) => [name, HIDDEN] as const),
    ...methods.map((each) => row(`${each.name}()`, each, 'methods', each.return?.type.text)),
    ...slots.filter(({ name }) => name === '').map((each) => row('(default)', each, 'slots')),
    ...alike.map((each) => row(`${each.name} (part)`, each, 'css shadow parts')),
    ...attributes.map((each) => [each.name, control(tag, each)] as const),
  ]);
}

const TOLD = { control: false } as const;
const HIDDEN = { table: { disable: true } } as const;

/** A row that Storybook does not make, of the form that it gives to others: what has no type or default says nothing of it. */
function row(name: string, { description }: Named, category: string, type?: string): readonly [string, object] {
  return [
    name,
    { ...TOLD, name, description, table: { category, type: { summary: type }, defaultValue: { summary: undefined } } },
  ];
}

function control(tag: string, { name, description, type, default: without }: Attribute): object {
  const table = { category: 'attributes', type: { summary: type.text }, defaultValue: { summary: without } };
  const { type: form, values = [] } = attributesOf(tag)[name] ?? {};
  const said = { name, description, table };
  return form === 'choice' ? { ...said, control: 'select', options: [...values] } : { ...said, control: 'text' };
}
