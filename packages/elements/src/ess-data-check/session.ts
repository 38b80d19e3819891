/** The examination of a file in a worker; where none may run, on the page's own thread, in slices. */
import type { Progress } from '@ess-widgets/core/doctor';
import { answerVisitor } from '../base/page.ts';
import { addressOfWorker, type Platform, startWorker } from '../base/start-worker.ts';
import type { CheckHost, CheckRequest, ExaminationSummary, Made } from './host.ts';

/** Message to the worker. */
export type Question =
  | { readonly call: number; readonly kind: 'examine'; readonly request: CheckRequest }
  | {
      readonly call: number;
      readonly kind: 'make';
      readonly made: Made;
      readonly language: 'fr' | 'en';
      readonly today: string;
    };

/** Message of the worker: how far it is, what it was asked for, or why that cannot be. */
export type WorkerAnswer =
  | { readonly call: number; readonly progress: Progress }
  | { readonly call: number; readonly value: ExaminationSummary | string }
  | { readonly call: number; readonly error: string };

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
  if (started) return remoteSession(started.worker, started.where);
  const { createHost } = await import('./host.ts');
  return { ...createHost(answerVisitor), where: 'page', end: () => undefined };
}

interface Waiting {
  readonly resolve: (value: ExaminationSummary | string) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

function remoteSession(worker: Worker, where: Session['where']): Session {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    const one = waiting.get(data.call);
    if (!one) return;
    if ('progress' in data) return one.onProgress?.(data.progress);
    waiting.delete(data.call);
    if ('error' in data) one.reject(new TypeError(data.error));
    else one.resolve(data.value);
  };
  // A worker that runs out of memory says no more than this.
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new TypeError(event.message));
    waiting.clear();
  };
  const ask = (question: Question, transfer: Transferable[], onProgress?: Waiting['onProgress']) =>
    new Promise<ExaminationSummary | string>((resolve, reject) => {
      waiting.set(question.call, { resolve, reject, onProgress });
      worker.postMessage(question, transfer);
    });
  return {
    where,
    end: () => worker.terminate(),
    examine: async (request, onProgress, signal) => {
      calls += 1;
      const answer = ask(
        { call: calls, kind: 'examine', request },
        request.file?.bytes ? [request.file.bytes] : [],
        onProgress,
      );
      const aborted = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      return (await Promise.race([answer, aborted])) as ExaminationSummary;
    },
    make: async (made, language, today) => {
      calls += 1;
      return (await ask({ call: calls, kind: 'make', made, language, today }, [])) as string;
    },
  };
}
