/** The engine of the Atelier, in its worker; where none may run, on the page's own thread. */
import { startWorker } from '../../elements/src/base/start-worker.ts';
import { type AskWorker, workerCalls } from '../../elements/src/base/worker-calls.ts';
import type { CheckHost } from '../../elements/src/ess-data-check/host.ts';
import { remoteHost } from '../../elements/src/ess-data-check/host-calls.ts';
import type { Session } from '../../elements/src/ess-data-check/session.ts';
import type { Brought, ShowRequest, TakeRequest } from './engine.ts';

export interface AtelierEngine extends Omit<Session, 'where'> {
  readonly open: (src: string) => Promise<void>;
  readonly show: (request: ShowRequest) => Promise<Brought>;
  readonly take: (request: TakeRequest) => Promise<Uint8Array>;
}

/** Starts an engine. @param worker address of its script */
export async function startAtelierEngine(worker: string): Promise<AtelierEngine> {
  const started = await startWorker(() => ({ href: worker, options: { type: 'module' } }));
  const ask: AskWorker = started ? workerCalls(started.worker) : await onPage();
  return {
    ...(remoteHost(ask) satisfies CheckHost),
    open: (src) => ask('open', { src }),
    show: (request) => ask('show', request),
    take: (request) => ask('take', request),
    end: () => started?.worker.terminate(),
  };
}

async function onPage(): Promise<AskWorker> {
  const { createAtelierEngine } = await import('./engine.ts');
  const functions = createAtelierEngine(() => new Promise((resolve) => setTimeout(resolve)));
  return async (name, args, { onProgress } = {}) =>
    functions[name]?.(args as never, onProgress as (progress: unknown) => void) as never;
}
