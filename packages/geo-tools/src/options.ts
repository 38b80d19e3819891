import { type ParseArgsConfig, parseArgs } from 'node:util';
import { COMMON_OPTIONS, type CommandText, Refusal, tooMany } from 'ess-widgets/internal';

/** Options that every command takes. */
const SHARED = {
  ...COMMON_OPTIONS,
  attribution: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Options = NonNullable<ParseArgsConfig['options']>;

/** The values of the options of a command. */
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: typeof SHARED & O; allowPositionals: true }>
>['values'];

/**
 * Reads the options of a command.
 * @throws Refusal for what is no option: these commands take nothing else
 */
export function commandOptions<const O extends Options>(command: string, own: O, args: readonly string[]): Values<O> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...SHARED, ...own },
    allowPositionals: true,
  });
  const [extra] = positionals;
  if (extra !== undefined) throw tooMany(command, extra);
  return values;
}

/** Reads the metres after `--detail`. @throws Refusal for what is no size of a detail */
export function metresOf(detail: string): number {
  const metres = Number(detail);
  if (metres > 0 && metres <= 20_000) return metres;
  throw new Refusal({
    fr: `--detail ${detail} n’est pas un nombre de mètres (attendu\u202f: de 1 à 20\u202f000).`,
    en: `--detail ${detail} is no number of metres (expected: 1 to 20,000).`,
  });
}

/** Number of codes that are named. */
const NAMED = 5;

/** Says which features of a file were left out, and for lack of what. */
export function leftOut(skipped: readonly string[], lack: CommandText): CommandText {
  const named = `${skipped.slice(0, NAMED).join(', ')}${skipped.length > NAMED ? '…' : ''}`;
  const [fr, en] =
    skipped.length === 1
      ? ['1 objet laissé de côté', '1 feature left out']
      : [`${skipped.length} objets laissés de côté`, `${skipped.length} features left out`];
  return { fr: `${fr}, ${lack.fr}\u202f: ${named}`, en: `${en}, ${lack.en}: ${named}` };
}
