/** What the Atelier does in its worker: it reads what was brought, says what that can show, and makes what is taken home. */
// What is taken home has stills in every language.
import '@ess-widgets/core/format/all';
import { essDataset } from '@ess-widgets/core/data';
import { readAddress, secrecyOf } from '@ess-widgets/core/data/address';
import { directoryOf } from '@ess-widgets/core/directory';
import { type CommuneTable, readCommunes } from '@ess-widgets/core/geo';
import {
  collectionNames,
  type Dataset,
  forAudience,
  mergeDatasets,
  records,
  resolveText,
  type Severity,
  type Text,
} from '@ess-widgets/core/model';
import {
  archiveOf,
  type FileFetch,
  filesBeside,
  jobOf,
  OFFERS_FIRST,
  offersOf,
  type PreparedData,
  type PrepareJob,
  prepare,
  Refusal,
  type RefusedAt,
  rawCollections,
  reportDocumentOf,
  type ShareCard,
  shareCards,
  stillMaker,
  storyOf,
  takeHome,
  unarchived,
} from '@ess-widgets/core/prepare';
import { lastYearOf, newWorkbook, readYear, readYearBook, settingsIn, yearMismatch } from '@ess-widgets/core/workbook';
import type { WorkerFunctions } from '../../elements/src/base/worker-calls.ts';
import { createHost, withoutAddresses } from '../../elements/src/ess-data-check/host.ts';
import { hostCalls } from '../../elements/src/ess-data-check/host-calls.ts';
import { bySite, type SiteReading } from './by-site.ts';

/** A word of a list, as a form shows it. */
export interface FormChoice {
  readonly value: string;
  readonly label: string;
}

/** An offer, with its still where it is one of the first. */
export type ShownOffer = ReturnType<typeof offersOf>[number] & { readonly still: string };

/** One of the sources that were brought. */
export interface BroughtSource {
  /** Name under which a plugin or a folder knows it. */
  readonly name: string;
  readonly title: string;
  readonly members: number;
  readonly events: number;
  /** Day of its data, `YYYY-MM-DD`. */
  readonly day: string;
  /** Address that a widget may read by itself; null for what was read from a file. */
  readonly src: string | null;
  /** Address that is asked for it: that of the data, where a service has another one. */
  readonly asked: string | null;
  /** What the address gives away: such a one is in no link, snippet or zip. */
  readonly secrecy: ReturnType<typeof secrecyOf>;
}

/** A source that stays while another one is brought, with its public data. */
export interface KeptSource {
  readonly source: BroughtSource;
  readonly dataset: Dataset;
}

/** What was brought, all sources as one, and what it can show. */
export interface Brought {
  readonly title: string;
  readonly publisher: { readonly name: string; readonly href: string };
  readonly members: number;
  readonly placed: number;
  readonly events: number;
  /** In the order in which they were brought; none for the figures of the site, an archive and a workbook. */
  readonly sources: readonly BroughtSource[];
  /** The last one, as it may be kept. */
  readonly last: KeptSource | null;
  /** What checks find in the data of a new year, and did not find in those of the year before. */
  readonly news: readonly { readonly severity: Severity; readonly said: string }[];
  /** For a preview, without any address; null where a widget reads `src`. */
  readonly dataset: Dataset | null;
  /** Address of the figures of the site; null for everything else. */
  readonly src: string | null;
  readonly offers: readonly ShownOffer[];
  /** Number of offers that are shown at first. */
  readonly first: number;
  readonly indicators: readonly FormChoice[];
  /** Dimensions that each indicator is split by. */
  readonly dimensions: Readonly<Record<string, readonly FormChoice[]>>;
  readonly territories: readonly FormChoice[];
  readonly periods: readonly string[];
}

/** What is asked of the data. */
export interface ShowRequest {
  readonly kept: readonly KeptSource[];
  /** Whether what was examined last is a source besides those that are kept. */
  readonly isLast: boolean;
  /** Columns of the last one that do not become public, by their index. */
  readonly without: readonly number[];
  readonly lang: 'fr' | 'en';
  /** Day of the clock, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What is taken home. */
export interface TakeRequest {
  readonly purpose: 'site' | 'keep';
  readonly widgets: readonly { readonly widget: string; readonly attributes: Readonly<Record<string, string>> }[];
  readonly lang: 'fr' | 'en';
  readonly today: string;
  /** The folder of the release, as `folder.zip` has it; null for what is kept. */
  readonly release: Uint8Array | null;
  /** Addresses that pages read live. */
  readonly sources: readonly { readonly name: string; readonly src: string }[];
  /** Address that the folder will have. */
  readonly address: string | undefined;
  /** Cards as PNG, by the names of their pages. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** A filled workbook of a year. */
export interface YearRequest {
  /** Address of the data of last year, where none were brought. */
  readonly src: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly today: string;
}

/** What a filled workbook holds; while there are problems, its year cannot be prepared. */
export interface YearSummary {
  readonly year: string;
  readonly problems: readonly RefusedAt[];
  readonly doubts: readonly RefusedAt[];
  /** Texts of last year that nobody has read again: they are not published. */
  readonly unread: number;
  /** Sheets that are somebody's own. */
  readonly notes: readonly string[];
  readonly counts: { readonly added: number; readonly changed: number };
}

/** A data set that was opened, and how its files are read. */
interface Opened {
  readonly dataset: Dataset;
  readonly src: string;
  readonly table: CommuneTable | null;
  readonly read: FileFetch;
  /** Address that a page may read; null for an archive. */
  readonly address: string | null;
}

interface FilledYear {
  readonly job: PrepareJob;
  readonly workbook: { readonly name: string; readonly bytes: Uint8Array };
}

/** Files of an archive that was taken home which are read again. */
const OF_DATA = /(?:^|\/)data\/(?!stills\/)[^/]+\.json$/;

const onWeb: FileFetch = (url) => fetch(url, { credentials: 'omit' });
const nowhere: FileFetch = async () => new Response(null, { status: 404 });

async function openedAt(src: string, read: FileFetch, isOnWeb: boolean): Promise<Opened> {
  const { dataset } = await essDataset.load({ src, need: NEED }, { fetch: read, signal: new AbortController().signal });
  const { communes } = dataset.manifest;
  const table = communes === undefined ? null : await read(new URL(communes, dataset.base).href);
  return {
    dataset,
    src,
    table: table?.ok ? await readCommunes(await table.json()) : null,
    read,
    address: isOnWeb ? src : null,
  };
}

const NEED = [...collectionNames, 'catalogue', 'measures'] as const;

/** Returns the functions of the worker. @param pause lets a page answer its visitor, where there is no worker */
export function createAtelierEngine(pause?: () => Promise<void>): WorkerFunctions {
  let site: SiteReading | null = null;
  const host = createHost(
    pause,
    bySite(() => site),
  );
  let opened: Opened | null = null;
  let filled: FilledYear | null = null;
  let prepared: PreparedData | null = null;

  /** Returns what was examined last without the columns that do not become public; null where nothing can be read. */
  const lastSource = async ({ kept, isLast, without }: ShowRequest, lang: 'fr' | 'en'): Promise<KeptSource | null> => {
    const { dataset = null, declared } = (isLast ? await host.kept(without) : undefined) ?? {};
    if (!dataset) return null;
    const { updated, title } = dataset.manifest;
    const [members, events] = [membersOf(forAudience(dataset)).length, records(forAudience(dataset), 'events').length];
    const src = declared?.address ?? null;
    const source = {
      name: nameOf(
        events > members ? 'agenda' : 'adherents',
        kept.map((each) => each.source.name),
      ),
      title: resolveText(title, lang).text,
      members,
      events,
      day: updated.slice(0, 10),
      src,
      asked: src && (readAddress(src)?.src ?? src),
      secrecy: src && URL.canParse(src) ? secrecyOf(new URL(src)) : null,
    };
    // What a file names lies nowhere that is asked.
    return { source, dataset: withoutAddresses(dataset) };
  };

  /** Returns the data that become public. @throws Refusal where there are none */
  const preparedData = async (sources: readonly KeptSource[]): Promise<PreparedData> => {
    if (filled) return prepare(filled.job);
    if (opened) return prepare(await jobOf(opened.dataset, opened.src, opened.read, opened.table));
    if (sources.length === 0) throw new Refusal(NOTHING);
    const joined = mergeDatasets(
      sources.map(({ dataset }) => dataset),
      (href) => href,
    );
    return prepare(await jobOf(withoutAddresses(joined), '', nowhere, host.table()));
  };

  /** Returns the data of last year: those that were taken home, else those of the site. */
  const lastYear = async (src: string) => {
    const { dataset, src: address, read, table } = opened ?? (await openedAt(src, onWeb, true));
    const records = await rawCollections(dataset, address, read);
    return { dataset, table, records, report: await reportDocumentOf(dataset, read), read };
  };

  return {
    ...hostCalls({
      ...host,
      examine: (...args) => {
        opened = null;
        filled = null;
        return host.examine(...args);
      },
    }),
    site: (reading: SiteReading | null): void => {
      site = reading;
    },
    open: async ({ src }: { readonly src: string }): Promise<void> => {
      filled = null;
      opened = await openedAt(src, onWeb, true);
    },
    openArchive: async ({ bytes }: { readonly bytes: Uint8Array }): Promise<void> => {
      const files = unarchived(bytes, (path) => OF_DATA.test(path));
      const manifest = [...files.keys()].find((path) => /(?:^|\/)data\/manifest\.json$/.test(path));
      if (manifest === undefined) throw new Refusal(NO_DATA);
      const read: FileFetch = async (url) => {
        const held = files.get(decodeURIComponent(new URL(url).pathname).slice(1));
        return new Response((held as BlobPart | undefined) ?? null, { status: held ? 200 : 404 });
      };
      filled = null;
      opened = await openedAt(`https://archive.invalid/${manifest}`, read, false);
    },
    blank: async ({ src, year }: { readonly src: string; readonly year: string }): Promise<Uint8Array> => {
      const last = await lastYear(src);
      if (!/^\d{4}$/.test(year) || year <= lastYearOf(last.dataset.manifest)) throw new Refusal(NOT_NEXT);
      const [{ bytes }] = await newWorkbook(last, year, src);
      return bytes as Uint8Array;
    },
    year: async ({ src, name, bytes, today }: YearRequest): Promise<YearSummary> => {
      const book = await readYearBook(bytes, name);
      const last = await lastYear(src);
      const { dataset, read } = last;
      const { settings } = settingsIn(book);
      const mismatch = yearMismatch(settings, dataset.manifest);
      const { filled: found, problems, job } = readYear(book, last, today);
      const wrong = mismatch ? [mismatch] : problems;
      if (wrong.length === 0) {
        const beside = await filesBeside(dataset, read, ['measures', 'story']);
        filled = { job: job(beside, (await storyOf(dataset, read))?.story ?? null), workbook: { name, bytes } };
      }
      const { added, changed } = found.reader;
      return {
        year: settings.year,
        problems: wrong,
        doubts: found.doubts,
        unread: found.unread.length,
        notes: found.notes,
        counts: { added: added.length, changed: changed.length },
      };
    },
    show: async (asked: ShowRequest): Promise<Brought> => {
      const { lang, today, kept } = asked;
      const last = filled || opened ? null : await lastSource(asked, lang);
      const sources = [...kept, ...(last ? [last] : [])];
      prepared = await preparedData(sources);
      const open = prepared.open();
      const still = await stillMaker(open, today);
      const offers = offersOf(open.dataset, today).map((offer, at) => ({
        ...offer,
        still:
          at < OFFERS_FIRST
            ? (still({ tag: `ess-${offer.widget}`, attributes: { 'heading-level': 'none', ...offer.attributes }, lang })
                ?.html ?? '')
            : '',
      }));
      const src = opened && !filled ? opened.address : null;
      return {
        ...factsOf(open.dataset, lang),
        offers,
        first: OFFERS_FIRST,
        sources: filled || opened ? [] : sources.map(({ source }) => source),
        last,
        src,
        dataset: src ? null : withoutAddresses(open.dataset),
        news: prepared.news.map(({ severity, message }) => ({ severity, said: resolveText(message, lang).text })),
      };
    },
    cards: ({
      widgets,
      lang,
      today,
    }: Pick<TakeRequest, 'widgets' | 'lang' | 'today'>): ReadonlyMap<string, ShareCard> => {
      if (!prepared) throw new Refusal(NOTHING);
      return shareCards({ dataset: prepared.open().dataset, widgets, lang, today });
    },
    take: async ({ release, ...asked }: TakeRequest): Promise<Uint8Array> => {
      if (!prepared) throw new Refusal(NOTHING);
      const files = release ? new Map([...unarchived(release), ['atelier/folder.zip', release] as const]) : new Map();
      const workbook = filled ? { workbook: filled.workbook } : {};
      return archiveOf(await takeHome({ prepared, ...asked, release: files, ...workbook }));
    },
  };
}

const NO_DATA = {
  fr: 'Cette archive n’a pas de dossier «\u202fdata\u202f»\u202f: ce n’est pas une archive emportée d’ici.',
  en: 'This archive has no folder “data”: it was not taken home from here.',
};

const NOT_NEXT = {
  fr: 'L’année du classeur vient après celle des données.',
  en: 'The year of the workbook comes after that of the data.',
};

const NOTHING = {
  fr: 'Rien n’a pu être lu\u202f: apportez d’abord une source.',
  en: 'Nothing could be read: bring a source first.',
};

const membersOf = (dataset: Dataset): ReturnType<typeof directoryOf> => directoryOf(dataset, { layers: ['members'] });

/** Returns a name, or the first of its numbered followers that no source has. */
function nameOf(name: string, taken: readonly string[]): string {
  const followers = taken.map((_, at) => `${name}-${at + 2}`);
  return [name, ...followers].find((each) => !taken.includes(each)) ?? name;
}

/** Returns what forms say of the data: choices are what the data have. */
function factsOf(
  given: Dataset,
  lang: 'fr' | 'en',
): Omit<Brought, 'sources' | 'last' | 'src' | 'dataset' | 'offers' | 'first' | 'news'> {
  const dataset = forAudience(given);
  const { manifest, measures } = dataset;
  const [organisations, events] = [records(dataset, 'organisations'), records(dataset, 'events')];
  const members = membersOf(dataset);
  const named = new Set([...organisations, ...events].flatMap(({ territories = [] }) => territories));
  const shown = new Set(measures?.measures.flatMap(({ indicator, quantity }) => (quantity ? [indicator] : [])));
  const splits = new Set(measures?.measures.flatMap(({ indicator, by }) => (by ? [`${indicator} ${by}`] : [])));
  const words = (id: string, text: Text): FormChoice => ({ value: id, label: resolveText(text, lang).text });
  const byLabel = (one: FormChoice, other: FormChoice): number => one.label.localeCompare(other.label, lang);
  const years = measures?.measures.flatMap(({ period }) => (/^\d{4}$/.test(period) ? [period] : [])) ?? [];
  return {
    title: resolveText(manifest.title, lang).text,
    publisher: { name: manifest.publisher.name, href: manifest.publisher.href ?? '' },
    members: members.length,
    placed: members.filter(({ position }) => position !== null).length,
    events: events.length,
    indicators: Object.entries(measures?.indicators ?? {})
      .filter(([id]) => shown.has(id))
      .map(([id, { label }]) => words(id, label))
      .sort(byLabel),
    dimensions: Object.fromEntries(
      Object.entries(measures?.indicators ?? {}).map(([id, { dimensions }]) => [
        id,
        dimensions.filter((each) => splits.has(`${id} ${each.id}`)).map((each) => words(each.id, each.label)),
      ]),
    ),
    territories: records(dataset, 'territories')
      .filter(({ id }) => named.has(id))
      .map(({ id, name }) => words(id, name))
      .sort(byLabel),
    periods: [...new Set(years)].sort().reverse(),
  };
}
