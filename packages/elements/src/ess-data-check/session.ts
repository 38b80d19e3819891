/** The examination of a file in a worker; where none may run, on the page's own thread, in slices. */
import { answerVisitor } from '../base/page.ts';
import { addressOfWorker, type Platform, startWorker } from '../base/start-worker.ts';
import { workerCalls } from '../base/worker-calls.ts';
import type { CheckHost } from './host.ts';
import { remoteHost } from './host-calls.ts';

/** An examination that runs. */
export interface Session extends CheckHost {
  readonly where: 'own worker' | 'blob worker' | 'page';
  readonly end: () => void;
}

const address = () =>
  addressOfWorker(() => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' }));

/** Starts a session with the first strategy that works. */
export async function startSession(platform?: Platform): Promise<Session> {
  const started = await startWorker(address, platform);
  if (!started) {
    const { createHost } = await import('./host.ts');
    return { ...createHost(answerVisitor), where: 'page', end: () => undefined };
  }
  const { worker, where } = started;
  return { ...remoteHost(workerCalls(worker)), where, end: () => worker.terminate() };
}
