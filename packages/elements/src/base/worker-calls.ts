/** Calls of functions that a worker has: the two sides of one conversation, whatever the functions are. */
import { READY } from '@ess-widgets/core/directory';

/** Functions of a worker by their names. Arguments, progress and values are copied between the two. */
export type WorkerFunctions = Readonly<Record<string, (args: never, tell: (progress: unknown) => void) => unknown>>;

interface Question {
  readonly call: number;
  readonly name: string;
  readonly args: unknown;
}

/** A sentence that an error has for whoever reads it, in each language. */
type Said = Readonly<Record<string, string>>;

/** Message of the worker: how far it is, what it was asked for, or why that cannot be. */
type Answer = { readonly call: number } & (
  | { readonly progress: unknown }
  | { readonly value: unknown }
  | { readonly error: string; readonly text: Said | undefined }
);

/** The part of a worker's global that is used. */
interface Scope {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  readonly postMessage: (answer: Answer | typeof READY) => void;
}

/** Answers the questions of a page, in its worker. */
export function serveCalls(functions: WorkerFunctions): void {
  const scope = globalThis as unknown as Scope;
  scope.onmessage = ({ data: { call, name, args } }) => {
    const run = async (): Promise<unknown> =>
      functions[name]?.(args as never, (progress) => scope.postMessage({ call, progress }));
    run().then(
      (value) => scope.postMessage({ call, value }),
      (error: unknown) =>
        scope.postMessage({ call, error: String(error), text: (error as { readonly text?: Said } | null)?.text }),
    );
  };
  scope.postMessage(READY);
}

/** How a question is asked. */
interface Asking {
  /** What is handed over, and is then gone here. */
  readonly transfer?: readonly Transferable[];
  readonly onProgress?: ((progress: never) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks a worker for the value of one of its functions. The error of a refusal keeps its `text`. */
export type AskWorker = <T>(name: string, args: unknown, how?: Asking) => Promise<T>;

/** Returns how a worker that serves calls is asked. */
export function workerCalls(worker: Worker): AskWorker {
  interface Waiting {
    readonly resolve: (value: never) => void;
    readonly reject: (error: unknown) => void;
    readonly onProgress?: ((progress: never) => void) | undefined;
  }
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.call);
    if (!one) return;
    if ('progress' in data) return one.onProgress?.(data.progress as never);
    waiting.delete(data.call);
    if ('error' in data) one.reject(Object.assign(new TypeError(data.error), { text: data.text }));
    else one.resolve(data.value as never);
  };
  // A worker that runs out of memory says no more than this.
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new TypeError(event.message));
    waiting.clear();
  };
  return (name, args, { transfer = [], onProgress, signal } = {}) =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject, onProgress });
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.postMessage({ call: calls, name, args }, [...transfer]);
    });
}
