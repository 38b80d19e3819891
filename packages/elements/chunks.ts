/**
 * Decides which file of `cdn` holds each module of the elements and of the core, by one rule: a page fetches little more than it
 * needs, in few files.
 *
 * Roots are the elements and every module that is imported late. Modules that the same roots reach are one part; a file costs
 * each of its roots, as often as pages ask for it, the bytes that it has and those of a request. The two files whose joining
 * saves most are joined, as long as one saves, no circle of files arises and no root fetches more beside its need than is bounded
 * here: `e2e/closures.test.ts` measures it on what was built.
 */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';

/** As much of the bundler's graph as is read. */
interface Graph {
  getModuleInfo(id: string): {
    readonly code: string | null;
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
}

/**
 * What a request costs besides its bytes, in bytes. An element waits for its files, of which a server without HTTP/2 sends six at once
 * to a phone whose answers take a sixth of a second; late code has a dictionary of its own for compression.
 */
const REQUEST = { element: 2_500, late: 700 };

/** How often pages ask for what a module brings, as a weight, by its name: the first that suits. An indicator is on most pages. */
const WEIGHTS: readonly (readonly [name: RegExp, weight: number])[] = [
  [/^ess-indicator$/, 64],
  [/^ess-event-counter$/, 25],
  [/^ess-provider$/, 0.5],
  [/^ess-data-check$/, 0.2],
  [/^ess-[^/]+$/, 8],
  [/\/(?:computer|repair-report|source-card)$/, 2],
  [/\/(?:print|checks-panel|source-merger)$/, 1],
  [/(?:)/, 0.25],
];

/** What a root may fetch more than it needs: a share of that; for late code so many bytes, where they are more. */
const SHARE = 0.2;
const LATE_BYTES = 7_000;
/** So many bytes are always worth a request less. */
const LITTLE = 800;

/** Modules that have one file, or a file that several were joined to. */
interface Part {
  readonly modules: readonly string[];
  /** Roots that reach them, by number. */
  readonly users: ReadonlySet<number>;
  /** Compressed, about. */
  readonly bytes: number;
}

interface Root {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly isLate: boolean;
}

/**
 * Makes the function that returns the name of the file that holds a module.
 * @param src folder of the elements' sources
 * @param tags of all elements
 * @returns null for the loader
 */
export function chunks(src: string, tags: readonly string[]): (id: string, graph: Graph) => string | null {
  let files: ReadonlyMap<string, string> | undefined;
  return (id, graph) => {
    files ??= filesOf(src, tags, graph);
    return files.get(id) ?? null;
  };
}

/** @returns the name of the file of each module, by its id */
function filesOf(src: string, tags: readonly string[], graph: Graph): ReadonlyMap<string, string> {
  const nameOf = (id: string): string => {
    const inside =
      /node_modules\/(.+)/.exec(id)?.[1] ?? path.relative(src, id).replace(/^(?:\.\.\/)+core\/src/, 'core');
    return inside.replace(/\.\w+$/, '').replace(/\/define$/, '');
  };
  const roots = rootsIn(src, tags, graph, nameOf);
  const parts = joined(exactParts(roots, graph), roots, graph);
  const names = new Map<string, string>();
  const taken = new Set<string>(tags);
  let number = 0;
  for (const { modules, users } of [...parts].sort((a, b) => b.bytes - a.bytes)) {
    const [only, another] = modules;
    const [first = 0, second] = users;
    // A root that is alone is a file anyway, which then needs nothing of the bundler's own.
    if (another === undefined && second === undefined && only === roots[first]?.id) continue;
    // A file of one root has its name, with folders where another has it too; that of all elements is the base; others have
    // numbers, for no word says what they hold.
    const segments = (second === undefined ? roots[first]?.name : undefined)?.split('/') ?? [];
    const named = segments.map((_segment, at) => segments.slice(-1 - at).join('-'));
    const name =
      named.find((each) => !taken.has(each) || tags.includes(each)) ??
      (users.size > tags.length && !taken.has('base') ? 'base' : `part-${++number}`);
    taken.add(name);
    for (const id of modules) names.set(id, name);
  }
  return names;
}

function rootsIn(src: string, tags: readonly string[], graph: Graph, nameOf: (id: string) => string): readonly Root[] {
  const elements = tags.map((tag) => path.join(src, tag, 'define.ts'));
  const rootOf = (id: string, isLate: boolean): Root => {
    const name = nameOf(id);
    return { id, name, weight: WEIGHTS.find(([pattern]) => pattern.test(name))?.[1] ?? 0, isLate };
  };
  const roots = new Map(elements.map((id) => [id, rootOf(id, false)]));
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const info = graph.getModuleInfo(id);
    for (const next of info?.dynamicallyImportedIds ?? []) {
      if (!roots.has(next)) roots.set(next, rootOf(next, true));
      visit(next);
    }
    info?.importedIds.forEach(visit);
  };
  elements.forEach(visit);
  visit(path.join(src, 'loader/ess.ts'));
  return [...roots.values()];
}

/** Modules that the same roots reach, through what they import at once. */
function exactParts(roots: readonly Root[], graph: Graph): readonly Part[] {
  const users = new Map<string, Set<number>>();
  const visit = (id: string, root: number): void => {
    const own = users.get(id) ?? new Set();
    if (own.has(root)) return;
    const info = graph.getModuleInfo(id);
    if (!info) return;
    users.set(id, own.add(root));
    for (const next of info.importedIds) visit(next, root);
  };
  roots.forEach(({ id }, root) => visit(id, root));
  const parts = new Map<string, { users: ReadonlySet<number>; ids: string[] }>();
  for (const [id, own] of users) {
    const part = parts.get([...own].join()) ?? { users: own, ids: [] };
    part.ids.push(id);
    parts.set([...own].join(), part);
  }
  return [...parts.values()].map(({ users: own, ids }) => ({
    modules: ids,
    users: own,
    bytes: ids.reduce((sum, id) => sum + bytesOf(graph.getModuleInfo(id)?.code ?? ''), 0),
  }));
}

/** Bytes that a module adds to a file, about: alone it is compressed less than beside others. */
function bytesOf(code: string): number {
  const small = transformSync(code, { minify: true, loader: 'ts', format: 'esm', target: 'es2022' }).code;
  return gzipSync(small).length * 0.7;
}

/** Joins the two files whose joining saves most, until none does. */
function joined(exact: readonly Part[], roots: readonly Root[], graph: Graph): readonly Part[] {
  const parts = exact.map((part) => ({ ...part }));
  const at = new Map(parts.flatMap(({ modules }, index) => modules.map((id) => [id, index])));
  const imported = parts.map(({ modules }, index) => {
    const next = modules.flatMap((id) => graph.getModuleInfo(id)?.importedIds.map((each) => at.get(each)) ?? []);
    return new Set(next.filter((each) => each !== undefined && each !== index) as number[]);
  });
  const indicator = roots.findIndex(({ name }) => name === 'ess-indicator');
  /** A late module pays nothing for what an indicator has, which is on every page. */
  const cost = (users: ReadonlySet<number>, bytes: number): number => {
    const isBase = users.has(indicator);
    let sum = 0;
    for (const user of users) {
      const { weight = 0, isLate = false } = roots[user] ?? {};
      if (!(isBase && isLate)) sum += weight * (bytes + (isLate ? REQUEST.late : REQUEST.element));
    }
    return sum;
  };
  const own = parts.map(({ users, bytes }) => cost(users, bytes));
  const savingOf = (one: number, other: number): number => {
    const [a, b] = [parts[one], parts[other]];
    if (!a || !b) return 0;
    return (own[one] ?? 0) + (own[other] ?? 0) - cost(new Set([...a.users, ...b.users]), a.bytes + b.bytes);
  };
  /** Whether one file needs another through a third: joined they would need each other. */
  const isThrough = (one: number, other: number): boolean => {
    const seen = new Set<number>([one]);
    const reaches = (from: number): boolean => {
      if (from === other) return true;
      if (seen.has(from)) return false;
      seen.add(from);
      return [...(imported[from] ?? [])].some(reaches);
    };
    return [...(imported[one] ?? [])].some((next) => next !== other && reaches(next));
  };
  /**
   * By root: bytes that it may still be given besides those that it needs. Without a bound: an element of so little weight that pages
   * have it beside others alone.
   */
  const room = roots.map(({ isLate, weight }, root) => {
    const needed = parts.filter(({ users }) => users.has(root) && !(isLate && users.has(indicator)));
    const share = SHARE * needed.reduce((sum, { bytes }) => sum + bytes, 0);
    if (isLate) return Math.max(share, LATE_BYTES);
    return weight < 1 ? Number.POSITIVE_INFINITY : share;
  });
  /** Returns a file and all that it imports, which a browser fetches with it. */
  const withImports = (index: number, found: Set<number> = new Set()): ReadonlySet<number> => {
    if (found.has(index)) return found;
    found.add(index);
    for (const next of imported[index] ?? []) withImports(next, found);
    return found;
  };
  /** Returns the roots that get more than they need where two files are joined, each with the bytes of it. */
  const given = (one: number, other: number): readonly (readonly [root: number, bytes: number])[] => {
    const fetched = [...withImports(other, new Set(withImports(one)))].flatMap((index) => parts[index] ?? []);
    const [a, b] = [parts[one] as Part, parts[other] as Part];
    const isBase = a.users.has(indicator) || b.users.has(indicator);
    return [...new Set([...a.users, ...b.users])].flatMap((root) => {
      if (isBase && roots[root]?.isLate) return [];
      const more = fetched.filter(({ users }) => !users.has(root) && !(roots[root]?.isLate && users.has(indicator)));
      const bytes = more.reduce((sum, part) => sum + part.bytes, 0);
      return bytes > 0 ? [[root, bytes] as const] : [];
    });
  };
  let alive = parts.map((_part, index) => index);
  const savings = new Map<number, number>();
  const keyOf = (one: number, other: number): number => Math.min(one, other) * parts.length + Math.max(one, other);
  // What an element alone needs stays alone: a page of another would define it.
  const isAlone = parts.map(({ users }) => users.size === 1 && [...users].every((user) => !roots[user]?.isLate));
  const reckon = (one: number): void => {
    if (isAlone[one]) return;
    for (const other of alive)
      if (other !== one && !isAlone[other]) savings.set(keyOf(one, other), savingOf(one, other));
  };
  alive.forEach(reckon);
  for (;;) {
    let best = 0;
    let pair = -1;
    for (const [key, saving] of savings) if (saving > best) [best, pair] = [saving, key];
    if (pair < 0) return alive.map((index) => parts[index] as Part);
    const [one, other] = [Math.floor(pair / parts.length), pair % parts.length];
    const [a, b] = [parts[one] as Part, parts[other] as Part];
    const more = given(one, other);
    if (
      isThrough(one, other) ||
      isThrough(other, one) ||
      more.some(([root, bytes]) => bytes > LITTLE && bytes > (room[root] ?? 0))
    ) {
      savings.delete(pair);
      continue;
    }
    for (const [root, bytes] of more) room[root] = (room[root] ?? 0) - bytes;
    parts[one] = {
      modules: [...a.modules, ...b.modules],
      users: new Set([...a.users, ...b.users]),
      bytes: a.bytes + b.bytes,
    };
    own[one] = cost(parts[one].users, parts[one].bytes);
    alive = alive.filter((index) => index !== other);
    for (const each of [...alive, one]) savings.delete(keyOf(each, other));
    imported[one] = new Set(
      [...(imported[one] ?? []), ...(imported[other] ?? [])].filter((each) => each !== one && each !== other),
    );
    for (const index of alive) if (index !== one && imported[index]?.delete(other)) imported[index]?.add(one);
    // Who fetches the file fetches what it imports.
    for (const index of withImports(one)) {
      const part = parts[index] as Part;
      const users = new Set([...part.users, ...parts[one].users]);
      if (index !== one && users.size === part.users.size) continue;
      parts[index] = { ...part, users };
      own[index] = cost(users, part.bytes);
      reckon(index);
    }
  }
}
