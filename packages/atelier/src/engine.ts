/** What the Atelier does in its worker: it reads what was brought, says what that can show, and makes what is taken home. */
import { essDataset } from '@ess-widgets/core/data';
import { secrecyOf } from '@ess-widgets/core/data/address';
import { directoryOf } from '@ess-widgets/core/directory';
import { type CommuneTable, readCommunes } from '@ess-widgets/core/geo';
import { collectionNames, type Dataset, forAudience, records, resolveText, type Text } from '@ess-widgets/core/model';
import {
  archiveOf,
  jobOf,
  OFFERS_FIRST,
  offersOf,
  type PreparedData,
  prepare,
  Refusal,
  stillMaker,
  takeHome,
  unarchived,
} from '@ess-widgets/core/prepare';
import type { WorkerFunctions } from '../../elements/src/base/worker-calls.ts';
import { createHost, withoutAddresses } from '../../elements/src/ess-data-check/host.ts';
import { hostCalls } from '../../elements/src/ess-data-check/host-calls.ts';

/** A word of a list, as a form shows it. */
export interface FormChoice {
  readonly value: string;
  readonly label: string;
}

/** An offer, with its still where it is one of the first. */
export type ShownOffer = ReturnType<typeof offersOf>[number] & { readonly still: string };

/** What was brought, and what it can show. */
export interface Brought {
  readonly title: string;
  readonly publisher: { readonly name: string; readonly href: string };
  readonly members: number;
  readonly placed: number;
  readonly events: number;
  /** Address that a widget may read by itself; null for what was read from a file. */
  readonly src: string | null;
  /** What the address gives away: such a one is in no link, snippet or zip. */
  readonly secrecy: ReturnType<typeof secrecyOf>;
  /** For a preview, without any address; null where a widget reads the address. */
  readonly dataset: Dataset | null;
  readonly offers: readonly ShownOffer[];
  /** Number of offers that are shown at first. */
  readonly first: number;
  readonly indicators: readonly FormChoice[];
  readonly territories: readonly FormChoice[];
  readonly periods: readonly string[];
}

/** What is asked of the data. */
export interface ShowRequest {
  /** Columns that do not become public, by their index. */
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
}

const NEED = [...collectionNames, 'catalogue', 'measures'] as const;

/** Returns the functions of the worker. @param pause lets a page answer its visitor, where there is no worker */
export function createAtelierEngine(pause?: () => Promise<void>): WorkerFunctions {
  const host = createHost(pause);
  let opened: { readonly dataset: Dataset; readonly src: string; readonly table: CommuneTable | null } | null = null;
  let prepared: PreparedData | null = null;

  /** Returns the data that become public. @throws Refusal where there are none */
  const preparedData = async (without: readonly number[]): Promise<PreparedData> => {
    if (opened) {
      const { dataset, src, table } = opened;
      return prepare(await jobOf(dataset, src, (url) => fetch(url, { credentials: 'omit' }), table));
    }
    const dataset = (await host.kept(without))?.dataset;
    if (!dataset) throw new Refusal(NOTHING);
    // What a file names lies nowhere that is asked.
    const none = async (): Promise<Response> => new Response(null, { status: 404 });
    return prepare(await jobOf(withoutAddresses(dataset), '', none, host.table()));
  };

  return {
    ...hostCalls({
      ...host,
      examine: (...args) => {
        opened = null;
        return host.examine(...args);
      },
    }),
    open: async ({ src }: { readonly src: string }): Promise<void> => {
      const read = (url: string): Promise<Response> => fetch(url, { credentials: 'omit' });
      const { dataset } = await essDataset.load(
        { src, need: NEED },
        { fetch: read, signal: new AbortController().signal },
      );
      const { communes } = dataset.manifest;
      const table = communes === undefined ? null : await read(new URL(communes, dataset.base).href);
      opened = { dataset, src, table: table?.ok ? await readCommunes(await table.json()) : null };
    },
    show: async ({ without, lang, today }: ShowRequest): Promise<Brought> => {
      prepared = await preparedData(without);
      const open = prepared.open();
      const still = await stillMaker(open, today);
      const src = opened?.src ?? (await host.kept(without))?.declared?.address ?? null;
      const offers = offersOf(open.dataset, today).map((offer, at) => ({
        ...offer,
        still:
          at < OFFERS_FIRST
            ? (still({ tag: `ess-${offer.widget}`, attributes: { 'heading-level': 'none', ...offer.attributes }, lang })
                ?.html ?? '')
            : '',
      }));
      const secrecy = src && URL.canParse(src) ? secrecyOf(new URL(src)) : null;
      return {
        ...factsOf(open.dataset, lang),
        offers,
        first: OFFERS_FIRST,
        src,
        secrecy,
        dataset: opened ? null : withoutAddresses(open.dataset),
      };
    },
    take: async ({ purpose, widgets, lang, today, release }: TakeRequest): Promise<Uint8Array> => {
      if (!prepared) throw new Refusal(NOTHING);
      const files = release ? new Map([...unarchived(release), ['atelier/folder.zip', release] as const]) : new Map();
      return archiveOf(await takeHome({ prepared, purpose, widgets, lang, today, release: files }));
    },
  };
}

const NOTHING = {
  fr: 'Rien n’a pu être lu\u202f: apportez d’abord une source.',
  en: 'Nothing could be read: bring a source first.',
};

/** Returns what forms say of the data: choices are what the data have. */
function factsOf(given: Dataset, lang: 'fr' | 'en'): Omit<Brought, 'src' | 'secrecy' | 'dataset' | 'offers' | 'first'> {
  const dataset = forAudience(given);
  const { manifest, measures } = dataset;
  const [organisations, events] = [records(dataset, 'organisations'), records(dataset, 'events')];
  const members = directoryOf(dataset, { layers: ['members'] });
  const named = new Set([...organisations, ...events].flatMap(({ territories = [] }) => territories));
  const shown = new Set(measures?.measures.flatMap(({ indicator, quantity }) => (quantity ? [indicator] : [])));
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
    territories: records(dataset, 'territories')
      .filter(({ id }) => named.has(id))
      .map(({ id, name }) => words(id, name))
      .sort(byLabel),
    periods: [...new Set(years)].sort().reverse(),
  };
}
