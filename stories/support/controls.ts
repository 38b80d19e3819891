import type { ArgTypes } from '@storybook/web-components-vite';
import { attributesOf, ownAttributes } from '../../packages/elements/src/base/attributes.ts';
import { type Attribute, declarationOf } from './manifest.ts';

/** Returns a control for each attribute of an element, its own ones first. */
export function controlsOf(tag: string): Partial<ArgTypes> {
  return Object.fromEntries(declarationOf(tag).attributes.map((each) => [each.name, control(tag, each)]));
}

function control(tag: string, { name, description, type, default: without }: Attribute): object {
  const table = { type: { summary: type.text }, defaultValue: { summary: without } };
  const { type: form, values = [] } = attributesOf(tag)[name] ?? {};
  const row = { name, description, table };
  return form === 'choice' ? { ...row, control: 'select', options: [...values] } : { ...row, control: 'text' };
}

/** Returns the names of the attributes that an element has besides the common ones. */
export const ownNames = (tag: string): readonly string[] => Object.keys(ownAttributes[tag] ?? {});
