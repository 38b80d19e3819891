/** Opens the engine of a large directory over its records, which are packed in memory. */
import { bounded, essDataset, readInParts } from '@ess-widgets/core/data';
import {
  createEngine,
  type DirectoryEntry,
  directoryOf,
  memoryStore,
  type Packed,
  packSteps,
  runInSlices,
  type YieldToEventLoop,
} from '@ess-widgets/core/directory';
import { createPlaceWords, type PlaceWords, readCommunes } from '@ess-widgets/core/geo';
import {
  type Dataset,
  forAudience,
  type Membership,
  type Organisation,
  type Period,
  records,
} from '@ess-widgets/core/model';
import { limitOf, readBody } from '@ess-widgets/core/reading';
import { askerOf, type Opened, type Opening } from './opening.ts';
import { receiveResponse, type Transferred } from './transfer.ts';

/** Organisations that are read at once: some 10 ms of a telephone. */
const PART = 2_000;

/**
 * Reads the records of its members.
 * @param yieldToEventLoop for the page's own thread, which has to answer its visitor meanwhile; a worker has nobody to wait for
 * @throws EssError when the data cannot be had or read
 */
export async function openRecords(
  { src, reach, period, where, labels, audience, answered = {} }: Opening & Partial<Transferred>,
  yieldToEventLoop?: YieldToEventLoop,
): Promise<Opened> {
  const context = contextOf({ src, reach }, answered, yieldToEventLoop);
  const { dataset: whole, issues } = await essDataset.load({ src, need: NEED }, context);
  const dataset = forAudience(whole, audience);
  const members = await runInSlices(membersOf(dataset, period, where), yieldToEventLoop);
  const store = memoryStore(members, () => wordsAround({ ...dataset, reach }), yieldToEventLoop);
  await yieldToEventLoop?.();
  return { engine: createEngine(members.columns, store, labels), told: issues };
}

/** Without its commune table, which few look for by a code, a list is searched by what it says itself. */
async function wordsAround(dataset: Dataset & Pick<Opening, 'reach'>): Promise<PlaceWords> {
  const table = await communesOf(dataset).catch(() => null);
  return createPlaceWords(records(dataset, 'territories'), table);
}

async function communesOf({ manifest: { communes }, base, reach }: Dataset & Pick<Opening, 'reach'>) {
  if (!communes) return null;
  const answer = await askerOf({ src: base, reach })(communes);
  const bytes = await readBody(answer, communes, limitOf(reach.maxBytes));
  return readCommunes(JSON.parse(new TextDecoder().decode(bytes)));
}

const NEED = ['organisations', 'memberships', 'colleges', 'territories'] as const;

function contextOf(
  of: Pick<Opening, 'src' | 'reach'>,
  answered: Transferred['answered'],
  yieldToEventLoop: YieldToEventLoop | undefined,
): Parameters<typeof essDataset.load>[1] {
  const ask = askerOf(of);
  return {
    fetch: ask,
    signal: new AbortController().signal,
    pause: yieldToEventLoop,
    // As it comes: much is parsed before the last of it is there, and no text of tens of megabytes is put together.
    read: async (url) => {
      const answer = (await receiveResponse(answered[url])) ?? (await ask(url));
      return readInParts(bounded(answer, url, limitOf(of.reach.maxBytes)), url, yieldToEventLoop);
    },
  };
}

function* membersOf(dataset: Dataset, period: Period | undefined, where: string | undefined): Generator<void, Packed> {
  const entries: DirectoryEntry[] = [];
  for (const part of yield* partsOf(dataset)) {
    yield;
    for (const entry of directoryOf(part, { layers: ['members'], period, where, unsorted: true })) entries.push(entry);
  }
  return yield* packSteps(entries);
}

/** The same data set with a part of its organisations each, and their memberships. */
function* partsOf(dataset: Dataset): Generator<void, readonly Dataset[]> {
  const { organisations = [], memberships = [], ...others } = dataset.collections;
  const parts: { organisations: Organisation[]; memberships: Membership[] }[] = [];
  const partOf = new Map<string, number>();
  for (const organisation of organisations) {
    if (partOf.size % PART === 0) {
      parts.push({ organisations: [], memberships: [] });
      yield;
    }
    partOf.set(organisation.id, parts.length - 1);
    parts[parts.length - 1]?.organisations.push(organisation);
  }
  let n = 0;
  for (const membership of memberships) {
    parts[partOf.get(membership.organisation) ?? -1]?.memberships.push(membership);
    n += 1;
    if (n % PART === 0) yield;
  }
  return parts.map((part) => ({ ...dataset, collections: { ...others, ...part } }));
}
