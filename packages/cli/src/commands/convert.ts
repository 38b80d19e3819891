import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { csv, SOURCES_FORMAT, type SourceResult, xlsx } from '@ess-widgets/core/data';
import {
  type Correction,
  correctedCsv,
  datasetFile,
  type Examination,
  examine,
  reportFile,
} from '@ess-widgets/core/doctor';
import { formatBytes, formatNumber } from '@ess-widgets/core/format';
import type { CommuneTable } from '@ess-widgets/core/geo';
import { collectionNames, type Dataset, type Finding } from '@ess-widgets/core/model';
import { Refusal } from '@ess-widgets/core/prepare';
import type { Command, Context } from '../command.ts';
import { readable } from '../dataset/address.ts';
import { isMostlyIn, namedCommunes, packagedCommunes, placedBy, referenceCommunes } from '../dataset/communes.ts';
import type { Opening } from '../dataset/opening.ts';
import { type Output, writeFiles } from '../dataset/write.ts';
import { EXIT } from '../exit-status.ts';
import { type CommandText, say } from '../language.ts';
import { findDataset, openParts } from '../open.ts';
import { withProgress } from '../progress.ts';
import { allParts, dataToChoose, SOURCE_OPTIONS, SOURCE_OPTIONS_HELP } from '../sources/choose.ts';
import { COMMON_HELP, COMMON_OPTIONS, COMMUNES_HELP, saidOf } from './options.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  ...SOURCE_OPTIONS,
  out: { type: 'string' },
  report: { type: 'string' },
  'accept-proposals': { type: 'boolean' },
  as: { type: 'string' },
  sheet: { type: 'string' },
  communes: { type: 'string' },
} as const;

/** `ess-widgets convert`: a list, a workbook or a calendar as a data set, or as a corrected list. */
export const convert: Command = {
  name: 'convert',
  summary: {
    fr: 'une liste, un classeur ou un calendrier en jeu de données',
    en: 'a list, a workbook or a calendar as a data set',
  },
  help: {
    fr: `Usage\u202f: ess-widgets convert <fichier> --out <fichier.json|.csv> [options]

Écrit ce que les widgets liraient d’un fichier\u202f: un jeu de données d’un seul fichier (.json), ou la
liste elle-même, corrigée (.csv). Le fichier lu ne change pas.

  <fichier>            une liste (CSV), un classeur (xlsx), un calendrier (ics), du GeoJSON, un jeu de
                       données (JSON), ou son adresse http(s)

Options
  --out <fichier>      où écrire\u202f: .json pour un jeu de données, .csv pour la liste corrigée
  --accept-proposals   accepte les corrections proposées\u202f: communes, dates, SIREN, coordonnées
                       échangées, totaux, en-têtes répétés et lignes identiques retirés. Les colonnes
                       qui semblent personnelles restent\u202f: à vous de les retirer
  --report <fichier>   un rapport pour un collègue\u202f: .html, ou .md pour un texte
  --as members|events  ce que sont les lignes, si leurs colonnes ne le disent pas bien
  --sheet <nom>        la feuille du classeur\u202f; par défaut la première qui a une liste
${COMMUNES_HELP.fr}\u202f; par défaut celle qui est installée avec cette
                       commande, si elle a ces lieux
${SOURCE_OPTIONS_HELP.fr}
${COMMON_HELP.fr}

Statut de sortie\u202f: 0 quand tout est écrit, 1 quand des lignes ou des fiches illisibles ont été laissées
de côté, 2 quand la commande n’a pas pu faire son travail.`,
    en: `Usage: ess-widgets convert <file> --out <file.json|.csv> [options]

Writes what the widgets would read of a file: a data set in a single file (.json), or the list itself,
corrected (.csv). The file that is read does not change.

  <file>               a list (CSV), a workbook (xlsx), a calendar (ics), GeoJSON, a data set (JSON), or
                       its http(s) address

Options
  --out <file>         where to write: .json for a data set, .csv for the corrected list
  --accept-proposals   accepts the corrections that are proposed: communes, dates, SIREN, coordinates
                       swapped, totals, repeated headers and identical lines removed. Columns that look
                       personal stay: they are yours to remove
  --report <file>      a report for a colleague: .html, or .md for a text
  --as members|events  what the lines are, where their columns do not say it well
  --sheet <name>       the sheet of the workbook; by default the first that has a list
${COMMUNES_HELP.en};
                       by default the one installed with this command, if it has these places
${SOURCE_OPTIONS_HELP.en}
${COMMON_HELP.en}

Exit status: 0 when all is written, 1 when lines or records that cannot be read were left out, 2 when the
command could not do its work.`,
  },
  run: async (args, context) => {
    const asked = readArguments(args);
    const done = await withProgress(CONVERTING, context, () => write(asked, context));
    context.io.err(findingsText(done.examination, context));
    context.io.out(reportText(done, context));
    return done.examination.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok;
  },
};

const CONVERTING: CommandText = { fr: 'Conversion', en: 'Converting' };

type Asked = ReturnType<typeof readArguments>;
type AskedOfFile = Asked & { readonly reference: string | undefined };

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const said = saidOf('convert', positionals, values, 'adherents.xlsx --out adherents.json');
  const { out, report, as, sheet, communes, 'accept-proposals': accepts = false } = values;
  if (out === undefined || !/\.(json|csv)$/i.test(out)) {
    throw new Refusal({
      fr: 'convert\u202f: où écrire\u202f? --out adherents.json (jeu de données) ou --out adherents.csv (liste corrigée)',
      en: 'convert: where to write? --out members.json (data set) or --out members.csv (corrected list)',
    });
  }
  const kind = (['members', 'events'] as const).find((each) => each === as);
  if (as !== undefined && kind === undefined) {
    throw new Refusal({
      fr: `--as ${as} n’est pas une sorte de liste (attendu\u202f: members, events).`,
      en: `--as ${as} is no kind of list (expected: members, events).`,
    });
  }
  // Its recipe says how it is read, which a corrected list does not have.
  if (said.sources !== undefined && (accepts || /\.csv$/i.test(out) || as !== undefined || sheet !== undefined)) {
    throw new Refusal({
      fr: 'convert\u202f: des sources déclarées s’écrivent en jeu de données (--out ….json), telles que leur recette les lit. Pour corriger une liste, donnez son fichier.',
      en: 'convert: declared sources are written as a data set (--out ….json), as their recipe reads them. To correct a list, give its file.',
    });
  }
  return { said, out, report, kind, sheet, communes, accepts };
}

interface Done {
  readonly files: readonly Output[];
  readonly examination: Examination;
  readonly corrections: number;
}

async function write(asked: Asked, context: Context): Promise<Done> {
  const { io, lang } = context;
  const { said, out, report, communes } = asked;
  const choice = await dataToChoose(said, io);
  const { reference } = choice;
  const data = said.data ?? said.sources ?? '';
  const options = { communes, reference, atHand: true };
  const opening =
    said.data === undefined
      ? await openParts(allParts(choice), collectionNames, io, options)
      : await findDataset(said.data, io, options);
  const { examination, corrections } =
    'dataset' in opening ? ofSources(opening, data) : await examined(opening, { ...asked, reference }, context);
  const { dataset, list, error } = examination;
  if (error || !dataset) throw error ?? unreadable(data);
  const isList = /\.csv$/i.test(out);
  if (isList && !list) {
    throw new Refusal({
      fr: `${data} n’est pas une liste\u202f: il s’écrit en jeu de données (--out ….json).`,
      en: `${data} is no list: it is written as a data set (--out ….json).`,
    });
  }
  const files: Output[] = [{ name: out, bytes: isList && list ? correctedCsv(list) : datasetFile(dataset) }];
  if (report !== undefined) {
    const form = /\.html?$/i.test(report) ? 'html' : 'text';
    files.push({
      name: report,
      bytes: reportFile(examination, { language: lang === 'en' ? 'en' : 'fr', form, today: today() }),
    });
  }
  for (const file of files) {
    const place = path.resolve(io.cwd, file.name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFiles(path.dirname(place), [{ name: path.basename(place), bytes: file.bytes }], opening.reader.files);
  }
  return { files, examination, corrections };
}

const today = (): string => new Date().toISOString().slice(0, 10);

const unreadable = (data: string): Refusal =>
  new Refusal({ fr: `${data} ne peut pas être lu.`, en: `${data} cannot be read.` });

/** Returns declared sources, as they were read. */
function ofSources({ dataset, issues }: SourceResult, name: string): Pick<Done, 'examination' | 'corrections'> {
  const examination = { name, format: SOURCES_FORMAT, dataset, error: null, findings: issues, groups: [], list: null };
  return { examination, corrections: 0 };
}

/** Examines a file; a data set, which may be of several files, is read as it is. */
async function examined(
  opening: Opening,
  asked: AskedOfFile,
  { io }: Context,
): Promise<{ readonly examination: Examination; readonly corrections: number }> {
  const { source, src, fetch } = opening;
  const name = readable(src, io.cwd);
  if (source !== csv && source !== xlsx) {
    const { dataset, issues } = await opening.load(collectionNames);
    const examination = { name, format: source.id, dataset, error: null, findings: issues, groups: [], list: null };
    return { examination, corrections: 0 };
  }
  const bytes = await (await fetch(src)).arrayBuffer();
  const look = (table: CommuneTable | null, corrections: readonly Correction[] = []) =>
    examine(
      { name, bytes },
      {
        today: today(),
        kind: asked.kind,
        sheet: asked.sheet,
        corrections,
        placer: placedBy(table, io),
      },
    );
  const placing = await placingOf(asked, opening, (table) => look(table), io.cwd);
  const first = await look(placing);
  if (!asked.accepts) return { examination: first, corrections: 0 };
  const corrections = acceptable(first.groups);
  const examination = corrections.length > 0 ? await look(placing, corrections) : first;
  return { examination, corrections: corrections.length };
}

/** Returns the corrections that change no meaning: whether columns are personal is for a person to say. */
const acceptable = (groups: Examination['groups']): readonly Correction[] =>
  groups
    .filter(({ rule }) => rule !== 'personal-columns')
    .flatMap(({ proposals }) => proposals.flatMap(({ corrections }) => corrections));

/** Returns the commune table that was named, else the one at hand where it has the places of the list. */
async function placingOf(
  { communes, reference }: AskedOfFile,
  { reader }: Opening,
  look: (table: CommuneTable) => Promise<{ readonly dataset: Dataset | null }>,
  cwd: string,
): Promise<CommuneTable | null> {
  if (communes !== undefined) return namedCommunes(communes, cwd, reader);
  const own = reference === undefined ? null : await referenceCommunes(reference, cwd, reader);
  if (own) return own;
  const table = await packagedCommunes(cwd, reader);
  const dataset = table && (await look(table)).dataset;
  return dataset && isMostlyIn(dataset, table) ? table : null;
}

function findingsText({ groups, findings }: Done['examination'], { lang }: Context): string {
  const graver = (list: readonly Pick<Finding, 'severity'>[]) => list.filter(({ severity }) => severity !== 'info');
  const lines =
    groups.length > 0
      ? groups.filter(({ severity }) => severity !== 'info').map(({ title }) => say(title, lang))
      : graver(findings).length > 0
        ? [
            say(
              {
                fr: `${findings.length} constats\u202f: ess-widgets check les dit`,
                en: `${findings.length} findings: ess-widgets check tells them`,
              },
              lang,
            ),
          ]
        : [];
  return lines.map((line) => `${line}\n`).join('');
}

function reportText({ files, examination, corrections }: Done, { lang }: Context): string {
  const { organisations, events } = examination.dataset?.collections ?? {};
  const counts = [
    ...(organisations
      ? [`${formatNumber(organisations.length, lang)} ${say({ fr: 'organisations', en: 'organisations' }, lang)}`]
      : []),
    ...(events ? [`${formatNumber(events.length, lang)} ${say({ fr: 'événements', en: 'events' }, lang)}`] : []),
    ...(corrections > 0
      ? [`${formatNumber(corrections, lang)} ${say({ fr: 'corrections', en: 'corrections' }, lang)}`]
      : []),
  ];
  const [first, ...others] = files.map(
    ({ name, bytes }) => `${name}  ${formatBytes(new TextEncoder().encode(String(bytes)).length, lang)}`,
  );
  return `${[`${first}${counts.length > 0 ? `  (${counts.join(', ')})` : ''}`, ...others].join('\n')}\n`;
}
