/** The examination of a file as calls of a worker, in its two halves. */
import type { AskWorker, WorkerFunctions } from '../base/worker-calls.ts';
import type { CheckHost } from './host.ts';

/** Returns what a worker does for a page that has {@link remoteHost}. */
export const hostCalls = ({ examine, make }: CheckHost): WorkerFunctions => ({
  examine: (request: Parameters<CheckHost['examine']>[0], tell) => examine(request, tell),
  make: (args: Parameters<CheckHost['make']>) => make(...args),
});

/** Returns an examination that runs in a worker. A signal ends the waiting, not the work. */
export const remoteHost = (ask: AskWorker): CheckHost => ({
  examine: (request, onProgress, signal) =>
    ask('examine', request, { transfer: request.file?.bytes ? [request.file.bytes] : [], onProgress, signal }),
  make: (...args) => ask('make', args),
});
