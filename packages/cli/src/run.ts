import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Command } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { COMMON_HELP, COMMON_OPTIONS } from './commands/options.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { explain } from './explain.ts';
import type { Io } from './io.ts';
import { isLanguage, LANGUAGES, type Language, languageOf, type Said, say } from './language.ts';
import { Refusal } from './refusal.ts';

/** Runs the command that the arguments name. @returns the exit status; it never rejects */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  const given = scan(args);
  const lang = isLanguage(given.lang) ? given.lang : languageOf(io.env);
  try {
    return await dispatch(args, given, lang, io);
  } catch (error) {
    io.err(`ess-widgets: ${explain(error, lang, io.cwd)}\n`);
    if (given.debug) io.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.failed;
  }
}

/** What is said before the command is known. */
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

async function dispatch(args: readonly string[], given: Given, lang: Language, io: Io): Promise<ExitStatus> {
  if (given.lang !== undefined && !isLanguage(given.lang)) throw unknownLanguage(given.lang);
  const command = given.command && commands.find(({ name }) => name === given.command?.name);
  if (given.command && !command) throw unknownCommand(given.command.name);
  if (given.help) {
    io.out(`${say(command?.help ?? help(commands), lang)}\n`);
    return EXIT.ok;
  }
  if (!command || !given.command) {
    if (given.version) {
      io.out(`${version()}\n`);
      return EXIT.ok;
    }
    io.err(`${say(help(commands), lang)}\n`);
    return EXIT.failed;
  }
  return command.run(args.toSpliced(given.command.index, 1), { io, lang });
}

/** Exit statuses of all commands. */
const STATUS: Said = {
  fr: `Statut de sortie\u202f: 0 quand tout va bien, 1 quand check trouve une anomalie, 2 quand la commande
n’a pas pu faire son travail.`,
  en: `Exit status: 0 when all went well, 1 when check found an anomaly, 2 when the command could not do
its work.`,
};

function help(all: readonly Command[]): Said {
  const list = (lang: Language): string =>
    all.map(({ name, summary }) => `  ${name.padEnd(19)}  ${say(summary, lang)}`).join('\n');
  return {
    fr: `Usage\u202f: ess-widgets <commande> [options]

Commandes
${list('fr')}

Options
${COMMON_HELP.fr}
  --version            version de cette commande

ess-widgets <commande> --help décrit une commande.

${STATUS.fr}`,
    en: `Usage: ess-widgets <command> [options]

Commands
${list('en')}

Options
${COMMON_HELP.en}
  --version            version of this command

ess-widgets <command> --help describes a command.

${STATUS.en}`,
  };
}

function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
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

function unknownCommand(received: string): Refusal {
  const names = commands.map(({ name }) => name).join(', ');
  return new Refusal({
    fr: `commande inconnue\u202f: «\u202f${received}\u202f». Commandes\u202f: ${names}.`,
    en: `unknown command "${received}". Commands: ${names}.`,
  });
}
