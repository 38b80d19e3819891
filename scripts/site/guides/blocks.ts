/**
 * Blocks of Storybook as the pages of the site have them: static HTML, and the elements themselves, which the loader of the
 * site fills.
 */
import { evaluateSync } from '@mdx-js/mdx';
import { createElement as h, type ReactNode } from 'react';
import * as runtime from 'react/jsx-runtime';
import remarkGfm from 'remark-gfm';
import { attributesOf } from '../../../packages/elements/src/base/attributes.ts';
import { sources } from '../../../stories/support/client.ts';
import { examples } from '../../../stories/support/examples.ts';
import { type Attribute, declarationOf } from '../../../stories/support/manifest.ts';
import { htmlOf } from '../../../stories/support/snippets.ts';
import type { Story as ElementStory } from '../../../stories/support/story.ts';
import { frenchOf } from '../../sync/attributes.ts';
import { components, words } from './page.ts';
import { htmlOfTemplate } from './template.ts';

/** A file of stories. */
export interface StoryFile {
  readonly default: {
    readonly component?: string;
    readonly args?: Readonly<Record<string, unknown>>;
  };
  readonly [name: string]: unknown;
}

/** Files of stories that guides import, so that a story is found by itself. */
let files: readonly StoryFile[] = [];
export const useStories = (all: readonly StoryFile[]): void => {
  files = all;
};

/** Beginning of addresses that only Storybook answers. */
const INVENTED = new URL(sources.loading).origin;

/** Returns the HTML of a story; nothing where its data are invented, because only Storybook has them. */
export function liveHtml(story: ElementStory): string {
  const file = files.find((each) => Object.values(each).includes(story));
  if (!file) throw new TypeError('a guide shows a story of no file that it imports');
  if (story.render) {
    const html = htmlOfTemplate(Reflect.apply(story.render, undefined, []));
    return html.replaceAll(`"${sources.ready}"`, `"/${sources.ready}"`);
  }
  const tag = file.default.component ?? '';
  const args = Object.entries({ ...file.default.args, ...story.args }).filter(([, value]) => value !== '');
  if (args.some(([, value]) => String(value).startsWith(INVENTED))) return '';
  const own = args.filter(([, value]) => value !== sources.ready).map(([name, value]) => [name, String(value)]);
  const attributes = { theme: 'auto', ...Object.fromEntries(own) };
  const [, ...lines] = htmlOf({ ...examples[tag], tag, attributes }).split('\n');
  return lines.join('\n');
}

interface OfStory {
  readonly of: ElementStory;
}

/** A story, live. */
export function Story({ of }: OfStory): ReactNode {
  const __html = liveHtml(of);
  return __html && h('div', { className: 'live', dangerouslySetInnerHTML: { __html } });
}
export const Canvas = Story;

/** The title of a guide is read from its text. */
export const Meta = (): null => null;

/** Markdown with tables, which MDX itself does not have. */
export function Markdown({ children }: { readonly children: string }): ReactNode {
  const { default: Content } = evaluateSync(children, { ...runtime, format: 'md', remarkPlugins: [remarkGfm] });
  return h(Content, { components });
}

interface Code {
  readonly code: string;
  readonly language: string;
}
export const Source = ({ code, language }: Code): ReactNode =>
  h(components.pre, {}, h('code', { className: `language-${language}` }, code));

interface OfFile {
  readonly of: StoryFile;
  readonly include: readonly string[];
}

/** Attributes of an element, from the contract. */
export function ArgTypes({ of, include }: OfFile): ReactNode {
  const tag = of.default.component ?? '';
  const rows = declarationOf(tag).attributes.filter(({ name }) => include.includes(name));
  if (rows.length === 0) return null;
  const { attribute, value, without, effect: effectTitle, isFrench, types } = words();
  const code = (text: string): ReactNode => h('code', { key: text }, text);
  const valuesOf = ({ name }: Attribute): ReactNode => {
    const { type = 'string', values = [] } = attributesOf(tag)[name] ?? {};
    return type === 'choice' ? values.map((each) => [code(each), ' ']) : types[type];
  };
  const effect = ({ name, description }: Attribute): ReactNode => {
    const row = attributesOf(tag)[name];
    return h('td', {}, inline(isFrench && row ? frenchOf(row) : description));
  };
  const row = (each: Attribute): ReactNode =>
    h(
      'tr',
      { key: each.name },
      h('th', { scope: 'row' }, code(each.name)),
      h('td', {}, valuesOf(each)),
      h('td', {}, each.default === undefined ? '–' : code(each.default.replaceAll("'", ''))),
      effect(each),
    );
  const head = [attribute, value, without, effectTitle].map((text) => h('th', { scope: 'col', key: text }, text));
  return h(components.table, { columns: 4 }, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows.map(row)));
}

/** Returns a text whose words between backticks are code. */
function inline(text = ''): ReactNode {
  return text.split('`').map((part, at) => (at % 2 === 0 ? part : h('code', { key: at }, part)));
}
