/**
 * Second half of `npm run build -- lib`: puts the modules of core and elements into as few files as those of `cdn` (`chunks.ts`).
 * Modules that a package exports keep a file in front of them; others, late ones too, have none, for a bundler makes a file for
 * each entry and for every way in which late modules share others: from some six hundred modules a map had 49 files, from these
 * it has about ten. Core stays a package of its own, of which a page has one copy. Declarations stay as they are.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import core from '../packages/core/package.json' with { type: 'json' };
import { chunks } from '../packages/elements/chunks.ts';
import { doors } from './doors.mjs';
import { minifyCssLiterals } from './minify-css.ts';
import { filesIn } from './release/files.mjs';
import { tagsOf } from './sync/elements.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const PACKAGES = path.join(ROOT, 'packages');
const SRC = path.join(PACKAGES, 'elements/src');
const OWNERS = ['core', 'elements'];
/** Terms of the libraries whose code is in our files: one that is no ES module, of which bundlers warn, and those in workers. */
const LICENCES = 'licences.md';
/** Folder of the files that several entries share, in the `dist` of each package. */
const SHARED = 'shared';
/** The address of a worker, as the compiler leaves it. */
const WORKER = /new URL\((['"])(\.{1,2}\/[^'"]+)\.ts\1,\s*import\.meta\.url\)/g;
/** Stands for it until the file that holds it is known. */
const PLACED = /__essWorker\((['"`])([^'"`]+)\1\)/g;

/** Libraries that are installed with the packages: their code stays in packages of their own. */
const INSTALLED = OWNERS.flatMap((name) => {
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(PACKAGES, name, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  return Object.keys(dependencies).filter((each) => !each.startsWith('@ess-widgets/'));
});

const isInstalled = (id: string): boolean => INSTALLED.some((name) => id === name || id.startsWith(`${name}/`));

/** Returns the package of a module of ours, and its path in the sources without an ending. */
function placeOf(id: string): { readonly owner: string; readonly name: string } | null {
  const [, owner, name] =
    /^([^/]+)\/src\/(.+?)(?:\.ts)?$/.exec(path.relative(PACKAGES, id).split(path.sep).join('/')) ?? [];
  return owner && name ? { owner, name } : null;
}

/** Returns the modules that have a file of their own, each with its source, by names such as `core/model/index`. */
function entries(): ReadonlyMap<string, string> {
  const exported = OWNERS.flatMap((owner) => {
    const manifest = readFileSync(path.join(PACKAGES, owner, 'package.json'), 'utf8');
    return [...manifest.matchAll(/"\.\/dist\/([^"*]+)\.js"/g)].map(([, name]) => `${owner}/${name}`);
  });
  const workers = OWNERS.flatMap((owner) => {
    const sources = filesIn(path.join(PACKAGES, owner, 'src')).filter((file) => file.endsWith('-worker.ts'));
    return sources.map((file) => `${owner}/${file.slice(0, -'.ts'.length)}`);
  });
  const names = [...exported, ...workers];
  return new Map(names.map((name) => [name, path.join(PACKAGES, `${name.replace('/', '/src/')}.ts`)]));
}

/** Leaves addresses of workers to the bundler of whoever installs the package. */
function keepWorkers(): Plugin {
  return {
    name: 'ess-keep-workers',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code, id) {
        const place = placeOf(id);
        if (!place) return null;
        const folder = path.posix.dirname(`${place.owner}/${place.name}`);
        const placed = code.replace(
          WORKER,
          (_all, _quote, name: string) => `__essWorker('${path.posix.join(folder, name)}.js')`,
        );
        return placed === code ? null : { code: placed, map: null };
      },
    },
  };
}

type Output = Rolldown.OutputOptions;

/**
 * Bundles entries without writing them.
 * @param external tells which modules stay in packages of their own
 */
async function bundle(
  input: Readonly<Record<string, string>>,
  output: Output,
  external: (id: string) => boolean,
): Promise<readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const config: InlineConfig = {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [doors(), minifyCssLiterals(), keepWorkers()],
    resolve: { conditions: ['ess-source', 'module', 'browser', 'production'] },
    build: {
      target: 'es2022',
      write: false,
      minify: false,
      sourcemap: true,
      license: { fileName: LICENCES },
      lib: { entry: { ...input }, formats: ['es'] },
      rolldownOptions: {
        external,
        preserveEntrySignatures: 'allow-extension',
        checks: { pluginTimings: false },
        output: { entryFileNames: '[name].js', sourcemapExcludeSources: true, ...output },
      },
    },
  };
  const built = await build(config);
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The bundler wrote nothing.');
  return first.output;
}

/** Returns the name under which core exports one of its files: those that several entries share have names too. */
function exportedAs(target: string): string {
  const file = `./dist/${target.replace(/^core\//, '')}`;
  const exported = Object.entries(core.exports).find(
    ([, entry]) => typeof entry === 'object' && entry.default === file,
  );
  const name =
    exported?.[0].slice(1) ??
    (target.startsWith(`core/${SHARED}/`) ? `/${SHARED}/${path.basename(file, '.js')}` : null);
  if (name === null) throw new Error(`Core does not export ${target}.`);
  return `@ess-widgets/core${name}`;
}

/** Returns the text of a file, in which addresses of files of another package are those of its exports. */
function withAddresses(file: string, code: string): string {
  const [owner = ''] = file.split('/');
  const folder = path.posix.dirname(file);
  return code
    .replace(
      /((?:\bfrom|\bimport)\s*\(?\s*)(["'])(\.{1,2}\/[^"']+)\2/g,
      (all, before: string, quote: string, to: string) => {
        const target = path.posix.join(folder, to);
        if (target.startsWith(`${owner}/`)) return all;
        return `${before}${quote}${exportedAs(target)}${quote}`;
      },
    )
    .replace(PLACED, (_all, _quote, worker: string) => {
      const to = path.posix.relative(folder, worker);
      return `new URL('${to.startsWith('.') ? to : `./${to}`}', import.meta.url)`;
    });
}

/** Writes a file of a package with its source map, whose sources lie beside `dist`. */
function write(chunk: Rolldown.OutputChunk): void {
  const [owner = '', ...rest] = chunk.fileName.split('/');
  const file = path.join(PACKAGES, owner, 'dist', ...rest);
  mkdirSync(path.dirname(file), { recursive: true });
  const { map } = chunk;
  const code = withAddresses(chunk.fileName, chunk.code).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
  if (!map) return writeFileSync(file, code);
  writeFileSync(file, `${code}//# sourceMappingURL=${path.basename(file)}.map\n`);
  // The bundler reckons from a folder of its own. Sources of libraries, which are not packed, keep their names alone.
  const from = path.dirname(path.join(ROOT, 'dist', chunk.fileName));
  const sources = map.sources.map((source) => {
    const full = path.resolve(from, source);
    const isOurs = full.startsWith(`${PACKAGES}${path.sep}`);
    const name = isOurs ? path.relative(path.dirname(file), full) : full.replace(/^.*node_modules[\\/]/, '');
    return name.split(path.sep).join('/');
  });
  writeFileSync(`${file}.map`, JSON.stringify({ ...map, sources }));
}

/** Writes the terms of the libraries in some bundles, each library once. */
function writeLicences(owner: string, bundles: readonly Awaited<ReturnType<typeof bundle>>[]): void {
  const files = bundles.flat().filter(({ fileName }) => fileName === LICENCES);
  const sections = files.flatMap((file) =>
    file.type === 'asset'
      ? String(file.source)
          .split(/^(?=## )/m)
          .slice(1)
          .map((section) => section.trimEnd())
      : [],
  );
  const text = ['# Licences of the libraries in these files', ...new Set(sections)].join('\n\n');
  writeFileSync(path.join(PACKAGES, owner, 'dist', LICENCES), `${text}\n`);
}

const all = [...entries()];
const isWorker = ([name]: readonly [string, string]): boolean => name.endsWith('-worker');
const fileOf = chunks(SRC, tagsOf(ROOT));
const notInstalled = (ids: readonly string[]): string[] => ids.filter((id) => !isInstalled(id));

const built = await bundle(
  Object.fromEntries(all.filter((entry) => !isWorker(entry))),
  {
    // Entries and groups have paths; what the bundler names by itself is a file of the package whose module comes first in it.
    chunkFileNames: ({ name, moduleIds }) => {
      const owner = moduleIds.map((id) => placeOf(id)?.owner).find((each) => each !== undefined);
      return name.includes('/') ? `${name}.js` : `${owner ?? 'core'}/${SHARED}/${name}.js`;
    },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          name: (id, graph) => {
            const { owner, name } = placeOf(id) ?? { owner: 'core', name: '' };
            // What registers an element does so when it is imported, and only then.
            if (/(?:^|\/)define$/.test(name)) return null;
            const file = fileOf(id, {
              getModuleInfo(each) {
                const info = graph.getModuleInfo(each);
                return (
                  info && {
                    code: info.code,
                    importedIds: notInstalled(info.importedIds),
                    dynamicallyImportedIds: notInstalled(info.dynamicallyImportedIds),
                  }
                );
              },
            });
            return file === null ? null : `${owner}/${SHARED}/${file}`;
          },
        },
      ],
    },
  },
  isInstalled,
);
// A worker is one file with its libraries: Vite up to 7 cannot build a worker that imports anything late, even from a package.
const workers = await Promise.all(
  all.filter(isWorker).map(([name, file]) => bundle({ [name]: file }, { codeSplitting: false }, () => false)),
);

for (const owner of OWNERS) {
  const dist = path.join(PACKAGES, owner, 'dist');
  for (const file of filesIn(dist)) if (/\.js(?:\.map)?$/.test(file)) rmSync(path.join(dist, file));
}
for (const each of [...built, ...workers.flat()]) if (each.type === 'chunk') write(each);
writeLicences('core', [built]);
writeLicences('elements', workers);
