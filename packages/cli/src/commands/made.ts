/** What a command makes: a document, written where it was asked for. */
import { writeDocument } from '../dataset/documents.ts';
import type { Context } from './command.ts';
import { jsonText } from './options.ts';

/** Where it goes, and how its account is given. */
export interface Wish {
  /** The standard output without one. */
  readonly out: string | undefined;
  readonly json: boolean;
  /** Real paths of the files that it was made of: it replaces none of them. */
  readonly sources: ReadonlySet<string>;
}

/** A file that was written. */
export interface Written {
  readonly out: string;
  readonly bytes: number;
}

/**
 * Writes a document to its file and gives its account, or the document alone to the standard output.
 * @throws Refusal where the file cannot be written
 */
export function giveMade<R>(
  text: string,
  { out, json, sources }: Wish,
  context: Context,
  accountOf: (written: Written) => R,
  inWords: (account: R, context: Context) => string,
): void {
  const { io } = context;
  if (out === undefined) return io.out(text);
  writeDocument(out, text, io.cwd, sources);
  const account = accountOf({ out, bytes: Buffer.byteLength(text) });
  io.out(json ? jsonText(account) : inWords(account, context));
}
