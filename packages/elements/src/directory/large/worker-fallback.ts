/**
 * Starts the engine of a large directory in a worker of the same site; if the script comes from another site, in a worker made
 * of its text; if a policy forbids both, on the page's own thread. A strategy works when its worker says that it is ready,
 * because browsers differ in how they report that it cannot start.
 */

import { type Engine, remoteEngine } from '@ess-widgets/core/directory';
import type { Finding } from '@ess-widgets/core/model';
import { limitOf, readBody, resolveHref } from '@ess-widgets/core/reading';
import { pageDefaults } from '../../base/defaults.ts';
import { answerVisitor } from '../../base/page.ts';
import { addressOfWorker, type Platform, startWorker } from '../../base/start-worker.ts';
import type { PackedOpening } from './open-packed.ts';
import type { Opening } from './opening.ts';
import { type Transferred, transferResponses } from './transfer.ts';

export type { Platform };

/** An engine that runs. */
export interface Running {
  readonly engine: Engine;
  /** Faults of the records. */
  readonly told: readonly Finding[];
  readonly where: 'own worker' | 'blob worker' | 'page';
  readonly end: () => void;
}

/** Returns the address of the worker of packed columns or of records. */
export const workerAddress = (isPacked: boolean) =>
  addressOfWorker(() =>
    isPacked
      ? new Worker(new URL('./packed-worker.ts', import.meta.url), { type: 'module' })
      : new Worker(new URL('./records-worker.ts', import.meta.url), { type: 'module' }),
  );

/**
 * Starts an engine with the first strategy that works.
 * @throws EssError when the data cannot be had or read
 */
export async function startEngine(opening: Opening, platform?: Platform): Promise<Running> {
  const isPacked = opening.packed !== null;
  const columns = columnsOf(opening);
  const answers = answersOf(opening);
  const started = await startWorker(() => workerAddress(isPacked), platform);
  if (started) {
    const { worker, where } = started;
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
  const [{ sliced }, open] = await Promise.all([
    import('./slices.ts'),
    isPacked
      ? import('./open-packed.ts').then(({ openPacked }) => openPacked)
      : import('./open-records.ts').then(({ openRecords }) => openRecords),
  ]);
  const { engine, told } = await open(
    { ...opening, columns: await columns, answered: transferResponses(answers) },
    answerVisitor,
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
