import type { ArgTypes } from '@storybook/web-components-vite';
import { attributesOf, ownAttributes } from '../../packages/elements/src/base/attributes.ts';
import { type Args, textOf } from './examples.ts';
import { dimensionsOf, lists, type Option } from './lists.ts';
import { type Attribute, declarationOf } from './manifest.ts';

/** Elements whose `indicator` names several. */
const SEVERAL = ['ess-table', 'ess-trend'];

/** Returns a control for each attribute of an element, its own ones first. */
export function controlsOf(tag: string): Partial<ArgTypes> {
  return Object.fromEntries(declarationOf(tag).attributes.map((each) => [each.name, controlOf(tag, each)]));
}

function controlOf(tag: string, { name, description, type, default: without }: Attribute): object {
  const table = { type: { summary: type.text }, defaultValue: { summary: without } };
  const { type: form, values } = attributesOf(tag)[name] ?? {};
  const row = { name, description, table };
  if (form === 'list') return { ...row, control: 'inline-check', options: [...(values ?? [])] };
  if (form === 'choice') return { ...row, control: 'select', options: [...(values ?? [])] };
  const list = values ? undefined : lists[name];
  if (!list) return { ...row, control: 'text' };
  if (name === 'indicator' && SEVERAL.includes(tag)) return { ...row, ...listControl(list, 'multi-select') };
  return { ...row, ...listControl([{ value: '', title: '–' }, ...list], 'select') };
}

/** Returns a control that says values in words, each with its id, which is what stands in the code. */
function listControl(list: readonly Option[], type: 'select' | 'multi-select'): object {
  const labels = list.map(({ value, title }) => [value, value && value !== title ? `${title} (${value})` : title]);
  return { control: { type, labels: Object.fromEntries(labels) }, options: list.map(({ value }) => value) };
}

/** Returns the same controls with only those dimensions that go with the indicators chosen. */
export function fittingControls(controls: ArgTypes, { indicator }: Args): ArgTypes {
  const { by } = controls;
  if (!by || !controls['indicator'] || by.table?.type?.summary !== 'string') return controls;
  const own = dimensionsOf(textOf(indicator).split(' ').filter(Boolean));
  return { ...controls, by: { ...by, options: ['', ...own.map(({ value }) => value)] } };
}

/** Returns the names of the attributes that an element has besides the common ones. */
export const ownNames = (tag: string): readonly string[] => Object.keys(ownAttributes[tag] ?? {});
