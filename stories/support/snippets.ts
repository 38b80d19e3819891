import { HEIGHTS } from '../../packages/elements/src/base/card/heights.ts';
import { type Example, examples } from './examples.ts';
import { declarationOf } from './manifest.ts';

/** Code to copy, by the place where it goes. */
export interface Snippets {
  readonly define: string;
  readonly html: string;
  readonly react: string;
  readonly vue: string;
}

/** Property of the events that a snippet listens to, by event; the first that an element has is the one. */
const TOLD = { 'ess-select': 'id', 'ess-filter': 'count', 'ess-error': 'code' } as const;

type Pair = readonly [name: string, value: string];

/** Letters of a line that a page of Storybook shows whole. */
const WIDTH = 86;

/** Writes an element and what stands inside it. */
function markup({ tag, attributes = {}, inside = [] }: Example, more: readonly Pair[], indent: string): string {
  const all = [...Object.entries(attributes), ...more].map(([name, value]) => `${name}=${value}`);
  const within = inside.map((each) => `\n${markup(each, [], `${indent}  `)}`).join('');
  const end = `${within && `\n${indent}`}</${tag}>`;
  const start = `${indent}<${[tag, ...all].join(' ')}>`;
  if (start.length <= WIDTH) return `${start}${within}${end}`;
  const each = all.map((attribute) => `\n${indent}  ${attribute}`).join('');
  return `${indent}<${tag}${each}\n${indent}>${within}${end}`;
}

/** Returns the same with its values between quotes. */
function quoted(example: Example): Example {
  const { attributes = {}, inside = [] } = example;
  const pairs = Object.entries(attributes).map(([name, value]) => [name, `"${value}"`]);
  return { ...example, attributes: Object.fromEntries(pairs), inside: inside.map(quoted) };
}

/** Returns the same with the room that a page reserves for each element. */
function reserving(example: Example): Example {
  const { tag, inside = [], attributes } = example;
  const style = inside.length > 0 ? 'display:grid;gap:1.5rem' : `display:block;min-height:${HEIGHTS[tag]}`;
  return { ...example, attributes: { ...attributes, style }, inside: inside.map(reserving) };
}

/** Returns the tags of an example, each once. */
const tagsIn = ({ tag, inside = [] }: Example): readonly string[] => [...new Set([tag, ...inside.flatMap(tagsIn)])];

/** Writes the line that registers each element of an example, for a page that is bundled. */
export const defineOf = (example: Example): string =>
  tagsIn(example)
    .map((tag) => `import '@ess-widgets/elements/${tag}/define';`)
    .join('\n');

/** Writes an example for a page that builds nothing. */
export const htmlOf = (example: Example): string =>
  `<script type="module" src="ess/ess.js" data-src="data/manifest.json"></script>
${markup(quoted(reserving(example)), [], '')}`;

/** Writes the snippets of an example. */
export function snippetsFor(example: Example, name: string): Snippets {
  const define = defineOf(example);
  const events = tagsIn(example).flatMap((tag) => declarationOf(tag).events ?? []);
  const event = Object.keys(TOLD).find((each) => events.some((one) => one.name === each)) ?? 'ess-error';
  const field = TOLD[event as keyof typeof TOLD];
  const hasSource = declarationOf(example.tag).attributes?.some((one) => one.name === 'src');
  const source = hasSource ? { src: '/data/manifest.json' } : {};
  const written = quoted({ ...example, attributes: { ...source, ...example.attributes } });
  return {
    define,
    html: htmlOf(example),
    react: `${define}

export const ${name} = () => (
${markup(written, [[`on${event}`, `{({ ${field} }) => console.log(${field})}`]], '  ')}
);`,
    vue: `<script setup>
${define}

const listen = ({ ${field} }) => console.log(${field});
</script>

<template>
${markup(written, [[`@${event}`, '"listen"']], '  ')}
</template>`,
  };
}

/** Returns the snippets of the first example of an element. */
export function snippetsOf(tag: string): Snippets {
  const example = examples[tag] ?? { tag };
  const name = tag.replace(/^ess(-.)/, (_, letter: string) => letter.slice(1).toUpperCase());
  return snippetsFor(
    example,
    name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  );
}
