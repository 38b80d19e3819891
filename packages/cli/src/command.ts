import type { ExitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import type { CommandText, Language } from './language.ts';

/** Input of a command. */
export interface Context {
  readonly io: Io;
  readonly lang: Language;
}

/** One command: a file of this folder, listed in `index.ts`. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: CommandText;
  /** All that `--help` prints. */
  readonly help: CommandText;
  /** @returns the exit status @throws Refusal or EssError when it cannot do what was asked */
  readonly run: (args: readonly string[], context: Context) => Promise<ExitStatus>;
}
