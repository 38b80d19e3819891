/** The examination of one file, wherever it runs: it keeps the file, and gives what the element shows of it. */
import { EssError } from '@ess-widgets/core';
import type { ListKind, Mapping } from '@ess-widgets/core/data';
import { addressIn, creditOf, readAddress, splitOptions } from '@ess-widgets/core/data/address';
import { moreSources } from '@ess-widgets/core/data/all';
import {
  type Correction,
  correctedCsv,
  createOpening,
  type Declared,
  datasetFile,
  type Examination,
  type ExaminedFile,
  type ExaminedList,
  examine,
  type FindingGroup,
  type Progress,
  reportFile,
} from '@ess-widgets/core/doctor';
import { type CommuneTable, createPlacer, placeFirst, type ReadFrance, readCommunes } from '@ess-widgets/core/geo';
import type { CommuneLocator, Dataset, Town } from '@ess-widgets/core/model';

/** Request of an examination: the file or the address, which is kept, and what a person says of it. */
export interface CheckRequest {
  /** Absent for the file of the request before. */
  readonly file?: ExaminedFile;
  readonly kind?: ListKind | undefined;
  readonly sheet?: string | undefined;
  readonly mapping?: Mapping | undefined;
  /** Proposals of the last answer that are accepted now; those accepted before stay. */
  readonly accept?: readonly string[];
  /** Whether all corrections are taken back. */
  readonly undo?: boolean;
  /** The commune table of the page, as its file has it. */
  readonly communes: string | null;
  /** Address of the folder of the communes of France; absent where nothing says. */
  readonly france?: string | undefined;
  readonly today: string;
  /** Address of the page, to which an address may be relative. */
  readonly base: string;
}

/** A group of findings, with its proposals by their ids. */
export interface ShownGroup extends Omit<FindingGroup, 'proposals'> {
  readonly proposals: readonly Pick<FindingGroup['proposals'][number], 'id' | 'label'>[];
}

/** Answer to a request: small enough for the page's own thread, however long the list. */
export interface ExaminationSummary {
  readonly name: string;
  readonly format: string;
  readonly members: number | null;
  readonly events: number | null;
  readonly groups: readonly ShownGroup[];
  readonly list: Omit<ExaminedList, 'table' | 'removed' | 'header'> | null;
  /** Number of corrections that are accepted. */
  readonly corrections: number;
  /** The first records, as a data set; null where nothing can be read. */
  readonly preview: Dataset | null;
  /** Number of records in it where there are more. */
  readonly previewOf: number | null;
  /** What an address is declared as. */
  readonly declared: Declared | null;
}

/** A file that is made of the examination. */
export type Made = 'csv' | 'json' | 'html' | 'text';

/** The examination of one file. */
export interface CheckHost {
  /** @throws the reason of the signal when it is aborted */
  readonly examine: (
    request: CheckRequest,
    onProgress: (progress: Progress) => void,
    signal?: AbortSignal,
  ) => Promise<ExaminationSummary>;
  /** Returns a file of the last examination; empty where there is none. */
  readonly make: (made: Made, language: 'fr' | 'en', today: string) => Promise<string>;
}

/** The examination of one file, where it runs. */
interface OwnHost extends CheckHost {
  /**
   * Returns the last examination, its data and its address without some columns of the list; undefined before the first one.
   * @param without columns by their index
   */
  readonly kept: (without?: readonly number[]) => Promise<Examination | undefined>;
  /** Returns the commune table of the last request; null where it has none. */
  readonly table: () => CommuneTable | null;
}

/** Records of a preview: more would not be looked at, and drawing them would hold the page up. */
const PREVIEWED = 500;

const addresses = async () => ({ addressIn, creditOf, readAddress, splitOptions });

/**
 * @param pause lets a page answer its visitor; a worker has nobody to wait for
 * @param ask reads addresses
 */
export function createHost(pause?: () => Promise<void>, ask: typeof fetch = (...asked) => fetch(...asked)): OwnHost {
  let file: ExaminedFile | undefined;
  let corrections: readonly Correction[] = [];
  let last: Examination | undefined;
  let opening: { readonly base: string; readonly open: ReturnType<typeof createOpening> } | undefined;
  const openFrom = (base: string): ReturnType<typeof createOpening> => {
    if (opening?.base !== base) opening = { base, open: createOpening({ base, fetch: ask, addresses }) };
    return opening.open;
  };
  let communes: { readonly text: string; readonly table: CommuneTable; readonly placer: CommuneLocator } | undefined;
  const placerOf = async (text: string | null): Promise<CommuneLocator | null> => {
    if (text === null) return null;
    if (communes?.text !== text) {
      const table = await readCommunes(JSON.parse(text));
      communes = { text, table, placer: createPlacer(table) };
    }
    return communes.placer;
  };
  let again: ((mapping: Mapping) => Promise<Examination>) | undefined;
  return {
    examine: async (request, onProgress, signal) => {
      if (request.file || request.undo) corrections = [];
      file = request.file ?? file;
      if (!file) throw new TypeError('there is no file to examine');
      const { accept = [], kind, sheet, mapping, today, base } = request;
      const proposals = last?.groups.flatMap((group) => group.proposals) ?? [];
      corrections = [
        ...corrections,
        ...proposals.filter(({ id }) => accept.includes(id)).flatMap((proposal) => proposal.corrections),
      ];
      const options = {
        sheet,
        corrections,
        today,
        sources: moreSources,
        open: openFrom(base),
        placer: async (towns: readonly Town[]) =>
          placeFirst(await placerOf(request.communes), towns, franceAt(request.france)),
        pause,
      };
      const examined = file;
      last = await examine(examined, { ...options, kind, mapping, signal, onProgress });
      again = (fields) => examine(examined, { ...options, kind: last?.list?.kind, mapping: fields });
      return summaryOf(last, corrections.length);
    },
    make: async (made, language, today) => {
      if (!last) return '';
      if (made === 'csv') return last.list ? correctedCsv(last.list) : '';
      if (made === 'json') return last.dataset ? datasetFile(last.dataset) : '';
      return reportFile(last, { language, form: made, today });
    },
    kept: async (without = []) => {
      const { columns = [] } = last?.list ?? {};
      const hidden = columns.filter(({ index, field }) => field !== null && without.includes(index));
      if (hidden.length === 0) return last;
      return again?.(Object.fromEntries(columns.map((one) => [one.index, hidden.includes(one) ? null : one.field])));
    },
    table: () => communes?.table ?? null,
  };
}

/** Returns the reader of the communes of France at an address. */
const franceAt =
  (folder = ''): ReadFrance =>
  async (path) => {
    const answer = folder ? await fetch(`${folder}${path}`).catch(() => null) : null;
    if (!answer?.ok) throw new EssError('network', `${folder}${path} cannot be had.`);
    return answer.json();
  };

function summaryOf(
  { name, format, dataset, groups, list, declared }: Examination,
  corrections: number,
): ExaminationSummary {
  const { organisations, events } = dataset?.collections ?? {};
  const longest = Math.max(organisations?.length ?? 0, events?.length ?? 0);
  const shown = list && {
    kind: list.kind,
    sheet: list.sheet,
    sheets: list.sheets,
    columns: list.columns,
    fields: list.fields,
    personal: list.personal,
    rows: list.rows,
  };
  return {
    name,
    format,
    members: organisations?.length ?? null,
    events: events?.length ?? null,
    groups: groups.map((group) => ({ ...group, proposals: group.proposals.map(({ id, label }) => ({ id, label })) })),
    list: shown,
    corrections,
    preview: dataset && previewOf(dataset),
    previewOf: longest > PREVIEWED ? PREVIEWED : null,
    declared: declared ?? null,
  };
}

/** Returns the first records of a data set. */
function previewOf(dataset: Dataset): Dataset {
  const { organisations = [], memberships = [], events = [], ...others } = dataset.collections;
  const first = organisations.slice(0, PREVIEWED);
  const ids = new Set(first.map(({ id }) => id));
  const shown = {
    ...others,
    organisations: first,
    memberships: memberships.filter(({ organisation }) => ids.has(organisation)),
    events: events.slice(0, PREVIEWED),
  };
  return withoutAddresses({ manifest: dataset.manifest, base: dataset.base, collections: shown });
}

/** Returns a data set without the addresses of its manifest: whatever shows it asks for nothing. */
export function withoutAddresses({ manifest, base, collections, measures }: Dataset): Dataset {
  const entries = Object.entries(collections).map(([name, list]) => [
    name,
    { href: base, count: list?.length ?? 0, hash: '', coverage: manifest.collections[name]?.coverage ?? [] },
  ]);
  const { format, id, title, publisher, licence, language, updated, periods, network, documents } = manifest;
  return {
    manifest: {
      format,
      id,
      title,
      publisher,
      licence,
      language,
      updated,
      periods,
      documents,
      ...(network === undefined ? {} : { network }),
      collections: Object.fromEntries(entries),
    },
    base,
    collections,
    ...(measures ? { measures } : {}),
  };
}
