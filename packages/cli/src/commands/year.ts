import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { collectionNames } from '@ess-widgets/core/model';
import { Refusal, rawCollections, reportDocumentOf } from '@ess-widgets/core/prepare';
import { lastYearOf, newWorkbook } from '@ess-widgets/core/workbook';
import type { Command, Context } from '../command.ts';
import { communesFor } from '../dataset/communes.ts';
import { writeFiles } from '../dataset/write.ts';
import { EXIT } from '../exit-status.ts';
import { say } from '../language.ts';
import { openDataset } from '../open.ts';
import { READING, withProgress } from '../progress.ts';
import { issuesText } from '../render/issues.ts';
import { COMMUNES_HELP, DATA_OPTIONS_HELP, hostsOf, STATUS_HELP, tooMany, YEAR_OPTIONS } from './options.ts';

/** `ess-widgets year`: a workbook in which staff enter the data of the next year. */
export const year: Command = {
  name: 'year',
  summary: {
    fr: 'un classeur à remplir pour l’année suivante',
    en: 'a workbook to fill in for the next year',
  },
  help: {
    fr: `Usage\u202f: ess-widgets year <année> --from <données> --out <dossier> [options]

Écrit annee-<année>.xlsx, un classeur à remplir dans un tableur, et les mêmes feuilles en CSV dans un
dossier. Ce qui continue est déjà écrit, les chiffres de l’an dernier sont à côté des cellules à
remplir, et la feuille «\u202fÀ vérifier\u202f» dit ce qui reste ouvert. Un classeur qui existe n’est pas
remplacé\u202f: il est peut-être rempli. ess-widgets prepare en fait ensuite un jeu de données.

  <année>              l’année qui suit celle des données\u202f: 2025

Options
  --from <données>     le jeu de données de l’an dernier\u202f: un dossier qui contient manifest.json, un
                       fichier, une adresse http(s), ou un paquet installé
  --out <dossier>      où écrire\u202f; créé s’il n’existe pas
${COMMUNES_HELP.fr}
${DATA_OPTIONS_HELP.fr}

${STATUS_HELP.fr}`,
    en: `Usage: ess-widgets year <year> --from <data> --out <folder> [options]

Writes annee-<year>.xlsx, a workbook to be filled in with a spreadsheet program, and the same sheets
as CSV in a folder. Its headings are in French. What goes on is filled in already, figures of last
year stand beside the cells to fill in, and the sheet “À vérifier” says what is still open. A
workbook that exists is not replaced, as it may be filled in. ess-widgets prepare then makes a data
set of it.

  <year>               the year after that of the data: 2025

Options
  --from <data>        last year’s data set: a folder that holds manifest.json, a file, an http(s)
                       address, or an installed package
  --out <folder>       where to write; made if it does not exist
${COMMUNES_HELP.en}
${DATA_OPTIONS_HELP.en}

${STATUS_HELP.en}`,
  },
  run: async (args, context) => {
    const asked = readArguments(args);
    const text = await withProgress(READING, context, () => write(asked, context));
    context.io.out(text);
    return EXIT.ok;
  },
};

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: YEAR_OPTIONS, allowPositionals: true });
  const [given, extra] = positionals;
  if (extra !== undefined) throw tooMany('year', extra);
  const { from, out, communes } = values;
  if (given === undefined || !/^\d{4}$/.test(given)) {
    throw new Refusal({
      fr: `year\u202f: quelle année\u202f? Par exemple\u202f: ess-widgets year 2025 --from data/ --out classeur`,
      en: 'year: which year? For example: ess-widgets year 2025 --from data/ --out workbook',
    });
  }
  if (!from || !out) {
    const option = from ? '--out' : '--from';
    throw new Refusal({
      fr: `year\u202f: il manque ${option}. Par exemple\u202f: ess-widgets year ${given} --from data/ --out classeur`,
      en: `year: ${option} is missing. For example: ess-widgets year ${given} --from data/ --out workbook`,
    });
  }
  return { year: given, from, out, communes, hosts: hostsOf(values.hosts) };
}

async function write({ year: wanted, from, out, communes, hosts }: Asked, context: Context): Promise<string> {
  const { io, lang } = context;
  const name = `annee-${wanted}`;
  const folder = path.resolve(io.cwd, out);
  for (const taken of [`${name}.xlsx`, name]) if (existsSync(path.join(folder, taken))) throw exists(out, taken);
  const need = [...collectionNames, 'catalogue', 'measures'] as const;
  const { dataset, issues, src, fetch, reader } = await openDataset(from, need, io, { communes, hosts, atHand: true });
  io.err(issuesText(issues, context));
  const before = lastYearOf(dataset.manifest);
  if (wanted <= before) throw notNext(wanted, before);
  const table = await communesFor(dataset, communes, fetch, io.cwd, reader);
  const records = await rawCollections(dataset, src, fetch);
  const report = await reportDocumentOf(dataset, fetch);
  const [workbook, ...csv] = await newWorkbook(
    { dataset, records, table, report },
    wanted,
    addressFrom(from, io.cwd, folder),
  );
  mkdirSync(folder, { recursive: true });
  // The workbook is last: it is what its user looks for.
  writeFiles(folder, [...csv, workbook], reader.files);
  const file = path.relative(io.cwd, path.join(folder, `${name}.xlsx`));
  return `${say(
    {
      fr: `${file}\u202f: un classeur de ${csv.length} feuilles pour ${wanted}\nEnsuite\u202f: ess-widgets prepare ${file} --out data-${wanted}`,
      en: `${file}: a workbook of ${csv.length} sheets for ${wanted}\nThen: ess-widgets prepare ${file} --out data-${wanted}`,
    },
    lang,
  )}\n`;
}

/** Returns the address of last year's data as the workbook keeps it: a path from its own folder, so that both can be moved. */
function addressFrom(from: string, cwd: string, folder: string): string {
  const file = path.resolve(cwd, from);
  if (/^https?:/i.test(from) || !existsSync(file)) return from;
  return path.relative(folder, file).replaceAll(path.sep, '/') || '.';
}

const exists = (out: string, name: string): Refusal =>
  new Refusal({
    fr: `${path.join(out, name)} existe déjà, et il est peut-être rempli\u202f: il n’est pas remplacé. Choisissez un autre dossier (--out).`,
    en: `${path.join(out, name)} exists already and may be filled in: it is not replaced. Choose another folder (--out).`,
  });

const notNext = (wanted: string, before: string): Refusal =>
  new Refusal({
    fr: `ces données décrivent déjà ${before}\u202f: l’année qui suit est ${Number(before) + 1}, pas ${wanted}.`,
    en: `these data describe ${before} already: the next year is ${Number(before) + 1}, not ${wanted}.`,
  });
