import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { build, defineConfig, type Plugin } from 'vite';
import { cellsAlone } from '../../scripts/cells-alone.ts';
import { doors } from '../../scripts/doors.mjs';
import { minifyCssLiterals } from '../../scripts/minify-css.ts';
import { filesIn, integrityOf } from '../../scripts/release/files.mjs';
import { shrunk } from '../../scripts/shrink.ts';
import { tagsOf } from '../../scripts/sync/elements.ts';
import { skinCss } from '../core/src/charts/skin.ts';
import { skins } from '../core/src/charts/stills.ts';
import { chunks } from './chunks.ts';
import manifest from './package.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '../..');
const SRC = path.join(import.meta.dirname, 'src');
const TAGS = tagsOf(ROOT);
/** Folder of all files but the loader, until what they hold is known. */
const FOLDER = '@ess';
/** The loader's own copies of what it and the elements read: a file between them would be waited for. */
const LOADERS = ['dom.ts', 'taken-names.ts'].map((name) => path.join(SRC, 'loader', name));
/** Stands for the table of files in the loader until the files are known. */
const TABLE = /JSON\.parse\(["'`]@table["'`]\)/;

/**
 * Returns the name of a source in a source map, which holds its text: from the package on, so that no map says where the
 * repository lies.
 */
const sourceName = (source: string, map: string): string => {
  const inside = path.relative(ROOT, path.resolve(path.dirname(map), source)).replaceAll(path.sep, '/');
  return inside.replace(/^(?:.*\/)?(?:node_modules|packages)\//, '');
};

/** Each file has a sign of its own in the table, from this one on: it comes after those that a text of JSON escapes. */
const FIRST_SIGN = 93;

/**
 * The module of files as it is built: its table is written once the files are known, each name once. A call keeps it in one place,
 * where a plain string would be copied to each that reads it.
 */
const FILES = `const [names, all] = JSON.parse('@table');
const list = names.split(' ');
export const needs = Object.fromEntries(Object.entries(all).map(([name, files]) => [name, [...files].map((sign) => list[sign.charCodeAt(0) - ${FIRST_SIGN}])]));
export const loadModule = (name, query) => import(/* @vite-ignore */ './${FOLDER}/' + name + '.js' + query);`;

/** Makes a file that was written smaller, and keeps its map. */
async function shrink(file: string): Promise<void> {
  const content = readFileSync(`${file}.map`, 'utf8');
  const { code, map } = await shrunk(readFileSync(file, 'utf8'), { file: path.basename(file), content });
  writeFileSync(file, code);
  writeFileSync(`${file}.map`, map);
}

/** Elements that read records, whatever their attributes: that code is not imported at once, but is asked for with theirs. */
const READS_RECORDS = /^ess-(event-agenda|member-|report|territory|timeline)/;

/**
 * Late code that the loader asks for by itself, by the name that it has in `early.ts`: the modules that are imported one after
 * the other, and would each be waited for.
 */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  addresses: ['core/src/data/address'],
  calendar: ['core/src/data/all', 'core/src/data/client/recognise', 'core/src/data/sources/ical/load'],
  communes: ['elements/src/base/placer'],
  compute: ['elements/src/base/computer', 'core/src/data/sources/ess-dataset/catalogue'],
  csv: ['core/src/data/all', 'core/src/data/client/recognise', 'core/src/data/sources/csv/load'],
  large: ['elements/src/directory/large/large-directory', 'elements/src/directory/large/open-packed'],
  pick: ['elements/src/base/picking'],
  records: ['core/src/data/client/files'],
  'world-coarse': ['elements/src/world/coarse'],
};

/**
 * Puts all files but the loader into a folder that bears the version and a hash of what is in it: it may be kept for ever,
 * and that of the release before may stay beside it. Writes what the loader has to know of them, the line that asks for the
 * first of them early, and the hashes for pages that check what they are given.
 */
function release(): Plugin {
  const needs: Record<string, readonly string[]> = {};
  let base: ReadonlySet<string> = new Set();
  return {
    name: 'ess-release',
    resolveId: {
      order: 'pre',
      handler: (source, importer = '') =>
        /\/src\/loader\/(ess|early)\.ts$/.test(importer) || LOADERS.includes(importer)
          ? LOADERS.find((file) => path.basename(file) === path.basename(source))
          : null,
    },
    load: (id) => (LOADERS.includes(id) ? readFileSync(path.join(SRC, 'base', path.basename(id)), 'utf8') : null),
    transform: (_code, id) => (id.endsWith('/src/loader/files.ts') ? { code: FILES, map: { mappings: '' } } : null),
    generateBundle(_options, bundle) {
      const importsOf = (file: string, known: Set<string> = new Set()): ReadonlySet<string> => {
        const chunk = bundle[file];
        for (const next of chunk?.type === 'chunk' ? chunk.imports : []) {
          if (known.has(next)) continue;
          importsOf(next, known.add(next));
        }
        return known;
      };
      const written = new Set(
        Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : [])),
      );
      /** Returns what a module imports; one that only hands on what others export is in no file, and they stand in its place. */
      const importedBy = (id: string, seen: Set<string> = new Set()): readonly string[] =>
        (this.getModuleInfo(id)?.importedIds ?? []).flatMap((next) => {
          if (written.has(next)) return [next];
          return seen.has(next) ? [] : importedBy(next, seen.add(next));
        });
      const graph = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk'
          ? Object.entries(chunk.modules).map(([id, { renderedLength }]) => {
              const { dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
              return {
                id,
                file: path.basename(chunk.fileName),
                length: renderedLength,
                imports: importedBy(id),
                late: dynamicallyImportedIds,
              };
            })
          : [],
      );
      mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
      writeFileSync(path.join(ROOT, 'dist/cdn-graph.json'), JSON.stringify(graph).replaceAll(`${ROOT}/`, ''));
      const fileOf = (module: string): string => {
        const id = path.join(ROOT, 'packages', `${module}.ts`);
        const found = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.moduleIds.includes(id));
        return found?.fileName ?? this.error(`No file has ${module}.`);
      };
      const namesOf = (files: Iterable<string>): string[] => [...files].map((file) => path.basename(file, '.js'));
      base = new Set(namesOf(importsOf(fileOf('elements/src/ess-indicator/define'))));
      for (const [name, modules] of Object.entries(ASKED)) {
        const files = modules.map(fileOf).flatMap((file) => [file, ...importsOf(file)]);
        needs[name] = [...new Set(namesOf(files))].filter((each) => !base.has(each));
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry || chunk.name === 'ess') continue;
        const names = new Set(namesOf(importsOf(chunk.fileName)));
        if (READS_RECORDS.test(chunk.name)) for (const name of needs['records'] ?? []) names.add(name);
        // A report begins with indicators.
        if (chunk.name === 'ess-report') names.add('ess-indicator');
        needs[chunk.name] = [...names];
      }
    },
    async writeBundle() {
      const cdn = path.join(import.meta.dirname, 'cdn');
      const files = readdirSync(path.join(cdn, FOLDER)).sort();
      for (const file of files.filter((each) => each.endsWith('.js.map')))
        await shrink(path.join(cdn, FOLDER, file.replace(/\.map$/, '')));
      // The communes of France lie beside the code that asks for them: whoever builds it, makes them.
      const make = ['--conditions=ess-source', '--import', 'tsx', 'packages/geo-tools/scripts/reference.ts'];
      execFileSync(process.execPath, make, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
      cpSync(path.join(ROOT, 'packages/core/reference'), path.join(cdn, FOLDER, 'reference'), { recursive: true });
      const sha = createHash('sha256');
      for (const file of [...filesIn(path.join(cdn, FOLDER))].sort())
        sha.update(file).update(readFileSync(path.join(cdn, FOLDER, file)));
      const folder = `${manifest.version}-${sha.digest('hex').slice(0, 8)}`;
      renameSync(path.join(cdn, FOLDER), path.join(cdn, folder));
      const loader = path.join(cdn, 'ess.js');
      // What is large is asked for first: a server without HTTP/2 sends six files at once.
      const bytesOf = (name: string): number => readFileSync(path.join(cdn, folder, `${name}.js`)).length;
      const named = [...new Set(Object.values(needs).flat())].sort((a, b) => bytesOf(b) - bytesOf(a));
      const signs = (all: readonly string[]): string =>
        String.fromCharCode(...all.map((each) => FIRST_SIGN + named.indexOf(each)).sort((a, b) => a - b));
      const table = [
        named.join(' '),
        Object.fromEntries(Object.entries(needs).map(([name, all]) => [name, signs(all)])),
      ];
      const text = readFileSync(loader, 'utf8');
      if (!TABLE.test(text)) this.error('The loader has no place for the table of its files.');
      const whole = text.replace(TABLE, JSON.stringify(table)).replaceAll(FOLDER, folder);
      writeFileSync(loader, (await shrunk(whole)).code);
      // The loader is written anew here, so its map would be wrong.
      rmSync(`${loader}.map`, { force: true });
      // The whole of it for pages that link to it, and a file a skin for those that write what they need.
      const minified = (css: string): string =>
        transformSync(css, { loader: 'css', minify: true, target: ['chrome120', 'firefox121', 'safari17'] }).code;
      writeFileSync(path.join(cdn, 'still.css'), minified(skinCss()));
      mkdirSync(path.join(cdn, 'still'), { recursive: true });
      for (const name of Object.keys(skins))
        writeFileSync(path.join(cdn, `still/${name}.css`), minified(skinCss({ names: [name] })));
      const classic = readFileSync(path.join(SRC, 'loader/classic.ts'), 'utf8');
      const { code: bootstrap } = transformSync(classic, {
        loader: 'ts',
        format: 'iife',
        minify: true,
        target: 'es2022',
      });
      writeFileSync(path.join(cdn, 'ess.classic.js'), bootstrap);
      const hashes = ['ess.js', 'ess.classic.js', ...files.map((file) => `${folder}/${file}`)]
        .filter((file) => file.endsWith('.js'))
        .map((file) => [file, integrityOf(readFileSync(path.join(cdn, file)))]);
      writeFileSync(path.join(cdn, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
      // Files and bytes, as they are sent, of a page that has one widget: the Atelier says them.
      const sent = (file: string): number => gzipSync(readFileSync(path.join(cdn, file))).length;
      const weights = Object.entries(needs)
        .filter(([name]) => TAGS.includes(name))
        .map(([tag, names]) => {
          const all = ['ess.js', ...new Set([...base, ...names])].map((name) =>
            name === 'ess.js' ? name : `${folder}/${name}.js`,
          );
          return [tag, { files: all.length, bytes: all.reduce((sum, file) => sum + sent(file), 0) }];
        });
      writeFileSync(path.join(ROOT, 'dist/weights.json'), `${JSON.stringify(Object.fromEntries(weights))}\n`);
      await build({ configFile: path.join(ROOT, 'packages/atelier/vite.config.ts'), logLevel: 'error' });
    },
  };
}

/**
 * The files for `<script type="module" src="…/ess.js">`: the loader, which is revalidated often, and a folder of files with
 * plain names, which may be kept for ever.
 */
export default defineConfig({
  root: import.meta.dirname,
  // Files, workers and assets are found relative to the file that asks for them: the folder can be served anywhere.
  base: './',
  publicDir: false,
  plugins: [doors(), cellsAlone(), minifyCssLiterals(), release()],
  resolve: {
    // No "development": Lit must be its production build.
    conditions: ['ess-source', 'module', 'browser', 'production'],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  worker: {
    format: 'es',
    plugins: () => [doors(), cellsAlone()],
    // One file without imports: where a page may not run it as a module, its text runs as a classic worker.
    rolldownOptions: {
      output: {
        entryFileNames: `${FOLDER}/[name].js`,
        codeSplitting: false,
        sourcemapPathTransform: sourceName,
      },
    },
  },
  build: {
    target: 'es2022',
    outDir: 'cdn',
    emptyOutDir: true,
    chunkSizeWarningLimit: 150,
    // Servers name the map of a file in a header (`SourceMap`): a line in each file would be on every page.
    sourcemap: 'hidden',
    // The bundled packages ask to be named with their terms, beside the files that hold them.
    license: { fileName: 'licences.md' },
    // Library mode leaves out Vite's preload helper, which would write <link> elements into our hosts' pages.
    lib: {
      entry: {
        ess: path.join(SRC, 'loader/ess.ts'),
        ...Object.fromEntries(TAGS.map((tag) => [tag, path.join(SRC, tag, 'define.ts')])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      checks: { pluginTimings: false },
      preserveEntrySignatures: 'allow-extension',
      // Removes the methods that idb adds to databases and cursors (`db.get`, `for await`): our cache uses only stores
      // and transactions.
      treeshake: { manualPureFunctions: ['replaceTraps'] },
      output: {
        // Not implied in library mode, which also keeps what only another bundler would read.
        minify: true,
        comments: { annotation: false },
        entryFileNames: ({ name }) => (name === 'ess' ? 'ess.js' : `${FOLDER}/${name}.js`),
        chunkFileNames: `${FOLDER}/[name].js`,
        assetFileNames: `${FOLDER}/[name][extname]`,
        sourcemapPathTransform: sourceName,
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunks(SRC, TAGS) }] },
      },
    },
  },
});
