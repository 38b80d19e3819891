import { parseArgs } from 'node:util';

/** Error of the person's arguments: the message says what is wrong, and what would be right. */
export class UsageError extends Error {}

const USAGE = `Usage: npm run new element <tag>
       npm run new chart <name>

Writes the files of a new element, or of a new chart of a figure, from templates, then the indexes (npm run sync).

  <tag>            small letters, digits and hyphens after "ess-": ess-member-map
  <name>           small letters, digits and hyphens: dumbbell

Options, after "--" (npm run new -- --help)
  --root <folder>  writes there instead, without the indexes
  -h, --help       this help`;

/** Arguments after the name of the command. */
export interface Arguments {
  /** Text to print instead of writing anything. */
  readonly help?: string;
  readonly names: readonly string[];
  readonly root?: string;
}

/** @throws {UsageError} for an option that does not exist or lacks its value */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { root: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    const { root, help } = values;
    return { names: positionals, ...(help ? { help: USAGE } : {}), ...(root === undefined ? {} : { root }) };
  } catch (error) {
    // node:util says which option, then how to escape a dash: nobody's question here.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
