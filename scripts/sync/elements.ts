import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, foldersIn, formatted, type Generated, NOTICE } from './files.ts';

const FOLDER = 'packages/elements/src';
const RELEASE = 'packages/core/src/model/release.ts';

/** Returns the tags of all elements: one folder each, named as its tag, with the class in the file of the same name. */
export function tagsOf(root: string): readonly string[] {
  return foldersIn(path.join(root, FOLDER)).filter(
    (name) => name.startsWith('ess-') && filesIn(path.join(root, FOLDER, name)).includes(`${name}.ts`),
  );
}

/** Returns `define.ts` (registers them all) and the loader's registry (every tag). */
export function elementIndexes(root: string): Generated {
  const tags = tagsOf(root);
  const missing = tags.filter((tag) => !filesIn(path.join(root, FOLDER, tag)).includes('define.ts'));
  if (missing.length > 0) throw new Error(`No define.ts in ${missing.join(', ')}: the loader could not register it.`);

  // Nothing of the module is handed on: the bundler then makes no object of its exports.
  const loaders = tags.map((tag) => `'${tag}': () => import('../${tag}/define.ts'),`);
  const defines = tags.map((tag) => `import './${tag}/define.ts';`);
  const define = `${FOLDER}/define.ts`;
  const registry = `${FOLDER}/loader/registry.ts`;
  return new Map([
    [
      define,
      formatted(
        define,
        `${NOTICE}\n/** Registers every element: for applications that bundle. Pages use the loader, which registers what they use. */\n${defines.join('\n') || 'export {};'}\n`,
      ),
    ],
    [
      registry,
      formatted(
        registry,
        `${NOTICE}\n/** Registers an element by its tag: its code is loaded only where the tag is on the page. */\nexport const registry = {\n${loaders.join('\n')}\n} as const;\n\nexport type EssTag = keyof typeof registry;\n`,
      ),
    ],
  ]);
}

/**
 * Returns the manifest of the package with an entry for each element and for its registration; those of elements that are no
 * more leave it.
 */
export function elementExports(root: string): Generated {
  const file = 'packages/elements/package.json';
  const manifest: { exports: Record<string, unknown> } = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const tags = tagsOf(root);
  const isGone = (entry: string): boolean => /^\.\/ess-/.test(entry) && !tags.includes(entry.split('/')[1] ?? '');
  const entries = tags.flatMap((tag) =>
    [tag, 'define'].map((name) => {
      const module = {
        'ess-source': `./src/${tag}/${name}.ts`,
        types: `./dist/${tag}/${name}.d.ts`,
        default: `./dist/${tag}/${name}.js`,
      };
      return [name === tag ? `./${tag}` : `./${tag}/define`, module] as const;
    }),
  );
  manifest.exports = {
    ...Object.fromEntries(Object.entries(manifest.exports).filter(([entry]) => !isGone(entry))),
    ...Object.fromEntries(entries),
  };
  return new Map([[file, `${JSON.stringify(manifest, null, 2)}\n`]]);
}

/**
 * Returns the modules of the version: that of the elements, which snippets put behind the address of the loader, and that of the
 * core, which data that it has prepared state.
 */
export function versionModule(root: string): Generated {
  const file = `${FOLDER}/base/card/version.ts`;
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(path.join(root, 'packages/elements/package.json'), 'utf8'),
  );
  const notice = NOTICE.replace('the folders beside it', 'package.json');
  const text = `${notice}\n/** Version of the package, which snippets put into the address of the loader. */\nexport const VERSION = '${manifest.version}';\n`;
  const release = `${notice}\n/** Version of the packages: data that it has prepared say so. */\nexport const RELEASE = '${manifest.version}';\n`;
  return new Map([
    [file, formatted(file, text)],
    [RELEASE, formatted(RELEASE, release)],
  ]);
}
