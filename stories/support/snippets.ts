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

/** Layout of what holds several widgets and has none of its own. */
const STACK = 'display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr)';

/** Writes an element, whose attributes are written as its language has them, and what stands inside it. */
function markup({ tag, attributes = {}, inside = [] }: Example, more: readonly Pair[], indent: string): string {
  const all = [...Object.entries(attributes), ...more].map(([name, value]) => `${name}=${value}`);
  const within = inside.map((each) => `\n${markup(each, [], `${indent}  `)}`).join('');
  const end = `${within && `\n${indent}`}</${tag}>`;
  const start = `${indent}<${[tag, ...all].join(' ')}>`;
  if (start.length <= WIDTH) return `${start}${within}${end}`;
  const each = all.map((attribute) => `\n${indent}  ${attribute}`).join('');
  return `${indent}<${tag}${each}\n${indent}>${within}${end}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
/** Writes the value of an attribute, which HTML, JSX and the templates of Vue read alike. */
const inQuotes = (value: string): string => `"${value.replace(/[&"<>]/g, (letter) => ESCAPES[letter] ?? letter)}"`;

/** Writes declarations of CSS as the object that React wants. */
function styleObject(css: string): string {
  const pairs = css.split(';').map((each) => {
    const [name = '', ...value] = each.split(':');
    return `${name.trim().replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}: '${value.join(':').trim()}'`;
  });
  return `{{ ${pairs.join(', ')} }}`;
}

/** Returns an example with other attributes, and so what is inside it. */
function mapped(example: Example, change: (example: Example) => Readonly<Record<string, string>>): Example {
  const inside = example.inside?.map((each) => mapped(each, change));
  return { tag: example.tag, attributes: change(example), ...(inside ? { inside } : {}) };
}
const quoted = (example: Example, style: (css: string) => string = inQuotes): Example =>
  mapped(example, ({ attributes = {} }) =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, name === 'style' ? style(value) : inQuotes(value)]),
    ),
  );

/** Returns the same without attributes that say nothing, and laid out where it holds several widgets. */
export const laidOut = (example: Example): Example =>
  mapped(example, ({ attributes = {}, inside = [] }) => ({
    ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== '')),
    ...(inside.length > 0 && !attributes['style'] ? { style: STACK } : {}),
  }));

/** Returns the same with the room that a page reserves for each widget. */
const reserving = (example: Example): Example =>
  mapped(laidOut(example), ({ tag, attributes = {} }) =>
    HEIGHTS[tag] ? { ...attributes, style: `display:block;min-height:${HEIGHTS[tag]}` } : attributes,
  );

/** Returns an address as every page of a site may have it: an application has many. */
const fromRoot = (addresses: string): string => addresses.replace(/(^| )(?!\w+:|\/)/g, '$1/');

/** Returns the tags of an example, each once. */
const tagsIn = ({ tag, inside = [] }: Example): readonly string[] => [
  ...new Set([...(tag.includes('-') ? [tag] : []), ...inside.flatMap(tagsIn)]),
];

/** Writes the line that registers each element of an example, for a page that is bundled. */
const defineOf = (example: Example): string =>
  tagsIn(example)
    .map((tag) => `import '@ess-widgets/elements/${tag}/define';`)
    .join('\n');

/** Writes an example for a page that builds nothing. The line of the script names the data where the example does not. */
export const htmlOf = (example: Example): string =>
  `<script type="module" src="ess/ess.js"${example.attributes?.['src'] ? '' : ' data-src="data/manifest.json"'}></script>
${markup(quoted(reserving(example)), [], '')}`;

/** Writes the snippets of an example. */
export function snippetsFor(example: Example, name: string): Snippets {
  const define = defineOf(example);
  const events = tagsIn(example).flatMap((tag) => declarationOf(tag).events ?? []);
  const event = Object.keys(TOLD).find((each) => events.some((one) => one.name === each)) ?? 'ess-error';
  const field = TOLD[event as keyof typeof TOLD];
  const hasSource = declarationOf(example.tag).attributes?.some((one) => one.name === 'src');
  const given = { ...(hasSource ? { src: 'data/manifest.json' } : {}), ...example.attributes };
  const rooted = Object.entries(given).map(([each, value]) => [
    each,
    /^(src|reference)$/.test(each) ? fromRoot(value) : value,
  ]);
  const written = laidOut({ ...example, attributes: Object.fromEntries(rooted) });
  return {
    define,
    html: htmlOf(example),
    react: `${define}

export const ${name} = () => (
${markup(quoted(written, styleObject), [[`on${event}`, `{({ ${field} }) => console.log(${field})}`]], '  ')}
);`,
    vue: `<script setup>
// vite.config.js: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('ess-') } } })
${define}

const listen = ({ ${field} }) => console.log(${field});
</script>

<template>
${markup(quoted(written), [[`@${event}`, '"listen"']], '  ')}
</template>`,
  };
}

/** Returns the name of the component of a tag: `MemberMap`. */
export const componentName = (tag: string): string =>
  tag.replace(/^ess-/, '').replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** Returns the snippets of the first example of an element. */
export const snippetsOf = (tag: string): Snippets => snippetsFor(examples[tag] ?? { tag }, componentName(tag));
