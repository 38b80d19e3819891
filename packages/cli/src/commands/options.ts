import { Refusal } from '@ess-widgets/core/prepare';

/** Options that every command takes, read before it is chosen: their errors are already in the user's language. */
export const COMMON_OPTIONS = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  debug: { type: 'boolean' },
} as const;

/** The same, as printed under the options of a command. */
export const COMMON_HELP = {
  fr: `  --lang fr|br|en      langue des libellés et des messages\u202f; par défaut celle du terminal
  --debug              montre la pile d’appels d’une erreur
  -h, --help           cette aide`,
  en: `  --lang fr|br|en      language of labels and messages; the terminal’s by default
  --debug              shows the stack of an error
  -h, --help           this help`,
};

/** The forms of a data set, as printed in the help of the commands that read one. */
export const DATA_HELP = {
  fr: `  <données>            un dossier qui contient manifest.json, un manifeste ou un jeu de données
                       d’un seul fichier (JSON), une liste (CSV, xlsx), un calendrier (ics), une
                       adresse http(s), ou un paquet installé\u202f: @ess-widgets/bretagne`,
  en: `  <data>               a folder that holds manifest.json, a manifest or a data set in a single
                       file (JSON), a list (CSV, xlsx), a calendar (ics), an http(s) address, or an
                       installed package: @ess-widgets/bretagne`,
};

/** Options of the commands that read a data set. */
export const DATA_OPTIONS = { ...COMMON_OPTIONS, hosts: { type: 'string', multiple: true } } as const;

/** The same, as printed under the options of a command. */
export const DATA_OPTIONS_HELP = {
  fr: `  --hosts <hôte,…>     autres hôtes dont un jeu de données peut nommer des fichiers\u202f; sans cela\u202f: le
                       sien, ou le dossier du manifeste
${COMMON_HELP.fr}`,
  en: `  --hosts <host,…>     other hosts of which a data set may name files; without it: its own, or the
                       folder of the manifest
${COMMON_HELP.en}`,
};

/** Options of the commands that make the data of a new year. */
export const YEAR_OPTIONS = {
  ...DATA_OPTIONS,
  from: { type: 'string' },
  out: { type: 'string' },
  communes: { type: 'string' },
} as const;

/** Returns the hosts of `--hosts`, as `URL.host` writes them. */
export const hostsOf = (given: readonly string[] = []): readonly string[] =>
  given.flatMap((text) => text.toLowerCase().split(/[\s,]+/)).filter(Boolean);

/** The commune table that places the towns of a list, as printed in help. */
export const COMMUNES_HELP = {
  fr: `  --communes <table>   table des communes\u202f: un fichier, une adresse, ou un jeu de données qui
                       en a une`,
  en: `  --communes <table>   commune table: a file, an address, or a data set that has one`,
};

/** Exit statuses, as printed at the end of each help. */
export const STATUS_HELP = {
  fr: 'Statut de sortie\u202f: 0 quand tout va bien, 2 quand la commande n’a pas pu faire son travail.',
  en: 'Exit status: 0 when all went well, 2 when the command could not do its work.',
};

/** Returns the form of the output that was asked for. @throws Refusal for two of them */
export function outputOf({
  json = false,
  csv = false,
}: {
  readonly json?: boolean;
  readonly csv?: boolean;
}): 'json' | 'csv' | 'text' {
  if (json && csv) throw new Refusal({ fr: '--json ou --csv, pas les deux.', en: '--json or --csv, not both.' });
  return json ? 'json' : csv ? 'csv' : 'text';
}

/** Writes a document for `--json`. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Refuses an argument more than a command takes. */
export const tooMany = (command: string, extra: string): Refusal =>
  new Refusal({
    fr: `${command}\u202f: «\u202f${extra}\u202f» est de trop (--help décrit ce qu’il attend).`,
    en: `${command}: "${extra}" is one too many (--help says what it takes).`,
  });

/** Returns the one data set that a command works on. @throws Refusal where none or more is named */
export function dataOf(command: string, [data, extra]: readonly string[], example: string): string {
  if (data === undefined) throw noData(command, example);
  if (extra !== undefined) throw tooMany(command, extra);
  return data;
}

/** What a command line says of its data, where it may name sources as well. @throws Refusal where it names none */
export function saidOf<T extends { readonly sources?: string | undefined }>(
  command: string,
  positionals: readonly string[],
  { sources, ...values }: T,
  example: string,
) {
  const data = sources === undefined || positionals.length > 0 ? dataOf(command, positionals, example) : undefined;
  return { ...values, sources, data };
}

/** Refuses a command line without a data set. */
export const noData = (command: string, example: string): Refusal =>
  new Refusal({
    fr: `${command}\u202f: quel jeu de données\u202f? Par exemple\u202f: ess-widgets ${command} ${example}`,
    en: `${command}: which data set? For example: ess-widgets ${command} ${example}`,
  });
