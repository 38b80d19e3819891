import type { Context } from './command.ts';
import { type CommandText, say } from './language.ts';

/** Says what long work is at, on one line of the error output that its end wipes out; nothing where that is no terminal. */
export async function withProgress<T>(text: CommandText, { io, lang }: Context, work: () => Promise<T>): Promise<T> {
  if (!io.terminal.err || io.env['TERM'] === 'dumb') return work();
  io.err(`${say(text, lang)}…`);
  try {
    return await work();
  } finally {
    io.err('\r\u001b[K');
  }
}

/** Label of the first step of most commands. */
export const READING: CommandText = { fr: 'Lecture des données', en: 'Reading the data' };
