/**
 * Starts the engine of a large directory in a worker of the same site; if the script comes from another site, in a worker made
 * of its text; if a policy forbids both, on the page's own thread. A strategy works when its worker says that it is ready,
 * because browsers differ in how they report that it cannot start.
 */
import { limitOf, readBody, resolveHref } from '@ess-widgets/core/internal/data/client/reading';
import type { Engine } from '@ess-widgets/core/internal/directory/packed/contract';
import { READY, remoteEngine } from '@ess-widgets/core/internal/directory/packed/remote';
import type { Finding } from '@ess-widgets/core/model';
import { pageDefaults } from '../../base/defaults.ts';
import type { PackedOpening } from './open-packed.ts';
import type { Opening } from './opening.ts';
import { type Transferred, transferResponses } from './transfer.ts';

/** Time in which a worker has to say that it is ready. */
const TIMEOUT_MS = 5_000;

/** An engine that runs. */
export interface Running {
  readonly engine: Engine;
  /** Faults of the records. */
  readonly told: readonly Finding[];
  readonly where: 'own worker' | 'blob worker' | 'page';
  readonly end: () => void;
}

/** Parts of the platform that starting an engine uses; tests give their own. */
export interface Platform {
  readonly worker: (url: string, options: WorkerOptions) => Worker;
  readonly timeoutMs: number;
}

const PLATFORM: Platform = {
  worker: (url, options) => new globalThis.Worker(trusted(url), options),
  timeoutMs: TIMEOUT_MS,
};

interface Policy {
  readonly createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

/** Null where the page does not allow it. */
let policy: Policy | null | undefined;

/**
 * On a page with Trusted Types an address becomes a worker only through a policy that the page allows. Ours, `ess-widgets`, is
 * known to this file alone, which passes the address of our own worker, or of its text.
 */
function trusted(url: string): string {
  if (policy === undefined) {
    policy = null;
    try {
      const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
      policy = trustedTypes?.createPolicy('ess-widgets', { createScriptURL: (own) => own }) ?? null;
    } catch {
      // The next strategy is tried: without a worker.
    }
  }
  return policy?.createScriptURL(url) ?? url;
}

/** Address of a worker and the options that a bundler left or changed. */
class Address {
  readonly href: string;
  readonly options: WorkerOptions;
  constructor(url: URL, options: WorkerOptions) {
    this.href = url.href;
    this.options = options;
  }
}

/**
 * Returns the address of the worker of packed columns or of records. Bundlers find its file by the form `new Worker(new URL(…))`, webpack and Parcel only where `Worker` is the
 * global: another takes its place for that one expression, because Trusted Types and the second strategy need the address itself.
 */
export function workerAddress(isPacked: boolean): Address {
  const own = globalThis.Worker;
  try {
    Object.assign(globalThis, { Worker: Address });
    const address: unknown = isPacked
      ? new Worker(new URL('./packed-worker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('./records-worker.ts', import.meta.url), { type: 'module' });
    return address as Address;
  } finally {
    globalThis.Worker = own;
  }
}

/**
 * Starts an engine with the first strategy that works.
 * @throws EssError when the data cannot be had or read
 */
export async function startEngine(opening: Opening, platform: Platform = PLATFORM): Promise<Running> {
  const isPacked = opening.packed !== null;
  const columns = columnsOf(opening);
  const answers = answersOf(opening);
  const strategies: readonly (readonly [Running['where'], () => Promise<Worker>])[] = [
    // A file of another site: Chromium throws at once, Firefox says it later.
    ['own worker', () => fromFile(isPacked, platform)],
    ['blob worker', () => fromText(isPacked, platform)],
  ];
  for (const [where, start] of strategies) {
    const worker = await start().catch(() => null);
    if (!worker) continue;
    const remote = remoteEngine<PackedOpening & Transferred>(worker);
    const answered = transferResponses(answers);
    try {
      const told = (await remote.open(
        { ...opening, columns: await columns, answered },
        Object.values(answered),
      )) as readonly Finding[];
      return { engine: remote, told, where, end: () => worker.terminate() };
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }
  const [{ pause, sliced }, open] = await Promise.all([
    import('./slices.ts'),
    isPacked
      ? import('./open-packed.ts').then(({ openPacked }) => openPacked)
      : import('./open-records.ts').then(({ openRecords }) => openRecords),
  ]);
  const { engine, told } = await open(
    { ...opening, columns: await columns, answered: transferResponses(answers) },
    pause,
  );
  return { engine: sliced(engine), told, where: 'page', end: () => undefined };
}

/** The columns that the loader has asked for. What has failed is asked for again by who reads it, and told by them. */
async function columnsOf({ src, packed, reach }: Opening): Promise<ArrayBuffer | undefined> {
  const url = packed === null ? '' : resolveHref(packed, src);
  if (typeof url !== 'string') return undefined;
  const early = pageDefaults.early?.get(url);
  pageDefaults.early?.set(url, null);
  try {
    const answer = await early?.answer;
    return answer?.ok ? await readBody(answer, url, limitOf(reach.maxBytes)) : undefined;
  } catch {
    return undefined;
  }
}

/** Records that the loader has asked for, by their address. */
function answersOf({ records = [] }: Opening): ReadonlyMap<string, Promise<Response>> {
  const asked = records.flatMap((url) => {
    const early = pageDefaults.early?.get(url);
    pageDefaults.early?.set(url, null);
    return early ? [[url, early.answer] as const] : [];
  });
  return new Map(asked);
}

async function fromFile(isPacked: boolean, platform: Platform): Promise<Worker> {
  const { href, options } = workerAddress(isPacked);
  return ready(platform.worker(href, options), platform);
}

/** A classic worker of the same text: `blob:` belongs to the page's site, wherever the text came from. */
async function fromText(isPacked: boolean, platform: Platform): Promise<Worker> {
  const answer = await fetch(workerAddress(isPacked).href);
  if (!answer.ok) throw new TypeError(`the worker answered with status ${answer.status}`);
  const url = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }));
  try {
    return await ready(platform.worker(url, {}), platform);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function ready(worker: Worker, { timeoutMs }: Platform): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new TypeError('the worker did not answer in time')), timeoutMs);
    const done = (): void => {
      clearTimeout(timer);
      worker.removeEventListener('message', hear);
      worker.removeEventListener('error', fail);
    };
    const fail = (why: unknown): void => {
      // The next strategy is tried: nothing for the host page to hear of.
      if (why instanceof Event) why.preventDefault();
      done();
      worker.terminate();
      reject(why);
    };
    const hear = ({ data }: MessageEvent): void => {
      if (data !== READY) return;
      done();
      resolve(worker);
    };
    worker.addEventListener('message', hear);
    worker.addEventListener('error', fail);
  });
}
