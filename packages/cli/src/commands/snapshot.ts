import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EssError } from '@ess-widgets/core';
import { formatDate, formatNumber } from '@ess-widgets/core/format';
import type { Dataset, Text } from '@ess-widgets/core/model';
import { contentHash, Refusal } from '@ess-widgets/core/prepare';
import type { Command, Context } from '../command.ts';
import type { SnapshotStatus, SourceStatus } from '../contract/snapshot-status.ts';
import { writeFiles } from '../dataset/write.ts';
import { EXIT } from '../exit-status.ts';
import { explain } from '../explain.ts';
import type { Io } from '../io.ts';
import { type CommandText, say } from '../language.ts';
import { withProgress } from '../progress.ts';
import { readIsolated } from '../snapshot/isolated.ts';
import { politeFetch } from '../snapshot/polite-fetch.ts';
import { publish } from '../snapshot/publish.ts';
import { readSource } from '../snapshot/sources.ts';
import { type KeptPart, openState, removeTemporary, type State } from '../snapshot/state.ts';
import { noVariable } from '../sources/choose.ts';
import { readDeclaredSources, type SourcesSettings, type SourceToRead } from '../sources/file.ts';
import { COMMUNES_HELP, DATA_OPTIONS, DATA_OPTIONS_HELP, hostsOf, jsonText, tooMany } from './options.ts';

const OPTIONS = {
  ...DATA_OPTIONS,
  out: { type: 'string' },
  state: { type: 'string' },
  communes: { type: 'string' },
  'accept-drop': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `ess-widgets snapshot`: sources that a page cannot read, as files that it can. */
export const snapshot: Command = {
  name: 'snapshot',
  summary: {
    fr: 'des sources qu’une page ne lit pas, en fichiers qu’elle lit (cron)',
    en: 'sources that a page cannot read, as files that it can (cron)',
  },
  help: {
    fr: `Usage\u202f: ess-widgets snapshot <sources.json> --out <dossier> [options]

Lit les sources d’un fichier, les réunit, et écrit un dossier à mettre sur un
serveur\u202f: son manifest.json se donne à l’attribut src. À lancer par cron. Ce qui n’a pas changé
n’est pas réécrit. D’une source qui échoue, se vide ou perd plus de la moitié de ses fiches, la
dernière bonne partie est gardée, avec sa date\u202f; status.json et les remarques du widget le disent.

  <sources.json>       {"format": "ess-sources/1", "sources": {"agenda": {"src": "https://…"}}}
                       (ess-widgets schema sources le décrit). Une clé s’y écrit
                       "key": "env:NOM", et vient de la variable d’environnement NOM

Options
  --out <dossier>      où écrire\u202f; créé s’il n’existe pas
  --state <dossier>    ce qui est gardé d’une fois à l’autre, hors du site\u202f; par défaut
                       <sources.json>.state
  --accept-drop        accepte qu’une source se vide ou perde plus de la moitié de ses fiches
${COMMUNES_HELP.fr}
  --json               le contenu de status.json
${DATA_OPTIONS_HELP.fr}

Statut de sortie\u202f: 0 quand tout est frais, 1 quand une partie est ancienne ou manque, 2 quand
aucune donnée n’a pu être écrite.`,
    en: `Usage: ess-widgets snapshot <sources.json> --out <folder> [options]

Reads the sources of a file, joins them, and writes a folder to be put on a server: its
manifest.json goes into the src attribute. To be run by cron. What has not changed is not written
again. Of a source that fails, empties or loses more than half of its records, the last good part is
kept, with its date; status.json and the remarks of the widget say so.

  <sources.json>       {"format": "ess-sources/1", "sources": {"agenda": {"src": "https://…"}}}
                       (described by ess-widgets schema sources). A key is written
                       "key": "env:NAME" there, and comes from the environment variable NAME

Options
  --out <folder>       where to write; made if it does not exist
  --state <folder>     what is kept from one run to the next, not on the site; by default
                       <sources.json>.state
  --accept-drop        accepts that a source empties or loses more than half of its records
${COMMUNES_HELP.en}
  --json               the content of status.json
${DATA_OPTIONS_HELP.en}

Exit status: 0 when all is fresh, 1 when a part is an older one or missing, 2 when no data could be
written.`,
  },
  run: async (args, context) => {
    const asked = readArguments(args);
    const settings = await readDeclaredSources(asked.config, context.io);
    const now = context.io.now?.() ?? new Date();
    const state = openState(path.resolve(context.io.cwd, asked.state ?? `${asked.config}.state`), now.getTime());
    try {
      const status = await withProgress(READING, context, () => take(asked, settings, state, now, context.io));
      const text = asked.json ? jsonText(status) : statusText(status, context);
      context.io.out(settings.strike(text));
      return { fresh: EXIT.ok, kept: EXIT.findings, failed: EXIT.failed }[status.state];
    } finally {
      state.unlock();
    }
  },
};

const READING: CommandText = { fr: 'Lecture des sources', en: 'Reading the sources' };
const STATUS = 'status.json';

type Asked = ReturnType<typeof readArguments>;

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [config, extra] = positionals;
  if (extra !== undefined) throw tooMany('snapshot', extra);
  const { out, state, communes, json = false, 'accept-drop': acceptDrop = false, hosts } = values;
  if (config && out) return { config, out, state, communes, json, acceptDrop, hosts: hostsOf(hosts) };
  throw new Refusal({
    fr: 'snapshot\u202f: quel fichier de sources, et dans quel dossier\u202f? Par exemple\u202f: ess-widgets snapshot sources.json --out data',
    en: 'snapshot: which file of sources, and into which folder? For example: ess-widgets snapshot sources.json --out data',
  });
}

/** Outcome of one source. */
interface Outcome {
  readonly id: string;
  readonly part: KeptPart | null;
  readonly status: SourceStatus;
}

/** Takes the snapshot. @returns its status, which was written */
async function take(asked: Asked, settings: SourcesSettings, state: State, now: Date, io: Io): Promise<SnapshotStatus> {
  const { config, strike, every } = settings;
  const folder = path.resolve(io.cwd, asked.out);
  mkdirSync(folder, { recursive: true });
  removeTemporary(folder);
  const polite = { ...io, fetch: politeFetch(io, state.memory) };
  const outcomes: Outcome[] = [];
  // One after the other: the pace is the hosts', and a small server has little memory.
  for (const source of settings.sources) outcomes.push(await outcomeOf(source, asked, settings, state, now, polite));
  const parts = outcomes.flatMap(({ part }) => (part ? [part.dataset] : []));
  const statuses = outcomes.map(({ status }) => status);
  const today = dayOf(now);
  const changed =
    parts.length > 0 &&
    (await publish(folder, {
      ...{ config, parts, strike, today, isFresh: statuses.some(({ state: each }) => each === 'fresh') },
      notices: outcomes.flatMap(noticeOf),
      nextUpdate: every === null ? undefined : dayOf(new Date(now.getTime() + Math.max(every, 1) * DAY_MS)),
    }));
  const isFresh = statuses.every(({ state: each }) => each === 'fresh');
  const status: SnapshotStatus = {
    at: now.toISOString(),
    state: parts.length === 0 ? 'failed' : isFresh ? 'fresh' : 'kept',
    changed,
    sources: statuses,
  };
  state.save(
    new Map(outcomes.flatMap(({ id, part }) => (part ? [[id, part] as const] : []))),
    new Map(outcomes.map(({ id, status: each }) => [id, each])),
  );
  writeFiles(folder, [{ name: STATUS, bytes: strike(jsonText(status)) }], new Set());
  return status;
}

const DAY_MS = 86_400_000;
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

async function outcomeOf(
  source: SourceToRead,
  { communes, hosts, acceptDrop }: Asked,
  { keyOf, strike, folder, reference }: SourcesSettings,
  state: State,
  now: Date,
  io: Io,
): Promise<Outcome> {
  const { declared, name } = source;
  const id = contentHash(Buffer.from(JSON.stringify(declared)));
  const last = state.partOf(id);
  const statusOf = (
    outcome: Pick<SourceStatus, 'state' | 'remarks'> & Partial<SourceStatus>,
    part: KeptPart | null,
  ): SourceStatus => {
    const before = state.statusOf(id);
    const since = before?.state === outcome.state ? before.since : now.toISOString();
    return {
      name,
      src: strike([declared.src].flat().join(' ')),
      since,
      data: part?.dataset.manifest.updated ?? null,
      records: part?.records ?? 0,
      ...outcome,
    };
  };
  const kept = (message: CommandText): Outcome => ({
    id,
    part: last,
    status: statusOf(
      {
        state: last ? 'kept' : 'missing',
        remarks: 0,
        message: { fr: strike(message.fr), en: strike(message.en) },
      },
      last,
    ),
  });
  try {
    const key = keyOf(source);
    if (declared.key !== undefined && key === undefined) return kept(noVariable(declared.key));
    const communesAt = communes === undefined ? undefined : path.resolve(io.cwd, communes);
    const asked = { src: source.src, format: source.format, need: declared.need };
    const options = { ...{ cwd: folder, key, hosts, reference }, communes: communesAt };
    const read = await (io.isolates ? readIsolated : readSource)(asked, io, options);
    // As it is read back: both parts are compared, and give the same bytes.
    const dataset: Dataset = JSON.parse(strike(JSON.stringify(read.dataset)));
    const records = countOf(dataset);
    if (last && records * 2 < last.records && !acceptDrop) return kept(dropped(last.records, records));
    const isSame = last !== null && JSON.stringify(last.dataset.collections) === JSON.stringify(dataset.collections);
    // The day of a part is that of its last change.
    const part = isSame ? last : { dataset, records };
    const remarks = read.issues.filter(({ severity }) => severity !== 'info').length;
    return { id, part, status: statusOf({ state: 'fresh', remarks }, part) };
  } catch (error) {
    return kept(reasonOf(error, folder));
  }
}

/** Records that others follow from: a list without organisations has no membership, no town and no collège. */
const DERIVED: ReadonlySet<string> = new Set(['memberships', 'territories', 'colleges', 'networks', 'categories']);

const countOf = ({ collections }: Dataset): number =>
  Object.entries(collections).reduce((sum, [name, list]) => (DERIVED.has(name) ? sum : sum + list.length), 0);

const dropped = (before: number, after: number): CommandText => ({
  fr: `${after} fiches, après ${before}\u202f: sans doute une panne. Si c’est voulu, lancez une fois la commande avec --accept-drop`,
  en: `${after} records, after ${before}: probably a failure. If it is meant, run the command once with --accept-drop`,
});

/** Returns the reason of a failure, then its remedy: a service that does not answer needs none. */
function reasonOf(error: unknown, cwd: string): CommandText {
  const { remedy, ...details } = error instanceof EssError ? error.details : {};
  const bare = error instanceof EssError ? new EssError(error.code, error.message, details) : error;
  const [fr, en] = (['fr', 'en'] as const).map((lang) => {
    const text = explain(bare, lang, cwd);
    const cure = remedy?.[lang];
    return cure === undefined || text.includes(cure) ? text : `${text} ${cure}`;
  });
  return { fr: fr ?? '', en: en ?? '' };
}

/** Returns the sentence for the readers of a source that was not read; it names no file of this machine. */
function noticeOf({ part, status: { src, state, data } }: Outcome): readonly Text[] {
  if (state === 'fresh') return [];
  const places = src.split(' ').map((each) => (URL.canParse(each) ? new URL(each).host : path.basename(each)));
  const place = [...new Set(places)].join(', ');
  const name = part ? `«\u202f${part.dataset.manifest.title.fr}\u202f» (${place})` : place;
  if (data === null) {
    return [
      {
        fr: `La source ${name} n’a pas encore pu être lue\u202f: ce qu’elle contient manque ici. Le fichier status.json dit pourquoi.`,
        en: `The source ${name} could not be read yet: what it holds is missing here. The file status.json says why.`,
      },
    ];
  }
  return [
    {
      fr: `La source ${name} n’est plus lue\u202f: ses données sont celles du ${formatDate(data, 'fr')}. Le fichier status.json dit pourquoi.`,
      en: `The source ${name} is no longer read: its data are those of ${formatDate(data, 'en')}. The file status.json says why.`,
    },
  ];
}

const STATES: Readonly<Record<SourceStatus['state'], CommandText>> = {
  fresh: { fr: 'lue', en: 'read' },
  kept: { fr: 'gardée', en: 'kept' },
  missing: { fr: 'manque', en: 'missing' },
};

function statusText({ sources, changed, state }: SnapshotStatus, { lang }: Context): string {
  const lines = sources.map(({ name, src, state: each, records, data, remarks, message }) => {
    const count = say(
      { fr: `${formatNumber(records, lang)} fiches`, en: `${formatNumber(records, lang)} records` },
      lang,
    );
    const day = data === null ? '' : `, ${formatDate(data, lang)}`;
    const noted = remarks === 0 ? '' : say({ fr: `, ${remarks} remarques`, en: `, ${remarks} remarks` }, lang);
    const why = message ? `\n    ${say(message, lang)}` : '';
    return `${say(STATES[each], lang).padEnd(8)} ${name}\u00a0: ${src} (${count}${day}${noted})${why}`;
  });
  const end: CommandText =
    state === 'failed'
      ? { fr: 'Aucune donnée\u202f: rien n’est écrit.', en: 'No data: nothing is written.' }
      : changed
        ? { fr: 'Les données ont changé.', en: 'The data have changed.' }
        : { fr: 'Rien n’a changé.', en: 'Nothing has changed.' };
  return `${[...lines, say(end, lang)].join('\n')}\n`;
}
