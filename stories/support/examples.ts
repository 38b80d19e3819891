import { about, attributesOf } from '../../packages/elements/src/base/attributes.ts';
import { type Globals, pageAttributes } from './toolbar.ts';

/** Values of the controls of a story: attributes by their names. */
export type Args = Readonly<Record<string, unknown>>;

/** Returns a value of a control as an attribute has it: the words of a list have a space between them. */
export const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value ?? ''));

/** Element of a page with its attributes, or a `div` around some: what a story draws and what the code to copy says. */
export interface Example {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside?: readonly Example[];
}

const map: Example = { tag: 'ess-member-map' };
const agenda: Example = { tag: 'ess-event-agenda', attributes: { limit: '8' } };

/** First example of each element, by tag. */
export const examples: Readonly<Record<string, Example>> = {
  ...Object.fromEntries(
    Object.entries(about)
      .map(([tag, { example }]) => [tag, { tag, ...(example ? { attributes: example } : {}) }] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  ),
  'ess-provider': {
    tag: 'ess-provider',
    inside: [{ ...map, attributes: { layers: 'members events', heading: 'Adhérents et événements' } }, agenda],
  },
};

/**
 * Returns an example with the choices of its controls, and of the toolbar where its controls say nothing. A list that has the
 * published data as its reference stands on a provider, which alone can name both.
 */
export function exampleOf(example: Example, args: Args, globals: Globals): Example {
  const said = Object.entries(args).map(([name, value]) => [name, textOf(value)] as const);
  const given = Object.fromEntries(said.filter(([, text]) => text !== ''));
  const { tag } = example;
  const page = pageAttributes('ess-provider', globals, given['src']);
  const known = attributesOf(tag);
  if (page['reference'] && known['src'] && !known['reference']) {
    return { tag: 'ess-provider', attributes: page, inside: [{ ...example, attributes: given }] };
  }
  return { ...example, attributes: { ...pageAttributes(tag, globals, given['src']), ...given } };
}
