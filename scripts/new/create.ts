import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { camelCase, formatted, pascalCase } from '../sync/files.ts';
import { UsageError } from './arguments.ts';

const TEMPLATES = path.join(import.meta.dirname, 'templates');
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

interface Plan {
  /** Where each template goes. */
  readonly folders: Readonly<Record<string, string>>;
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
  const languages = ['fr', 'br', 'en'].map((lang) => [`__name__.${lang}.ts`, 'packages/elements/src/messages']);
  return {
    folders: {
      '__tag__.stories.ts': 'stories',
      '__tag__.states.stories.ts': 'stories',
      ...Object.fromEntries(languages),
      '*': `packages/elements/src/${tag}`,
    },
    words: { tag, name, texts, Class: pascalCase(tag), styles: `${texts}Styles` },
  };
}

function fill(text: string, words: Plan['words']): string {
  return text.replace(/__([A-Za-z]+)__/g, (placeholder, word: string) => words[word] ?? placeholder);
}

/** The files of a new element, by path from the root, as `npm run format` would write them. */
export function plan(args: readonly string[]): ReadonlyMap<string, string> {
  const [kind, ...rest] = args;
  if (kind !== 'element') throw new UsageError('Say what is new: npm run new element <tag>');
  const { folders, words } = elementPlan(rest);
  const files = new Map<string, string>();
  for (const template of readdirSync(path.join(TEMPLATES, kind)).sort()) {
    const name = template.replace(/\.tmpl$/, '');
    const file = `${folders[name] ?? folders['*']}/${fill(name, words)}`;
    files.set(file, formatted(file, fill(readFileSync(path.join(TEMPLATES, kind, template), 'utf8'), words)));
  }
  return files;
}

/**
 * Writes them.
 * @returns what was written
 * @throws {UsageError} and writes nothing, where a name is wrong or a file exists
 */
export function create(args: readonly string[], root: string): readonly string[] {
  const files = plan(args);
  const existing = [...files.keys()].filter((file) => existsSync(path.join(root, file)));
  if (existing.length > 0) throw new UsageError(`${existing.join(' and ')} exists already: choose another name.`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return [...files.keys()];
}
