import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { directoryOf, packEntries } from '@ess-widgets/core/directory';
import { formatBytes, formatNumber } from '@ess-widgets/core/format';
import { createPlaceWords } from '@ess-widgets/core/geo';
import { collectionNames, forAudience, records } from '@ess-widgets/core/model';
import { copiedFrom, fileText, judgedManifest, type PackedFile, packedFiles, Refusal } from '@ess-widgets/core/prepare';
import type { Command, Context } from '../command.ts';
import type { PackedFiles, PackReport } from '../contract/pack-report.ts';
import { readable } from '../dataset/address.ts';
import { communesFor } from '../dataset/communes.ts';
import { writeFiles } from '../dataset/write.ts';
import { EXIT } from '../exit-status.ts';
import { type CommandText, say } from '../language.ts';
import { openParts } from '../open.ts';
import { unplacedText } from '../pack/unplaced.ts';
import { withProgress } from '../progress.ts';
import { issuesText } from '../render/issues.ts';
import { dataToChoose, partsOf, readPicked, SOURCE_OPTIONS, SOURCE_OPTIONS_HELP } from '../sources/choose.ts';
import {
  COMMUNES_HELP,
  DATA_HELP,
  DATA_OPTIONS,
  DATA_OPTIONS_HELP,
  hostsOf,
  jsonText,
  STATUS_HELP,
  saidOf,
} from './options.ts';

const OPTIONS = {
  ...DATA_OPTIONS,
  ...SOURCE_OPTIONS,
  out: { type: 'string' },
  'no-records': { type: 'boolean' },
  communes: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `ess-widgets pack`: a data set in the form that maps and lists of thousands of members read. */
export const pack: Command = {
  name: 'pack',
  summary: {
    fr: 'des milliers d’adhérents dans une forme que la carte lit vite',
    en: 'thousands of members in a form that the map reads fast',
  },
  help: {
    fr: `Usage\u202f: ess-widgets pack <données> --out <dossier> [options]

Écrit un dossier à mettre tel quel sur un serveur\u202f: les adhérents en colonnes pour la carte, les
détails par département, les mots pour la recherche, et un manifest.json pour l’attribut src. Les
fichiers portent l’empreinte de leur contenu\u202f: ils peuvent être gardés en cache pour toujours.

${DATA_HELP.fr}

Options
  --out <dossier>      où écrire\u202f; créé s’il n’existe pas
  --no-records         sans les fiches des organisations et des adhésions, que seuls lisent les
                       indicateurs et les lecteurs qui ne connaissent pas cette forme
${COMMUNES_HELP.fr}\u202f; par défaut, pour une liste (CSV), celle qui est installée avec
                       cette commande, si elle a ces lieux
  --json               un rapport JSON {source, dataset, manifest, organisations, placed, files}
${SOURCE_OPTIONS_HELP.fr}
${DATA_OPTIONS_HELP.fr}

${STATUS_HELP.fr}`,
    en: `Usage: ess-widgets pack <data> --out <folder> [options]

Writes a folder to be put on a server as it is: the members as columns for the map, details by
département, words for the search, and a manifest.json for the src attribute. Files are named
after a hash of their content: they can be cached for ever.

${DATA_HELP.en}

Options
  --out <folder>       where to write; made if it does not exist
  --no-records         without the records of organisations and memberships, which only indicators
                       read, and readers that do not know this form
${COMMUNES_HELP.en};
                       by default, for a list (CSV), the one installed with this command, if it
                       has these places
  --json               a JSON report {source, dataset, manifest, organisations, placed, files}
${SOURCE_OPTIONS_HELP.en}
${DATA_OPTIONS_HELP.en}

${STATUS_HELP.en}`,
  },
  run: async (args, context) => {
    const asked = readArguments(args);
    const { report, unplaced } = await withProgress(PACKING, context, () => write(asked, context));
    context.io.out(asked.json ? jsonText(report) : reportText(report, unplaced, context));
    return EXIT.ok;
  },
};

const MANIFEST = 'manifest.json';
const PACKING: CommandText = { fr: 'Mise en colonnes', en: 'Packing' };

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const said = saidOf('pack', positionals, values, 'adherents.csv --out packed');
  const { out, communes, json = false, 'no-records': without = false } = values;
  if (out) return { ...{ said, out }, records: !without, communes, hosts: hostsOf(values.hosts), json };
  throw new Refusal({
    fr: 'pack\u202f: dans quel dossier\u202f? Par exemple\u202f: --out packed',
    en: 'pack: into which folder? For example: --out packed',
  });
}

interface Written {
  readonly report: PackReport;
  readonly unplaced: CommandText | null;
}

async function write({ said, out, records: whole, communes, hosts }: Asked, context: Context): Promise<Written> {
  const { io } = context;
  const choice = await dataToChoose(said, io);
  const { reference } = choice;
  const options = { communes, reference, hosts, atHand: true };
  const read = await readPicked({ ...choice.request, kinds: ['members'] }, new Map(), (picked) =>
    openParts(partsOf(picked, choice), collectionNames, io, options),
  );
  if (!read) throw nobody(said.sources ?? '');
  const { dataset, issues, addresses, fetch, reader } = read;
  io.err(issuesText(issues, context));
  // Columns, details and words are for visitors: who may see internal members is given the records.
  const packed = packEntries(directoryOf(forAudience(dataset), { layers: ['members'] }));
  if (packed.entries.length === 0) throw nobody(said.data ?? said.sources ?? '');
  const table = await communesFor(dataset, communes ?? reference, fetch, io.cwd, reader);
  const own = packedFiles(packed, createPlaceWords(records(dataset, 'territories'), table));
  const copied = await copiedFrom(dataset, addresses, fetch, whole);
  const files = [...own, ...copied.files];
  const folder = path.resolve(io.cwd, out);
  const manifest = path.join(folder, MANIFEST);
  mkdirSync(folder, { recursive: true });
  const outputs = files.map(({ href, bytes }) => ({ name: href, bytes }));
  // The manifest is last: until it is there, the folder is what it was.
  const texts = new Map(copied.files.map(({ href, bytes }) => [href, fileText(bytes)]));
  const named = { ...copied.manifest, packed: own[0].href };
  const head = { name: MANIFEST, bytes: await judgedManifest(named, texts, jsonText) };
  writeFiles(folder, [...outputs, head], reader.files);
  const report = {
    source: addresses.map((src) => readable(src, io.cwd)).join(' '),
    dataset: dataset.manifest.id,
    manifest: path.relative(io.cwd, manifest),
    organisations: packed.entries.length,
    placed: packed.entries.filter(({ position }) => position !== null).length,
    files: summed(files),
  };
  return { report, unplaced: unplacedText(dataset, packed.entries, issues) };
}

function summed(files: readonly PackedFile[]): readonly PackedFiles[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const same = files.filter((file) => file.kind === kind);
    return { kind, files: same.length, bytes: same.reduce((sum, { bytes }) => sum + bytes.length, 0) };
  });
}

const nobody = (data: string): Refusal =>
  new Refusal({
    fr: `${data} n’a pas d’adhérent à mettre en colonnes.`,
    en: `${data} has no member to pack.`,
  });

const KINDS: Readonly<Record<PackedFiles['kind'], CommandText>> = {
  columns: { fr: 'colonnes, lues d’abord', en: 'columns, read first' },
  details: { fr: 'détails, à la demande', en: 'details, on demand' },
  words: { fr: 'mots, à la recherche', en: 'words, for a search' },
  ids: { fr: 'identifiants', en: 'ids' },
  copied: { fr: 'fichiers repris', en: 'files copied' },
};

function reportText(report: PackReport, unplaced: CommandText | null, { lang }: Context): string {
  const { manifest, organisations, placed, files } = report;
  const [n, m] = [organisations, placed].map((count) => formatNumber(count, lang));
  const head = say(
    {
      fr: `${manifest}\u202f: ${n} organisations, dont ${m} situées`,
      en: `${manifest}: ${n} organisations, ${m} of them placed`,
    },
    lang,
  );
  const lines = files.map(({ kind, files: count, bytes }) => {
    const label = say(KINDS[kind], lang).padEnd(24);
    return `  ${label}  ${formatNumber(count, lang).padStart(6)}  ${formatBytes(bytes, lang).padStart(8)}`;
  });
  const why = unplaced ? [`  ${say(unplaced, lang)}`] : [];
  return `${[head, ...why, ...lines].join('\n')}\n`;
}
