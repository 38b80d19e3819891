/** An engine on the other side of a port: a worker's, or a `MessageChannel`'s. Numbers are handed over, not copied. */
import { EssError, type EssErrorCode, type EssErrorDetails } from '../../errors.ts';
import type { Engine } from './contract.ts';

/** Methods used of a worker, of the scope inside it and of a port. No type of the DOM is named, because some compile without it. */
export interface Port {
  postMessage(message: unknown, transfer: object[]): void;
  addEventListener<T>(type: 'message', listener: (event: { readonly data: T }) => void): void;
}

type Method = keyof Engine;

interface Call {
  readonly call: number;
  readonly method: Method | 'open';
  readonly args: readonly unknown[];
}

interface Reply {
  readonly reply: number;
  readonly value?: unknown;
  readonly error?: { readonly code: EssErrorCode; readonly message: string; readonly details: EssErrorDetails };
}

/** Said by a worker that runs. */
export const READY = 'ess-ready';

/**
 * Answers the calls of one port: the first one opens an engine with what it is given.
 * @returns nothing; it goes on until the worker ends
 */
export function serveEngine<T>(
  port: Port,
  open: (given: T) => Promise<{ readonly engine: Engine; readonly told: unknown }>,
): void {
  let engine: Promise<Engine> | undefined;
  const answer = async ({ method, args }: Call): Promise<unknown> => {
    if (method !== 'open') {
      const opened = await engine;
      if (!opened) throw new Error('The engine is not open.');
      return (opened[method] as (...all: readonly unknown[]) => unknown)(...args);
    }
    const opening = open(args[0] as T);
    engine = opening.then((opened) => opened.engine);
    // The caller that opens receives the error; later calls fail with the same reason.
    engine.catch(() => undefined);
    return (await opening).told;
  };
  port.addEventListener('message', ({ data }: { readonly data: Call }) => {
    if (typeof data?.call !== 'number') return;
    answer(data).then(
      (value) => port.postMessage({ reply: data.call, value }, buffersOf(value)),
      (error: unknown) => port.postMessage({ reply: data.call, error: told(error) }, []),
    );
  });
}

/** An engine that is elsewhere. */
interface Remote<T> extends Engine {
  /** Opens it; what is handed over goes with what is given. @throws EssError as it was thrown over there */
  readonly open: (given: T, handed?: readonly object[]) => Promise<unknown>;
}

/** The engine behind a port. */
export function remoteEngine<T>(port: Port): Remote<T> {
  const waiting = new Map<
    number,
    { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }
  >();
  let calls = 0;
  port.addEventListener('message', ({ data }: { readonly data: Reply }) => {
    const asked = waiting.get(data?.reply);
    if (!asked) return;
    waiting.delete(data.reply);
    if (data.error) asked.reject(errorOf(data.error));
    else asked.resolve(data.value as never);
  });
  const send = <R>(method: Call['method'], args: readonly unknown[], handed: readonly object[] = []): Promise<R> =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      port.postMessage({ call: calls, method, args }, [...handed]);
    });
  const call = <R>(method: Method, ...args: readonly unknown[]): Promise<R> => send(method, args);
  return {
    open: (given, handed) => send('open', [given], handed),
    counts: (query, list) => call('counts', query, list),
    page: (from, to, list) => call('page', from, to, list),
    clusters: (view, list) => call('clusters', view, list),
    entries: (places) => call('entries', places),
    find: (id) => call('find', id),
    rank: (place, list) => call('rank', place, list),
  };
}

/** The buffers directly inside an answer. */
const buffersOf = (value: unknown): ArrayBuffer[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((each) => (ArrayBuffer.isView(each) ? [each.buffer as ArrayBuffer] : []))
    : [];

function told(error: unknown): NonNullable<Reply['error']> {
  if (!(error instanceof EssError)) return { code: 'schema', message: String(error), details: {} };
  const { code, message } = error;
  // A cause may be anything, and what is no plain value crosses no port.
  const { cause: _stays, ...details } = error.details;
  return { code, message, details };
}

const errorOf = ({ code, message, details }: NonNullable<Reply['error']>): EssError =>
  new EssError(code, message, details);
