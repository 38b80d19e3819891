import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { EssError } from '@ess-widgets/core';
import {
  escapeXml,
  hasStill,
  jsonLdText,
  lightStill,
  type ReportDocument,
  type Still,
  skinCss,
  stillNeeds,
} from '@ess-widgets/core/charts';
import { type PickRequest, pickReference, type SourceKind, unknownNames } from '@ess-widgets/core/data';
import { wallClock } from '@ess-widgets/core/format';
import { type Basemap, readBasemap } from '@ess-widgets/core/geo';
import { collectionNames, type Dataset, LANGUAGES } from '@ess-widgets/core/model';
import { type AskedStill, Refusal, reportDocumentOf, stillsOf, storyOf } from '@ess-widgets/core/prepare';
import { addressOf, limitOf, readBody, resolveHref } from '@ess-widgets/core/reading';
import type { Command, Context } from '../command.ts';
import type { Part } from '../dataset/opening.ts';
import { blocked } from '../dataset/read.ts';
import { type Output, writeFiles } from '../dataset/write.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { explain } from '../explain.ts';
import { type CommandText, isLanguage, say } from '../language.ts';
import { openParts } from '../open.ts';
import { createDeclarations } from '../page/declared.ts';
import {
  type Filling,
  fillPage,
  kindsShown,
  type PageBlock,
  type PageCss,
  type PageText,
  readPage,
} from '../page/fill.ts';
import { READING, withProgress } from '../progress.ts';
import {
  addressesWithFormats,
  type DataToChoose,
  dataToChoose,
  partsOf,
  readPicked,
  SOURCE_OPTIONS,
  SOURCE_OPTIONS_HELP,
  unknownSources,
} from '../sources/choose.ts';
import { DATA_HELP, DATA_OPTIONS, DATA_OPTIONS_HELP, hostsOf, noData, saidOf } from './options.ts';

/** Attributes of a widget that change what its still says. */
const ATTRIBUTES = [
  ...['indicator', 'by', 'period', 'compare', 'territory', 'where', 'sign', 'series', 'edition', 'collection'],
  ...['columns', 'sort', 'chart', 'collections', 'layers', 'basemap', 'heading', 'heading-level'],
] as const;

const OPTIONS = {
  ...DATA_OPTIONS,
  ...SOURCE_OPTIONS,
  ...(Object.fromEntries(ATTRIBUTES.map((name) => [name, { type: 'string' }])) as Record<
    (typeof ATTRIBUTES)[number],
    { type: 'string' }
  >),
  css: { type: 'string' },
  page: { type: 'string' },
  root: { type: 'string' },
  data: { type: 'string' },
  list: { type: 'string' },
  out: { type: 'string' },
  strict: { type: 'boolean' },
} as const;

/** `ess-widgets render`: widgets as HTML, for readers without script. */
export const render: Command = {
  name: 'render',
  summary: {
    fr: 'des widgets en HTML, lisibles sans script',
    en: 'widgets as HTML, to be read without script',
  },
  help: {
    fr: `Usage\u202f: ess-widgets render <widget> <données> [options]
       ess-widgets render <page.html…> [--data <données>] [options]
       ess-widgets render --list <stills.json> <données> --out <dossier>

Écrit ce que montre un widget en HTML simple, sans style ni script\u202f: les chiffres, les dates, les
noms. Le premier appel l’écrit sur la sortie\u202f; le deuxième remplit les blocs <div data-ess> et
les éléments <ess-…> de pages, à leur place, et leur style dans la tête\u202f; le troisième écrit un fichier
par widget d’une liste, leur style still.css, et index.json.

  <widget>             indicator, breakdown, trend, table, event-agenda, event-counter, timeline,
                       report, territory-sheet,
                       member-map ou member-list
${DATA_HELP.fr}

Options
  --indicator <id>     et les autres attributs du widget\u202f: by, period, compare, territory, where,
                       sign, series, edition, collection, columns, sort, chart, collections,
                       layers, basemap, heading, heading-level
  --page <adresse>     la page du widget, vers laquelle mène le lien
  --css inline|link    le style des formes d’une page\u202f: les règles qu’il leur faut (par défaut),
                       ou un lien vers le still.css voisin de ess.js, pour une page qui refuse les styles
  --data <données>     les données des pages, à la place de celles qu’elles nomment
  --root <dossier>     dossier dont une page peut nommer des fichiers\u202f; par défaut le sien. Une page ne
                       nomme rien d’autre que lui, le site de --page et les hôtes de --hosts
  --list <fichier>     [{"tag": "ess-indicator", "attributes": {…}, "langs": ["fr"], "page": "…"}]
  --out <dossier>      où écrire les fichiers de la liste\u202f; créé s’il n’existe pas
  --strict             statut 2 si un widget n’a rien à montrer
${SOURCE_OPTIONS_HELP.fr}
${DATA_OPTIONS_HELP.fr}

Une page reçoit aussi ses événements et ses adhérents en JSON-LD (schema.org), 50 au plus, pour les
moteurs de recherche. Un widget qui n’a rien à montrer, ou dont les données ne sont pas lues, reste
comme il était\u202f; la sortie d’erreur le nomme, et dans le second cas le statut est 2.
Statut de sortie\u202f: 0 quand tout va bien, 2 quand la commande n’a pas pu faire son travail.`,
    en: `Usage: ess-widgets render <widget> <data> [options]
       ess-widgets render <page.html…> [--data <data>] [options]
       ess-widgets render --list <stills.json> <data> --out <folder>

Writes what a widget shows as plain HTML, without style or script: figures, dates, names. The first
call prints it; the second fills the blocks <div data-ess>
and the elements <ess-…> of pages in place; the third writes one
file for each widget of a list, and index.json.

  <widget>             indicator, breakdown, trend, table, event-agenda, event-counter, timeline,
                       report, territory-sheet,
                       member-map or member-list
${DATA_HELP.en}

Options
  --indicator <id>     and the other attributes of the widget: by, period, compare, territory,
                       where, sign, series, edition, collection, columns, sort, chart, collections,
                       layers, basemap, heading, heading-level
  --page <address>     the page of the widget, which the link leads to
  --css inline|link    the style of the stills of a page: the rules that they need (by default),
                       or a link to the still.css beside ess.js, for pages that refuse styles
  --data <data>        the data of pages, in place of those that they name
  --root <folder>      folder of which a page may name files; its own by default. A page names
                       nothing but it, the site of --page and the hosts of --hosts
  --list <file>        [{"tag": "ess-indicator", "attributes": {…}, "langs": ["fr"], "page": "…"}]
  --out <folder>       where to write the files of the list; made if it does not exist
  --strict             status 2 where a widget has nothing to show
${SOURCE_OPTIONS_HELP.en}
${DATA_OPTIONS_HELP.en}

A page also gets its events and members as JSON-LD (schema.org), at most 50, for search engines. A
widget that has nothing to show, or whose data are not read, stays as it was; the error output names
it, and in the second case the status is 2.
Exit status: 0 when all went well, 2 when the command could not do its work.`,
  },
  run: async (args, context) => {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const { css = 'inline', list } = values;
    if (css !== 'inline' && css !== 'link') {
      throw new Refusal({
        fr: `render\u202f: --css «\u202f${css}\u202f» n’existe pas\u202f; le style est inline ou link.`,
        en: `render: --css "${css}" does not exist; the style is inline or link.`,
      });
    }
    const [first] = positionals;
    if (list !== undefined) return renderList(list, positionals, values, context);
    if (first === undefined) throw noData('render', 'indicator @ess-widgets/bretagne --indicator members-stock');
    return /\.x?html?$/i.test(first)
      ? renderPages(positionals, values, context)
      : renderOne(positionals, values, context);
  },
};

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Collections that stills are made from, besides the measures. */
const NEED = [...collectionNames, 'measures', 'catalogue'] as const;

/** Data that stills are made from. */
interface Opened {
  readonly dataset: Dataset;
  /** Reads the ground that its manifest names; undefined for none. It is asked for by maps alone, once. */
  readonly basemap: () => Promise<Basemap | undefined>;
  /** Reads the report that its manifest names, for the still of a report. */
  readonly document: () => Promise<ReportDocument | null>;
}

type Need = Parameters<typeof openParts>[1];

async function open(
  parts: readonly Part[],
  { hosts }: Values,
  { io }: Context,
  reference: string | undefined,
  need: Need = NEED,
): Promise<Opened> {
  const { dataset, fetch } = await openParts(parts, need, io, { hosts: hostsOf(hosts), reference, atHand: true });
  let ground: Promise<Basemap> | undefined;
  const read = async (href: string): Promise<Basemap> => {
    const { href: url } = new URL(href, dataset.base);
    const answer = await fetch(url);
    if (!answer.ok)
      throw new EssError('http', `${url}: the server answered ${answer.status}.`, { url, status: answer.status });
    return readBasemap(JSON.parse(new TextDecoder().decode(await readBody(answer, url, limitOf(undefined)))));
  };
  const { basemap } = dataset.manifest;
  return {
    dataset,
    basemap: async () => (basemap === undefined ? undefined : (ground ??= read(basemap))),
    document: async () => {
      const [found, told] = await Promise.all([reportDocumentOf(dataset, fetch), storyOf(dataset, fetch)]);
      return found && { report: found.report, story: told?.story ?? null };
    },
  };
}

const todayOf = ({ io }: Context): string => wallClock((io.now?.() ?? new Date()).getTime())?.date ?? '';

/**
 * Returns a still; null where there is nothing to show.
 * @param reference reads the ground of the reference data, for data that have none
 */
async function stillOf(
  opened: Opened,
  { page, ...asked }: AskedStill,
  context: Context,
  reference?: Opened['basemap'],
): Promise<Still | null> {
  const ground = opened.dataset.manifest.basemap === undefined ? reference : opened.basemap;
  const basemap = stillNeeds(asked).includes('basemap') ? await ground?.() : undefined;
  const document = asked.tag === 'ess-report' ? await opened.document() : null;
  return lightStill(opened.dataset, {
    ...asked,
    today: todayOf(context),
    ...(page === undefined ? {} : { page }),
    ...(basemap ? { basemap } : {}),
    ...(document ? { document } : {}),
  });
}

/** Reads each data once. */
function createOpener(values: Values, context: Context): (...asked: OpenedAs) => Promise<Opened> {
  const datasets = new Map<string, Promise<Opened>>();
  return (...[parts, reference, need]) => {
    const key = JSON.stringify([parts, reference, need]);
    const known = datasets.get(key) ?? open(parts, values, context, reference, need);
    datasets.set(key, known);
    return known;
  };
}

type OpenedAs = readonly [parts: readonly Part[], reference: string | undefined, need?: Need];

/** Makes stills of the data that a command line names, each of those that its widget chooses; null where there is nothing to show. */
function stillMaker(
  choice: DataToChoose,
  values: Values,
  context: Context,
): (asked: AskedStill) => Promise<Still | null> {
  const { request, reference } = choice;
  const opened = createOpener(values, context);
  const kinds = new Map<string, readonly SourceKind[]>();
  const groundOf = async (): Promise<Basemap | undefined> =>
    reference === undefined ? undefined : (await opened([{ given: reference }], undefined, [])).basemap();
  return async (asked) => {
    const around = { ...request, kinds: kindsShown(asked.tag, asked.attributes['layers']) };
    const shown = await readPicked(around, kinds, (picked) => opened(partsOf(picked, choice), reference));
    return shown && stillOf(shown, asked, context, groundOf);
  };
}

async function renderOne(positionals: readonly string[], values: Values, context: Context): Promise<ExitStatus> {
  const [name = '', ...rest] = positionals;
  const tag = name.startsWith('ess-') ? name : `ess-${name}`;
  if (!hasStill(tag)) {
    throw new Refusal({
      fr: `render\u202f: «\u202f${name}\u202f» n’est ni un widget qui s’écrit ainsi, ni une page .html.`,
      en: `render: "${name}" is neither a widget that can be written so, nor an .html page.`,
    });
  }
  const said = saidOf('render', rest, values, `${name} @ess-widgets/bretagne`);
  const attributes = Object.fromEntries(
    ATTRIBUTES.flatMap((key) => {
      const value = values[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const asked = { tag, attributes, lang: context.lang, page: values.page } as const;
  const still = await withProgress(READING, context, async () => {
    const make = stillMaker(await dataToChoose(said, context.io), values, context);
    return make(asked);
  });
  if (!still) throw new Refusal(nothingIn(name));
  context.io.out(`${still.html}\n`);
  return EXIT.ok;
}

const nothingIn = (what: string): CommandText => ({
  fr: `${what}\u202f: ces données n’ont rien à montrer là.`,
  en: `${what}: these data have nothing to show there.`,
});

const hasNoStill = (what: string): CommandText => ({
  fr: `${what}\u202f: ce widget n’a pas encore de forme sans script.`,
  en: `${what}: this widget has no form without script yet.`,
});

const hasNoData = (what: string): CommandText => ({
  fr: `${what}\u202f: ni la page ni la commande ne nomment ses données.`,
  en: `${what}: neither the page nor the command names its data.`,
});

const SOURCE_OF_PAGE: CommandText = {
  fr: 'render\u202f: dans une page, chaque widget nomme sa source\u202f; --source est pour un widget seul.',
  en: 'render: in a page each widget names its source; --source is for one widget alone.',
};

/** Says which widgets have no still. @returns the status of the command */
function report(missing: readonly CommandText[], { strict }: Values, { io, lang }: Context): ExitStatus {
  for (const why of missing) io.err(`${say(why, lang)}\n`);
  return strict && missing.length > 0 ? EXIT.failed : EXIT.ok;
}

async function renderPages(pages: readonly string[], values: Values, context: Context): Promise<ExitStatus> {
  const { io, lang } = context;
  const { data, sources, source, reference } = values;
  if (source !== undefined) throw new Refusal(SOURCE_OF_PAGE);
  const choice = await dataToChoose({ data, sources, reference }, io);
  const opened = createOpener(values, context);
  const missing: CommandText[] = [];
  let isRefused = false;
  for (const page of pages) {
    const file = path.resolve(io.cwd, page);
    const root = path.resolve(io.cwd, values.root ?? path.dirname(file));
    const naming = { author: 'block', root, page: values.page } as const;
    const read = readPage(readUtf8(file, page));
    const declared = createDeclarations(
      naming,
      hostsOf(values.hosts),
      (src) => addressFrom(src, file, values.page),
      io,
    );
    /** Returns what is read at an address of a page, or of the command; null where it cannot be had. */
    const partAt = (given: string): Part | null => {
      const known = choice.partAt(given);
      if (known) return known;
      const address = declared.hasFile(given) ? given : addressFrom(given, file, values.page);
      return address === null ? null : { given: address, naming };
    };
    /** Reads the ground of the reference data; undefined where it is not to be had, as for the widget. */
    const groundOf = async (part: Part | null): Promise<Basemap | undefined> => {
      try {
        return part ? await (await opened([part], undefined, [])).basemap() : undefined;
      } catch (error) {
        if (part?.naming && (error instanceof EssError || error instanceof Refusal)) return undefined;
        throw error;
      }
    };
    /** Returns what a block chooses among; what the command names stands in place of what the page does. */
    const requestOf = async ({ own, kinds: shown, ...around }: PageBlock['data']): Promise<PickRequest> => {
      if (data !== undefined) return { ...choice.request, kinds: shown };
      const [provider, site] = await Promise.all([declared.in(around.provider), declared.in(around.page)]);
      const { page: said } = choice.request;
      const { sources: listed = site.sources, reference: named = site.reference } = said ?? {};
      return { kinds: shown, own, provider, page: { ...site, sources: listed, reference: named } };
    };
    const kinds = new Map<string, readonly SourceKind[]>();
    const fillings = new Map<PageBlock, Filling>();
    const jsonLd: object[] = [];
    for (const block of read.blocks) {
      const { tag, attributes, line } = block;
      const own = (block.lang ?? '').toLowerCase().split('-')[0];
      const asked = { tag, attributes, lang: isLanguage(own) ? own : 'fr', page: values.page } as const;
      const where = `${page}:${line}, ${block.written}`;
      if (!hasStill(tag)) {
        missing.push(hasNoStill(where));
        continue;
      }
      const tell = (why: string): void => io.err(`${where}${lang === 'fr' ? '\u202f' : ''}: ${why}\n`);
      let shown: Opened | null;
      let still: Still | null;
      try {
        const request = await requestOf(block.data);
        const { unknown, known } = unknownNames(request);
        if (unknown.length > 0) throw new Refusal(unknownSources(unknown, known));
        const of = pickReference(request);
        const from = of === undefined ? null : partAt(of);
        shown = await readPicked(request, kinds, async (picked) => {
          const addresses = addressesWithFormats(picked);
          const parts = addresses.flatMap(({ given, format }) => {
            const part = partAt(given);
            return part ? { format, ...part } : [];
          });
          return parts.length === addresses.length ? opened(parts, from?.given) : null;
        });
        still = shown && (await stillOf(shown, asked, context, () => groundOf(from)));
      } catch (error) {
        if (data !== undefined || !(error instanceof EssError || error instanceof Refusal)) throw error;
        tell(explain(error, lang, io.cwd));
        isRefused = true;
        continue;
      }
      if (still) {
        fillings.set(block, { html: still.html, mark: still.meta.mark, skins: still.meta.skins });
        jsonLd.push(...still.jsonLd);
      } else missing.push((shown ? nothingIn : hasNoData)(where));
    }
    for (const why of declared.problems) io.err(`${page}${lang === 'fr' ? '\u202f' : ''}: ${say(why, lang)}\n`);
    const made = fillPage(read, fillings, {
      css: cssOf(read, fillings, page, values),
      jsonLd: jsonLdText(jsonLd),
    });
    if (made !== read.html) writeFiles(path.dirname(file), [{ name: path.basename(file), bytes: made }], new Set());
  }
  const status = report(missing, values, context);
  return isRefused ? EXIT.failed : status;
}

/** Returns the style of the stills of a page. @throws Refusal for a link where the page has no loader that has the file beside it */
function cssOf(
  { loader, values: said }: PageText,
  fillings: ReadonlyMap<PageBlock, Filling>,
  page: string,
  { css }: Values,
): PageCss {
  if (css !== 'link')
    return { rules: skinCss({ names: [...fillings.values()].flatMap(({ skins }) => skins), values: said }) };
  if (loader !== undefined) return { href: escapeXml(loader.replace(/ess(?:\.classic)?\.js.*$/, 'still.css')) };
  throw new Refusal({
    fr: `${page}\u202f: --css link prend le still.css qui est à côté de ess.js, et cette page n’a pas de balise de ess.js.`,
    en: `${page}: --css link takes the still.css beside ess.js, and this page has no tag of ess.js.`,
  });
}

/**
 * Returns the address of data as a page names it; null for none, and for one from the root of an unknown site.
 * @param page address of the page
 * @throws EssError for one that no page may name: of another scheme than http(s), or without the page's own where it needs it
 */
function addressFrom(src: string | undefined, file: string, page: string | undefined): string | null {
  const text = src?.trim() ?? '';
  if (!text || /\s/.test(text)) return null;
  if (URL.canParse(text)) {
    const url = resolveHref(text, undefined);
    if (typeof url !== 'string') throw blocked(text, 'hostOfPage');
    return url;
  }
  const base = pathToFileURL(file).href;
  const local = URL.canParse(text, base) ? new URL(text, base) : null;
  // `//host/data.json` has the scheme of the page.
  if (!local || local.host) return addressOf(text, page && URL.canParse(page) ? page : undefined);
  return /^[/\\]/.test(text) ? null : local.href;
}

/** Returns a text as it is, byte for byte. @throws Refusal where a file cannot be read, or is not in UTF-8 */
export function readUtf8(file: string, given: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    throw error instanceof TypeError
      ? new Refusal({ fr: `${given}\u202f: ce fichier n’est pas en UTF-8.`, en: `${given}: this file is not UTF-8.` })
      : new Refusal({ fr: `${given}\u202f: ce fichier ne se lit pas.`, en: `${given}: this file cannot be read.` });
  }
}

async function renderList(
  list: string,
  positionals: readonly string[],
  values: Values,
  context: Context,
): Promise<ExitStatus> {
  const { io } = context;
  const said = saidOf('render', positionals, values, `--list ${list} @ess-widgets/bretagne --out stills`);
  const { out } = values;
  if (!out) {
    throw new Refusal({
      fr: 'render\u202f: où écrire les fichiers de la liste\u202f? Donnez un dossier par --out.',
      en: 'render: where are the files of the list to be written? Give a folder by --out.',
    });
  }
  const asked = readStillList(readUtf8(path.resolve(io.cwd, list), list), list);
  const make = stillMaker(await dataToChoose(said, io), values, context);
  const { files, missing } = await withProgress(READING, context, () => stillsOf(asked, make));
  const folder = path.resolve(io.cwd, out);
  mkdirSync(folder, { recursive: true });
  writeFiles(
    folder,
    [...files].map(([name, bytes]): Output => ({ name, bytes })),
    new Set(),
  );
  const why = missing.map(({ key, tag, attributes }) => nothingIn(key ?? `${tag} ${JSON.stringify(attributes)}`));
  return report(why, values, context);
}

/** Returns the stills of a list, one for each language. @throws Refusal where it is none */
export function readStillList(text: string, file: string): readonly AskedStill[] {
  const refusal = (at: string): Refusal =>
    new Refusal({
      fr: `${file}\u202f: ${at} n’est pas de la forme {"tag": "ess-indicator", "attributes": {…}, "langs": ["fr"]}.`,
      en: `${file}: ${at} is not of the form {"tag": "ess-indicator", "attributes": {…}, "langs": ["fr"]}.`,
    });
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw refusal('JSON');
  }
  if (!Array.isArray(list)) throw refusal('JSON');
  return list.flatMap((entry: unknown, at) => {
    const { tag, attributes = {}, langs = LANGUAGES, page } = Object(entry) as Readonly<Record<string, unknown>>;
    const isRead =
      typeof tag === 'string' &&
      /^ess-[a-z-]+$/.test(tag) &&
      isTexts(attributes) &&
      Array.isArray(langs) &&
      langs.every(isLanguage) &&
      (page === undefined || typeof page === 'string');
    if (!isRead) throw refusal(`[${at}]`);
    return langs.map((lang): AskedStill => ({ tag, attributes, lang, ...(page === undefined ? {} : { page }) }));
  });
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
