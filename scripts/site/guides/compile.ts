/** Compiles the guides of Storybook to pages of the site: the same MDX, with blocks that give static HTML. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '@mdx-js/mdx';
import { build, type Plugin } from 'esbuild';
import remarkGfm from 'remark-gfm';
import type { Archive } from '../../../stories/support/archives.ts';
import { ROOT } from '../mounts.mjs';
import { groupsIn } from './list.ts';

export const GUIDES = path.join(ROOT, 'stories/guides');
const HERE = path.join(ROOT, 'scripts/site/guides');

const mdx: Plugin = {
  name: 'mdx',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@storybook\/addon-docs\/blocks$/ }, () => ({ path: path.join(HERE, 'blocks.ts') }));
    onLoad({ filter: /\.mdx$/ }, async ({ path: file }) => ({
      contents: String(
        await compile({ value: await readFile(file, 'utf8'), path: file }, { remarkPlugins: [remarkGfm] }),
      ),
      loader: 'js',
    }));
  },
};

/** Returns the module that has all guides, and all files of stories that they show. */
async function entry(files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.map((file) => readFile(path.join(GUIDES, file), 'utf8')));
  const named = texts.flatMap((text) => [...text.matchAll(/from '(\.\.\/[\w.-]+\.stories\.ts)'/g)]);
  const stories = [...new Set(named.map(([, file = '']) => file))];
  return `
import { useStories } from ${JSON.stringify(path.join(HERE, 'blocks.ts'))};
export { allPages } from ${JSON.stringify(path.join(HERE, 'page.ts'))};
export { useArchives } from '../support/archives.ts';
${files.map((file, at) => `import guide${at} from './${file}';`).join('\n')}
${stories.map((file, at) => `import * as stories${at} from '${file}';`).join('\n')}
useStories([${stories.map((_, at) => `stories${at}`).join()}]);
export const contents = { ${files.map((file, at) => `'${file}': guide${at}`).join()} };
`;
}

/** Number of times that guides were compiled: Node reads a module of one address once. */
let turn = 0;

/**
 * Returns all pages of guides by their paths (`/guides/`).
 * @param archives listed on the page where they are taken
 * @throws where a guide cannot be compiled or has a dead link
 */
export async function compileGuides(archives: readonly Archive[] = []): Promise<Readonly<Record<string, string>>> {
  const groups = groupsIn(GUIDES);
  const files = groups.flatMap(({ pairs }) =>
    pairs.flatMap(({ fr, en }) => [fr, en].flatMap((each) => each?.file ?? [])),
  );
  turn += 1;
  const outfile = path.join(ROOT, `node_modules/.cache/guides/${process.pid}-${turn}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    stdin: { contents: await entry(files), resolveDir: GUIDES, loader: 'js' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['ess-source', 'node', 'module', 'production'],
    // Stories say where the data lie beside them; a page of the site has them at its root.
    define: { 'document.baseURI': '"http://127.0.0.1/"' },
    external: ['react', 'react-dom', '@mdx-js/mdx', 'remark-gfm'],
    plugins: [mdx],
    logLevel: 'error',
  });
  const { allPages, contents, useArchives } = await import(pathToFileURL(outfile).href);
  useArchives(archives);
  return allPages(groups, contents);
}
