/** Files that a command makes another one of, and the one that it makes. */
import path from 'node:path';
import { EssError } from '@ess-widgets/core';
import {
  type CommandText,
  type Context,
  type DocumentReader,
  givenAddress,
  jsonText,
  Refusal,
  writeFiles,
} from 'ess-widgets/internal';

/**
 * Reads a JSON file or address.
 * @param given as the user typed it
 * @param expected the kind of file, for messages: `GeoJSON`
 * @throws EssError when there is no answer, Refusal when it is no JSON
 */
export type Read = (given: string, expected: CommandText) => Promise<unknown>;

/** Makes the function that reads files, relative ones from a folder. */
export function readsFrom(cwd: string, reader: DocumentReader): Read {
  return async (given, expected) => {
    const url = givenAddress(given, cwd);
    const response = await reader.fetchFor(url)(url);
    if (!response.ok)
      throw new EssError('http', `${given} answered ${response.status}.`, { url, status: response.status });
    try {
      return JSON.parse((await response.text()).replace(/^\ufeff/, ''));
    } catch {
      throw new Refusal({
        fr: `${given} n’est pas du JSON valide (attendu\u202f: ${expected.fr}).`,
        en: `${given} is not valid JSON (expected: ${expected.en}).`,
      });
    }
  };
}

/** Writes one member a line: a change of one column or object is a change of one line. */
export function memberLines(document: object): string {
  const members = Object.entries(document).map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

/** Destination of a document, and the form of its account. */
interface Output {
  /** Without it the document goes to the standard output. */
  readonly out: string | undefined;
  readonly json: boolean;
  /** Real paths of the files that it was made of: it replaces none of them. */
  readonly sources: ReadonlySet<string>;
}

/** A file that was written. */
export interface Written {
  /** As the user typed it. */
  readonly out: string;
  readonly bytes: number;
}

/**
 * Writes a document to its file and gives its account, or the document alone to the standard output.
 * @throws Refusal where the file cannot be written, or would replace a source
 */
export function giveMade<R>(
  text: string,
  { out, json, sources }: Output,
  context: Context,
  accountOf: (written: Written) => R,
  inWords: (account: R, context: Context) => string,
): void {
  const { io } = context;
  if (out === undefined) return io.out(text);
  const { dir, base } = path.parse(path.resolve(io.cwd, out));
  try {
    writeFiles(dir, [{ name: base, bytes: text }], sources);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new Refusal({ fr: `${out} ne peut pas être écrit${code}.`, en: `${out} cannot be written${code}.` });
  }
  const account = accountOf({ out, bytes: Buffer.byteLength(text) });
  io.out(json ? jsonText(account) : inWords(account, context));
}
