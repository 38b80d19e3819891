import { formatBytes, formatNumber } from '@ess-widgets/core/format';
import {
  COMMON_HELP,
  type Command,
  type CommandText,
  type Context,
  createReader,
  EXIT,
  Refusal,
  STATUS_HELP,
  say,
  withProgress,
} from 'ess-widgets/internal';
import type { CommunesReport } from '../contract/communes-report.ts';
import { giveMade, type Read, readsFrom, type Written } from '../documents.ts';
import { commandOptions, leftOut } from '../options.ts';
import { DEPARTEMENTS_OF, departementOfCommune, regionCode } from '../regions.ts';
import { buildCommunes, type CommunesDocument } from './build.ts';
import { type CommunesRead, readCommuneList } from './read.ts';

const OPTIONS = {
  region: { type: 'string' },
  departement: { type: 'string' },
  from: { type: 'string', multiple: true },
  division: { type: 'string' },
} as const;

/** Address at which the State gives the communes of a département. */
const OFFICIAL = 'https://geo.api.gouv.fr/communes';
const FIELDS = 'code,nom,codesPostaux,mairie,centre,epci,departement,population';

const ATTRIBUTION = {
  fr: 'Communes\u202f: INSEE, DGCL, La Poste, IGN via Etalab (Licence Ouverte)',
  en: 'Communes: INSEE, DGCL, La Poste, IGN via Etalab (Licence Ouverte)',
};

/** `ess-geo communes`: the table by which the towns of a spreadsheet are placed. */
export const communes: Command = {
  name: 'communes',
  summary: {
    fr: 'la table des communes d’une région, qui place les villes d’un tableur',
    en: 'the commune table of a region, which places the towns of a spreadsheet',
  },
  help: {
    fr: `Usage\u202f: ess-geo communes --region <code,…> | --departement <code,…> [options]

Fait la table des communes (code, nom, codes postaux, EPCI, position de la mairie) par laquelle les villes d’une
liste d’adhérents sont placées et la recherche «\u202fprès de\u202f» connaît les communes. Nommez le fichier dans le
manifeste de la page («\u202f"communes": "communes.json"\u202f»), et par --communes dans check, indicators et pack.

Options
  --region <code,…>    codes INSEE de régions\u202f: 53, ou 52,53
  --departement <c,…>  codes de départements, à la place\u202f: 85, ou 85,44
  --from <fichier>     un fichier ou une adresse, en JSON, tel que le répond geo.api.gouv.fr\u202f; plusieurs
                       fois si besoin\u202f; par défaut ce service
  --out <fichier>      où l’écrire\u202f; par défaut la sortie standard
  --attribution <t>    à qui l’on doit les communes\u202f; par défaut INSEE, DGCL, La Poste, IGN
  --division <mot>     hors de France, ce qui y tient lieu de département\u202f: Canton, Province
  --json               le compte rendu en JSON, avec --out
${COMMON_HELP.fr}

${STATUS_HELP.fr}`,
    en: `Usage: ess-geo communes --region <code,…> | --departement <code,…> [options]

Makes the commune table (code, name, postal codes, EPCI, position of the town hall) by which the towns of a list of
members are placed and the search “near” knows communes. Name the file in the manifest of the page
("communes": "communes.json"), and by --communes in check, indicators and pack.

Options
  --region <code,…>    INSEE codes of regions: 53, or 52,53
  --departement <c,…>  codes of départements instead: 85, or 85,44
  --from <file>        a file or an address, as JSON, as geo.api.gouv.fr answers it; several times where
                       needed; that service by default
  --out <file>         where to write it; the standard output by default
  --attribution <t>    to whom the communes are owed; INSEE, DGCL, La Poste, IGN by default
  --division <word>    abroad, what a département is called there: Canton, Province
  --json               the account as JSON, with --out
${COMMON_HELP.en}

${STATUS_HELP.en}`,
  },
  run: async (args, context) => {
    const { io, lang } = context;
    const asked = readArguments(args);
    const reader = createReader(io);
    const read = await withProgress(READING, context, () => readAll(asked.from, readsFrom(io.cwd, reader)));
    const document = buildCommunes(
      read.flatMap((each) => each.communes),
      asked,
    );
    const { length } = document.columns.insee;
    if (length === 0) throw noneOf(asked.departements);
    const skipped = read.flatMap((each) => each.skipped);
    if (skipped.length > 0) io.err(`${say(leftOut(skipped, WITHOUT), lang)}\n`);
    const accountOf = (written: Written): CommunesReport => reportOf(document, written, skipped);
    giveMade(`${JSON.stringify(document)}\n`, { ...asked, sources: reader.files }, context, accountOf, reportText);
    return EXIT.ok;
  },
};

const READING: CommandText = { fr: 'Lecture des communes', en: 'Reading the communes' };
const WITHOUT: CommandText = { fr: 'sans code ou sans nom', en: 'without a code or a name' };

function readArguments(args: readonly string[]) {
  const {
    region,
    departement,
    from,
    out,
    attribution,
    division,
    json = false,
  } = commandOptions('communes', OPTIONS, args);
  const departements = departementsOf(region, departement);
  if (!departements && !from) throw WHICH;
  const credit =
    attribution === undefined
      ? { attribution: ATTRIBUTION, licences: LICENCES }
      : { attribution: { fr: attribution }, licences: [] };
  return { departements, from: from ?? [...(departements ?? [])].map(officialOf), division, out, json, ...credit };
}

const LICENCES = [
  {
    name: 'Découpage administratif\u202f: INSEE, DGCL, La Poste, IGN, via Etalab',
    licence: 'Licence Ouverte',
    source: OFFICIAL,
  },
] as const;

const officialOf = (code: string): string => `${OFFICIAL}?codeDepartement=${code}&fields=${FIELDS}&format=json`;

const WHICH = new Refusal({
  fr: 'communes\u202f: de quelle région, ou de quels départements\u202f? Par exemple\u202f: --region 53, ou --departement 85',
  en: 'communes: of which region, or of which départements? For example: --region 53, or --departement 85',
});

const codesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((code) => code.trim().toUpperCase())
    .filter(Boolean);

/** Returns the départements asked for, by either option; null where none is. @throws Refusal for a code that is none */
function departementsOf(regions: string | undefined, departements: string | undefined): ReadonlySet<string> | null {
  const known = new Set(Object.values(DEPARTEMENTS_OF).flat());
  const named = codesIn(departements);
  const unknown = named.find((code) => !known.has(code));
  if (unknown !== undefined) throw unknownDepartement(unknown);
  const within = codesIn(regions).flatMap((code) => DEPARTEMENTS_OF[regionCode(code)] ?? []);
  return named.length + within.length > 0 ? new Set([...named, ...within]) : null;
}

/** Refuses a code, which is that of a commune or a postal one more often than not. */
function unknownDepartement(code: string): Refusal {
  const meant = /^\d{5}$/.test(code) ? departementOfCommune(code) : undefined;
  return new Refusal({
    fr: `--departement ${code} n’est pas le code d’un département${meant ? ` (sans doute ${meant})` : ''}\u202f: 01 à 95, 2A, 2B, 971 à 976.`,
    en: `--departement ${code} is no code of a département${meant ? ` (${meant}, probably)` : ''}: 01 to 95, 2A, 2B, 971 to 976.`,
  });
}

const EXPECTED: CommandText = { fr: 'ce que répond geo.api.gouv.fr', en: 'what geo.api.gouv.fr answers' };

const readAll = (from: readonly string[], read: Read): Promise<readonly CommunesRead[]> =>
  Promise.all(from.map(async (given) => readCommuneList(await read(given, EXPECTED), given)));

function noneOf(departements: ReadonlySet<string> | null): Refusal {
  const codes = [...(departements ?? [])].join(', ');
  return new Refusal({
    fr: `aucune commune des départements ${codes} dans ces fichiers.`,
    en: `no commune of the départements ${codes} in these files.`,
  });
}

function reportOf(document: CommunesDocument, written: Written, skipped: readonly string[]): CommunesReport {
  const { columns, epci } = document;
  const placed = columns.lon.filter((lon) => lon !== null).length;
  return { ...written, communes: columns.insee.length, placed, epci: epci.length, skipped };
}

function reportText({ out, bytes, communes, placed, epci }: CommunesReport, { lang }: Context): string {
  const [size, all, located, groups] = [
    formatBytes(bytes, lang),
    ...[communes, placed, epci].map((n) => formatNumber(n, lang)),
  ];
  const s = (n: number): string => (n > 1 ? 's' : '');
  return `${say(
    {
      fr: `${out} (${size})\u202f: ${all} commune${s(communes)}, dont ${located} située${s(placed)}, ${groups} EPCI`,
      en: `${out} (${size}): ${all} commune${s(communes)}, ${located} of them with a position, ${groups} EPCI`,
    },
    lang,
  )}\n`;
}
