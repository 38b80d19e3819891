import { EssError } from '@ess-widgets/core';
import {
  csv,
  essDataset,
  loadPicked,
  MAX_RECORDS,
  type Picked,
  pickSource,
  type SourceRequest,
  type SourceResult,
  xlsx,
} from '@ess-widgets/core/data';
import { addressIn, readAddress, splitOptions } from '@ess-widgets/core/data/address';
import { moreSources } from '@ess-widgets/core/data/all';
import type { CommuneTable } from '@ess-widgets/core/geo';
import type { Finding } from '@ess-widgets/core/model';
import { examine } from './check/examine.ts';
import { refine } from './check/refine.ts';
import { givenAddress } from './dataset/address.ts';
import { isMostlyIn, namedCommunes, packagedCommunes, placedBy } from './dataset/communes.ts';
import { expectAddresses } from './dataset/manifest.ts';
import type { Opening } from './dataset/opening.ts';
import { type CommandFetch, createReader, type NamedBy } from './dataset/read.ts';
import type { Io } from './io.ts';
import { issuesRefusal } from './render/issues.ts';

/** Formats and pages, recognised in the way of a widget. */
const RECOGNISING: Parameters<typeof pickSource>[0] = {
  sources: [essDataset, xlsx],
  moreSources: async () => moreSources,
  addresses: async () => ({ addressIn, readAddress, splitOptions }),
  host: 'cli',
};

/** Time in which the whole reading of a data set must end, in ms. */
const TIMEOUT = 60_000;

/** Options of a reader, beside the data. */
export interface OpenOptions {
  /** Path or address of the commune table that places the towns of a list. */
  readonly communes?: string | undefined;
  /**
   * Whether, without such a path, a list is placed by the table installed with this command, if it is about places of
   * that table.
   */
  readonly atHand?: boolean;
  /** Hosts that its files may name besides its own. */
  readonly hosts?: readonly string[];
  /** Who names it: by default the user. */
  readonly naming?: NamedBy;
  /** Id of the format; by default it is recognised. */
  readonly format?: string | undefined;
  /** Options of the source, besides those in the fragment of its address. */
  readonly options?: Readonly<Record<string, string>>;
  /** Records that are joined of an answer in pages, however many pages; by default those that a page can hold. */
  readonly maxRecords?: number;
  /** Ends the reading; by default a time of one minute does. */
  readonly signal?: AbortSignal;
}

/** A page that says that there is nothing is no data: servers send one with their refusal. */
async function expectAnswer(url: string, fetch: CommandFetch): Promise<void> {
  if (url.startsWith('file:')) return;
  const { ok, status } = await fetch(url);
  if (!ok) throw new EssError('http', `${url}: the server answered ${status}.`, { url, status });
}

/**
 * Finds a data set wherever it is, in whichever format; the address of a page stands for that of its data.
 * @throws Refusal when nothing has that name or a file of its manifest has no address, EssError when it is of no format
 */
export async function findDataset(given: string, io: Io, options: OpenOptions = {}): Promise<Opening> {
  const { communes, atHand = false, hosts, naming, format, signal = AbortSignal.timeout(TIMEOUT) } = options;
  const reader = createReader(io, hosts);
  const bound = naming ? createReader(io, hosts, naming) : reader;
  const fetchFor = (address: string, others?: readonly string[]): CommandFetch => {
    const read = bound.fetchFor(address, others);
    return (url) => read(url, { signal });
  };
  const readHead = async (url: string): Promise<string> => {
    const fetch = fetchFor(url);
    await expectAnswer(url, fetch);
    return (await (await fetch(url)).text()).slice(0, 2_000);
  };
  const picked = await pickSource(RECOGNISING, givenAddress(given, io.cwd), format, readHead);
  const { source, src } = await loadPicked(picked, async (from) => {
    await expectAnswer(from.src, fetchFor(from.src, picked.hosts));
    return from;
  });
  const fetch = fetchFor(src, picked.hosts);
  await expectAddresses({ src, source, fetch }, io.cwd);
  const table = communes === undefined ? null : await namedCommunes(communes, io.cwd, reader);
  const { maxRecords = MAX_RECORDS } = options;
  const load = (need: SourceRequest['need'], placing: CommuneTable | null): Promise<SourceResult> => {
    const placer = placedBy(placing, io);
    // The page itself is read where its service turns out to be none.
    const from: Picked = src === picked.src ? picked : { source, src };
    return loadPicked(from, (part) =>
      part.source.load(
        { src: part.src, need, options: { ...picked.options, ...options.options } },
        { fetch: fetchFor(part.src, picked.hosts), signal, placer, maxRecords },
      ),
    );
  };
  const isGuessed = atHand && table === null && [csv.id, xlsx.id].includes(source.id);
  return {
    src,
    source,
    fetch,
    reader,
    load: async (need) => {
      const guess = isGuessed ? await packagedCommunes(io.cwd, reader) : null;
      const read = await load(need, guess ?? table);
      // Towns of elsewhere would be said to be misspelt, one line each.
      return guess && !isMostlyIn(read.dataset, guess) ? load(need, null) : read;
    },
  };
}

/** Returns all the mistakes that a reader stopped at the first of. */
async function mistakesOfForm(opening: Opening, cwd: string): Promise<readonly Finding[]> {
  const { dataset, issues } = await examine(opening, cwd);
  const all = await refine(issues, dataset, opening.src, opening.fetch);
  return all.filter(({ rule }) => rule === 'schema');
}

/**
 * Reads a data set wherever it is, in whichever format. `src` is its address, `fetch` reads what else belongs to it, `reader` what else the user names.
 * @throws Refusal when nothing has that name or its manifest is wrong, EssError when it cannot be read
 */
export async function openDataset(
  given: string,
  need: SourceRequest['need'],
  io: Io,
  options: OpenOptions = {},
): Promise<SourceResult & Pick<Opening, 'src' | 'fetch' | 'reader'>> {
  const opening = await findDataset(given, io, options);
  try {
    return { ...(await opening.load(need)), src: opening.src, fetch: opening.fetch, reader: opening.reader };
  } catch (error) {
    if (!(error instanceof EssError) || error.code !== 'schema') throw error;
    const found = await mistakesOfForm(opening, io.cwd);
    throw found.length > 0 ? issuesRefusal(found, opening.src, io.cwd) : error;
  }
}
