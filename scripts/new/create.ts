import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { camelCase, formatted, pascalCase } from '../sync/files.ts';
import { UsageError } from './arguments.ts';

const TEMPLATES = path.join(import.meta.dirname, 'templates');
/** The folder of files that exist already: the texts of a new element join those of others. */
const TEXTS = 'packages/elements/src/texts';
const ATTRIBUTES = 'packages/elements/src/base/attributes.ts';
const HEIGHTS = 'packages/elements/src/base/card/heights.ts';
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

interface Plan {
  /** Folder of each template. */
  readonly folders: Readonly<Record<string, string>>;
  /** Names of templates that have another one where they are written. */
  readonly files?: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

function elementPlan([tag, ...rest]: readonly string[]): Plan {
  if (tag === undefined || rest.length > 0) throw new UsageError('Give one tag: npm run new element ess-something');
  if (!KEBAB.test(tag) || !tag.startsWith('ess-')) {
    throw new UsageError(
      `"${tag}" is not a tag of ours: small letters, digits and hyphens after "ess-", as in ess-member-map.`,
    );
  }
  const name = tag.slice('ess-'.length);
  const texts = camelCase(name);
  const languages = ['charts.fr.ts', 'br.ts', 'en.ts'].map((file) => [file, TEXTS]);
  return {
    folders: {
      '__tag__.stories.ts': 'stories',
      '__tag__.states.stories.ts': 'stories',
      ...Object.fromEntries(languages),
      '*': `packages/elements/src/${tag}`,
    },
    words: { tag, texts, Class: pascalCase(tag), styles: `${texts}Styles` },
  };
}

/** Its folder in the core, and the view of the same name beside the element of figures. */
function chartPlan([name, ...rest]: readonly string[]): Plan {
  if (name === undefined || rest.length > 0) throw new UsageError('Give one name: npm run new chart something');
  if (!KEBAB.test(name)) throw new UsageError(`"${name}" is no name of a chart: small letters, digits and hyphens.`);
  const Class = pascalCase(name);
  return {
    folders: { 'view.ts': 'packages/elements/src/ess-breakdown', '*': `packages/core/src/charts/${name}` },
    files: { 'view.ts': `${name}.ts` },
    words: { chart: name, Class, Name: Class, marks: `${camelCase(name)}InWords`, word: name.replaceAll('-', '_') },
  };
}

const PLANS: Readonly<Record<string, (names: readonly string[]) => Plan>> = { chart: chartPlan, element: elementPlan };

function fill(text: string, words: Plan['words']): string {
  return text.replace(/__([A-Za-z]+)__/g, (placeholder, word: string) => words[word] ?? placeholder);
}

/** Returns a file of texts with more of them at its end. */
function withTexts(file: string, more: string): string {
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('}');
  return `${text.slice(0, end)}\n${more}${text.slice(end)}`;
}

/** Returns a text with a line before a mark of it. @throws Error where the mark is not there */
function withLine(file: string, text: string, line: string, mark: string, from = 0): string {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new Error(`${file} has no "${mark.trim()}".`);
  return `${text.slice(0, at)}${line}${text.slice(at)}`;
}

/**
 * Files that exist and list every element, each with the line of a new one. What it is stands in one row, `about` of
 * `attributes.ts`; a guide of Storybook imports each file of stories by its name.
 */
const LISTS: Readonly<Record<string, (file: string, text: string, words: Plan['words']) => string>> = {
  [ATTRIBUTES]: (file, text, { tag = '' }) => {
    const row = `  '${tag}': { fr: 'Ce que montre le widget, en une ligne', en: 'what it shows, in one line', keys: [card] },\n`;
    return withLine(file, text, row, '};', text.indexOf('export const about'));
  },
  // Until `npm run sync -- heights` has measured it.
  [HEIGHTS]: (file, text, { tag = '' }) => withLine(file, text, `  '${tag}': '20rem',\n`, '};'),
  ...Object.fromEntries(
    ['fr', 'en'].map((lang) => [
      `stories/guides/widgets.${lang}.mdx`,
      (file: string, text: string, { tag = '', Class = '' }: Plan['words']) => {
        const imported = withLine(
          file,
          text,
          `import * as ${Class} from '../${tag}.stories.ts';\n`,
          "import { ownNames } from '../support",
        );
        return withLine(file, imported, `  ['${tag}', ${Class}, ${Class}.Ready],\n`, '].map(([tag');
      },
    ]),
  ),
};

/** Files of an element that are complete as they are written; the others are somebody's to write. */
const COMPLETE = [/\/define\.ts$/, /\.states\.stories\.ts$/, /\/heights\.ts$/, /\.mdx$/];

/** Returns those of the files of what is new that somebody writes by hand. */
export const byHand = (files: readonly string[]): readonly string[] =>
  files.filter((file) => !COMPLETE.some((pattern) => pattern.test(file)));

/** Returns the files of what is new, by path from the root, as `npm run format` would write them. */
export function plan(args: readonly string[], root: string): ReadonlyMap<string, string> {
  const [kind, ...rest] = args;
  const planOf = kind === undefined || !Object.hasOwn(PLANS, kind) ? undefined : PLANS[kind];
  if (!kind || !planOf) throw new UsageError('Say what is new: npm run new element <tag>, or npm run new chart <name>');
  const { folders, files: names = {}, words } = planOf(rest);
  const files = new Map<string, string>();
  for (const template of readdirSync(path.join(TEMPLATES, kind)).sort()) {
    const name = template.replace(/\.tmpl$/, '');
    const file = `${folders[name] ?? folders['*']}/${names[name] ?? fill(name, words)}`;
    const text = fill(readFileSync(path.join(TEMPLATES, kind, template), 'utf8'), words);
    files.set(file, formatted(file, file.startsWith(TEXTS) ? withTexts(path.join(root, file), text) : text));
  }
  for (const [file, add] of kind === 'element' ? Object.entries(LISTS) : []) {
    const text = add(file, readFileSync(path.join(root, file), 'utf8'), words);
    files.set(file, file.endsWith('.ts') ? formatted(file, text) : text);
  }
  return files;
}

/**
 * Writes them.
 * @returns what was written
 * @throws {UsageError} and writes nothing, where a name is wrong or a file exists
 */
export function create(args: readonly string[], root: string): readonly string[] {
  const files = plan(args, root);
  const own = [...files.keys()].filter((file) => !file.startsWith(TEXTS) && !(file in LISTS));
  const existing = own.filter((file) => existsSync(path.join(root, file)));
  if (existing.length > 0) throw new UsageError(`${existing.join(' and ')} exists already: choose another name.`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return [...files.keys()];
}
