/** Sources that a page or a provider declares by name, in lines or in a file within the bounds of the page. */
import {
  type DeclaredSources,
  isSourcesFile,
  readSourceLines,
  readSourcesFile,
  SOURCES_FORMAT,
  type SourceDefaults,
} from '@ess-widgets/core/data';
import { Refusal } from '@ess-widgets/core/prepare';
import { givenAddress } from '../dataset/address.ts';
import { createReader, type NamedBy } from '../dataset/read.ts';
import type { Io } from '../io.ts';
import type { CommandText } from '../language.ts';
import { problemText } from '../sources/problem-text.ts';
import type { DeclaredAround } from './fill.ts';

/** The declarations of a page, each read once. */
interface Declarations {
  /** Returns what stands around a widget, with the sources themselves. @throws EssError where their file cannot be read */
  readonly in: (around: DeclaredAround) => Promise<SourceDefaults>;
  /** Whether a file of sources names an address of this machine, which a page may not write. */
  readonly hasFile: (address: string) => boolean;
  /** What could not be read of them. */
  readonly problems: readonly CommandText[];
}

/** @throws Refusal for what is no such file */
function parsed(text: string, url: string): DeclaredSources {
  try {
    return readSourcesFile(JSON.parse(text), url);
  } catch {
    throw noFile(url);
  }
}

const noFile = (src: string): Refusal =>
  new Refusal({
    fr: `${src} ne se lit pas comme un fichier de sources (attendu\u202f: "format": "${SOURCES_FORMAT}").`,
    en: `${src} cannot be read as a file of sources (expected: "format": "${SOURCES_FORMAT}").`,
  });

/** @param addressOf returns the address that a page names; null where it cannot be had */
export function createDeclarations(
  naming: NamedBy,
  hosts: readonly string[],
  addressOf: (src: string) => string | null,
  io: Pick<Io, 'fetch' | 'cwd'>,
): Declarations {
  const known = new Map<string, Promise<DeclaredSources>>();
  const files = new Set<string>();
  const problems: CommandText[] = [];
  const fromFile = async (src: string): Promise<DeclaredSources> => {
    const named = addressOf(src);
    if (named === null) throw noFile(src);
    const address = givenAddress(named, io.cwd);
    const answer = await createReader(io, hosts, naming).fetchFor(address)(address);
    const declared = parsed(await answer.text(), answer.url);
    const all = [declared.reference ?? '', ...declared.sources.map((one) => one.src)].join(' ');
    for (const one of all.split(' ').filter((each) => each.startsWith('file:'))) files.add(one);
    return declared;
  };
  const read = async (text: string): Promise<DeclaredSources> => {
    const declared = isSourcesFile(text) ? await fromFile(text.trim()) : readSourceLines(text);
    problems.push(...declared.problems.map(problemText));
    return declared;
  };
  return {
    problems,
    hasFile: (address) => files.has(address),
    in: async ({ sources: text, ...around }) => {
      if (!text?.trim()) return around;
      const declared = known.get(text) ?? read(text);
      known.set(text, declared);
      const { sources, reference } = await declared;
      return { ...around, sources, reference: around.reference || reference };
    },
  };
}
