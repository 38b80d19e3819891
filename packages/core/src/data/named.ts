/** Sources with names, which a page, a provider or a site declares once: lines of an attribute, or a file `ess-sources/1`. */
import { resolveHref } from '../reading/index.ts';
import type { SourceKind } from './pick.ts';
import { type Recipe, withRecipe } from './sources/recipe-text.ts';

/** A source that was declared. */
export interface NamedSource {
  readonly name: string;
  /** Its addresses, separated by spaces, each with its recipe in its fragment. */
  readonly src: string;
  /** The format of each, by position, separated by spaces. */
  readonly format?: string | undefined;
}

/** What is wrong with a source: it is none, its name is none, another one has it, or it has no address or no kind that there is. */
interface SourceProblem {
  readonly fault: 'line' | 'name' | 'twice' | 'address' | 'kind';
  /** The line, or the name of the source. */
  readonly said: string;
  /** A sentence for the author. */
  readonly en: string;
}

/** What is declared in one place. */
export interface DeclaredSources {
  readonly sources: readonly NamedSource[];
  /** Address of the reference data. */
  readonly reference?: string | undefined;
  /** Zone of times that have none. */
  readonly zone?: string | undefined;
  /** What could not be read, for the author. */
  readonly problems: readonly SourceProblem[];
}

/** The format of a file of sources. */
export const SOURCES_FORMAT = 'ess-sources/1';

const LINE = /^([^\s=:/?#]+)\s*=\s*(\S.*)$/;
const NAME = /^(?!reference$)[a-z][a-z0-9-]*$/;
const KINDS: readonly unknown[] = ['members', 'events', 'figures'] satisfies readonly SourceKind[];

/** Returns the first source of each name, and a sentence for each that cannot be one. */
function checked(
  all: readonly (NamedSource | SourceProblem)[],
  more?: Pick<DeclaredSources, 'reference' | 'zone'>,
): DeclaredSources {
  const sources = new Map<string, NamedSource>();
  const problems: SourceProblem[] = [];
  for (const one of all) {
    if ('fault' in one) {
      problems.push(one);
      continue;
    }
    const { name: said } = one;
    if (!NAME.test(said)) {
      const en = `"${said}" cannot name a source: small letters, digits and hyphens, not "reference"`;
      problems.push({ fault: 'name', said, en });
    } else if (sources.has(said)) {
      problems.push({ fault: 'twice', said, en: `two sources are named "${said}": the first one stays` });
    } else sources.set(said, one);
  }
  return { ...more, sources: [...sources.values()], problems };
}

/** Reads the lines of an attribute, `name = address address`. */
export function readSourceLines(text: string): DeclaredSources {
  const lines = text.split('\n').map((line) => line.trim());
  return checked(
    lines.filter(Boolean).map((line) => {
      const [, name, src] = LINE.exec(line) ?? [];
      return name && src
        ? { name, src }
        : { fault: 'line', said: line, en: `"${line}" is no source: expected name = address` };
    }),
  );
}

/** Whether a text is the address of a file of sources, not lines. */
export const isSourcesFile = (text: string): boolean => /^\S+$/.test(text.trim()) && !LINE.test(text.trim());

/** Returns an address with its recipe behind it; what it says itself stands. */
function withOwn(src: string, recipe: Recipe): string {
  const rest = Object.entries(recipe).filter(
    ([name, said]) => said !== undefined && !new RegExp(`[#&]${name}=`).test(src),
  );
  return withRecipe(src, Object.fromEntries(rest));
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/**
 * Reads a file of sources, whose addresses are relative to it. What it does not know is left alone: the command line, which
 * writes a data set of them, reads more.
 * @throws TypeError where it is no such file
 */
export function readSourcesFile(document: unknown, base: string): DeclaredSources {
  if (!isObject(document) || document['format'] !== SOURCES_FORMAT || !isObject(document['sources'])) {
    throw new TypeError(`expected {"format": "${SOURCES_FORMAT}", "sources": {…}}`);
  }
  // The command line reads files: its own policy says which.
  const schemes = base.startsWith('file:') ? /^(https?|file):$/ : undefined;
  const addressOf = (href: string): string => {
    const url = resolveHref(href, base, schemes);
    return typeof url === 'string' ? url : href;
  };
  const reference = textOf(document['reference']);
  const zone = textOf(document['zone']);
  const sources = Object.entries(document['sources']).map(([name, value]) => {
    const declared = isObject(value) ? value : {};
    const addresses = [declared['src']].flat().filter((one): one is string => textOf(one) !== undefined);
    if (addresses.length === 0) {
      return { fault: 'address', said: name, en: `source "${name}" has no address: expected "src"` } as const;
    }
    const recipe = { ...(isObject(declared['recipe']) ? declared['recipe'] : {}) };
    const kind = declared['kind'] ?? recipe['kind'];
    if (kind !== undefined && !KINDS.includes(kind)) {
      const en = `source "${name}" is of no kind "${String(kind)}": expected ${KINDS.join(', ')}`;
      return { fault: 'kind', said: name, en } as const;
    }
    const title = textOf(declared['title']);
    // What it says is judged where the source is read.
    const options = {
      ...{
        kind,
        zone: textOf(declared['zone']) ?? zone,
        past: textOf(declared['past']),
        table: textOf(declared['table']),
      },
      credit: title && { name: title },
      ...recipe,
    } as Recipe;
    return {
      name,
      src: addresses.map((href) => withOwn(addressOf(href), options)).join(' '),
      format: textOf(declared['format']),
    };
  });
  return checked(sources, { reference: reference && addressOf(reference), zone });
}
