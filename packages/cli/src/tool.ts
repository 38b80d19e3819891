/** Command line of several commands: it finds the command, prints help, and reports errors. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Command } from './command.ts';
import { COMMON_HELP, COMMON_OPTIONS } from './commands/options.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { explain } from './explain.ts';
import type { Io } from './io.ts';
import { type CommandText, isLanguage, type Language, languageOf, say } from './language.ts';

/** A command line. */
export interface Tool {
  /** As its user types it. */
  readonly name: string;
  readonly commands: readonly Command[];
  /** Commands that another tool has by now, each with the words to type instead. */
  readonly moved?: Readonly<Record<string, string>>;
  /** The exit statuses of all commands, as printed at the end of the help. */
  readonly statusHelp: CommandText;
  /** The package.json that has the version. */
  readonly manifest: URL;
}

/** Runs the command that the arguments name. @returns the exit status; it never rejects */
export async function runTool(tool: Tool, args: readonly string[], io: Io): Promise<ExitStatus> {
  const given = scan(args);
  const lang = isLanguage(given.lang) ? given.lang : languageOf(io.env);
  try {
    return await dispatch(tool, args, given, lang, io);
  } catch (error) {
    io.err(`${tool.name}: ${explain(error, lang, io.cwd)}\n`);
    if (given.debug) io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.failed;
  }
}

/** Runs a tool as this process: its arguments, its streams, its exit status. */
export async function runProcess(tool: Tool): Promise<void> {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // `ess-widgets … | head` closes the pipe: that is the reader's right, not an error.
    if (code === 'EPIPE') return;
    const said = {
      fr: `la sortie n’a pas pu être écrite\u202f: ${message}`,
      en: `the output could not be written: ${message}`,
    };
    process.stderr.write(`${tool.name}: ${say(said, languageOf(process.env))}\n`);
    // At once: Node would end with 1, which says that a check has found something.
    process.exit(EXIT.failed);
  });
  // A closed error output cannot be written to, so only the exit status remains.
  process.stderr.on('error', () => undefined);

  process.exitCode = await runTool(tool, process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
    env: process.env,
    cwd: process.cwd(),
    isolates: true,
    fetch: (url, init) => fetch(url, init),
  });
}

/** Arguments that are read before the command is known. */
interface Given {
  readonly command: { readonly name: string; readonly index: number } | undefined;
  readonly lang: string | boolean | undefined;
  readonly help: boolean;
  readonly version: boolean;
  readonly debug: boolean;
}

function scan(args: readonly string[]): Given {
  const options = { ...COMMON_OPTIONS, version: { type: 'boolean' } } as const;
  const { values, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const first = tokens.find((token) => token.kind === 'positional');
  return {
    command: first && { name: first.value, index: first.index },
    lang: values.lang,
    help: values.help === true,
    version: values.version === true,
    debug: values.debug === true,
  };
}

async function dispatch(
  tool: Tool,
  args: readonly string[],
  given: Given,
  lang: Language,
  io: Io,
): Promise<ExitStatus> {
  if (given.lang !== undefined && !isLanguage(given.lang)) throw unknownLanguage(given.lang);
  const command = given.command && tool.commands.find(({ name }) => name === given.command?.name);
  if (given.command && !command) throw unknownCommand(tool, given.command.name);
  if (given.help) {
    io.out(`${say(command?.help ?? helpOf(tool), lang)}\n`);
    return EXIT.ok;
  }
  if (!command || !given.command) {
    if (given.version) {
      io.out(`${JSON.parse(readFileSync(tool.manifest, 'utf8')).version}\n`);
      return EXIT.ok;
    }
    io.err(`${say(helpOf(tool), lang)}\n`);
    return EXIT.failed;
  }
  return command.run(args.toSpliced(given.command.index, 1), { io, lang });
}

function helpOf({ name: tool, commands, statusHelp }: Tool): CommandText {
  const list = (lang: Language): string =>
    commands.map(({ name, summary }) => `  ${name.padEnd(19)}  ${say(summary, lang)}`).join('\n');
  return {
    fr: `Usage\u202f: ${tool} <commande> [options]

Commandes
${list('fr')}

Options
${COMMON_HELP.fr}
  --version            version de cette commande

${tool} <commande> --help décrit une commande.

${statusHelp.fr}`,
    en: `Usage: ${tool} <command> [options]

Commands
${list('en')}

Options
${COMMON_HELP.en}
  --version            version of this command

${tool} <command> --help describes a command.

${statusHelp.en}`,
  };
}

/** @param received another option where the value was left out, or `true` where nothing follows */
function unknownLanguage(received: string | boolean): Refusal {
  const known = LANGUAGES.join(', ');
  if (typeof received === 'boolean' || received === '' || received.startsWith('-')) {
    return new Refusal({ fr: `--lang attend une langue\u202f: ${known}.`, en: `--lang needs a language: ${known}.` });
  }
  return new Refusal({
    fr: `langue inconnue\u202f: «\u202f${received}\u202f». Langues\u202f: ${known}.`,
    en: `unknown language "${received}". Languages: ${known}.`,
  });
}

function unknownCommand({ commands, moved = {} }: Tool, received: string): Refusal {
  const instead = Object.hasOwn(moved, received) ? moved[received] : undefined;
  if (instead !== undefined) {
    return new Refusal({
      fr: `la commande ${received} s’appelle maintenant «\u202f${instead}\u202f».`,
      en: `the command ${received} is now "${instead}".`,
    });
  }
  const names = commands.map(({ name }) => name).join(', ');
  return new Refusal({
    fr: `commande inconnue\u202f: «\u202f${received}\u202f». Commandes\u202f: ${names}.`,
    en: `unknown command "${received}". Commands: ${names}.`,
  });
}
