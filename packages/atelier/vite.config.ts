import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { cellsAlone } from '../../scripts/cells-alone.ts';
import { doors } from '../../scripts/doors.mjs';
import { releaseFiles } from '../../scripts/release/folder.ts';
import { shrinkFolder } from '../../scripts/shrink.ts';
import { archiveOf, LEFT_AT_HOME } from '../core/src/prepare/archive.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OUT = path.join(ROOT, 'packages/elements/cdn/atelier');

/** As much of the bundler's graph as is read. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** Adds a module and what it imports at once. */
function addImported(id: string, graph: Graph, found: Set<string>): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) addImported(next, graph, found);
  return found;
}

const ENTRIES = ['index.html', 'embed.html', 'src/worker.ts'].map((file) => path.join(import.meta.dirname, file));
let pages: ReadonlySet<string> | undefined;

/** Puts what no page imports at once into the file of the engine: its worker needs most of it, and many small files take more room. */
function chunkOf(id: string, graph: Graph): string | null {
  pages ??= ENTRIES.slice(0, 2).reduce((found, entry) => addImported(entry, graph, found), new Set<string>());
  return pages.has(id) || ENTRIES.includes(id) || id.startsWith('\0') ? null : 'engine';
}

/**
 * The Atelier, into the folder of the elements, whose build starts this one: it stands wherever they do. Page and worker share their
 * files, since both come from the same site.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [
    doors(),
    cellsAlone(),
    {
      name: 'ess-atelier',
      async writeBundle() {
        const cdn = path.dirname(OUT);
        if (!existsSync(path.join(cdn, 'ess.js'))) this.error('The elements are not built: npm run build -- cdn.');
        // Counted by the build of the elements.
        cpSync(path.join(ROOT, 'dist/weights.json'), path.join(OUT, 'weights.json'));
        // One list of terms for the whole folder.
        const lists = ['licences.md', 'atelier/licences.md'].map((file) => path.join(cdn, file));
        const terms = lists.flatMap((file) => readFileSync(file, 'utf8').split(/^(?=## )/m)).map((part) => part.trim());
        writeFileSync(lists[0] ?? '', `${[...new Set(terms)].join('\n\n')}\n`);
        rmSync(lists[1] ?? '');
        await shrinkFolder(OUT);
        // This page puts the folder, and itself, into what is taken home.
        const files = [...releaseFiles(cdn)].filter(([file]) => !LEFT_AT_HOME.test(file));
        writeFileSync(path.join(OUT, 'folder.zip'), archiveOf(new Map(files)));
      },
    },
  ],
  resolve: { conditions: ['ess-source', 'module', 'browser', 'production'] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: OUT,
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    // The bundled packages ask to be named with their terms, beside the files that hold them.
    license: { fileName: 'licences.md' },
    // The worker shares files with the page, and has no document to preload them in.
    modulePreload: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: Object.fromEntries(ENTRIES.map((file) => [path.parse(file).name, file])),
      output: {
        minify: true,
        comments: { annotation: false },
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf }] },
      },
    },
  },
});
