import { EssError } from '@ess-widgets/core';
import {
  createSourceMerger,
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
import { addressIn, creditOf, readAddress, splitOptions } from '@ess-widgets/core/data/address';
import { moreSources } from '@ess-widgets/core/data/all';
import type { CommuneTable } from '@ess-widgets/core/geo';
import type { Finding } from '@ess-widgets/core/model';
import { beginningOf } from '@ess-widgets/core/reading';
import { examine } from './check/examine.ts';
import { refine } from './check/refine.ts';
import { givenAddress } from './dataset/address.ts';
import { isMostlyIn, namedCommunes, packagedCommunes, placedBy, referenceCommunes } from './dataset/communes.ts';
import { expectAddresses } from './dataset/manifest.ts';
import type { Opening, OpenOptions, Part } from './dataset/opening.ts';
import { type CommandFetch, createReader } from './dataset/read.ts';
import type { Io } from './io.ts';
import { issuesRefusal } from './render/issues.ts';
import { snapshotSources } from './sources/feeds.ts';
import { openService } from './sources/service.ts';

/** Formats and pages, recognised in the way of a widget. */
const RECOGNISING: Parameters<typeof pickSource>[0] = {
  sources: [essDataset],
  moreSources: async () => moreSources,
  addresses: async () => ({ addressIn, creditOf, readAddress, splitOptions }),
  host: 'cli',
};

/** Time in which the whole reading of a data set must end, in ms. */
const TIMEOUT = 60_000;

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
  const { communes, atHand = false, hosts, naming, format, key, signal = AbortSignal.timeout(TIMEOUT) } = options;
  const { reader = createReader(io, hosts), maxRecords = MAX_RECORDS, reference } = options;
  const bound = naming ? createReader(io, hosts, naming) : reader;
  const fetchFor = (address: string, others?: readonly string[]): CommandFetch => {
    const read = bound.fetchFor(address, others);
    return (url) => read(url, { signal });
  };
  const address = givenAddress(given, io.cwd);
  const service = options.isDeclared
    ? snapshotSources.find(({ id, detect }) =>
        format === undefined ? /^https?:/.test(address) && detect(address) >= 0.5 : id === format,
      )
    : undefined;
  const table =
    communes === undefined
      ? reference === undefined
        ? null
        : await referenceCommunes(reference, io.cwd, bound, naming)
      : await namedCommunes(communes, io.cwd, reader);
  const { strike } = options;
  const struck = (read: SourceResult): SourceResult => {
    const { dataset, issues } = read;
    return strike ? { ...read, ...JSON.parse(strike(JSON.stringify({ dataset, issues }))) } : read;
  };
  if (service) {
    const opening = openService(service, address, io, { reader, key, signal, maxRecords, table });
    return { ...opening, load: async (need) => struck(await opening.load(need)) };
  }
  const readHead = async (url: string): Promise<string> => {
    const fetch = fetchFor(url);
    await expectAnswer(url, fetch);
    return beginningOf(await (await fetch(url)).arrayBuffer());
  };
  const picked = await pickSource(RECOGNISING, address, format, readHead);
  const { source, src } = await loadPicked(picked, async (from) => {
    await expectAnswer(from.src, fetchFor(from.src, picked.hosts));
    return from;
  });
  const fetch = fetchFor(src, picked.hosts);
  await expectAddresses({ src, source, fetch }, io.cwd);
  const load = (need: SourceRequest['need'], placing: CommuneTable | null): Promise<SourceResult> => {
    const placer = placedBy(placing, io);
    // The page itself is read where its service turns out to be none.
    const from: Picked = src === picked.src ? picked : { source, src };
    return loadPicked(from, (part) =>
      part.source.load(
        { src: part.src, need, options: { ...picked.options, ...(key ? { key } : {}) } },
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
      return struck(guess && !isMostlyIn(read.dataset, guess) ? await load(need, null) : read);
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

/** Data that were read, of one address or of several. */
interface OpenedParts extends SourceResult, Pick<Opening, 'fetch' | 'reader'> {
  /** Addresses, in their order. */
  readonly addresses: readonly [string, ...string[]];
}

/**
 * Reads data and joins them in the way of a page.
 * @throws Refusal or EssError when one of them cannot be read
 */
export async function openParts(
  parts: readonly Part[],
  need: SourceRequest['need'],
  io: Io,
  options: OpenOptions = {},
): Promise<OpenedParts> {
  const reader = options.reader ?? createReader(io, options.hosts);
  const opened: Awaited<ReturnType<typeof openDataset>>[] = [];
  for (const { given, ...own } of parts) {
    opened.push(await openDataset(given, need, io, { ...options, ...own, reader }));
  }
  const [first, ...others] = opened;
  if (!first) throw new TypeError('there is nothing to read');
  const addresses = [first.src, ...others.map(({ src }) => src)] as const;
  if (others.length === 0) return { ...first, addresses };
  const { merge, differencesIn } = createSourceMerger();
  const dataset = merge(opened.map((each) => each.dataset)) ?? first.dataset;
  const fetch: CommandFetch = async (url, init) => {
    for (const each of others) {
      try {
        return await each.fetch(url, init);
      } catch (error) {
        // It belongs to another one.
        if (!(error instanceof EssError && error.code === 'blocked')) throw error;
      }
    }
    return first.fetch(url, init);
  };
  const issues = [...opened.flatMap((each) => each.issues), ...(differencesIn?.(dataset) ?? [])];
  return { dataset, issues, addresses, fetch, reader };
}
