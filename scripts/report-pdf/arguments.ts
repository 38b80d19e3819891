import { parseArgs } from 'node:util';

/** Error of a request that cannot be met: the message says why, and what would be right. */
export class UsageError extends Error {}

const USAGE = `Usage: npm run report:pdf [-- options]

Prints the report to an A4 PDF, as "Imprimer le rapport" does. Without --url it serves the built site itself.

  --out <file>       dist/report.pdf by default
  --url <url>        the page that has the report: http://127.0.0.1:5173/rapport/
  --section <id>     a chapter or a section alone: II, I.1.a
  --address <url>    where readers find the report, named on the last page and in its QR code: the page's own by default
  -h, --help         this help`;

/** Arguments after the name of the command. */
export interface Arguments {
  /** Text to print instead of doing anything. */
  readonly help?: string;
  readonly out?: string;
  readonly url?: string;
  readonly section?: string;
  readonly address?: string;
}

/** @throws {UsageError} for an option that does not exist or lacks its value, and for what is no address */
export function readArguments(args: readonly string[]): Arguments {
  const { help, ...values } = parsed(args);
  for (const name of ['url', 'address'] as const) {
    const value = values[name];
    if (value !== undefined && !/^https?:\/\//.test(value))
      throw new UsageError(`--${name} is "${value}", which is no address: http://… or https://…`);
  }
  return help ? { help: USAGE } : values;
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = {
      out: text,
      url: text,
      section: text,
      address: text,
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // node:util says which option, then how to escape a dash: nobody's question here.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
