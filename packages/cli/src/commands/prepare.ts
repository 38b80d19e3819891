import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { collectionNames, type Dataset, type Finding, type Manifest, pinnedYears } from '@ess-widgets/core/model';
import {
  archiveOf,
  filesBeside,
  isUnknownIndicator,
  jobOf,
  MANIFEST_FILE,
  OFFERS_FIRST,
  offersOf,
  type PreparedData,
  type PrepareJob,
  prepare as prepareFiles,
  Refusal,
  rawCollections,
  reportDocumentOf,
  storyOf,
  takeHome,
} from '@ess-widgets/core/prepare';
import {
  type FilledWorkbook,
  readYear,
  settingsIn,
  sheetsFor,
  type YearRead,
  yearMismatch,
} from '@ess-widgets/core/workbook';
import type { Command, Context } from '../command.ts';
import type { CheckSummary } from '../contract/check-report.ts';
import { communesFor } from '../dataset/communes.ts';
import type { OpenOptions } from '../dataset/opening.ts';
import { type Output, writeFiles } from '../dataset/write.ts';
import { EXIT } from '../exit-status.ts';
import { type CommandText, type Language, say } from '../language.ts';
import { openDataset } from '../open.ts';
import { READING, withProgress } from '../progress.ts';
import { problemLines, refusalOfRows } from '../render/cells-text.ts';
import { findingsText } from '../render/findings-text.ts';
import { issuesText } from '../render/issues.ts';
import { paintFor } from '../render/paint.ts';
import { titleText } from '../render/title.ts';
import { readWorkbookFiles } from '../workbook/files.ts';
import { COMMUNES_HELP, DATA_OPTIONS_HELP, hostsOf, tooMany, YEAR_OPTIONS } from './options.ts';
import { readStillList, readUtf8 } from './render.ts';

/** `ess-widgets prepare`: the data set of a year from its filled workbook. */
export const prepare: Command = {
  name: 'prepare',
  summary: {
    fr: 'le jeu de données de l’année, à partir du classeur rempli',
    en: 'the data set of the year, from the filled workbook',
  },
  help: {
    fr: `Usage\u202f: ess-widgets prepare <classeur> --out <dossier> [options]
       ess-widgets prepare <classeur> --site <dossier|archive.zip> --ess <dossier> [options]

Lit le classeur qu’a écrit ess-widgets year, une fois rempli, et écrit le jeu de données\u202f: les
fiches de l’an dernier et celles de l’année, ce qui est complet, les empreintes, les indicateurs
calculés et leurs extraits. Rien n’est écrit s’il y a une cellule à corriger\u202f: la feuille, la ligne
et la colonne sont dites. Ce que les contrôles trouvent de nouveau est montré, et n’empêche rien. Un
texte du rapport de l’an dernier n’est publié qu’une fois relu (feuille «\u202fTextes\u202f»).

  <classeur>           le fichier .xlsx, ou le dossier des feuilles en CSV. Un jeu de données (un
                       dossier qui contient manifest.json, un fichier JSON) garde ses fiches\u202f: ses
                       empreintes, ses indicateurs et leurs extraits sont refaits

Options
  --out <dossier>      où écrire\u202f; créé s’il n’existe pas, et autre que celui de l’an dernier
  --site <sortie>      aussi, ou à la place de --out\u202f: un dossier pour le site, ou son archive (.zip), avec une
                       page, les widgets et les données, sans ce qui est à usage interne
  --keep <sortie>      de même, à garder\u202f: les données complètes et le classeur, jamais pour le serveur
  --ess <dossier>      avec --site\u202f: le dossier «\u202fess\u202f» d’une version
  --widgets <liste>    avec --site\u202f: les widgets de la page, comme la liste de render --list\u202f; par défaut,
                       les douze premiers que ces données montrent
  --address <adresse>  avec --site\u202f: l’adresse qu’aura le dossier, que ses pages disent à qui les partage\u202f;
                       leurs images en PNG sont à prendre dans l’archive de l’Atelier
  --from <données>     le jeu de données de l’an dernier, s’il n’est plus là où le dit la feuille
                       «\u202fLisez-moi\u202f» du classeur
${COMMUNES_HELP.fr}
${DATA_OPTIONS_HELP.fr}

Statut de sortie\u202f: 0 quand tout va bien, 1 quand les données sont écrites et qu’un contrôle trouve
une anomalie nouvelle ou qu’une cellule est à relire, 2 quand la commande n’a pas pu faire son travail.`,
    en: `Usage: ess-widgets prepare <workbook> --out <folder> [options]
       ess-widgets prepare <workbook> --site <folder|archive.zip> --ess <folder> [options]

Reads the workbook that ess-widgets year has written, once it is filled in, and writes the data set:
last year’s records and those of the year, what is complete, hashes, computed indicators and their
excerpts. Nothing is written where a cell is to be corrected: its sheet, row and column are named.
What checks find for the first time is shown, and prevents nothing. A text of last year’s report is
published once somebody has read it again (sheet « Textes »).

  <workbook>           the .xlsx file, or the folder of its sheets as CSV. A data set (a folder that
                       holds manifest.json, a JSON file) keeps its records: its hashes, indicators
                       and excerpts are made anew

Options
  --out <folder>       where to write; made if it does not exist, and another one than last year’s
  --site <output>      also, or in place of --out: a folder for the site, or its archive (.zip), with a
                       page, the widgets and the data, without what is internal
  --keep <output>      likewise, to keep: the complete data and the workbook, never for the server
  --ess <folder>       with --site: the folder “ess” of a release
  --widgets <list>     with --site: the widgets of the page, as the list of render --list; by default
                       the first twelve that these data can show
  --address <address>  with --site: the address that the folder will have, which its pages say where they are
                       shared; their pictures as PNG are to be taken from the archive of the Atelier
  --from <data>        last year’s data set, where it is no longer in the place that the sheet
                       “Lisez-moi” of the workbook names
${COMMUNES_HELP.en}
${DATA_OPTIONS_HELP.en}

Exit status: 0 when all went well, 1 when the data are written and a check finds a new anomaly or
a cell is to be looked at again, 2 when the command could not do its work.`,
  },
  run: async (args, context) => {
    const asked = readArguments(args);
    const { text, passed } = await withProgress(READING, context, () => write(asked, context));
    context.io.out(text);
    return passed ? EXIT.ok : EXIT.findings;
  },
};

const NO_ESS: CommandText = {
  fr: 'prepare\u202f: --site demande le dossier «\u202fess\u202f» d’une version\u202f: donnez-le par --ess.',
  en: 'prepare: --site needs the folder “ess” of a release: give it by --ess.',
};

const badAddress = (given: string): CommandText => ({
  fr: `prepare\u202f: --address attend une adresse http(s), pas «\u202f${given}\u202f».`,
  en: `prepare: --address takes an http(s) address, not "${given}".`,
});

const OPTIONS = {
  ...YEAR_OPTIONS,
  site: { type: 'string' },
  keep: { type: 'string' },
  ess: { type: 'string' },
  widgets: { type: 'string' },
  address: { type: 'string' },
} as const;

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [workbook, extra] = positionals;
  if (extra !== undefined) throw tooMany('prepare', extra);
  const { from, out, communes, site, keep, ess, widgets, address } = values;
  if (workbook === undefined || !(out || site || keep)) {
    throw new Refusal({
      fr: `prepare\u202f: ${workbook === undefined ? 'quel classeur' : 'dans quel dossier'}\u202f? Par exemple\u202f: ess-widgets prepare annee-2025.xlsx --out data-2025`,
      en: `prepare: ${workbook === undefined ? 'which workbook' : 'into which folder'}? For example: ess-widgets prepare annee-2025.xlsx --out data-2025`,
    });
  }
  if (site && !ess) throw new Refusal(NO_ESS);
  if (address !== undefined && !/^https?:\/\/[^\s]+$/.test(address)) throw new Refusal(badAddress(address));
  return {
    workbook,
    from,
    out,
    communes,
    site,
    keep,
    ess,
    widgets,
    address: address?.replace(/\/?$/, '/'),
    hosts: hostsOf(values.hosts),
  };
}

/** Returns the day of the clock in its own zone. */
function todayOf({ io }: Context): string {
  const now = io.now?.() ?? new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Data that are to be written. */
interface Job {
  readonly opened: Awaited<ReturnType<typeof openDataset>>;
  readonly job: PrepareJob;
  /** The workbook that was read; null where the data were given as they are. */
  readonly read: (YearRead & { readonly files: readonly string[] }) | null;
}

const NEED = [...collectionNames, 'catalogue', 'measures'] as const;

async function workbookJob(asked: Asked, context: Context): Promise<Job> {
  const { io } = context;
  const workbook = await readWorkbookFiles(asked.workbook, io.cwd);
  const { settings } = settingsIn(workbook);
  const from = lastYearIn(asked, settings.from, { own: workbook.folder, current: io.cwd });
  const opened = await openDataset(from.given, NEED, { ...io, cwd: from.cwd }, optionsOf(asked));
  const { dataset, src, fetch, reader } = opened;
  expectSame(settings, dataset, asked.workbook);
  const table = await communesFor(dataset, asked.communes, fetch, io.cwd, reader);
  const records = await rawCollections(dataset, src, fetch);
  const report = await reportDocumentOf(dataset, fetch);
  const read = readYear(workbook, { dataset, records, table, report }, todayOf(context));
  if (read.problems.length > 0) throw refusalOfRows(read.problems, asked.workbook);
  // The story of last year stays with last year: its findings are not those of another one.
  const beside = await filesBeside(dataset, fetch, ['measures', 'story']);
  const told = await storyOf(dataset, fetch);
  return { opened, job: read.job(beside, told?.story ?? null), read: { ...read, files: workbook.files } };
}

async function dataJob(asked: Asked, { io }: Context): Promise<Job> {
  const opened = await openDataset(asked.workbook, NEED, io, optionsOf(asked));
  const { dataset, src, fetch, reader } = opened;
  const table = await communesFor(dataset, asked.communes, fetch, io.cwd, reader);
  return { opened, job: await jobOf(dataset, src, fetch, table), read: null };
}

const optionsOf = ({ communes, hosts }: Asked): OpenOptions => ({ communes, hosts, atHand: true });

/** Whether what the user names is a data set, rather than a workbook. */
const isDataSet = ({ workbook }: Asked, cwd: string): boolean =>
  /\.json$/i.test(workbook) || existsSync(path.resolve(cwd, workbook, MANIFEST_FILE));

async function write(asked: Asked, context: Context): Promise<{ readonly text: string; readonly passed: boolean }> {
  const { io } = context;
  const { opened, job, read } = await (isDataSet(asked, io.cwd)
    ? dataJob(asked, context)
    : workbookJob(asked, context));
  const { dataset, issues, reader } = opened;
  io.err(issuesText(issues, context));
  const made = await prepareFiles(job);
  if (!read) io.err(issuesText(made.findings.filter(isUnknownIndicator), context));

  const taken = await takenHome(asked, made, context);
  const sources = new Set([...reader.files, ...(read?.files ?? [])]);
  const outputs = [...(asked.out ? [{ out: asked.out, files: await made.files() }] : []), ...taken];
  for (const { out, files } of outputs) writeAll(path.resolve(io.cwd, out), files, sources);
  const [{ out: first } = { out: '' }] = outputs;
  const file = asked.out ? path.relative(io.cwd, path.resolve(io.cwd, asked.out, MANIFEST_FILE)) : first;
  const report = job.next?.report?.document;
  const pinned = report ? pinnedYears(report).length : 0;
  const leftOut = read ? dataset.manifest.story : undefined;
  const {
    news: findings,
    dataset: { manifest },
  } = made;
  const site = taken.find(({ out }) => out === asked.site);
  const pictures = asked.address && site ? undrawnIn(site.files) : [];
  return resultText({ file, manifest, records: job.records, findings, read, pinned, leftOut, pictures }, context);
}

/** Returns the pictures that pages with an address name and that only a browser draws, by their paths. */
const undrawnIn = (files: Taken['files']): readonly string[] =>
  [...files.keys()]
    .filter((file) => /^images\/.+\.svg$/.test(file))
    .map((file) => file.replace(/svg$/, 'png'))
    .filter((file) => !files.has(file));

interface Taken {
  readonly out: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Returns what is to be taken home: the folder of a site, and the data to keep. */
async function takenHome(asked: Asked, prepared: PreparedData, context: Context): Promise<readonly Taken[]> {
  const { site, keep, workbook: given } = asked;
  const { cwd } = context.io;
  const today = todayOf(context);
  const lang = context.lang === 'en' ? 'en' : 'fr';
  const common = { prepared, lang, today } as const;
  const file = path.resolve(cwd, given);
  const workbook =
    /\.xlsx$/i.test(given) && statSync(file).isFile()
      ? { name: path.basename(given), bytes: new Uint8Array(readFileSync(file)) }
      : undefined;
  const taken: Taken[] = [];
  if (site) {
    const widgets = widgetsOf(asked, prepared, cwd, today);
    const release = folderFiles(path.resolve(cwd, asked.ess ?? ''), asked.ess ?? '');
    taken.push({
      out: site,
      files: await takeHome({ ...common, purpose: 'site', widgets, release, address: asked.address }),
    });
  }
  if (keep) {
    const none = { widgets: [], release: new Map() };
    const files = await takeHome({ ...common, ...none, purpose: 'keep', ...(workbook ? { workbook } : {}) });
    taken.push({ out: keep, files });
  }
  return taken;
}

/** Returns the widgets of a list, each once; without one, the first that the data can show. */
function widgetsOf({ widgets: list }: Asked, prepared: PreparedData, cwd: string, today: string) {
  if (list === undefined) return offersOf(prepared.open().dataset, today).slice(0, OFFERS_FIRST);
  const asked = readStillList(readUtf8(path.resolve(cwd, list), list), list).map(({ tag, attributes }) => ({
    widget: tag.replace(/^ess-/, ''),
    attributes,
  }));
  return [...new Map(asked.map((each) => [JSON.stringify(each), each])).values()];
}

/** Returns the files of a folder by their paths. @throws Refusal where it is none */
function folderFiles(folder: string, given: string): ReadonlyMap<string, Uint8Array> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal({ fr: `dossier introuvable\u202f: ${given}`, en: `no such folder: ${given}` });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), new Uint8Array(readFileSync(file))]),
  );
}

/** Writes files into a folder, or as an archive where its name is that of one. */
function writeAll(out: string, files: Taken['files'], sources: ReadonlySet<string>): void {
  const isArchive = /\.zip$/i.test(out);
  const folder = isArchive ? path.dirname(out) : out;
  const outputs = isArchive
    ? [{ name: path.basename(out), bytes: archiveOf(files) }]
    : [...files].map(([name, bytes]): Output => ({ name, bytes }));
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, outputs, sources);
}

/** Returns last year’s data set as the user names it, else as the workbook does, from its own folder. */
function lastYearIn(
  { from, workbook }: Asked,
  kept: string,
  folders: { readonly own: string; readonly current: string },
): { readonly given: string; readonly cwd: string } {
  if (from !== undefined) return { given: from, cwd: folders.current };
  if (kept !== '') return { given: kept, cwd: folders.own };
  throw new Refusal({
    fr: `${workbook} ne dit pas où sont les données de l’an dernier (feuille «\u202fLisez-moi\u202f»)\u202f: donnez-les par --from.`,
    en: `${workbook} does not say where last year’s data are (sheet “Lisez-moi”): give them by --from.`,
  });
}

/** @throws Refusal where the workbook was made of other data */
function expectSame(settings: Parameters<typeof yearMismatch>[0], { manifest }: Dataset, workbook: string): void {
  const wrong = yearMismatch(settings, manifest);
  if (wrong?.rule === 'year') {
    const { fr, en } = wrong.said;
    throw new Refusal({ fr: `${workbook}\u202f: ${fr}.`, en: `${workbook}: ${en}.` });
  }
  if (wrong) {
    const { dataset: id } = settings;
    throw new Refusal({
      fr: `${workbook} a été fait à partir du jeu de données «\u202f${id}\u202f», et --from donne «\u202f${manifest.id}\u202f».`,
      en: `${workbook} was made of the data set "${id}", and --from gives "${manifest.id}".`,
    });
  }
}

interface Result extends Pick<Job, 'read'> {
  readonly records: PrepareJob['records'];
  readonly file: string;
  readonly manifest: Manifest;
  readonly findings: readonly Finding[];
  /** Number of passages of the new report that still write a year. */
  readonly pinned: number;
  /** The story of last year, which the new data do not name. */
  readonly leftOut: string | undefined;
  /** Pictures that the pages of the site name, and that are not in it. */
  readonly pictures: readonly string[];
}

function resultText(result: Result, { io, lang }: Context): { readonly text: string; readonly passed: boolean } {
  const { file, manifest, records, findings, read } = result;
  const count = (severity: Finding['severity']): number => findings.filter((each) => each.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info') };
  const summary: CheckSummary = {
    source: file,
    dataset: manifest.id,
    updated: manifest.updated,
    collections: records.length,
    records: records.reduce((total, [, list]) => total + list.length, 0),
    findings: counts,
    threshold: 'warning',
    passed: counts.error + counts.warning === 0,
  };
  const done: CommandText = {
    fr: `${file}\u202f: empreintes, indicateurs et extraits de ${summary.records} fiches.`,
    en: `${file}: hashes, indicators and excerpts of ${summary.records} records.`,
  };
  const pictures = pictureLines(result.pictures, lang);
  if (!read) return { text: `${[say(done, lang), ...pictures].join('\n')}\n`, passed: true };
  const said = saidOf(read, result).map((each) => say(each, lang));
  const lines = [...said, ...pictures, ...doubtLines(read.filled.doubts, lang)];
  // What is only worth knowing is counted: most of it says that a plan has no answer yet, which is said above.
  const grave = findings.filter(({ severity }) => severity !== 'info');
  const found = findingsText({ summary, findings: grave }, titleText(manifest, lang), lang, paintFor(io));
  const { doubts } = read.filled;
  return { text: `${lines.join('\n')}\n\n${found}`, passed: summary.passed && doubts.length === 0 };
}

/** Returns what is said of the pictures that are still to be drawn. */
function pictureLines(pictures: readonly string[], lang: Language): readonly string[] {
  const n = pictures.length;
  if (n === 0) return [];
  const names = pictures.join(', ');
  const missing = {
    fr: `${n > 1 ? `${n} images manquent` : 'Une image manque'} à ce dossier, que ses pages montrent à qui les partage\u202f: ${names}. Cette commande ne les dessine pas\u202f: l’Atelier les met dans son archive (étape «\u202fEmporter\u202f», avec les mêmes widgets et la même adresse)\u202f; copiez-en le dossier «\u202fimages\u202f».`,
    en: `${n > 1 ? `${n} pictures are` : 'A picture is'} missing from this folder, which its pages show where they are shared: ${names}. This command does not draw them: the Atelier puts them in its archive (step “Take home”, with the same widgets and the same address); copy the folder “images” from it.`,
  };
  return [say(missing, lang)];
}

function doubtLines(doubts: FilledWorkbook['doubts'], lang: Language): readonly string[] {
  const n = doubts.length;
  if (n === 0) return [];
  const head = {
    fr: `${n > 1 ? `${n} cellules` : 'Une cellule'} à relire\u202f:`,
    en: `${n} cell${n > 1 ? 's' : ''} to look at again:`,
  };
  return [say(head, lang), ...problemLines(doubts, lang)];
}

/** Returns lines as people say them: `2 à 5, 7`. */
function rangesOf(lines: readonly number[], to: string): string {
  const ranges: (readonly [first: number, last: number])[] = [];
  for (const line of lines) {
    const [first, last] = ranges.at(-1) ?? [];
    if (first !== undefined && last === line - 1) ranges[ranges.length - 1] = [first, line];
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first} ${to} ${last}`)).join(', ');
}

/** Returns the texts of last year that nobody has read again: their lines, and the sections of those that have none. */
function unreadText(unread: FilledWorkbook['unread'], before: string): CommandText | undefined {
  const n = unread.length;
  if (n === 0) return undefined;
  const lines = unread.flatMap(({ line }) => line ?? []);
  const gone = unread.flatMap(({ id, line }) => (line === undefined ? [id] : [])).join(', ');
  const placed = (line: string, to: string, ...without: readonly [words: string, and: string]): string =>
    [...(lines.length > 0 ? [`${line} ${rangesOf(lines, to)}`] : []), ...(gone ? [`${without[0]} ${gone}`] : [])].join(
      without[1],
    );
  return {
    fr: `${n > 1 ? `${n} textes de ${before} ne sont pas relus, ni publiés` : `Un texte de ${before} n’est pas relu, ni publié`} (feuille «\u202fTextes\u202f», colonne «\u202fRelu\u202f?\u202f»)\u202f: ${placed(lines.length > 1 ? 'lignes' : 'ligne', 'à', 'sans ligne', '\u202f; ')}.`,
    en: `${n > 1 ? `${n} texts` : 'A text'} of ${before} not read again, nor published (sheet « Textes », column « Relu ? »): ${placed(lines.length > 1 ? 'rows' : 'row', 'to', 'without a row', '; ')}.`,
  };
}

/** Returns the sentences on what a workbook has given. */
function saidOf(
  { filled, draft }: NonNullable<Job['read']>,
  { file, manifest: { report }, pinned, leftOut }: Result,
): readonly CommandText[] {
  const { added, changed, open, unplaced } = filled.reader;
  const waiting = [...open].map(([sheet, n]) => `${sheet} ${n}`).join(', ');
  const complete = sheetsFor(draft)
    .filter(({ name }) => filled.answers.sheets.has(name))
    .map(({ name }) => name)
    .join(', ');
  const strange = [...filled.strange].map(([sheet, headings]) => `${sheet} (${headings.join(', ')})`).join(', ');
  const notes = filled.notes.join(', ');
  const towns = [...new Set(unplaced)].join(', ');
  // In French, 0 and 1 are singular.
  const of = (list: readonly string[]): string => (list.length > 1 ? 's' : '');
  const said: readonly (CommandText | '' | undefined)[] = [
    {
      fr: `${file}\u202f: ${added.length} fiche${of(added)} nouvelle${of(added)}, ${changed.length} modifiée${of(changed)}.`,
      en: `${file}: ${added.length} new record${added.length === 1 ? '' : 's'}, ${changed.length} changed.`,
    },
    complete && {
      fr: `Complet pour ${draft.year}\u202f: ${complete}.`,
      en: `Complete for ${draft.year}: ${complete}.`,
    },
    waiting && { fr: `Sans réponse\u202f: ${waiting}.`, en: `Without an answer: ${waiting}.` },
    towns && {
      fr: `Sans lieu, faute de table des communes\u202f: ${towns}.`,
      en: `Not placed, for want of a commune table: ${towns}.`,
    },
    notes && { fr: `Feuilles qui ne sont pas lues\u202f: ${notes}.`, en: `Sheets that are not read: ${notes}.` },
    strange && { fr: `Colonnes qui ne sont pas lues\u202f: ${strange}.`, en: `Columns that are not read: ${strange}.` },
    report && {
      fr: `Le rapport ${report} est celui de ${draft.year}${pinned > 0 ? `\u202f: ${pinned} de ses passages écrivent encore une année (ess-widgets check, règle pinned-years)` : ''}.`,
      en: `The report ${report} is that of ${draft.year}${pinned > 0 ? `: ${pinned} of its passages still write a year (ess-widgets check, rule pinned-years)` : ''}.`,
    },
    unreadText(filled.unread, draft.before),
    leftOut && {
      fr: `Le récit ${leftOut} est celui de l’an dernier\u202f: il n’est pas repris. Écrivez celui de ${draft.year} et nommez-le dans le manifeste (story)\u202f; ess-widgets check le vérifie.`,
      en: `The story ${leftOut} is last year’s: it is not taken over. Write that of ${draft.year} and name it in the manifest (story); ess-widgets check checks it.`,
    },
  ];
  return said.flatMap((each) => (each ? [each] : []));
}
