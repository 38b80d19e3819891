import type { Plugin } from 'vite';
import { plainNamespaces, RUNTIME } from './namespaces.ts';

/** The module that the build writes anew, and the word that stands there until the names of all files are known. */
const MODULE = /\/loader\/along\.ts$/;
const PLACE = '__ESS_ALONG__';
const WRITTEN = `import './registry.ts';
const along = ${PLACE};
export { along, along as elements };
export const load = (tag, hash, query) => import(/* @vite-ignore */ './chunks/' + tag + '-' + hash + '.js' + query);`;
/** The module that has the bundler make a file of each element: in the loader their names are in the table above. */
const REGISTRY = /\/loader\/registry\.ts$/;
const DROPPED = '__ESS_DROPPED__';
/** Characters of code under which a chunk is not named: the element's own asks for it while the large ones are coming. */
const SMALL = 4_000;
/** Beside the loader: the line that has a page ask for the code of every element before the loader has come. */
const EARLY = 'early.html';
/** The folder of the loader, as the guides call it. */
const FOLDER = 'ess/';
/** Those of every element. */
const ALL = '*';
/** Those that compute a figure. */
const COMPUTED = '+';

/** A chunk, as far as it is read or written here. */
export interface Chunk {
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  /** Modules that it is made of. */
  readonly moduleIds: readonly string[];
  /** Files that it imports. */
  readonly imports: readonly string[];
  /** Files that it may import later. */
  readonly dynamicImports: readonly string[];
  code: string;
}

/** The tag of an element, from its entry module. */
export type TagOf = (module: string | null) => string | undefined;
/**
 * What an element asks for as soon as it lives though it does not import it at once, by tag: patterns of modules. Under `*`
 * what every element asks for; under `+`
 * what computes a figure, which the loader asks for where no build has written it; under `+` and a tag what such an element
 * needs for that besides.
 */
export type Soon = Readonly<Record<string, readonly RegExp[]>>;

/** What is known of elements that no bundle tells. */
export interface Known {
  /** What they load when they live, rather than import. */
  readonly soon: Soon;
  /** Modules that ask for code long before it runs: with each file that they name, all that it needs is asked for at once. */
  readonly askers: readonly RegExp[];
}

/**
 * Has chunks asked for as soon as they are known to be needed, rather than when another one has come and names them.
 * Bundlers do that with `<link rel="modulepreload">`, which would be ours in the head of a page that is not. An author who
 * wants the first of them sooner still writes that line (`early.html`): it names a file of this very build.
 */
export function loadAlong(tagOf: TagOf, { soon, askers }: Known): Plugin {
  return {
    name: 'ess-load-along',
    transform(code, id) {
      if (MODULE.test(id)) return WRITTEN;
      return REGISTRY.test(id) ? `${DROPPED}([${code.match(/\(\) => import\(.+?\)/g)?.join() ?? ''}]);` : null;
    },
    generateBundle(_options, bundle) {
      const built = Object.values(bundle).filter((file) => file.type === 'chunk');
      const chunks = built.map(({ fileName, facadeModuleId, moduleIds, imports, dynamicImports, code }) =>
        plainNamespaces({ fileName, facadeModuleId, moduleIds, imports, dynamicImports, code }),
      );
      const loader = chunks.find((_chunk, at) => built[at]?.isEntry && built[at].code.includes(PLACE));
      if (!loader) this.error('The loader has no place for the names of what comes along.');
      const along = alongOf(chunks, tagOf, soon);
      // An element's own chunk is named after it: what follows is enough.
      const texts = Object.entries(along).map(([key, names]) => [key, names.join(' ').replace(`${key}-`, '')] as const);
      const code = loader.code.replace(PLACE, JSON.stringify(Object.fromEntries(texts)));
      loader.code = code.replace(new RegExp(`${DROPPED}\\(.*?\\]\\)[,;]?`, 's'), '');
      if (loader.code.includes(DROPPED) || loader.code === code) this.error('The loader names its elements elsewhere.');
      hoist(chunks, along[ALL] ?? []);
      askWhole(chunks, along[ALL] ?? [], askers);
      // Left by all who imported it.
      const left = built.find(({ fileName }) => RUNTIME.test(fileName))?.fileName;
      if (left && !chunks.some(({ imports }) => imports.includes(left))) delete bundle[left];
      for (const [at, { code: written }] of chunks.entries()) Object.assign(built[at] ?? {}, { code: written });
      this.emitFile({ type: 'asset', fileName: EARLY, source: earlyLines(along[ALL] ?? []) });
    },
  };
}

/** The lines of HTML that have a page ask for these chunks, from the folder of the page. */
export const earlyLines = (names: readonly string[]): string =>
  names.map((name) => `<link rel="modulepreload" href="${FOLDER}chunks/${name}.js">\n`).join('');

/** What the loader asks for with an element's own chunk: file names without folder and ending, by tag. */
export function alongOf(
  chunks: readonly Chunk[],
  tagOf: TagOf,
  soon: Soon,
): Readonly<Record<string, readonly string[]>> {
  const needsOf = needsIn(chunks);
  const madeOf = (key: string, patterns: readonly RegExp[] = []): readonly string[] =>
    patterns.map((pattern) => {
      const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => pattern.test(id)));
      if (!chunk) throw new Error(`No chunk of <${key}> is made of a module like ${pattern}.`);
      return chunk.fileName;
    });
  const sizes = new Map(chunks.map(({ fileName, code }) => [fileName, code.length]));
  const sizeOf = (name: string): number => sizes.get(name) ?? 0;
  /** All of them with what they need, the largest first: it takes longest to come. */
  const wholeOf = (names: readonly string[]): readonly string[] =>
    [...new Set(names.flatMap((one) => [one, ...needsOf(one)]))].toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const needed = chunks.flatMap(({ fileName, facadeModuleId }) => {
    const tag = tagOf(facadeModuleId);
    if (!tag) return [];
    const wanted = madeOf(tag, [...(soon[ALL] ?? []), ...(soon[tag] ?? [])]);
    const names = wholeOf([fileName, ...wanted]);
    const kept = names.filter((name) => name !== fileName && !wanted.includes(name) && sizeOf(name) >= SMALL);
    // What is not imported is waited for by nothing that is.
    return [{ tag, names: new Set([fileName, ...kept, ...wanted].map(short)) }];
  });
  const shared = ofAll(needed.map(({ names }) => names));
  const listOf = (key: string): readonly string[] => wholeOf(madeOf(key, soon[key])).map(short);
  const computing = listOf(COMPUTED);
  const lists = Object.keys(soon).filter((key) => key.startsWith(COMPUTED));
  return Object.fromEntries([
    [ALL, shared],
    ...needed.map(({ tag, names }) => [tag, without([...names], shared)] as const),
    ...lists.map((key) => [key, without(listOf(key), key === COMPUTED ? shared : [...shared, ...computing])] as const),
  ]);
}

const without = (names: readonly string[], there: readonly string[]): readonly string[] =>
  names.filter((name) => !there.includes(name));

/** What stands in all of them. */
const ofAll = ([first, ...others]: readonly ReadonlySet<string>[]): readonly string[] =>
  [...(first ?? [])].filter((name) => others.every((names) => names.has(name)));

/**
 * Has each chunk import all that it needs, not only what it imports itself. What every element needs is there already, and
 * so is what all have that may load it.
 */
export function hoist(chunks: readonly Chunk[], there: readonly string[]): void {
  const needsOf = needsIn(chunks);
  const hasIn = ({ fileName }: Chunk): ReadonlySet<string> => new Set([fileName, ...needsOf(fileName)]);
  for (const chunk of chunks) {
    const lists = chunks.filter(({ dynamicImports }) => dynamicImports.includes(chunk.fileName)).map(hasIn);
    const known = new Set([
      chunk.fileName,
      ...chunk.imports,
      ...ofAll(lists),
      ...there.map((name) => `chunks/${name}.js`),
    ]);
    const missing = [...needsOf(chunk.fileName)].filter((name) => !known.has(name));
    // At its end, where they move nothing that a source map speaks of.
    if (missing.length > 0) chunk.code += `\n${missing.map((name) => `import"./${short(name)}.js";`).join('')}`;
  }
}

/** What a file is asked for with in those of askers, where it needs others. */
const WHOLE = '$whole';
const ASK_WHOLE = `\nfunction ${WHOLE}(...names){return Promise.all(names.map((name)=>import("./"+name+".js"))).then(([first])=>first);}`;

/** Has askers ask for all that a file needs together with it, rather than when it has come and names that. */
export function askWhole(chunks: readonly Chunk[], there: readonly string[], askers: readonly RegExp[]): void {
  const needsOf = needsIn(chunks);
  for (const chunk of chunks) {
    if (!chunk.moduleIds.some((id) => askers.some((asker) => asker.test(id)))) continue;
    const code = chunk.code.replace(/\bimport\([`"']\.\/([\w-]+)\.js[`"']\)/g, (call, name: string) => {
      const needs = [...needsOf(`chunks/${name}.js`)].map(short).filter((need) => !there.includes(need));
      return needs.length > 0 ? `${WHOLE}(${[name, ...needs].map((one) => `"${one}"`).join()})` : call;
    });
    if (code !== chunk.code) chunk.code = code + ASK_WHOLE;
  }
}

/** Names, from that of a chunk, all that must have come before it runs. */
function needsIn(chunks: readonly Chunk[]): (fileName: string) => ReadonlySet<string> {
  const imported = new Map(chunks.map(({ fileName, imports }) => [fileName, imports]));
  const add = (fileName: string, found: Set<string>): Set<string> => {
    for (const next of imported.get(fileName) ?? []) if (!found.has(next)) add(next, found.add(next));
    return found;
  };
  return (fileName) => add(fileName, new Set());
}

const short = (fileName: string): string => fileName.replace(/^chunks\/|\.js$/g, '');
