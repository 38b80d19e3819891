import type { ArgTypes } from '@storybook/web-components-vite';
import manifest from '../../packages/elements/custom-elements.json' with { type: 'json' };

/** Attributes that know only a few words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  theme: ['light', 'dark', 'auto'],
  'heading-level': ['2', '3', '4', '5', '6', 'none'],
};

interface Attribute {
  readonly name: string;
  readonly fieldName?: string;
  readonly description?: string;
}

const attributesOf = (tag: string): readonly Attribute[] =>
  manifest.modules
    .flatMap(
      (module): readonly { readonly tagName: string; readonly attributes: readonly Attribute[] }[] =>
        module.declarations,
    )
    .filter(({ tagName }) => tagName === tag)
    .flatMap(({ attributes }) => attributes);

/**
 * A control for each attribute of an element, from the custom elements manifest. Properties that only mirror an
 * attribute are left out of the table.
 * @param choices the words that some attributes of this element take
 */
export function controlsOf(tag: string, choices: Readonly<Record<string, readonly string[]>> = {}): Partial<ArgTypes> {
  const attributes = attributesOf(tag);
  const controls = attributes.map(({ name }) => [name, control(choices[name] ?? CHOICES[name])] as const);
  const mirrors = attributes.flatMap(({ name, fieldName }) => (fieldName && fieldName !== name ? [fieldName] : []));
  return Object.fromEntries([...controls, ...mirrors.map((name) => [name, { table: { disable: true } }] as const)]);
}

function control(options: readonly string[] | undefined): object {
  const type = { table: { type: { summary: 'string' } } };
  return options ? { ...type, control: 'select', options: [...options] } : { ...type, control: 'text' };
}
