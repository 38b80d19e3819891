/** The worker of the examination of a file. Built into one file without imports: it also runs as a classic worker. */
import { READY } from '@ess-widgets/core/directory';
import { type CheckHost, createHost } from './host.ts';
import type { Question, WorkerAnswer } from './session.ts';

/** The part of a worker's global that is used. */
interface Scope {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  readonly postMessage: (answer: WorkerAnswer | typeof READY) => void;
}

const scope = globalThis as unknown as Scope;
const host: CheckHost = createHost();

scope.onmessage = ({ data }) => {
  const { call } = data;
  const work =
    data.kind === 'examine'
      ? host.examine(data.request, (progress) => scope.postMessage({ call, progress }))
      : host.make(data.made, data.language, data.today);
  work.then(
    (value) => scope.postMessage({ call, value }),
    (error: unknown) => scope.postMessage({ call, error: String(error) }),
  );
};
scope.postMessage(READY);
