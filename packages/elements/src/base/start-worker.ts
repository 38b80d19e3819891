/**
 * Starts a worker: a file of the same site; if the script comes from another site, one made of its text. A strategy works when
 * its worker says that it is ready, because browsers differ in how they report that it cannot start.
 */
import { READY } from '@ess-widgets/core/directory';

/** Time in which a worker has to say that it is ready. */
const TIMEOUT_MS = 5_000;

/** Parts of the platform that starting a worker uses; tests give their own. */
export interface Platform {
  readonly worker: (url: string, options: WorkerOptions) => Worker;
  readonly timeoutMs: number;
}

export const PLATFORM: Platform = {
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
export class Address {
  readonly href: string;
  readonly options: WorkerOptions;
  constructor(url: URL, options: WorkerOptions) {
    this.href = url.href;
    this.options = options;
  }
}

/**
 * Returns the address of a worker that `make` would start. Bundlers find its file by the form `new Worker(new URL(…))`, webpack
 * and Parcel only where `Worker` is the global: another takes its place for that one expression, because Trusted Types and the
 * second strategy need the address itself.
 */
export function addressOfWorker(make: () => Worker): Address {
  const own = globalThis.Worker;
  try {
    Object.assign(globalThis, { Worker: Address });
    const address: unknown = make();
    return address as Address;
  } finally {
    globalThis.Worker = own;
  }
}

/** A worker that runs, and the strategy that started it. */
export interface Started {
  readonly worker: Worker;
  readonly where: 'own worker' | 'blob worker';
}

/** Returns the worker of the first strategy that works; null where none does. */
export async function startWorker(address: () => Address, platform: Platform = PLATFORM): Promise<Started | null> {
  const strategies: readonly (readonly [Started['where'], () => Promise<Worker>])[] = [
    // A file of another site: Chromium throws at once, Firefox says it later.
    ['own worker', () => fromFile(address(), platform)],
    ['blob worker', () => fromText(address(), platform)],
  ];
  for (const [where, start] of strategies) {
    const worker = await start().catch(() => null);
    if (worker) return { worker, where };
  }
  return null;
}

async function fromFile({ href, options }: Address, platform: Platform): Promise<Worker> {
  return ready(platform.worker(href, options), platform);
}

/** A classic worker of the same text: `blob:` belongs to the page's site, wherever the text came from. */
async function fromText({ href }: Address, platform: Platform): Promise<Worker> {
  const answer = await fetch(href);
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
